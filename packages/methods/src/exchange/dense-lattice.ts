/**
 * The order with the least deposit as a bottleneck shortest path over the down-sets of the precedence order.
 *
 * States are numbered in mixed radix, so that every state comes after all it can be reached from, and one pass in the
 * order of the numbers fills the labels. With all counts 1 a state is the mask of a subset.
 */
import type { Lattice } from './lattice.ts';

/** The labels of all states. */
export interface DenseLabels {
  readonly states: number;
  /** By unit, what one more of it adds to the number of a state. */
  readonly strides: Int32Array;
  /** By state: the least over all ways to it of the greatest need on the way; `UNREACHED` where there is none. */
  readonly labels: Int32Array | Float64Array;
  readonly unreached: number;
}

const WHOLE_MOST = 2 ** 30;

/**
 * Fills the labels. At most 31 units, and as many states as fit into memory: 4 bytes each where all weights are whole
 * numbers, else 8. States with a need over `ceiling` are passed over. Null where `shouldStop` ended it.
 */
export function fillLabels(lattice: Lattice, { ceiling, shouldStop }: { ceiling: number; shouldStop: () => boolean }): DenseLabels | null {
  const walk = walkOf(lattice);
  const { states, strides } = walk;
  const isWhole = lattice.functionals.every(({ weights, offset }) => {
    const most = weights.reduce((sum, weight, at) => sum + Math.abs(weight) * (lattice.counts[at] ?? 0), Math.abs(offset));
    return most < WHOLE_MOST && Number.isInteger(offset) && weights.every((weight) => Number.isInteger(weight));
  });
  const labels = isWhole ? new Int32Array(states) : new Float64Array(states);
  const unreached = isWhole ? 2 ** 31 - 1 : Number.POSITIVE_INFINITY;
  const ended = walk.each((state, need, digitsMask, completeMask) => {
    const floor = Math.max(need, 0);
    if (floor > ceiling) {
      labels[state] = unreached;
      return;
    }
    let best = state === 0 ? floor : unreached;
    for (let rest = digitsMask; rest !== 0; rest &= rest - 1) {
      const unit = 31 - Math.clz32(rest & -rest);
      const required = walk.requires[unit] as number;
      if ((completeMask & required) !== required) continue;
      const label = labels[state - (strides[unit] as number)] as number;
      if (label < best) {
        best = label;
        if (best <= floor) break;
      }
    }
    labels[state] = Math.max(best, floor);
  }, shouldStop);
  return ended ? { states, strides, labels, unreached } : null;
}

/** Units in an order that reaches every label on its way, from the labels of all states. */
export function orderFrom(lattice: Lattice, { states, strides, labels, unreached }: DenseLabels): number[] {
  const limit = labels[states - 1] as number;
  const left = Int32Array.from(lattice.counts);
  const order: number[] = [];
  let last = -1;
  for (let state = states - 1; state > 0; ) {
    // Going on with the same unit makes for few and large tranches; else any that stays within the limit will do.
    const candidates = last < 0 ? [] : [last];
    for (let unit = 0; unit < left.length; unit++) candidates.push(unit);
    const unit = candidates.find((one) => {
      if ((left[one] as number) === 0) return false;
      if (lattice.after.some((before, other) => before.includes(one) && (left[other] as number) > 0)) return false;
      const label = labels[state - (strides[one] as number)] as number;
      return label !== unreached && label <= limit;
    });
    if (unit === undefined) throw new Error(`no way back from state ${state}`);
    order.push(unit);
    left[unit] = (left[unit] as number) - 1;
    state -= strides[unit] as number;
    last = unit;
  }
  return order.reverse();
}

/**
 * How many orders of the units need no more than `limit`; identical units are not told apart. Exact up to 2^53,
 * rounded above it; null where `shouldStop` ended it. Takes 8 bytes a state.
 */
export function countOrders(lattice: Lattice, limit: number, shouldStop: () => boolean): number | null {
  const walk = walkOf(lattice);
  const { states, strides } = walk;
  const ways = new Float64Array(states);
  const ended = walk.each((state, need, digitsMask, completeMask) => {
    if (need > limit) return;
    let sum = state === 0 ? 1 : 0;
    for (let rest = digitsMask; rest !== 0; rest &= rest - 1) {
      const unit = 31 - Math.clz32(rest & -rest);
      const required = walk.requires[unit] as number;
      if ((completeMask & required) === required) sum += ways[state - (strides[unit] as number)] as number;
    }
    ways[state] = sum;
  }, shouldStop);
  return ended ? (ways[states - 1] as number) : null;
}

interface Walk {
  readonly states: number;
  readonly strides: Int32Array;
  /** By unit: the units that must be complete before it, as a mask. */
  readonly requires: Int32Array;
  /** Visits all states in order; false where it was stopped. */
  each(visit: (state: number, need: number, digitsMask: number, completeMask: number) => void, shouldStop: () => boolean): boolean;
}

const STATES_BETWEEN_QUESTIONS = 1 << 16;

function walkOf(lattice: Lattice): Walk {
  const { counts, functionals } = lattice;
  const size = counts.length;
  if (size > 31) throw new RangeError(`${size} units are more than a mask holds`);
  const strides = new Int32Array(size);
  let states = 1;
  for (let unit = 0; unit < size; unit++) {
    strides[unit] = states;
    states *= (counts[unit] as number) + 1;
  }
  const maskOf = (units: readonly number[]): number => units.reduce((mask, unit) => mask | (1 << unit), 0);
  const requires = Int32Array.from(lattice.after, maskOf);
  const givesMasks = Int32Array.from(functionals, ({ gives }) => maskOf(gives));
  const start = Float64Array.from(functionals, ({ offset, weights }) =>
    weights.reduce((sum, weight, at) => sum + weight * (counts[at] as number), offset),
  );
  return {
    states,
    strides,
    requires,
    each(visit, shouldStop) {
      const digits = new Int32Array(size);
      const sums = Float64Array.from(start);
      let digitsMask = 0;
      let completeMask = 0;
      for (let state = 0; state < states; state++) {
        let need = Number.NEGATIVE_INFINITY;
        for (let at = 0; at < sums.length; at++) {
          const gives = givesMasks[at] as number;
          if ((completeMask & gives) !== gives && (sums[at] as number) > need) need = sums[at] as number;
        }
        visit(state, need, digitsMask, completeMask);
        if (state % STATES_BETWEEN_QUESTIONS === STATES_BETWEEN_QUESTIONS - 1 && shouldStop()) return false;
        for (let unit = 0; unit < size; unit++) {
          const count = counts[unit] as number;
          const bit = 1 << unit;
          const digit = digits[unit] as number;
          if (digit < count) {
            digits[unit] = digit + 1;
            digitsMask |= bit;
            if (digit + 1 === count) completeMask |= bit;
            for (let at = 0; at < sums.length; at++)
              sums[at] = (sums[at] as number) - ((functionals[at] as (typeof functionals)[number]).weights[unit] as number);
            break;
          }
          digits[unit] = 0;
          digitsMask &= ~bit;
          completeMask &= ~bit;
          for (let at = 0; at < sums.length; at++)
            sums[at] = (sums[at] as number) + ((functionals[at] as (typeof functionals)[number]).weights[unit] as number) * count;
        }
      }
      return true;
    },
  };
}
