import { heldStates, type Stable } from './concept.ts';
import type { Conflict } from './conflict.ts';

/**
 * Nash stability, also called R: no move of the decider leads to a state that it prefers.
 *
 * Source: Nash (1950), "Equilibrium points in n-person games"; in the graph model Fang, Hipel, Kilgour (1993).
 */
export function nash(conflict: Conflict, decider: number): Stable {
  return heldStates(conflict, decider);
}
