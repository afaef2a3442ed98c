import { numberOf } from '../fraction.ts';
import type { Frontier } from '../frontier.ts';
import { best, exactly, idealGains, type RationalPoint, type Rule, type Solution, smallest, solve } from './solution.ts';

export const EQUAL_LOSS: Rule = {
  method: 'equalLoss',
  definition:
    'The smallest largest loss, a loss being what a party has less than in its best package at least as good as no deal for all; losses compared as the profiles’ scales have them.',
  source: 'Chun 1988, The equal-loss principle for bargaining problems; for finite sets, the efficient points of the smallest largest loss',
};

/**
 * The equal-loss solution. It compares the parties' scales with each other, as the user entered them.
 *
 * @param ideal the most that each party could gain, in its units; by default what it has on the frontier
 */
export function equalLoss(frontier: Frontier, ideal?: readonly number[]): Solution {
  const { units } = frontier.bargain;
  const size = units.map(numberOf);
  return solve(frontier, EQUAL_LOSS, (points) => {
    const most = ideal ?? idealGains(points);
    // Losses below 0, so that the best is the largest smallest here too.
    const lost = ({ gains }: RationalPoint, party: number): number => (gains[party] as number) - (most[party] as number);
    return best(points, {
      roughly: (point) => size.reduce((least, unit, party) => Math.min(least, lost(point, party) * unit), 0),
      exactly: (point) => smallest(units.map((_, party) => exactly(units, party, lost(point, party)))),
    });
  });
}
