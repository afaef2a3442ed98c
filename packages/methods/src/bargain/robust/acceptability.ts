/**
 * In what share of the preferences consistent with what was said a package is acceptable to all, efficient, or a bargaining
 * point: stochastic multicriteria acceptability analysis, Lahdelma, Hokkanen and Salminen (1998), European Journal of
 * Operational Research 106, here for several parties. A share is a share of sampled preferences, and no chance of anything.
 */
import type { Limits, MethodNote } from '../../method-note.ts';
import { type BargainPackage, packageAt, placesOfPackage } from '../domain.ts';
import { linkedIssues } from './feasible-packages.ts';
import type { ReadyOrders } from './ready-orders.ts';
import type { HolderSampling } from './sample-holder.ts';
import { type FrontierOfSamples, frontierOfSamples } from './sampled-frontier.ts';
import { type SampledOrders, type SamplingOptions, sampleOrders, worthOf } from './sampled-orders.ts';
import { hasAgreement, leximinPoints, nashPoints } from './sampled-solutions.ts';

/** A share of sampled preferences, 0 to 1, and its standard error by sampling. */
export interface Share {
  readonly share: number;
  readonly error: number;
}

export interface PackageShares {
  readonly package: BargainPackage;
  /** False where it breaks a constraint or crosses a red line; the shares are then 0. */
  readonly feasible: boolean;
  /** At least as good as no deal to every party; null where a no-deal point is unknown, and then not computed. */
  readonly individuallyRational: Share | null;
  readonly efficient: Share;
  readonly nash: Share;
  readonly leximin: Share;
}

export interface Acceptability {
  /** The packages asked for, or those with the greatest shares, first by Nash, then efficient. */
  readonly packages: readonly PackageShares[];
  readonly feasiblePackages: number;
  /** How many packages were efficient in at least one sample. */
  readonly everEfficient: number;
  /** The share of samples in which no package is at least as good as no deal to all; null where a no-deal point is unknown. */
  readonly withoutAgreement: Share | null;
  /** Parties whose no-deal point is unknown: their gains are measured from 0, the worst option of every issue. */
  readonly noDealUnknown: readonly string[];
  readonly sampling: readonly ({ readonly partyId: string } & HolderSampling)[];
  readonly note: MethodNote;
}

export interface AcceptabilityOptions extends SamplingOptions, Limits {
  /** The packages to report; default: those with the greatest shares. */
  readonly packages?: readonly BargainPackage[];
  /** How many packages to report where none are asked for; default 20. */
  readonly atMost?: number;
}

/**
 * The shares of packages over sampled profiles of preferences. The same seed gives the same result.
 *
 * @throws UserError for numbers of samples that are none, and packages that are not of this case
 */
export function acceptability(ready: ReadyOrders, options: AcceptabilityOptions = {}): Acceptability {
  const { domain } = ready.orders;
  const sampled = sampleOrders(ready, options);
  const frontiers = frontierOfSamples(sampled, linkedIssues(ready));
  const isKnown = sampled.parties.every(({ noDealKnown }) => noDealKnown);
  const tally = tallied(sampled, frontiers, options);
  const asked = options.packages?.map((one) => placesOfPackage(domain.issues, one));
  const keys = asked?.map((places) => frontiers.keyOf(places)) ?? leading(tally, options.atMost ?? 20);
  const share = shareOf(sampled, tally.samples);
  const errors = sampled.parties.some(({ how }) => how === 'hitAndRun') ? countsByBatch(sampled, frontiers, keys, tally.samples) : null;
  return {
    packages: keys.map((key, at): PackageShares => {
      const places = asked?.[at] ?? frontiers.packageOf(key as number);
      const counts = key === null ? [0, 0, 0] : [tally.efficient, tally.nash, tally.leximin].map((count) => count.of(key));
      const batches = errors?.[at];
      return {
        package: packageAt(domain.issues, places),
        feasible: key !== null,
        individuallyRational:
          isKnown && key !== null ? rationality(sampled, places, tally.samples, share) : isKnown ? { share: 0, error: 0 } : null,
        efficient: share(counts[0] as number, batches?.efficient),
        nash: share(counts[1] as number, batches?.nash),
        leximin: share(counts[2] as number, batches?.leximin),
      };
    }),
    feasiblePackages: frontiers.packages,
    everEfficient: tally.efficient.size(),
    withoutAgreement: isKnown ? share(tally.withoutAgreement) : null,
    noDealUnknown: sampled.parties.filter(({ noDealKnown }) => !noDealKnown).map(({ partyId }) => partyId),
    sampling: sampled.parties.map(({ partyId, how, scaleReduction }) => ({ partyId, how, scaleReduction })),
    note: {
      method: 'acceptability',
      definition:
        'The share of sampled preferences, uniform among all consistent with what was said, under which a package is individually rational for all, efficient, the Nash or the leximin point.',
      source: 'Lahdelma, Hokkanen and Salminen (1998), European Journal of Operational Research 106',
      parameters: { samples: sampled.samples, seed: sampled.seed },
      kind: 'sampled',
      complete: tally.samples === sampled.samples,
      steps: tally.samples,
    },
  };
}

/** How often each package was something; by number, in an array where it fits. */
interface Counts {
  add(key: number): void;
  of(key: number): number;
  size(): number;
  entries(): [key: number, count: number][];
}

interface Tally {
  readonly efficient: Counts;
  readonly nash: Counts;
  readonly leximin: Counts;
  readonly withoutAgreement: number;
  /** How many samples were looked at. */
  readonly samples: number;
}

