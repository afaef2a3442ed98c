import {
  CONCEPTS,
  type Concept,
  type Conflict,
  coalitionImprovements,
  coalitionTemptations,
  fallbackBargaining,
  guarantee,
  guaranteeText,
  type Narration,
  narrate,
  narrationText,
  plainLabels,
  type ReadConflict,
  sensitivity,
  stateNamed,
} from '@parley/methods';
import { certainOf, type StabilityAnswer, stabilityAnswer, type Verdict, verdictOn } from './stability-answer.ts';

/** What is asked of a conflict beside which states hold. */
export interface StabilityRequest {
  readonly concept: Concept;
  /** A state to be told of: who would leave it, and what answers. */
  readonly state?: string;
  /** A state that is to hold. */
  readonly guarantee?: string;
  readonly coalitions?: boolean;
  readonly fallback?: boolean;
}

export interface StabilityReply {
  readonly verdict: Verdict;
  /** For scripts. */
  readonly answer: StabilityAnswer & Readonly<Record<string, unknown>>;
  /** For people: what was asked, in sentences. */
  readonly told: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

/** Answers all that is asked of a conflict. Throws a UserError for a state that is not there. */
export function askStability({ conflict, runs, costs }: ReadConflict, request: StabilityRequest): StabilityReply {
  const verdict = verdictOn(conflict);
  const parts: Part[] = [];
  if (runs.length > 0) parts.push(runsPart(conflict, runs));
  if (request.state !== undefined) parts.push(statePart(conflict, verdict, stateNamed(conflict, request.state), request.concept));
  if (request.guarantee !== undefined) parts.push(guaranteePart(conflict, stateNamed(conflict, request.guarantee), request.concept, costs));
  if (request.coalitions) parts.push(coalitionsPart(conflict, verdict, request.concept));
  if (request.fallback) parts.push(fallbackPart(conflict));
  const extra = Object.fromEntries(parts.map(({ key, value }) => [key, value]));
  return {
    verdict,
    told: parts,
    // Of a million states it is long, and not everybody wants it.
    get answer() {
      return { ...stabilityAnswer(conflict, verdict), ...extra };
    },
  };
}

interface Part {
  readonly key: string;
  readonly value: unknown;
  readonly title: string;
  readonly lines: readonly string[];
}

function statePart(conflict: Conflict, verdict: Verdict, state: number, concept: Concept): Part {
  const labels = plainLabels(conflict);
  const narrations = conflict.deciders.map((_, decider) => narrate(conflict, { state, decider, concept }));
  return {
    key: 'narration',
    value: narrations.map((narration) => ({
      decider: labels.decider(narration.decider),
      state: conflict.stateName(state),
      concept,
      stable: narration.stable,
      temptations: narration.temptations.map(({ to, answer, end, gain }) => ({
        to: conflict.stateName(to),
        gain,
        answer:
          answer?.map((response) => ({
            decider: labels.decider(response.decider),
            from: conflict.stateName(response.from),
            to: conflict.stateName(response.to),
          })) ?? null,
        end: end === null ? null : { state: conflict.stateName(end.state), is: end.is },
      })),
      text: narrationText(narration, labels),
    })),
    title: `State ${labels.state(state)} under ${concept}`,
    lines: narrations.flatMap((narration) => [
      `${labels.decider(narration.decider)}: ${stayWords(verdict, narration)}`,
      ...narrationText(narration, labels).map((line) => `· ${line}`),
    ]),
  };
}

/** Whether the decider stays, leaves, or may do either, since comparisons are unknown. */
function stayWords(verdict: Verdict, { stable, concept, decider, state }: Narration): string {
  if (stable) return 'would stay';
  const mayStay = 'unknown' in verdict && verdict.unknown.concepts[concept]?.possible.stableFor[decider]?.[state] === 1;
  return mayStay ? 'might leave' : 'would leave';
}

function guaranteePart(conflict: Conflict, state: number, concept: Concept, costs: ReadConflict['costs']): Part {
  const labels = plainLabels(conflict);
  const { holds, answers, note } = guarantee(conflict, state, concept, { costs });
  const named = (place: number) => conflict.stateName(place);
  const changeOf = (change: (typeof answers)[number]['changes'][number]) => ({
    ...change,
    decider: labels.decider(change.decider),
    ...('from' in change ? { from: named(change.from) } : {}),
    ...('to' in change ? { to: named(change.to) } : {}),
    ...('ends' in change ? { ends: change.ends.map(named) } : {}),
  });
  const lines = answers.flatMap((answer) => {
    const [first = '', ...rest] = guaranteeText(answer, state, labels);
    return [`${answer.kind}, cost ${answer.cost}: ${first}`, ...rest.map((line) => `  and: ${line}`)];
  });
  const none = holds ? 'It holds as it is.' : 'Nothing that was looked at makes it hold.';
  const cut = note.complete ? [] : ['There may be more: the search was cut off.'];
  return {
    key: 'guarantee',
    value: {
      state: named(state),
      concept,
      holds,
      complete: note.complete,
      answers: answers.map(({ kind, cost, changes }) => ({ kind, cost, changes: changes.map(changeOf) })),
    },
    title: `What would make ${labels.state(state)} hold under ${concept}`,
    lines: [...(lines.length === 0 ? [none] : lines), ...cut],
  };
}

function coalitionsPart(conflict: Conflict, verdict: Verdict, concept: Concept): Part {
  const labels = plainLabels(conflict);
  const equilibria = Array.from(certainOf(verdict, concept).equilibria);
  const found = equilibria.flatMap((state) => coalitionImprovements(conflict, state));
  const answered = found.map((move) => {
    const temptation = coalitionTemptations(conflict, move.from, move.coalition, concept).find(({ to }) => to === move.to);
    return { ...move, answer: temptation?.answer ?? null };
  });
  const names = (coalition: readonly number[]) => coalition.map((decider) => labels.decider(decider));
  const responses = (list: readonly { decider: number; from: number; to: number }[]) =>
    list.map((one) => ({ decider: labels.decider(one.decider), from: conflict.stateName(one.from), to: conflict.stateName(one.to) }));
  return {
    key: 'coalitions',
    value: answered.map(({ coalition, from, to, way, answer }) => ({
      coalition: names(coalition),
      from: conflict.stateName(from),
      to: conflict.stateName(to),
      way: responses(way),
      answer: answer === null ? null : responses(answer),
    })),
    title: `Coalitions that would leave an equilibrium (${concept}) together`,
    lines:
      answered.length === 0
        ? ['None.']
        : answered.map(({ coalition, from, to, answer }) => {
            const stopped =
              answer === null
                ? 'nothing stops it'
                : `stopped: ${answer.map((one) => `${labels.decider(one.decider)} ${labels.move(one)}`).join(', ')}`;
            return `${names(coalition).join(' and ')}: from ${labels.state(from)} to ${labels.state(to)}; ${stopped}.`;
          }),
  };
}

function fallbackPart(conflict: Conflict): Part {
  const { depth, states } = fallbackBargaining(conflict);
  const names = states.map((state) => conflict.stateName(state));
  return {
    key: 'fallback',
    value: { depth, states: names },
    title: 'Fallback bargaining',
    lines: [`All accept ${names.join(' or ')} once each has fallen back at most to its place ${depth}.`],
  };
}

function runsPart(conflict: Conflict, runs: ReadConflict['runs']): Part {
  const all = [{ name: 'as given', conflict }, ...runs];
  const { equilibriumIn } = sensitivity(all);
  const lines = CONCEPTS.flatMap((concept) => {
    const found = Array.from(equilibriumIn[concept].entries()).filter(([, count]) => count > 0);
    found.sort(([a, left], [b, right]) => right - left || a - b);
    const told = found.slice(0, MOST_TOLD).map(([state, count]) => `${conflict.stateName(state)} in ${count}`);
    return [`${concept.padEnd(5)} ${told.length === 0 ? 'none in any' : told.join(', ')}${found.length > MOST_TOLD ? ', …' : ''}`];
  });
  return {
    key: 'runs',
    value: runs.map(({ name, conflict: run }) => ({ name, ...stabilityAnswer(run, verdictOn(run)) })),
    title: `Equilibria in how many of ${all.length} runs (${all.map(({ name }) => name).join(', ')})`,
    lines,
  };
}

const MOST_TOLD = 20;
