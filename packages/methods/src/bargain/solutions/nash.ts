import type { Frontier } from '../frontier.ts';
import { best, type RationalPoint, type Rule, type Solution, solve } from './solution.ts';

export const NASH: Rule = {
  method: 'nash',
  definition:
    'The largest product of gains over no deal, among packages at least as good as no deal for all. Where no package gives every party a gain, the product over the most parties that can gain together.',
  source:
    'Nash 1950, The bargaining problem; for products of 0, Caragiannis et al. 2019, The unreasonable fairness of maximum Nash welfare',
};

/** The Nash bargaining solution: does not change when a party's scale is stretched or moved. */
export function nash(frontier: Frontier): Solution {
  return solve(frontier, NASH, (points) => {
    const gaining = ({ gains }: RationalPoint): number => gains.filter((gain) => gain > 0).length;
    const most = points.reduce((count, point) => Math.max(count, gaining(point)), 0);
    return best(
      points.filter((point) => gaining(point) === most),
      {
        roughly: ({ gains }) => gains.reduce((product, gain) => (gain > 0 ? product * gain : product), 1),
        exactly: ({ gains }) => ({
          top: gains.reduce((product, gain) => (gain > 0 ? product * BigInt(gain) : product), 1n),
          bottom: 1n,
        }),
      },
    );
  });
}
