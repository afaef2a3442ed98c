import type { Frontier } from '../frontier.ts';
import { rankCounter } from '../rank-counter.ts';
import { best, noteOf, type RationalPoint, type Rule, rationalPoints, type Solution, solve } from './solution.ts';

const FALLBACK: Rule = {
  method: 'fallback',
  definition:
    'The parties fall back step by step from what each likes best until a package is reached by all: the smallest largest rank, a package’s rank for a party being 1 and the number of allowed packages that it likes better; never below no deal.',
  source: 'Brams and Kilgour 2001, Fallback bargaining (with impasse)',
};

/** Fallback bargaining: it uses nothing but the order in which each party has the packages. */
export function fallback(frontier: Frontier): Solution {
  const points = rationalPoints(frontier) ?? [];
  const counters =
    points.length === 0 ? [] : frontier.bargain.noDeal.map((_, party) => rankCounter(frontier.bargain, party, points.length));
  if (counters.includes(null)) return { note: { ...noteOf(frontier, FALLBACK), complete: false }, points: [], none: 'tooManyPackages' };
  return solve(frontier, FALLBACK, (rational) => {
    const depth = new Map<RationalPoint, bigint>();
    for (const one of rational) {
      let deepest = 0n;
      for (const [party, better] of counters.entries()) {
        const rank = (better?.(one.point.units[party] as number) ?? 0n) + 1n;
        if (rank > deepest) deepest = rank;
      }
      depth.set(one, deepest);
    }
    const of = (one: RationalPoint): bigint => depth.get(one) ?? 0n;
    return best(rational, { roughly: (one) => -Number(of(one)), exactly: (one) => ({ top: -of(one), bottom: 1n }) });
  });
}
