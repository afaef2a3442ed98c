import { numberOf, plus } from '../fraction.ts';
import type { Frontier } from '../frontier.ts';
import { best, exactly, type Rule, type Solution, solve } from './solution.ts';

export const UTILITARIAN: Rule = {
  method: 'utilitarian',
  definition: 'The largest sum of values, added as the profiles’ scales have them, among packages at least as good as no deal for all.',
  source: 'Harsanyi 1955, Cardinal welfare, individualistic ethics, and interpersonal comparisons of utility; Myerson 1981',
};

/** The utilitarian solution. It adds up the parties' scales, as the user entered them. */
export function utilitarian(frontier: Frontier): Solution {
  const { units } = frontier.bargain;
  const size = units.map(numberOf);
  return solve(frontier, UTILITARIAN, (points) =>
    best(points, {
      roughly: ({ gains }) => gains.reduce((sum, gain, party) => sum + gain * (size[party] as number), 0),
      exactly: ({ gains }) => gains.map((gain, party) => exactly(units, party, gain)).reduce(plus),
    }),
  );
}
