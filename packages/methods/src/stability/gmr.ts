import type { Limits } from '../method-note.ts';
import { SANCTIONS, type Stable, sanctionedStates } from './concept.ts';
import type { Conflict } from './conflict.ts';

/**
 * General metarationality: after each move of the decider to a state it prefers, the others can move on, together and by
 * any moves, to a state that it does not prefer to the one it left.
 *
 * Source: Howard (1971), "Paradoxes of Rationality"; for several opponents Fang, Hipel, Kilgour (1993).
 */
export function gmr(conflict: Conflict, decider: number, limits: Limits = {}): Stable {
  return sanctionedStates(conflict, decider, SANCTIONS.gmr, limits);
}
