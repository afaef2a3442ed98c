/**
 * Rank-order centroids: the mean of all weights that keep a ranking. Barron and Barrett (1996), "Decision quality using
 * ranked attribute weights", Management Science 42.
 */
import { UserError } from '@parley/model';
import type { MethodNote } from '../../method-note.ts';
import { type BargainPackage, packageAt } from '../domain.ts';
import { feasiblePackages } from './feasible-packages.ts';
import type { Holder } from './holder.ts';
import { isAbove, type Order } from './order.ts';
import type { ReadyOrders } from './ready-orders.ts';

/** The weights of `count` ranked things, the first the greatest: the mean of 1/i over the places from its own on. They sum to 1. */
export function rankOrderCentroid(count: number): number[] {
  if (!(Number.isInteger(count) && count >= 1))
    throw new UserError(`${count} things cannot be ranked`, { cure: 'give a whole number from 1' });
  const weights: number[] = [];
  for (let place = count, sum = 0; place >= 1; place -= 1) {
    sum += 1 / place;
    weights.unshift(sum / count);
  }
  return weights;
}

interface QuickScore {
  readonly package: BargainPackage;
  /** For each party what the rule gives the package, 0 to 1. */
  readonly scores: readonly { readonly partyId: string; readonly score: number }[];
}

export interface QuickRule {
  /** Packages in the order of the rule: the greater the lowest score of a party, the earlier. */
  readonly packages: readonly QuickScore[];
  readonly note: MethodNote;
}

/**
 * A quick rule, to stand beside what was computed over all consistent preferences, never in its place: weights are
 * rank-order centroids, options stand evenly apart, and what an order leaves open shares the mean of its places. Packages
 * are listed by the lowest score that they give any party.
 *
 * @param atMost how many packages to list; default 20
 */
export function quickRule(ready: ReadyOrders, atMost = 20): QuickRule {
  const { domain } = ready.orders;
  const scales = ready.parties.map(({ holder }) => scaleOf(holder));
  const packages = feasiblePackages(ready)
    .map((places) => ({
      places,
      scores: scales.map((scale) => places.reduce((sum, option, issue) => sum + (scale[issue]?.[option] ?? 0), 0)),
    }))
    .sort((a, b) => Math.min(...b.scores) - Math.min(...a.scores));
  return {
    packages: packages.slice(0, atMost).map(({ places, scores }) => ({
      package: packageAt(domain.issues, places),
      scores: ready.parties.map(({ id }, party) => ({ partyId: id, score: scores[party] as number })),
    })),
    note: {
      method: 'rankOrderCentroid',
      definition:
        'A rule, not a finding: weights by rank-order centroid, ranked options evenly apart, packages by the lowest score of any party.',
      source: 'Barron and Barrett (1996), Management Science 42',
      parameters: { atMost },
      kind: 'bound',
      complete: packages.length <= atMost,
      steps: packages.length,
    },
  };
}

/** What each option of each issue scores. */
function scaleOf({ issues, importance }: Holder): number[][] {
  const centroids = rankOrderCentroid(importance.size);
  return issues.map(({ order, bestAmong }, issue) => {
    const places = meanPlaces(order, bestAmong);
    const weight = meanOver(possiblePlaces(importance, issue), (place) => centroids[place] as number);
    return places.map((place) => (order.size === 1 ? weight : (weight * (order.size - 1 - place)) / (order.size - 1)));
  });
}

/** The middle of the places, 0 for the best, that each thing may have. */
function meanPlaces(order: Order, bestAmong: readonly number[]): number[] {
  return Array.from({ length: order.size }, (_, option) => {
    const [first, last] = possiblePlaces(order, option);
    const only = bestAmong.length === 1 ? bestAmong[0] : undefined;
    if (only === option) return 0;
    return (Math.max(first, only === undefined ? 0 : 1) + last) / 2;
  });
}

/** The first and the last place that the order leaves to a thing. */
function possiblePlaces(order: Order, one: number): readonly [first: number, last: number] {
  let above = 0;
  let below = 0;
  for (let other = 0; other < order.size; other += 1) {
    if (isAbove(order, other, one)) above += 1;
    if (isAbove(order, one, other)) below += 1;
  }
  return [above, order.size - 1 - below];
}

function meanOver([first, last]: readonly [number, number], value: (place: number) => number): number {
  let sum = 0;
  for (let place = first; place <= last; place += 1) sum += value(place);
  return sum / (last - first + 1);
}
