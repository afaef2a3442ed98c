/**
 * The order with the least deposit as a bottleneck shortest path over the down-sets of the precedence order.
 *
 * States are numbered so that every state comes after all it can be reached from, and one pass in the order of the
 * numbers fills the labels; one more counts the orders, in the same memory.
 */
import type { Lattice } from './lattice.ts';
import { type LatticeStates, latticeStates, lowestBit } from './lattice-states.ts';

/** What going through all states gives. */
export interface DenseResult {
  /** An order of the units that needs the least. */
  readonly order: number[];
  readonly need: number;
  /** How many orders need no more, identical units not told apart; null where they were not counted. */
  readonly optimalOrders: number | null;
  readonly states: number;
}

interface DenseOptions {
  /** What an order that is known needs: states that need more are passed over. */
  readonly ceiling: number;
  readonly count: boolean;
  readonly shouldStop: () => boolean;
}

/** Sums below this fit a label of 4 bytes. */
const WHOLE_MOST = 2 ** 30;

/**
 * Goes through all states of a lattice of at most 31 units; 4 bytes a state where all weights are whole numbers, 8
 * otherwise or where the orders are counted. Null where `shouldStop` ended it before there was an order.
 */
export function denseOrder(lattice: Lattice, { ceiling, count, shouldStop }: DenseOptions): DenseResult | null {
  const walk = latticeStates(lattice);
  const { states } = walk;
  const isWhole = hasWholeWeights(lattice);
  const memory = new ArrayBuffer(states * (isWhole && !count ? 4 : 8));
  const labels = isWhole ? new Int32Array(memory, 0, states) : new Float64Array(memory, 0, states);
  const unreached = isWhole ? 2 ** 31 - 1 : Number.POSITIVE_INFINITY;
  if (!fillLabels(walk, labels, { ceiling, unreached, shouldStop })) return null;
  const need = labels[states - 1] as number;
  const order = orderFrom(lattice, walk, labels);
  const ways = count ? countOrders(walk, new Float64Array(memory, 0, states), { limit: need + lattice.slack, shouldStop }) : null;
  return { order, need, optimalOrders: ways, states };
}

/** How many orders of the units need no more than `limit`; null where that was stopped or is beyond all numbers. 8 bytes a state. */
export function countDense(lattice: Lattice, limit: number, shouldStop: () => boolean): number | null {
  const walk = latticeStates(lattice);
  return countOrders(walk, new Float64Array(walk.states), { limit: limit + lattice.slack, shouldStop });
}

function hasWholeWeights({ functionals, counts }: Lattice): boolean {
  return functionals.every(({ weights, offset }) => {
    const most = weights.reduce((sum, weight, unit) => sum + Math.abs(weight) * (counts[unit] as number), Math.abs(offset));
    return most < WHOLE_MOST && Number.isInteger(offset) && weights.every((weight) => Number.isInteger(weight));
  });
}

/** By state: the least over all ways to it of the greatest need on the way. */
function fillLabels(
  { strides, each }: LatticeStates,
  labels: Int32Array | Float64Array,
  { ceiling, unreached, shouldStop }: { ceiling: number; unreached: number; shouldStop: () => boolean },
): boolean {
  return each((state, need, lastMask) => {
    if (need > ceiling) {
      labels[state] = unreached;
      return;
    }
    const floor = Math.max(need, 0);
    let best = state === 0 ? floor : unreached;
    for (let rest = lastMask; rest !== 0 && best > floor; rest &= rest - 1) {
      const label = labels[state - (strides[lowestBit(rest)] as number)] as number;
      if (label < best) best = label;
    }
    labels[state] = Math.max(best, floor);
  }, shouldStop);
}

/** Back from the end over labels that stay within the last one. */
function orderFrom(lattice: Lattice, { states, strides }: LatticeStates, labels: Int32Array | Float64Array): number[] {
  const limit = labels[states - 1] as number;
  const left = Int32Array.from(lattice.counts);
  const order: number[] = [];
  let last = -1;
  for (let state = states - 1; state > 0; ) {
    const isOpen = (unit: number): boolean =>
      (left[unit] as number) > 0 &&
      !lattice.after.some((before, other) => (left[other] as number) > 0 && before.includes(unit)) &&
      (labels[state - (strides[unit] as number)] as number) <= limit;
    // Going on with the same unit makes for few and large tranches; else any will do.
    const unit = last >= 0 && isOpen(last) ? last : left.findIndex((_, one) => isOpen(one));
    if (unit < 0) throw new Error(`no way back from state ${state}`);
    order.push(unit);
    left[unit] = (left[unit] as number) - 1;
    state -= strides[unit] as number;
    last = unit;
  }
  return order.reverse();
}

/** Exact up to 2^53: no way on an order that counts has more ways than all orders together. */
function countOrders(
  { states, strides, each }: LatticeStates,
  ways: Float64Array,
  { limit, shouldStop }: { limit: number; shouldStop: () => boolean },
): number | null {
  const ended = each((state, need, lastMask) => {
    let sum = state === 0 ? 1 : 0;
    if (need <= limit)
      for (let rest = lastMask; rest !== 0; rest &= rest - 1) sum += ways[state - (strides[lowestBit(rest)] as number)] as number;
    ways[state] = need <= limit ? sum : 0;
  }, shouldStop);
  const all = ways[states - 1] as number;
  return ended && Number.isFinite(all) ? all : null;
}
