import type { MethodNote } from '../../method-note.ts';
import { compareFractions, type Fraction, reduced } from '../fraction.ts';
import { type Frontier, type FrontierPoint, numbersUsed } from '../frontier.ts';

/**
 * Why a solution names no package: a party's no-deal point is a range or not known, so that nobody can say what each
 * gains; or no allowed package is at least as good as no deal for every party; or there are too many packages to rank.
 */
export type NoSolution = 'noDealUnknown' | 'noneRational' | 'tooManyPackages';

/** The points that a rule of bargaining names, all of them where several are equally good by it. */
export interface Solution {
  readonly note: MethodNote;
  readonly points: readonly FrontierPoint[];
  /** Null where there are points. */
  readonly none: NoSolution | null;
}

/** What a rule is called and where it comes from. */
export type Rule = Pick<MethodNote, 'method' | 'definition' | 'source'>;

/** A point at least as good as no deal for every party, with what each gains, in its own units. */
export interface RationalPoint {
  readonly point: FrontierPoint;
  readonly gains: readonly number[];
}

/** How good a point is by a rule: roughly, to find the best quickly, and exactly, to tell ties. */
export interface Measure {
  readonly roughly: (point: RationalPoint) => number;
  readonly exactly: (point: RationalPoint) => Fraction;
}

/** Applies a rule to the individually rational points of a frontier. */
export function solve(frontier: Frontier, rule: Rule, choose: (points: readonly RationalPoint[]) => readonly RationalPoint[]): Solution {
  const rational = rationalPoints(frontier);
  const answer = (points: readonly RationalPoint[], none: NoSolution | null): Solution => ({
    note: noteOf(frontier, rule),
    points: points.map(({ point }) => point),
    none,
  });
  if (rational === null) return answer([], 'noDealUnknown');
  return rational.length === 0 ? answer([], 'noneRational') : answer(choose(rational), null);
}

export function noteOf(frontier: Frontier, rule: Rule): MethodNote {
  const { complete, kind, steps } = frontier.note;
  return { ...rule, parameters: numbersUsed(frontier.bargain), kind, complete, steps };
}

/** Null where some party's no-deal point is not known. */
export function rationalPoints({ bargain: { noDeal }, size, pointAt }: Frontier): RationalPoint[] | null {
  if (noDeal.includes(null)) return null;
  return Array.from({ length: size }, (_, at) => {
    const point = pointAt(at);
    return { point, gains: noDeal.map((level, party) => (point.units[party] as number) - (level as number)) };
  }).filter(({ gains }) => gains.every((gain) => gain >= 0));
}

/** Rough measures are right to this share of themselves. */
const ROUGH = 1e-9;

/** All points that measure best; ties are told exactly. */
export function best(points: readonly RationalPoint[], { roughly, exactly }: Measure): RationalPoint[] {
  const rough = points.map(roughly);
  const most = rough.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const near = points.filter((_, at) => (rough[at] as number) >= most - ROUGH * (Math.abs(most) + Number.MIN_VALUE));
  if (near.length <= 1) return near;
  const exact = near.map(exactly);
  const highest = exact.reduce((a, b) => (compareFractions(a, b) >= 0 ? a : b));
  return near.filter((_, at) => compareFractions(exact[at] as Fraction, highest) === 0);
}

/** A number of units as an exact number on the scale of a party's profile. */
export function exactly(units: readonly Fraction[], party: number, value: number): Fraction {
  const { top, bottom } = units[party] as Fraction;
  return reduced(BigInt(value) * top, bottom);
}

/** What each party has in its best individually rational point, as a gain over no deal, in its own units. */
export function idealGains(points: readonly RationalPoint[]): number[] {
  const parties = points[0]?.gains.length ?? 0;
  return Array.from({ length: parties }, (_, party) => points.reduce((most, { gains }) => Math.max(most, gains[party] as number), 0));
}

export function smallest(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce((a, b) => (compareFractions(a, b) <= 0 ? a : b));
}
