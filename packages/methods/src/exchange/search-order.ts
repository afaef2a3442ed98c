import { beamSearch } from './beam-search.ts';
import type { FoundOrder, Lattice } from './lattice.ts';
import { latticeWalk, needAt } from './lattice-walk.ts';
import { thresholdSearch } from './threshold-search.ts';

interface SearchOptions {
  /** Most states to make in each direction. */
  readonly maxStates: number;
  readonly shouldStop: () => boolean;
}

const WIDTHS = [8, 32, 128] as const;
const HALVINGS = 12;

/**
 * An order beyond the exact range: good orders by beams from both ends, then best-first from both ends for a better
 * one or a bound. Exact where the bound is reached. Always has an order: without a budget the first that precedence
 * lets through.
 */
export function searchOrder(lattice: Lattice, { maxStates, shouldStop }: SearchOptions): FoundOrder {
  const forward = latticeWalk(lattice, true);
  const backward = latticeWalk(lattice, false);
  let bound = boundOf(lattice);
  let order = firstOrder(lattice);
  let need = needOf(lattice, order);
  let steps = 0;
  const offer = (found: readonly number[] | null): void => {
    if (found === null) return;
    const itsNeed = needOf(lattice, found);
    if (itsNeed < need) [order, need] = [[...found], itsNeed];
  };
  for (const width of WIDTHS) {
    for (const walk of [backward, forward]) {
      // A beam takes about so many looks; one that the budget does not hold is not begun.
      if (need <= bound || shouldStop() || width * walk.length * lattice.counts.length > 50 * maxStates) continue;
      const beam = beamSearch(walk, { width, shouldStop });
      steps += beam.steps;
      offer(beam.order);
    }
  }
  // Halving between what is known to be needed and what is known to be enough; a beam that fails proves nothing.
  let [low, isOpen] = [bound, WIDTHS[1] * forward.length * lattice.counts.length <= 50 * maxStates];
  for (let round = 0; round < HALVINGS && isOpen && need > low && !shouldStop(); round++) {
    const within = (low + need) / 2;
    const known = need;
    for (const walk of [forward, backward]) {
      if (need < known) continue;
      const beam = beamSearch(walk, { width: WIDTHS[1], within, shouldStop });
      steps += beam.steps;
      offer(beam.order);
    }
    if (need === known) low = within;
    isOpen = need - low > need / 1000;
  }
  for (const walk of [backward, forward]) {
    if (need <= bound || shouldStop()) continue;
    const found = thresholdSearch(walk, { maxStates, ceiling: need, shouldStop });
    steps += found.steps;
    bound = Math.max(bound, found.threshold);
    offer(found.order);
  }
  return { order, need, lowerBound: Math.min(bound, need), exact: need <= bound, optimalOrders: null, steps };
}

/** A fair order at once: a narrow beam from the end, or the first that precedence lets through; no order needs less than `bound`. */
export function quickOrder(lattice: Lattice): { readonly order: readonly number[]; readonly need: number; readonly bound: number } {
  const walk = latticeWalk(lattice, false);
  const isShort = walk.length * lattice.counts.length < 100_000;
  const { order } = isShort ? beamSearch(walk, { width: 4, shouldStop: () => false }) : { order: null };
  const first = firstOrder(lattice);
  const [need, firstNeed] = [order === null ? Number.POSITIVE_INFINITY : needOf(lattice, order), needOf(lattice, first)];
  const bound = boundOf(lattice);
  return order !== null && need <= firstNeed ? { order, need, bound } : { order: first, need: firstNeed, bound };
}

/** What the first step and the last need at least. */
function boundOf(lattice: Lattice): number {
  return Math.max(needAt(latticeWalk(lattice, true).start()), leastLastNeed(lattice), largestStepNeed(lattice));
}

/**
 * What the largest step needs between two sides. When X gives what is worth v to Y while Y has something left to give,
 * F_X is at least -D before it and F_Y at least -D after it, and both together are what all that is left gains: no
 * more than G, the sum of all gains. So 2 D >= v - G. When Y has nothing left to give, X gives at its cost: D >= c.
 */
function largestStepNeed({ functionals, counts }: Lattice): number {
  const [one, other] = functionals;
  if (functionals.length !== 2 || one === undefined || other === undefined || one.party === other.party) return 0;
  let gains = -one.offset - other.offset;
  for (let unit = 0; unit < counts.length; unit++)
    gains += Math.max(0, -(one.weights[unit] as number) - (other.weights[unit] as number)) * (counts[unit] as number);
  let need = 0;
  for (const [giver, receiver] of [
    [one, other],
    [other, one],
  ] as const)
    for (const unit of giver.gives) {
      if (receiver.gives.includes(unit)) continue;
      need = Math.max(need, Math.min((-(receiver.weights[unit] as number) - gains) / 2, (giver.weights[unit] as number) + giver.offset));
    }
  return need;
}

/** What the last step needs at least: its giver receives nothing after it. */
function leastLastNeed(lattice: Lattice): number {
  const backward = latticeWalk(lattice, false);
  const end = backward.start();
  let least = Number.POSITIVE_INFINITY;
  for (let unit = 0; unit < lattice.counts.length; unit++)
    if (backward.may(end, unit)) least = Math.min(least, backward.needAfter(end, unit));
  return Number.isFinite(least) ? least : 0;
}

function firstOrder(lattice: Lattice): number[] {
  const walk = latticeWalk(lattice, true);
  const state = walk.start();
  const order: number[] = [];
  while (order.length < walk.length) {
    const unit = lattice.counts.findIndex((_, at) => walk.may(state, at));
    walk.take(state, unit);
    order.push(unit);
  }
  return order;
}

function needOf(lattice: Lattice, order: readonly number[]): number {
  const walk = latticeWalk(lattice, true);
  const state = walk.start();
  let need = needAt(state);
  for (const unit of order) {
    need = Math.max(need, walk.needAfter(state, unit));
    walk.take(state, unit);
  }
  return need;
}
