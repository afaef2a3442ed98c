import { reduced } from '../fraction.ts';
import type { Frontier } from '../frontier.ts';
import { best, idealGains, type Measure, type RationalPoint, type Rule, type Solution, smallest, solve } from './solution.ts';

export const KALAI_SMORODINSKY: Rule = {
  method: 'kalaiSmorodinsky',
  definition:
    'The largest smallest share, a share being what a party gains over no deal as a part of the most it could gain in any package at least as good as no deal for all. A party that could gain nothing has no share.',
  source:
    'Kalai and Smorodinsky 1975, Other solutions to Nash’s bargaining problem; for finite sets, the efficient points of the largest smallest share',
};

/**
 * The Kalai–Smorodinsky solution on packages that cannot be mixed; not Kalai's egalitarian solution.
 *
 * @param ideal the most that each party could gain, in its units; by default what it has on the frontier
 */
export function kalaiSmorodinsky(frontier: Frontier, ideal?: readonly number[]): Solution {
  return solve(frontier, KALAI_SMORODINSKY, (points) => best(points, smallestShare(ideal ?? idealGains(points))));
}

function smallestShare(ideal: readonly number[]): Measure {
  const sharing = ideal.flatMap((most, party) => (most > 0 ? [{ most, party }] : []));
  const gain = ({ gains }: RationalPoint, party: number): number => gains[party] as number;
  return {
    roughly: (point) => sharing.reduce((least, { most, party }) => Math.min(least, gain(point, party) / most), 1),
    exactly: (point) =>
      smallest([{ top: 1n, bottom: 1n }, ...sharing.map(({ most, party }) => reduced(BigInt(gain(point, party)), BigInt(most)))]),
  };
}
