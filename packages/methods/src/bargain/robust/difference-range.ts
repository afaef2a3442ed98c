import { consistentProgram, differenceTerms, MARGIN } from './consistent-program.ts';
import type { Holder, IssueOrder } from './holder.ts';
import { type LinearSolver, TOLERANCE } from './linear-program.ts';
import { connectedGroups, isAbove, type Order } from './order.ts';

/** A package by the places of its options, or `'nothing'`: what is worth 0 to everybody. */
type Compared = readonly number[] | 'nothing';

/** How differences between packages are asked for; answers are kept, since many pairs differ in the same way. */
export interface Differences {
  /** The most that the first is worth over the second under any consistent preference, −1 to 1. */
  most(first: Compared, second: Compared): number;
  /** Whether a consistent preference has the first at least as good as the second. */
  canBeAtLeast(first: readonly number[], second: readonly number[]): boolean;
  /** Whether a consistent preference has the first better than the second. */
  canBeBetter(first: readonly number[], second: readonly number[]): boolean;
}

/**
 * Differences between packages to one holder, exact over all its consistent preferences.
 *
 * Where only orders were stated, the extreme points are known: on an issue the options of an upper set are worth all
 * and the others nothing, and the weight is shared alike by the issues of an upper set of importance. Otherwise a
 * program is solved for each.
 */
export function differencesOf(holder: Holder, solver: LinearSolver): Differences {
  const sets = holder.ordersOnly ? upperSets(holder.importance) : null;
  const kept = new Map<string, number>();
  const level = new Map<string, boolean>();
  const canBeLevelKept = (first: readonly number[], second: readonly number[]): boolean => {
    const key = keyOf(first, second);
    const known = level.get(key) ?? canBeLevel(holder, first, second, solver);
    level.set(key, known);
    return known;
  };
  const most = (first: Compared, second: Compared): number => {
    const key = keyOf(first, second);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const found = sets === null ? mostByProgram(holder, first, second, solver) : mostAtExtremes(holder, sets, first, second);
    if (kept.size < KEPT) kept.set(key, found);
    return found;
  };
  const canBeBetter = (first: readonly number[], second: readonly number[]): boolean => most(first, second) > TOLERANCE;
  return {
    most,
    canBeBetter,
    canBeAtLeast(first, second) {
      if (first.every((option, issue) => option === second[issue])) return true;
      const found = most(first, second);
      return Math.abs(found) > TOLERANCE ? found > 0 : canBeLevelKept(first, second);
    },
  };
}

const KEPT = 200_000;

/** What both have alike makes no difference, so pairs of packages that differ in the same way share an answer. */
function keyOf(first: Compared, second: Compared): string {
  if (first === 'nothing' || second === 'nothing') return `${first}/${second}`;
  let key = '';
  first.forEach((option, issue) => {
    if (option !== second[issue]) key += `${issue}:${option}>${second[issue]} `;
  });
  return key;
}

/** The closure of the set may reach a difference of 0 where no preference that keeps every strict statement does. */
function canBeLevel(holder: Holder, first: readonly number[], second: readonly number[], solver: LinearSolver): boolean {
  const program = consistentProgram(holder, { low: 0, high: 1 });
  program.row(differenceTerms(first, second), { low: 0 });
  const solution = program.maximise([[MARGIN, 1]], solver);
  return solution !== null && solution.objective > TOLERANCE;
}

function mostByProgram(holder: Holder, first: Compared, second: Compared, solver: LinearSolver): number {
  const nothing = holder.issues.map(() => -1);
  const terms = differenceTerms(first === 'nothing' ? nothing : first, second === 'nothing' ? nothing : second).filter(
    ([variable]) => !variable.endsWith('_-1'),
  );
  const solution = consistentProgram(holder, { low: 0, high: 0 }).maximise(terms, solver);
  if (solution === null) throw new Error('no preference fits what was said; readyOrders with a solver refuses this');
  return solution.objective;
}

function mostAtExtremes({ issues }: Holder, sets: readonly (readonly number[])[], first: Compared, second: Compared): number {
  const gaps = issues.map((issue, place) =>
    widestGap(issue, first === 'nothing' ? null : (first[place] as number), second === 'nothing' ? null : (second[place] as number)),
  );
  let most = Number.NEGATIVE_INFINITY;
  for (const set of sets) {
    let sum = 0;
    for (const issue of set) sum += gaps[issue] as number;
    if (sum / set.length > most) most = sum / set.length;
  }
  return most;
}

/** The most that option `a` can stand over `b` on a scale from the worst (0) to the best (1) of the issue; null stands for 0. */
function widestGap({ order, bestAmong }: IssueOrder, a: number | null, b: number | null): number {
  if (a === b) return 0;
  if (order.size === 1) return a === null ? -1 : 1;
  // An upper set is all that is worth 1: with each option all above it, at least one that may be best, and not everything.
  const holds = (set: readonly number[], option: number): boolean => set.some((one) => one === option || isAbove(order, option, one));
  const isProper = (set: readonly number[]): boolean => {
    for (let option = 0; option < order.size; option += 1) if (!holds(set, option)) return true;
    return false;
  };
  const isWith = (inside: readonly number[], outside: readonly number[]): boolean =>
    bestAmong.some((best) => {
      const set = [...inside, best];
      return !outside.some((option) => holds(set, option)) && isProper(set);
    });
  if (a === null) return isWith([], [b as number]) ? 0 : -1;
  if (b === null) return isWith([a], []) ? 1 : 0;
  if (isWith([a], [b])) return 1;
  return isWith([a, b], []) || isWith([], [a, b]) ? 0 : -1;
}

/**
 * The upper sets of the order of importance within each connected group: with an issue, all that matter more. Null
 * where there are too many to list.
 */
function upperSets(importance: Order): number[][] | null {
  const sets: number[][] = [];
  for (const group of connectedGroups(importance)) {
    if (group.length > LISTED) return null;
    for (let mask = 1; mask < 1 << group.length; mask += 1) {
      const set = group.filter((_, at) => (mask >> at) & 1);
      if (set.every((low) => group.every((high) => !isAbove(importance, high, low) || set.includes(high)))) sets.push(set);
    }
  }
  return sets;
}

const LISTED = 12;
