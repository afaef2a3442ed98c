import { UserError } from '@parley/model';
import { type Conflict, weakOrderOf } from './conflict.ts';

/** The states that all accept once each has fallen back far enough. */
export interface Fallback {
  /** How far down its order the decider who falls back furthest must go: 1 is its best. */
  readonly depth: number;
  readonly states: readonly number[];
}

/**
 * Fallback bargaining: all deciders fall back together, one place at a time, from what each prefers most, until some
 * state is acceptable to all. A state has the place after all that are preferred to it, so tied states come in
 * together. Full orders only; throws a UserError ('partial-order') otherwise.
 *
 * Source: Brams, Kilgour (2001), "Fallback bargaining", Group Decision and Negotiation 10.
 */
export function fallbackBargaining(conflict: Conflict): Fallback {
  const worst = new Uint32Array(conflict.stateCount);
  conflict.deciders.forEach((_, decider) => {
    const { ranks, levels } = weakOrderOf(conflict, decider);
    const better = new Uint32Array(levels + 1);
    for (const rank of ranks) better[rank] = (better[rank] as number) + 1;
    for (let level = levels - 1; level >= 0; level -= 1) better[level] = (better[level] as number) + (better[level + 1] as number);
    ranks.forEach((rank, state) => {
      worst[state] = Math.max(worst[state] as number, (better[rank + 1] as number) + 1);
    });
  });
  const depth = worst.reduce((least, place) => Math.min(least, place), conflict.stateCount + 1);
  if (depth > conflict.stateCount) throw new UserError('the conflict has no states', { cure: 'list its states' });
  const states: number[] = [];
  worst.forEach((place, state) => {
    if (place === depth) states.push(state);
  });
  return { depth, states };
}
