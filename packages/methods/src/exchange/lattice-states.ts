import type { Lattice } from './lattice.ts';

/**
 * Called for each state in the order of the numbers. `need` is infinite where precedence does not let the state be;
 * `lastMask` has a bit for each unit that may have been the last one done.
 */
type VisitState = (state: number, need: number, lastMask: number) => void;

/** The states of a lattice, numbered so that each comes after all it can be reached from. */
export interface LatticeStates {
  readonly states: number;
  /** By unit, what one more of it done adds to the number of a state. */
  readonly strides: Int32Array;
  /** Visits all states in order; false where it was stopped. */
  each(visit: VisitState, shouldStop: () => boolean): boolean;
}

const STATES_BETWEEN_QUESTIONS = 1 << 16;
/** Units whose part of a sum is looked up at once. */
const TABLE_BITS = 13;

/** Numbers the states of a lattice of at most 31 units in mixed radix; with all counts 1, a number is the mask of a subset. */
export function latticeStates(lattice: Lattice): LatticeStates {
  const size = lattice.counts.length;
  if (size > 31) throw new RangeError(`${size} units are more than a mask holds`);
  const strides = new Int32Array(size);
  let states = 1;
  for (let unit = 0; unit < size; unit++) {
    strides[unit] = states;
    states *= (lattice.counts[unit] as number) + 1;
  }
  const areSubsets = size <= 2 * TABLE_BITS && lattice.counts.every((count) => count === 1);
  const each = areSubsets ? eachSubset : eachState;
  return { states, strides, each: (visit, shouldStop) => each(lattice, states, visit, shouldStop) };
}

/** Sums and requirements of a subset out of two tables, one for its low bits and one for its high bits. */
function eachSubset({ counts, functionals, after }: Lattice, states: number, visit: VisitState, shouldStop: () => boolean): boolean {
  const low = Math.min(counts.length, TABLE_BITS);
  const high = counts.length - low;
  const lowMask = (1 << low) - 1;
  const required = after.map(maskOf);
  const lowRequired = table(low, 0, 0, (sum, unit) => sum | (required[unit] as number));
  const highRequired = table(high, low, 0, (sum, unit) => sum | (required[unit] as number));
  const gives = functionals.map((functional) => maskOf(functional.gives));
  const lowSums = functionals.map(({ offset, weights }) =>
    table(
      low,
      0,
      weights.reduce((sum, weight) => sum + weight, offset),
      (sum, unit) => sum - (weights[unit] as number),
    ),
  );
  const highSums = functionals.map(({ weights }) => table(high, low, 0, (sum, unit) => sum - (weights[unit] as number)));
  for (let state = 0; state < states; state++) {
    if ((state & (STATES_BETWEEN_QUESTIONS - 1)) === STATES_BETWEEN_QUESTIONS - 1 && shouldStop()) return false;
    const lowBits = state & lowMask;
    const highBits = state >>> low;
    const requires = (lowRequired[lowBits] as number) | (highRequired[highBits] as number);
    if ((requires & ~state) !== 0) {
      visit(state, Number.POSITIVE_INFINITY, 0);
      continue;
    }
    let need = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < gives.length; at++) {
      if ((state & (gives[at] as number)) === gives[at]) continue;
      const sum = ((lowSums[at] as Float64Array)[lowBits] as number) + ((highSums[at] as Float64Array)[highBits] as number);
      if (sum > need) need = sum;
    }
    visit(state, need, state & ~requires);
  }
  return true;
}

/** A value for each subset of `size` units from `first` on, each from the subset without its lowest unit. */
function table(size: number, first: number, empty: number, add: (sum: number, unit: number) => number): Float64Array {
  const values = new Float64Array(1 << size).fill(empty);
  for (let mask = 1; mask < values.length; mask++) values[mask] = add(values[mask & (mask - 1)] as number, first + lowestBit(mask));
  return values;
}

/** Sums carried on from state to state, as the digits of the number go up. */
function eachState({ counts, functionals, after }: Lattice, states: number, visit: VisitState, shouldStop: () => boolean): boolean {
  const size = counts.length;
  const required = after.map(maskOf);
  const hasPrecedence = required.some((mask) => mask !== 0);
  const gives = functionals.map((functional) => maskOf(functional.gives));
  const weights = functionals.map((functional) => functional.weights);
  const sums = functionals.map(({ offset, weights: own }) =>
    own.reduce((sum, weight, unit) => sum + weight * (counts[unit] as number), offset),
  );
  const digits = new Int32Array(size);
  let begun = 0;
  let complete = 0;
  for (let state = 0; state < states; state++) {
    if ((state & (STATES_BETWEEN_QUESTIONS - 1)) === STATES_BETWEEN_QUESTIONS - 1 && shouldStop()) return false;
    let requires = 0;
    if (hasPrecedence) for (let rest = begun; rest !== 0; rest &= rest - 1) requires |= required[lowestBit(rest)] as number;
    if ((requires & ~complete) !== 0) visit(state, Number.POSITIVE_INFINITY, 0);
    else {
      let need = Number.NEGATIVE_INFINITY;
      for (let at = 0; at < gives.length; at++)
        if ((complete & (gives[at] as number)) !== gives[at] && (sums[at] as number) > need) need = sums[at] as number;
      visit(state, need, begun & ~requires);
    }
    for (let unit = 0; unit < size; unit++) {
      const count = counts[unit] as number;
      const digit = digits[unit] as number;
      const bit = 1 << unit;
      const isCarry = digit === count;
      digits[unit] = isCarry ? 0 : digit + 1;
      begun = isCarry ? begun & ~bit : begun | bit;
      complete = digit + 1 === count ? complete | bit : complete & ~bit;
      const change = isCarry ? count : -1;
      for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] as number) + change * ((weights[at] as Float64Array)[unit] as number);
      if (!isCarry) break;
    }
  }
  return true;
}

function maskOf(units: readonly number[]): number {
  return units.reduce((mask, unit) => mask | (1 << unit), 0);
}

/** The place of the lowest bit that is set. */
export function lowestBit(mask: number): number {
  return 31 - Math.clz32(mask & -mask);
}
