import type { Lattice } from './lattice.ts';

/** A state on the way: how many of each unit remain, and what follows from it. */
export interface WalkState {
  readonly remaining: Int32Array;
  /** By functional: its sum without regard to whether the party has something left to give. */
  readonly sums: Float64Array;
  /** By functional: how many of the party's own steps remain. */
  readonly givesLeft: Int32Array;
}

/** Steps through a lattice one unit at a time, from the start on or from the end back. */
export interface LatticeWalk {
  readonly isForward: boolean;
  /** Steps from one end to the other. */
  readonly length: number;
  start(): WalkState;
  copy(state: WalkState): WalkState;
  /** Whether a unit may be the next step in this direction. */
  may(state: WalkState, unit: number): boolean;
  /** The need of the state that the step leads to. */
  needAfter(state: WalkState, unit: number): number;
  /** The greatest sum of that state, whoever has something left to give: less is more to go on with. */
  strainAfter(state: WalkState, unit: number): number;
  take(state: WalkState, unit: number): void;
  /** How far a unit moves the sums: its greatest weight. */
  sizeOf(unit: number): number;
}

export function latticeWalk({ counts, functionals, after }: Lattice, isForward: boolean): LatticeWalk {
  const size = counts.length;
  const sign = isForward ? -1 : 1;
  const isGiver = functionals.map(({ gives }) => Uint8Array.from({ length: size }, (_, unit) => (gives.includes(unit) ? 1 : 0)));
  // Who waits for a unit: they must not have begun when it is the last one done.
  const waiting = Array.from({ length: size }, (_, unit) => after.flatMap((before, other) => (before.includes(unit) ? [other] : [])));
  const weights = functionals.map((functional) => functional.weights);
  const sizes = Float64Array.from({ length: size }, (_, unit) =>
    weights.reduce((most, own) => Math.max(most, Math.abs(own[unit] as number)), 0),
  );
  return {
    isForward,
    length: counts.reduce((sum, count) => sum + count, 0),
    start: () => ({
      remaining: isForward ? Int32Array.from(counts) : new Int32Array(size),
      sums: Float64Array.from(functionals, ({ offset, weights: own }) =>
        isForward ? own.reduce((sum, weight, unit) => sum + weight * (counts[unit] as number), offset) : offset,
      ),
      givesLeft: Int32Array.from(functionals, ({ gives }) =>
        isForward ? gives.reduce((sum, unit) => sum + (counts[unit] as number), 0) : 0,
      ),
    }),
    copy: ({ remaining, sums, givesLeft }) => ({ remaining: remaining.slice(), sums: sums.slice(), givesLeft: givesLeft.slice() }),
    may({ remaining }, unit) {
      if (isForward)
        return (remaining[unit] as number) > 0 && (after[unit] as readonly number[]).every((before) => remaining[before] === 0);
      return (
        (remaining[unit] as number) < (counts[unit] as number) &&
        (waiting[unit] as number[]).every((other) => remaining[other] === counts[other])
      );
    },
    sizeOf: (unit) => sizes[unit] as number,
    needAfter({ sums, givesLeft }, unit) {
      let need = 0;
      for (let at = 0; at < sums.length; at++) {
        const left = (givesLeft[at] as number) + sign * ((isGiver[at] as Uint8Array)[unit] as number);
        const sum = (sums[at] as number) + sign * ((weights[at] as Float64Array)[unit] as number);
        if (left > 0 && sum > need) need = sum;
      }
      return need;
    },
    strainAfter({ sums }, unit) {
      let strain = Number.NEGATIVE_INFINITY;
      for (let at = 0; at < sums.length; at++) {
        const sum = (sums[at] as number) + sign * ((weights[at] as Float64Array)[unit] as number);
        if (sum > strain) strain = sum;
      }
      return strain;
    },
    take({ remaining, sums, givesLeft }, unit) {
      remaining[unit] = (remaining[unit] as number) + sign;
      for (let at = 0; at < sums.length; at++) {
        sums[at] = (sums[at] as number) + sign * ((weights[at] as Float64Array)[unit] as number);
        givesLeft[at] = (givesLeft[at] as number) + sign * ((isGiver[at] as Uint8Array)[unit] as number);
      }
    },
  };
}

/** The need of the state at an end of the lattice. */
export function needAt({ sums, givesLeft }: WalkState): number {
  return sums.reduce((need, sum, at) => ((givesLeft[at] as number) > 0 ? Math.max(need, sum) : need), 0);
}
