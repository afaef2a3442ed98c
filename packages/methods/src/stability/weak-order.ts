import { UserError } from '@parley/model';
import type { WeakOrder } from './preference.ts';

/**
 * A full order from its tie classes, best first: each entry a state or a list of states that are tied.
 *
 * @param whose named in errors
 * @param nameOf how a state is called in errors
 * Throws a UserError where a state stands twice or is left out.
 */
export function weakOrder(
  classes: readonly (number | readonly number[])[],
  stateCount: number,
  whose: string,
  nameOf: (state: number) => string | number = (state) => state,
): WeakOrder {
  const ranks = new Int32Array(stateCount).fill(-1);
  const levels = classes.length;
  classes.forEach((tied, place) => {
    for (const state of typeof tied === 'number' ? [tied] : tied) {
      if (ranks[state] !== -1) {
        throw new UserError(`the preference of ${whose} has the state ${nameOf(state)} twice`, {
          cure: 'name each state once; put tied states into a list of their own',
        });
      }
      ranks[state] = levels - 1 - place;
    }
  });
  const missing = ranks.indexOf(-1);
  if (missing >= 0) {
    throw new UserError(`the preference of ${whose} does not say where the state ${nameOf(missing)} stands`, {
      cure: 'put every state into the order, or give what is known as pairs (`better`)',
    });
  }
  return { kind: 'weak', ranks, levels };
}
