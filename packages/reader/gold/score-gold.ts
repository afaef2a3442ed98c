/**
 * How a reading fares against a marked report. Spans count one to one where they share at least half
 * of their words taken together (matched measure), the measure that docs/reader.md states for PolNeAR.
 */
import type { Reading, ReadStatement } from '../src/reading.ts';
import type { GoldReport, GoldStatement } from './load-gold.ts';
import { iou, pairUp, type WordSet, wordSets } from './word-sets.ts';

/** Hits, what the reader gave and what the report holds; of a share, hits and the cases it is a share of. */
export interface Tally {
  hits: number;
  given: number;
  marked: number;
}

export const SPAN_MEASURES = ['content', 'source', 'cue', 'attribution', 'figures'] as const;
/**
 * Shares among the statements matched by content; of antecedents, conditions and relays only where the
 * report or the reader has one.
 */
export const SHARES = ['strength', 'anonymity', 'speech', 'antecedent', 'condition', 'relays'] as const;
export type Measure = (typeof SPAN_MEASURES)[number] | (typeof SHARES)[number];

export interface GoldScore {
  name: string;
  kind: string;
  language: string;
  tallies: Record<Measure, Tally>;
  /** Denials and refusals to say that the reader gives out as assertions, in the report's words. */
  asserted: string[];
  /** What was missed, added or read otherwise, a line each, for the person who mends it. */
  faults: string[];
}

/** Scores `reading`, which must be of `report.text`. */
export function scoreReport(report: GoldReport, reading: Reading): GoldScore {
  const setOf = wordSets(report.text);
  const marked = report.statements.map((one) => ({ one, content: setOf(one.content), source: setOf(one.source), cue: setOf(one.cue) }));
  const given = reading.statements.map((one) => ({
    one,
    content: setOf(one.content),
    source: setOf(one.source ? [one.source] : []),
    cue: setOf(one.cue ? [one.cue] : []),
  }));
  const score: GoldScore = {
    name: report.name,
    kind: report.kind,
    language: report.language,
    tallies: Object.fromEntries(
      [...SPAN_MEASURES, ...SHARES].map((key) => [key, { hits: 0, given: 0, marked: 0 }]),
    ) as GoldScore['tallies'],
    asserted: [],
    faults: [],
  };
  for (const role of ['content', 'source', 'cue'] as const) {
    const ours = distinct(marked.map((one) => one[role]));
    const theirs = distinct(given.map((one) => one[role]));
    score.tallies[role] = { hits: pairUp(ours, theirs, half).length, given: theirs.length, marked: ours.length };
  }
  const whole = pairUp(marked, given, (a, b) =>
    half(a.source, b.source) || a.source.size + b.source.size === 0 ? half(a.content, b.content) : 0,
  );
  score.tallies.attribution = { hits: whole.length, given: given.length, marked: marked.length };
  // Nested statements share most of their content; the source tells which is which.
  const pairs = pairUp(marked, given, (a, b) => half(a.content, b.content) && half(a.content, b.content) + iou(a.source, b.source));
  for (const [i, j] of pairs) compare(report.statements[i] as GoldStatement, reading.statements[j] as ReadStatement, setOf, score);
  for (const [i, { one }] of marked.entries())
    if (!pairs.some(([left]) => left === i)) score.faults.push(`missed     ${one.strength}: ${said(one)}`);
  for (const [j, { one }] of given.entries())
    if (!pairs.some(([, right]) => right === j))
      score.faults.push(`added      ${one.strength}: ${said({ ...one, source: one.source ? [one.source] : [] })}`);
  scoreFigures(report, reading, score);
  return score;
}

