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

/** A full order from a number for each state, the higher the better; only their order counts. */
export function orderByKey(keys: Int32Array | Float64Array): WeakOrder {
  const distinct = Float64Array.from(new Set(keys)).sort();
  const level = new Map<number, number>();
  distinct.forEach((key, place) => void level.set(key, place));
  return { kind: 'weak', ranks: Int32Array.from(keys, (key) => level.get(key) as number), levels: distinct.length };
}

/** The states of each level, best first. */
export function tieClasses({ ranks, levels }: WeakOrder): number[][] {
  const classes: number[][] = Array.from({ length: levels }, () => []);
  ranks.forEach((rank, state) => void (classes[levels - 1 - rank] as number[]).push(state));
  return classes.filter((tied) => tied.length > 0);
}
