import { CONCEPTS, type Concept, type Conflict, optionTable } from '@parley/methods';
import { certainOf, type Verdict } from '../operations/stability/stability-answer.ts';
import { drawGrid } from './terminal/grid.ts';
import { padText, plainText, stringWidth } from './terminal/string-width.ts';
import { styled } from './terminal/style.ts';
import { counted } from './words.ts';

interface Drawing {
  readonly width: number;
  readonly colour: boolean;
}

/** The most states of which each is shown with what it is for everybody. */
const MOST_STATES = 40;
/** The most states whose names are listed. */
const MOST_NAMES = 30;
/** From this share of all states on, a set of equilibria is called large. */
const LARGE_SHARE = 0.25;

/** What each concept takes the deciders to look ahead to, beside the lists. */
const ASSUMES: Readonly<Record<Concept, string>> = {
  nash: 'nobody answers a move',
  gmr: 'the others may answer by any move, even to their own loss',
  smr: 'as gmr, and the mover may move once more',
  seq: 'the others answer only by moves that they gain by',
  sseq: 'as seq, and the mover may move once more',
};

/** The equilibria with what each concept assumes, what is stable for whom, and the option form where there is one. */
export function drawStability(conflict: Conflict, verdict: Verdict, drawing: Drawing): string[] {
  const { colour } = drawing;
  const lines = [
    `${counted(conflict.stateCount, 'state')}, ${counted(conflict.deciders.length, 'decider')}: ${plainText(conflict.deciders.join(', '))}`,
  ];
  lines.push(...(conflict.options === undefined ? [] : ['', ...optionLines(conflict, verdict, drawing)]));
  lines.push('', styled('unknown' in verdict ? 'Equilibria for every order that agrees with what is known' : 'Equilibria', 'firm', colour));
  for (const concept of CONCEPTS) {
    const { equilibria } = certainOf(verdict, concept);
    lines.push(`  ${concept.padEnd(5)} ${nameList(conflict, equilibria)}`, styled(`        if ${ASSUMES[concept]}`, 'quiet', colour));
    if ('unknown' in verdict) {
      const found = verdict.unknown.concepts[concept];
      const bound = found?.kinds.includes('bound') === true;
      lines.push(`        ${bound ? 'at most' : 'for some order'}: ${nameList(conflict, found?.possible.equilibria ?? new Uint32Array())}`);
    }
  }
  lines.push('', ...stableForLines(conflict, verdict, drawing), ...assumptionLines(conflict, drawing));
  return lines;
}

/** States by their names; of a large set that it is large. */
function nameList(conflict: Conflict, states: Uint32Array): string {
  if (states.length === 0) return 'none';
  const names = Array.from(states.subarray(0, MOST_NAMES), (state) => plainText(String(conflict.stateName(state)))).join(', ');
  const all =
    states.length > MOST_NAMES
      ? `${names}, … (${states.length.toLocaleString('en')} of ${conflict.stateCount.toLocaleString('en')} states)`
      : names;
  return states.length > 3 && states.length >= conflict.stateCount * LARGE_SHARE ? `${all}: a large set, which by itself says little` : all;
}

function stableForLines(conflict: Conflict, verdict: Verdict, { width, colour }: Drawing): string[] {
  const shown =
    conflict.stateCount <= MOST_STATES
      ? Array.from({ length: conflict.stateCount }, (_, state) => state)
      : equilibriaOf(verdict).slice(0, MOST_STATES);
  const title =
    conflict.stateCount <= MOST_STATES
      ? 'Stable for'
      : `Stable for (${shown.length === 1 ? '1 equilibrium' : `${shown.length} equilibria`} of ${conflict.stateCount.toLocaleString('en')} states)`;
  const cell = (state: number, decider: number): string => {
    const held = CONCEPTS.filter((concept) => certainOf(verdict, concept).stableFor[decider]?.[state] === 1);
    if (held.length === CONCEPTS.length) return 'all';
    return held.length === 0 ? '–' : held.join(' ');
  };
  const head = [['State'], ...conflict.deciders.map((name) => [name])].map(([text = '']) => [
    { text: plainText(text), emphasis: 'firm' as const },
  ]);
  const rows = shown.map((state) => [
    [{ text: plainText(String(conflict.stateName(state))) }],
    ...conflict.deciders.map((_, decider) => [{ text: cell(state, decider) }]),
  ]);
  const grid = drawGrid([head, ...rows], { width, colour })?.filter((line) => line !== '');
  return [
    styled(title, 'firm', colour),
    ...(grid ??
      shown.map(
        (state) =>
          `${conflict.stateName(state)}: ${conflict.deciders.map((name, decider) => `${name} ${cell(state, decider)}`).join('; ')}`,
      )),
  ];
}

/** All states that are an equilibrium under some concept: those under gmr are all of them. */
function equilibriaOf(verdict: Verdict): number[] {
  return Array.from(certainOf(verdict, 'gmr').equilibria);
}

function optionLines(conflict: Conflict, verdict: Verdict, { width, colour }: Drawing): string[] {
  const states = conflict.stateCount <= MOST_STATES ? undefined : equilibriaOf(verdict).slice(0, MOST_STATES);
  const table = optionTable(conflict, states).filter(([, option]) => option !== 'preference');
  const [head = [], ...rows] = table;
  const [deciderWide, optionWide] = [0, 1].map((column) => Math.max(...rows.map((row) => stringWidth(plainText(row[column] ?? ''))))) as [
    number,
    number,
  ];
  const wide = deciderWide + optionWide + 4;
  const columns = Math.max(1, Math.floor((width - wide) / 2));
  const numbers = head.slice(2, 2 + columns).map((_, at) => String(at + 1));
  const cells = (row: readonly string[]): string => row.map((cell) => cell.at(-1) ?? '').join(' ');
  const tens = numbers.length > 9 ? [`${' '.repeat(wide)}${numbers.map((number) => (number.length > 1 ? number[0] : ' ')).join(' ')}`] : [];
  const body = rows.map(([decider = '', option = '', ...taken], at) => {
    const again = at > 0 && rows[at - 1]?.[0] === decider;
    return `${padText(again ? '' : plainText(decider), deciderWide)}  ${padText(plainText(option), optionWide)}  ${cells(taken.slice(0, columns))}`;
  });
  const cut = head.length - 2 > columns ? [`… and ${head.length - 2 - columns} more states`] : [];
  return [
    styled('Options (Y taken, N not); states from the left', 'firm', colour),
    ...tens,
    `${' '.repeat(wide)}${cells(numbers)}`,
    ...body,
    ...cut,
  ];
}

function assumptionLines(conflict: Conflict, { colour }: Drawing): string[] {
  const told = [
    'A decider may move more than once in an answer, never twice in a row; preferences and moves are as the file gives them.',
    ...conflict.notes,
  ];
  return ['', ...told.map((line) => styled(plainText(line), 'quiet', colour))];
}
