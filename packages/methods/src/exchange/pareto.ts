import type { Exchange, ExchangeStep } from './exchange.ts';
import { type Lattice, statesOf } from './lattice.ts';
import { type LatticeWalk, latticeWalk, type WalkState } from './lattice-walk.ts';
import type { Readings } from './readings.ts';

/** An order with the smallest deposit that no other such order beats in all of these. */
export interface ParetoPlan {
  readonly schedule: readonly ExchangeStep[];
  /** By party id: its greatest exposure on the way. */
  readonly exposure: Readonly<Record<string, number>>;
  readonly durationDays: number;
}

interface ParetoOptions {
  /** The greatest need that an order may have. */
  readonly limit: number;
  readonly readings: Readings;
  /** Most labels to make; beyond it the front is not complete, and left out. */
  readonly maxLabels: number;
  readonly shouldStop: () => boolean;
}

/** A way to a state. `marks` is what must be no greater for one way to be as good as another. */
interface Label {
  /** By party its greatest exposure, then the day so far, the last verification, and those that are waited for. */
  readonly marks: Float64Array;
  readonly unit: number;
  readonly before: Label | null;
}

interface Reached {
  readonly state: WalkState;
  /** By party, what its exposure is here. */
  readonly exposures: Float64Array;
  readonly labels: Label[];
}

const MOST_PLANS = 50;

/**
 * The front over the greatest exposure of each side and the days it takes, among the orders within the limit: labels
 * that no other at the same state beats, set level by level (Martins 1984, "On a multicriteria shortest path problem").
 */
export function paretoPlans(exchange: Exchange, lattice: Lattice, options: ParetoOptions): { plans: ParetoPlan[]; complete: boolean } {
  const { limit, maxLabels, shouldStop } = options;
  // Beyond 2^53 states their numbers are not told apart.
  if (maxLabels <= 0 || statesOf(lattice) > Number.MAX_SAFE_INTEGER) return { plans: [], complete: false };
  const walk = latticeWalk(lattice, true);
  const start = walk.start();
  const marking = markingOf(exchange, lattice, start);
  const strides = stridesOf(lattice);
  const first = {
    state: start,
    exposures: marking.exposures(start),
    labels: [{ marks: new Float64Array(marking.size), unit: -1, before: null }],
  };
  let level = new Map<number, Reached>([[0, first]]);
  let made = 0;
  for (let depth = 0; depth < walk.length; depth++) {
    const next = new Map<number, Reached>();
    if (shouldStop()) return { plans: [], complete: false };
    for (const [number, { state, labels }] of level) {
      for (let unit = 0; unit < strides.length; unit++) {
        if (!walk.may(state, unit) || walk.needAfter(state, unit) > limit) continue;
        const key = number + (strides[unit] as number);
        const reached = next.get(key) ?? reachedBy(walk, state, unit, marking);
        next.set(key, reached);
        for (const label of labels)
          if (keep(reached.labels, { marks: marking.after(label.marks, unit, reached.exposures), unit, before: label })) made += 1;
        if (made > maxLabels) return { plans: [], complete: false };
      }
    }
    level = next;
  }
  const [end] = level.values();
  return { plans: frontOf(end?.labels ?? [], exchange, lattice, options.readings), complete: true };
}

function stridesOf({ counts }: Lattice): number[] {
  let stride = 1;
  return Array.from(counts, (count) => {
    const own = stride;
    stride *= count + 1;
    return own;
  });
}

function reachedBy(walk: LatticeWalk, from: WalkState, unit: number, marking: Marking): Reached {
  const state = walk.copy(from);
  walk.take(state, unit);
  return { state, exposures: marking.exposures(state), labels: [] };
}

/** Adds a label unless another is as good, and takes out those that it beats. */
function keep(labels: Label[], label: Label): boolean {
  if (labels.some(({ marks }) => isNoWorse(marks, label.marks))) return false;
  for (let at = labels.length - 1; at >= 0; at--) if (isNoWorse(label.marks, (labels[at] as Label).marks)) labels.splice(at, 1);
  labels.push(label);
  return true;
}

function isNoWorse(one: Float64Array, other: Float64Array): boolean {
  for (let at = 0; at < one.length; at++) if ((one[at] as number) > (other[at] as number)) return false;
  return true;
}

interface Marking {
  readonly size: number;
  exposures(state: WalkState): Float64Array;
  after(marks: Float64Array, unit: number, exposures: Float64Array): Float64Array;
}

function markingOf({ parties }: Exchange, { units, functionals }: Lattice, start: WalkState): Marking {
  const day = parties.length;
  const last = day + 1;
  const waitedFor = [...new Set(units.flatMap(({ verified }) => verified))];
  const markOf = new Map(waitedFor.map((unit, at) => [unit, last + 1 + at]));
  return {
    size: last + 1 + waitedFor.length,
    exposures(state) {
      const exposures = new Float64Array(parties.length);
      functionals.forEach(({ party }, at) => {
        exposures[party] = Math.max(exposures[party] as number, (start.sums[at] as number) - (state.sums[at] as number));
      });
      return exposures;
    },
    after(marks, unit, exposures) {
      const { earliestDay = 0, durationDays = 0, verificationDays = 0, verified = [] } = units[unit] ?? {};
      const next = marks.slice();
      for (let party = 0; party < day; party++)
        if ((exposures[party] as number) > (next[party] as number)) next[party] = exposures[party] as number;
      let startDay = Math.max(marks[day] as number, earliestDay);
      for (const before of verified) startDay = Math.max(startDay, marks[markOf.get(before) ?? day] as number);
      const end = startDay + durationDays;
      next[day] = end;
      next[last] = Math.max(next[last] as number, end + verificationDays);
      const mark = markOf.get(unit);
      if (mark !== undefined) next[mark] = Math.max(next[mark] as number, end + verificationDays);
      return next;
    },
  };
}

function frontOf(labels: readonly Label[], { parties }: Exchange, { units }: Lattice, readings: Readings): ParetoPlan[] {
  const ends = labels.map((label) => {
    const durationDays = Math.max(label.marks[parties.length] as number, label.marks[parties.length + 1] as number);
    return { label, marks: Float64Array.from([...label.marks.subarray(0, parties.length), durationDays]), durationDays };
  });
  const front = ends.filter(
    ({ marks }, at) =>
      !ends.some((other, place) => place !== at && isNoWorse(other.marks, marks) && (place < at || !isNoWorse(marks, other.marks))),
  );
  return front
    .sort((a, b) => a.durationDays - b.durationDays || (a.marks[0] as number) - (b.marks[0] as number))
    .slice(0, MOST_PLANS)
    .map(({ label, marks, durationDays }) => ({
      schedule: unitsTo(label).map((unit) => ({ day: null, deliver: units[unit]?.deliver ?? [], pay: 0 })),
      exposure: Object.fromEntries(parties.map(({ id }, party) => [id, (marks[party] as number) / readings.scale])),
      durationDays,
    }));
}

function unitsTo(label: Label): number[] {
  const units: number[] = [];
  for (let at: Label | null = label; at !== null && at.unit >= 0; at = at.before) units.push(at.unit);
  return units.reverse();
}
