/**
 * Which comparison to put to which party next. Each question is judged over the sampled preferences: how much less the
 * Nash point would be open once it is answered, as the expected fall of entropy, in bits, over both answers: the
 * information of Lindley (1956), "On a measure of the information provided by an experiment", Annals of Mathematical
 * Statistics 27. For the mediator only, until released.
 */
import type { Limits, MethodNote } from '../../method-note.ts';
import { type BargainPackage, packageAt } from '../domain.ts';
import { referenceOf } from './acceptability.ts';
import { linkedIssues } from './feasible-packages.ts';
import type { ReadyOrders } from './ready-orders.ts';
import { type FrontierOfSamples, frontierOfSamples } from './sampled-frontier.ts';
import { type SampledOrders, type SampledParty, type SamplingOptions, sampleOrders, worthOf } from './sampled-orders.ts';
import { nashPoints } from './sampled-solutions.ts';

/** A comparison that a party could be asked for. */
export type Comparable =
  | { readonly kind: 'packages'; readonly first: BargainPackage; readonly second: BargainPackage }
  | { readonly kind: 'options'; readonly issueId: string; readonly first: string; readonly second: string }
  | { readonly kind: 'issues'; readonly first: string; readonly second: string };

/** What would be so once an answer is given. */
export interface AnswerEffect {
  /** The share of sampled preferences that give this answer; no chance that the party does. */
  readonly share: number;
  /** Bits still open then. */
  readonly open: number;
  /** Packages still found as the Nash point in some sample. */
  readonly packages: number;
  /** The packages then found most often, each with its share. */
  readonly leading: readonly { readonly package: BargainPackage; readonly share: number }[];
}

export interface Question {
  readonly partyId: string;
  readonly ask: Comparable;
  /** The expected fall, in bits, of what is open. */
  readonly settles: number;
  readonly ifFirst: AnswerEffect;
  readonly ifSecond: AnswerEffect;
}

export interface NextQuestion {
  /** Bits open before any answer: 0 where one package is the Nash point in all samples. */
  readonly open: number;
  /** Packages found as the Nash point in some sample. */
  readonly packages: number;
  /** What would settle most first. */
  readonly questions: readonly Question[];
  /** Gains of these parties are measured from the worst of every issue, as their no-deal points are unknown. */
  readonly noDealUnknown: readonly string[];
  readonly audience: 'mediator';
  readonly note: MethodNote;
}

export interface NextQuestionOptions extends SamplingOptions, Limits {
  /** How many questions to give; default 5. */
  readonly atMost?: number;
  /** How many of the packages found most often are put against each other; default 8. */
  readonly contenders?: number;
}

/** The comparisons that would settle most, each with the effect of either answer. Default 4,000 samples. */
export function nextQuestion(ready: ReadyOrders, options: NextQuestionOptions = {}): NextQuestion {
  const { domain } = ready.orders;
  const sampled = sampleOrders(ready, { samples: 4_000, ...options });
  const frontiers = frontierOfSamples(sampled, linkedIssues(ready));
  const { points, samples } = pointsOfSamples(sampled, frontiers, options);
  const all = tally(points, () => true);
  const contenders = [...all.counts]
    .sort(([a, often], [b, seldom]) => seldom - often || a - b)
    .slice(0, options.contenders ?? 8)
    .map(([key]) => frontiers.packageOf(key));
  const questions: Question[] = [];
  const before = entropy(all);
  for (const party of sampled.parties) {
    for (const { ask, isFirst } of candidates(ready, party, contenders)) {
      const answers = Uint8Array.from({ length: samples }, (_, sample) => (isFirst(sample) ? 1 : 0));
      const [first, second] = [tally(points, (sample) => answers[sample] === 1), tally(points, (sample) => answers[sample] === 0)];
      if (first.total === 0 || second.total === 0) continue;
      const after = (first.total * entropy(first) + second.total * entropy(second)) / all.total;
      questions.push({
        partyId: party.partyId,
        ask,
        settles: Math.max(0, before - after),
        ifFirst: effect(first, all, frontiers, domain.issues),
        ifSecond: effect(second, all, frontiers, domain.issues),
      });
    }
  }
  questions.sort((a, b) => b.settles - a.settles);
  return {
    open: before,
    packages: all.counts.size,
    questions: questions.slice(0, options.atMost ?? 5),
    noDealUnknown: sampled.parties.filter(({ noDealKnown }) => !noDealKnown).map(({ partyId }) => partyId),
    audience: 'mediator',
    note: {
      method: 'nextQuestion',
      definition: 'Comparisons by the expected fall, in bits over sampled preferences, of how open the Nash point is.',
      source: 'Lindley (1956), Annals of Mathematical Statistics 27',
      parameters: { samples: sampled.samples, seed: sampled.seed },
      kind: 'sampled',
      complete: samples === sampled.samples,
      steps: samples,
    },
  };
}

