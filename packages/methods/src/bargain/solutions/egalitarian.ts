import { numberOf } from '../fraction.ts';
import type { Frontier } from '../frontier.ts';
import { best, exactly, type Rule, type Solution, smallest, solve } from './solution.ts';

export const EGALITARIAN: Rule = {
  method: 'egalitarian',
  definition:
    'The largest smallest gain over no deal, gains compared as the profiles’ scales have them, among efficient packages at least as good as no deal for all.',
  source: 'Kalai 1977, Proportional solutions to bargaining situations; for finite sets, the efficient points of the largest smallest gain',
};

/** The egalitarian solution. It compares the parties' scales with each other, as the user entered them. */
export function egalitarian(frontier: Frontier): Solution {
  const { units } = frontier.bargain;
  const size = units.map(numberOf);
  return solve(frontier, EGALITARIAN, (points) =>
    best(points, {
      roughly: ({ gains }) =>
        gains.reduce((least, gain, party) => Math.min(least, gain * (size[party] as number)), Number.POSITIVE_INFINITY),
      exactly: ({ gains }) => smallest(gains.map((gain, party) => exactly(units, party, gain))),
    }),
  );
}