function tallied(sampled: SampledOrders, frontiers: FrontierOfSamples, { shouldStop }: Limits): Tally {
  const [efficient, nash, leximin] = [counts(frontiers.packages), counts(frontiers.packages), counts(frontiers.packages)];
  let withoutAgreement = 0;
  let samples = 0;
  const reference = new Float64Array(sampled.parties.length);
  const points: number[] = [];
  // Frontiers of three parties and more can take long each.
  const every = sampled.parties.length === 2 ? 256 : 1;
  for (; samples < sampled.samples; samples += 1) {
    if (samples > 0 && samples % every === 0 && shouldStop?.() === true) break;
    const frontier = frontiers.frontierOf(samples);
    referenceOf(sampled, samples, reference);
    for (let point = 0; point < frontier.count; point += 1) efficient.add(frontier.keys[point] as number);
    nashPoints(frontier, reference, points);
    for (let i = 0; i < points.length; i += 1) nash.add(frontier.keys[points[i] as number] as number);
    leximinPoints(frontier, reference, points);
    for (let i = 0; i < points.length; i += 1) leximin.add(frontier.keys[points[i] as number] as number);
    if (points.length === 0 && !hasAgreement(frontier, reference)) withoutAgreement += 1;
  }
  return { efficient, nash, leximin, withoutAgreement, samples };
}

export function referenceOf({ parties }: SampledOrders, sample: number, into: Float64Array): void {
  for (let party = 0; party < parties.length; party += 1)
    into[party] = (parties[party] as SampledOrders['parties'][number]).reference[sample] as number;
}

function counts(packages: number): Counts {
  if (packages <= MOST_LISTED) {
    const list = new Uint32Array(packages);
    const found: number[] = [];
    return {
      add: (key) => {
        const before = list[key] as number;
        if (before === 0) found.push(key);
        list[key] = before + 1;
      },
      of: (key) => list[key] ?? 0,
      size: () => found.length,
      entries: () => found.map((key) => [key, list[key] as number]),
    };
  }
  const map = new Map<number, number>();
  return {
    add: (key) => void map.set(key, (map.get(key) ?? 0) + 1),
    of: (key) => map.get(key) ?? 0,
    size: () => map.size,
    entries: () => [...map],
  };
}

const MOST_LISTED = 2 ** 22;

function leading({ efficient, nash }: Tally, atMost: number): number[] {
  return efficient
    .entries()
    .sort(([a, often], [b, seldom]) => nash.of(b) - nash.of(a) || seldom - often || a - b)
    .slice(0, atMost)
    .map(([key]) => key);
}

function rationality(sampled: SampledOrders, places: readonly number[], samples: number, share: ReturnType<typeof shareOf>): Share {
  const batches = new Float64Array(BATCHES);
  let count = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    const isRational = sampled.parties.every(
      ({ rows, layout, reference }) => worthOf(rows, layout, sample, places) >= (reference[sample] as number),
    );
    if (!isRational) continue;
    count += 1;
    inBatch(batches, sample, samples);
  }
  return share(count, batches);
}

interface BatchCounts {
  readonly efficient: Float64Array;
  readonly nash: Float64Array;
  readonly leximin: Float64Array;
}

/** Where samples hang together, errors come from the spread between batches; so the packages reported are counted again, batch by batch. */
function countsByBatch(
  sampled: SampledOrders,
  frontiers: FrontierOfSamples,
  keys: readonly (number | null)[],
  samples: number,
): BatchCounts[] {
  const made = keys.map(
    (): BatchCounts => ({ efficient: new Float64Array(BATCHES), nash: new Float64Array(BATCHES), leximin: new Float64Array(BATCHES) }),
  );
  const places = new Map(keys.map((key, at) => [key, at]));
  const reference = new Float64Array(sampled.parties.length);
  const points: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const frontier = frontiers.frontierOf(sample);
    const count = (what: keyof BatchCounts, point: number): void => {
      const at = places.get(frontier.keys[point] as number);
      if (at !== undefined) inBatch((made[at] as BatchCounts)[what], sample, samples);
    };
    referenceOf(sampled, sample, reference);
    for (let point = 0; point < frontier.count; point += 1) count('efficient', point);
    nashPoints(frontier, reference, points);
    for (const point of points) count('nash', point);
    leximinPoints(frontier, reference, points);
    for (const point of points) count('leximin', point);
  }
  return made;
}

const BATCHES = 32;

function inBatch(batches: Float64Array, sample: number, samples: number): void {
  const batch = Math.min(BATCHES - 1, Math.floor((sample * BATCHES) / samples));
  batches[batch] = (batches[batch] as number) + 1;
}

/** A count as a share with its error: binomial for independent samples, by batch means for chains (Geyer 1992, Statistical Science 7). */
function shareOf({ parties }: SampledOrders, samples: number): (count: number, batches?: Float64Array) => Share {
  const isIndependent = parties.every(({ how }) => how === 'exact');
  return (count, batches) => {
    if (samples === 0) return { share: 0, error: 0 };
    const share = count / samples;
    const binomial = Math.sqrt((share * (1 - share)) / samples);
    if (isIndependent || batches === undefined) return { share, error: binomial };
    const means = Array.from(batches, (one) => (one * BATCHES) / samples);
    const variance = means.reduce((sum, mean) => sum + (mean - share) ** 2, 0) / (BATCHES - 1);
    return { share, error: Math.max(binomial, Math.sqrt(variance / BATCHES)) };
  };
}
