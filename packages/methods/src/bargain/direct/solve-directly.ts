import { numberOf } from '../fraction.ts';
import { type Frontier, type FrontierLimits, joinParts, type LinearBound, onlyFor, type Parts, startParts } from '../frontier.ts';
import type { PointSet } from '../points/point-set.ts';
import type { ScaledBargain } from '../scaled-bargain.ts';
import { EGALITARIAN, egalitarian } from '../solutions/egalitarian.ts';
import { EQUAL_LOSS, equalLoss } from '../solutions/equal-loss.ts';
import { KALAI_SMORODINSKY, kalaiSmorodinsky } from '../solutions/kalai-smorodinsky.ts';
import { LEXIMIN, leximin } from '../solutions/leximin.ts';
import { NASH, nash } from '../solutions/nash.ts';
import { noteOf, type Rule, type Solution } from '../solutions/solution.ts';
import { UTILITARIAN, utilitarian } from '../solutions/utilitarian.ts';
import { type Aim, isRational } from './aim.ts';
import { climb } from './climb.ts';
import { supportingWeights } from './supporting-weights.ts';

/** The rules that can be answered without the whole frontier. */
export type DirectRule = 'nash' | 'kalaiSmorodinsky' | 'egalitarian' | 'leximin' | 'equalLoss' | 'utilitarian';

const RULES: Readonly<Record<DirectRule, Rule>> = {
  nash: NASH,
  kalaiSmorodinsky: KALAI_SMORODINSKY,
  egalitarian: EGALITARIAN,
  leximin: LEXIMIN,
  equalLoss: EQUAL_LOSS,
  utilitarian: UTILITARIAN,
};

/**
 * What a rule names, found without the whole frontier, for many parties where that is too large: parts of packages are
 * extended issue by issue, and one is dropped where it is dominated, or where even the best that could be added, by
 * weights of the parties that bound the rule closely, stays below a package that is known (branch and bound over sets
 * of partial packages; Morin and Marsten 1976, "Branch-and-bound strategies for dynamic programming"). The answer is
 * exact and has all ties, unless `note.complete` is false because a limit was met.
 */
export function solveDirectly(bargain: ScaledBargain, rule: DirectRule, limits: FrontierLimits = {}): Solution {
  const known = bargain.noDeal.filter((level) => level !== null);
  const start = startParts(bargain, limits);
  const search: Search = { bargain, start, noDeal: known };
  if (known.length < bargain.parties) {
    const empty = joinParts(bargain, { parts: [], budget: start.budget, bounds: [] });
    return { note: noteOf(empty, RULES[rule]), points: [], none: 'noDealUnknown' };
  }
  const rates = bargain.units.map(numberOf);
  const aim = (kind: Aim['kind'], levels: readonly number[], by: readonly number[]): Aim => ({ kind, noDeal: known, levels, rates: by });
  if (rule === 'nash') return nashDirectly(search);
  if (rule === 'utilitarian') return utilitarian(nearBest(search, aim('sum', known, rates)));
  if (rule === 'egalitarian') return egalitarian(nearBest(search, aim('least', known, rates)));
  if (rule === 'leximin') return leximin(nearBest(search, aim('least', known, rates)));
  const ideal = idealsOf(search);
  if (rule === 'equalLoss') {
    const best = known.map((level, party) => level + (ideal[party] as number));
    return equalLoss(nearBest(search, aim('least', best, rates)), ideal);
  }
  const shares = ideal.map((most) => (most > 0 ? 1 / most : 0));
  return kalaiSmorodinsky(nearBest(search, aim('least', known, shares)), ideal);
}

interface Search {
  readonly bargain: ScaledBargain;
  readonly start: Parts;
  readonly noDeal: readonly number[];
}

/** Where no package gives every party a gain there is no product to bound by; all rational points are then looked at. */
function nashDirectly(search: Search): Solution {
  return nash(nearBest(search, { kind: 'product', noDeal: search.noDeal, levels: search.noDeal, rates: search.noDeal.map(() => 1) }));
}

/** All efficient points that may be best by an aim, ties with it among them. */
function nearBest({ bargain, start, noDeal }: Search, aim: Aim): Frontier {
  const points = start.parts.map((part) => part.points);
  const floors = noDeal.map((least, party): LinearBound => ({ weights: onlyFor(party, bargain.parties), least }));
  if (points.some(({ count }) => count === 0) || aim.rates.every((rate) => rate === 0))
    return joinParts(bargain, { ...start, bounds: floors });
  const { weights, choices } = supportingWeights(points, aim);
  // What is best for a sum may be below no deal for one; a balanced choice is a better place to climb from.
  const balanced =
    aim.kind === 'sum' ? supportingWeights(points, { ...aim, kind: 'product', levels: noDeal, rates: noDeal.map(() => 1) }).choices : [];
  const best = [...choices, ...balanced].reduce((most, choice) => Math.max(most, climb(points, choice, aim)), Number.NEGATIVE_INFINITY);
  const sizes = floors.map((_, party) =>
    points.reduce((sum, part) => sum + largestFor(part, party), Math.abs(aim.levels[party] as number)),
  );
  const bounds = isRational(best) ? weights.map((one) => boundBy(one, best, { aim, sizes })) : [];
  return joinParts(bargain, { ...start, bounds: [...floors, ...bounds, ...(isRational(best) ? leastGains(best, { aim, sizes }) : [])] });
}

/** Sums of floats are right to this share of what they are made of. */
const ROUGH = 1e-11;

interface Scale {
  readonly aim: Aim;
  /** For each party no less than any sum of its values and its level, either way. */
  readonly sizes: readonly number[];
}

/** What the weighted sum of values is at least, for all that score as well as the best known. */
function boundBy(weights: Float64Array, best: number, { aim: { kind, levels }, sizes }: Scale): LinearBound {
  const parties = weights.length;
  const summed = (values: readonly number[]): number => values.reduce((sum, value, party) => sum + value * (weights[party] as number), 0);
  // A product of gains is at most the mean of the weighted gains to the power of their number, over the weights.
  const logs = weights.reduce((sum, weight) => sum + Math.log(weight), 0);
  const gain = kind === 'product' ? parties * Math.exp((best + logs) / parties) : best;
  return { weights, least: summed(levels) + gain - ROUGH * (summed(sizes) + Math.abs(gain)) };
}

/** Where the smallest gain counts, every party has at least that of the best known. */
function leastGains(best: number, { aim: { kind, levels, rates }, sizes }: Scale): LinearBound[] {
  if (kind !== 'least') return [];
  return rates.flatMap((rate, party) => {
    if (rate === 0) return [];
    const slack = ROUGH * ((sizes[party] as number) + Math.abs(best / rate));
    return [{ weights: onlyFor(party, rates.length), least: (levels[party] as number) + best / rate - slack }];
  });
}

function largestFor({ rows, parties }: PointSet, party: number): number {
  let largest = 0;
  for (let at = party; at < rows.length; at += parties) largest = Math.max(largest, Math.abs(rows[at] as number));
  return largest;
}

/** The most that each party could gain in a package at least as good as no deal for all. */
function idealsOf(search: Search): number[] {
  const { bargain, noDeal } = search;
  return noDeal.map((level, party) => {
    const rates = Array.from(onlyFor(party, bargain.parties));
    const { size, pointAt } = nearBest(search, { kind: 'sum', noDeal, levels: noDeal, rates });
    let most = 0;
    for (let at = 0; at < size; at += 1) most = Math.max(most, (pointAt(at).units[party] as number) - level);
    return most;
  });
}
