import type { Limits } from '../method-note.ts';
import { SANCTIONS, type Stable, sanctionedStates } from './concept.ts';
import type { Conflict } from './conflict.ts';

/**
 * Symmetric metarationality: as gmr, and from where the others' answer ends the decider has no move of its own to a state
 * that it prefers to the one it left.
 *
 * Source: Howard (1971), "Paradoxes of Rationality"; for several opponents Fang, Hipel, Kilgour (1993).
 */
export function smr(conflict: Conflict, decider: number, limits: Limits = {}): Stable {
  return sanctionedStates(conflict, decider, SANCTIONS.smr, limits);
}
