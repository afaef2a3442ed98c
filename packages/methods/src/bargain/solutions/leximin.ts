import { compareFractions, type Fraction, numberOf } from '../fraction.ts';
import type { Frontier } from '../frontier.ts';
import { best, exactly, type RationalPoint, type Rule, type Solution, solve } from './solution.ts';

export const LEXIMIN: Rule = {
  method: 'leximin',
  definition:
    'The largest smallest gain over no deal; among those the largest second smallest, and so on; gains compared as the profiles’ scales have them.',
  source: 'Sen 1970, Collective choice and social welfare; Imai 1983, Individual monotonicity and lexicographic maxmin solution',
};

/** The leximin solution: the egalitarian one, with ties settled for the next worst off, and so on. */
export function leximin(frontier: Frontier): Solution {
  const { units } = frontier.bargain;
  const size = units.map(numberOf);
  return solve(frontier, LEXIMIN, (points) => {
    let left = points;
    for (let rank = 0; rank < units.length && left.length > 1; rank += 1)
      left = best(left, {
        roughly: ({ gains }) => gains.map((gain, party) => gain * (size[party] as number)).sort((a, b) => a - b)[rank] as number,
        exactly: (point) => sortedGains(point, units)[rank] as Fraction,
      });
    return left;
  });
}

function sortedGains({ gains }: RationalPoint, units: readonly Fraction[]): Fraction[] {
  return gains.map((gain, party) => exactly(units, party, gain)).sort(compareFractions);
}