function compare(
  marked: GoldStatement,
  given: ReadStatement,
  setOf: (spans: { start: number; end: number }[]) => WordSet,
  score: GoldScore,
): void {
  const share = (measure: Measure, right: boolean, readerSays: string): void => {
    const tally = score.tallies[measure];
    tally.given++;
    tally.marked++;
    if (right) tally.hits++;
    else score.faults.push(`${measure.padEnd(11)}${readerSays}: ${marked.strength}: ${said(marked)}`);
  };
  share('strength', marked.strength === given.strength, given.strength);
  if ((marked.strength === 'denies' || marked.strength === 'declinesToSay') && given.strength === 'asserts')
    score.asserted.push(said(marked));
  share('anonymity', marked.anonymous === given.speaker.anonymous, given.speaker.anonymous ? 'unnamed' : 'named');
  share('speech', marked.speech === given.speech, given.speech);
  if (marked.antecedent !== null) share('antecedent', sameName(marked.antecedent, given.speaker.name), given.speaker.name || 'none');
  if (marked.condition || given.condition) {
    const [ours, theirs] = [marked.condition, given.condition].map((span) => setOf(span ? [span] : []));
    share('condition', half(ours as WordSet, theirs as WordSet) > 0, given.condition?.text ?? 'none');
  }
  const relays = given.relays.map((relay) => relay.name);
  if (marked.relays.length + relays.length > 0) {
    const right = relays.length === marked.relays.length && relays.every((name, i) => sameName(marked.relays[i] as string, name));
    share('relays', right, relays.join(' > ') || 'none');
  }
}

function scoreFigures(report: GoldReport, reading: Reading, score: GoldScore): void {
  const pairs = pairUp(report.figures, reading.figures, (a, b) => {
    const shared = Math.min(a.span.end, b.span.end) - Math.max(a.span.start, b.span.start);
    return shared > 0 && a.low === b.low && a.high === b.high && a.qualifier === b.qualifier ? shared : 0;
  });
  score.tallies.figures = { hits: pairs.length, given: reading.figures.length, marked: report.figures.length };
  for (const [i, one] of report.figures.entries())
    if (!pairs.some(([left]) => left === i))
      score.faults.push(`figure     missed ${one.qualifier} ${one.low}-${one.high}: ${one.span.text}`);
  for (const [j, one] of reading.figures.entries())
    if (!pairs.some(([, right]) => right === j))
      score.faults.push(`figure     added ${one.qualifier} ${one.low}-${one.high}: ${one.span.text}`);
}

/** F1 of a measure over several reports; of a share, the share itself. NaN where there is nothing to score. */
export function figureOf(scores: readonly GoldScore[], measure: Measure): number {
  const sum = { hits: 0, given: 0, marked: 0 };
  for (const { tallies } of scores) {
    sum.hits += tallies[measure].hits;
    sum.given += tallies[measure].given;
    sum.marked += tallies[measure].marked;
  }
  return (2 * sum.hits) / (sum.given + sum.marked);
}

/** The reports that do worst by a measure, worst first, with their faults. */
export function worstReports(scores: readonly GoldScore[], measure: Measure, count: number): string {
  const lost = ({ tallies }: GoldScore): number => tallies[measure].given + tallies[measure].marked - 2 * tallies[measure].hits;
  const worst = [...scores].sort((a, b) => lost(b) - lost(a)).slice(0, count);
  return worst
    .map((score) => `${score.name} (${measure} ${figureOf([score], measure).toFixed(2)})\n  ${score.faults.join('\n  ')}`)
    .join('\n');
}

function half(a: WordSet, b: WordSet): number {
  const share = iou(a, b);
  return share >= 0.5 ? share : 0;
}

function distinct(sets: readonly WordSet[]): WordSet[] {
  return [...new Map(sets.filter((set) => set.size > 0).map((set) => [[...set].join(), set])).values()];
}

function said(one: { source: { text: string }[]; content: { text: string }[] }): string {
  return `${one.source.map((span) => span.text).join(' … ') || 'nobody named'} | ${one.content.map((span) => span.text).join(' … ')}`;
}

/** One name stands in the other, articles aside: `Harrun` is `Lisbet Harrun`. */
function sameName(a: string, b: string): boolean {
  const [short, long] = [a, b]
    .map(
      (name) =>
        ` ${name
          .toLowerCase()
          .replaceAll(/[,;:]/g, '')
          .replace(/^(?:the|an?|its|his|her|their) /, '')} `,
    )
    .sort((x, y) => x.length - y.length);
  return (short as string).trim() !== '' && (long as string).includes(short as string);
}