/** The number of the Nash point's package in each sample; −1 where there is none. Of ties, one: draws hardly ever tie. */
function pointsOfSamples(
  sampled: SampledOrders,
  frontiers: FrontierOfSamples,
  { shouldStop }: Limits,
): { points: Float64Array; samples: number } {
  const points = new Float64Array(sampled.samples).fill(-1);
  const reference = new Float64Array(sampled.parties.length);
  const found: number[] = [];
  let samples = 0;
  const every = sampled.parties.length === 2 ? 256 : 1;
  for (; samples < sampled.samples; samples += 1) {
    if (samples > 0 && samples % every === 0 && shouldStop?.() === true) break;
    const frontier = frontiers.frontierOf(samples);
    referenceOf(sampled, samples, reference);
    nashPoints(frontier, reference, found);
    if (found.length > 0) points[samples] = frontier.keys[found[0] as number] as number;
  }
  return { points: points.subarray(0, samples), samples };
}

interface Candidate {
  readonly ask: Comparable;
  readonly isFirst: (sample: number) => boolean;
}

/** Packages in the running against each other, issues by their weight, and options of one issue. */
function candidates({ orders: { domain } }: ReadyOrders, { rows, layout }: SampledParty, contenders: readonly number[][]): Candidate[] {
  const found: Candidate[] = [];
  const pairs = (count: number, take: (a: number, b: number) => void): void => {
    for (let a = 0; a < count; a += 1) for (let b = a + 1; b < count; b += 1) take(a, b);
  };
  const over = (first: number, second: number) => (sample: number) =>
    (rows[sample * layout.length + first] as number) > (rows[sample * layout.length + second] as number);
  pairs(contenders.length, (a, b) => {
    const [first, second] = [contenders[a] as number[], contenders[b] as number[]];
    // What differs on one issue alone is asked for as two options.
    if (first.filter((option, issue) => option !== second[issue]).length < 2) return;
    found.push({
      ask: { kind: 'packages', first: packageAt(domain.issues, first), second: packageAt(domain.issues, second) },
      isFirst: (sample) => worthOf(rows, layout, sample, first) > worthOf(rows, layout, sample, second),
    });
  });
  const idOf = (issue: number): string => domain.issues[issue]?.id ?? '';
  pairs(domain.issues.length, (a, b) => {
    found.push({ ask: { kind: 'issues', first: idOf(a), second: idOf(b) }, isFirst: over(layout.weightsAt + a, layout.weightsAt + b) });
  });
  domain.issues.forEach(({ id, options }, issue) => {
    const from = layout.optionsAt[issue] as number;
    pairs(Math.min(options.length, MOST_OPTIONS), (a, b) => {
      const names = { first: options[a]?.id ?? '', second: options[b]?.id ?? '' };
      found.push({ ask: { kind: 'options', issueId: id, ...names }, isFirst: over(from + a, from + b) });
    });
  });
  return found;
}

const MOST_OPTIONS = 12;

interface PointCounts {
  readonly counts: ReadonlyMap<number, number>;
  readonly total: number;
}

function tally(points: Float64Array, counts: (sample: number) => boolean): PointCounts {
  const found = new Map<number, number>();
  let total = 0;
  points.forEach((key, sample) => {
    if (key < 0 || !counts(sample)) return;
    total += 1;
    found.set(key, (found.get(key) ?? 0) + 1);
  });
  return { counts: found, total };
}

function entropy({ counts, total }: PointCounts): number {
  let bits = 0;
  for (const count of counts.values()) bits -= (count / total) * Math.log2(count / total);
  return bits + 0;
}

function effect(one: PointCounts, all: PointCounts, frontiers: FrontierOfSamples, issues: Parameters<typeof packageAt>[0]): AnswerEffect {
  return {
    share: one.total / all.total,
    open: entropy(one),
    packages: one.counts.size,
    leading: [...one.counts]
      .sort(([a, often], [b, seldom]) => seldom - often || a - b)
      .slice(0, 3)
      .map(([key, count]) => ({ package: packageAt(issues, frontiers.packageOf(key)), share: count / one.total })),
  };
}
