import type { Limits } from '../method-note.ts';
import { SANCTIONS, type Stable, sanctionedStates } from './concept.ts';
import type { Conflict } from './conflict.ts';

/**
 * Symmetric sequential stability: as seq, and from where the others' answer ends the decider has no move of its own to a
 * state that it prefers to the one it left.
 *
 * Source: Rêgo, Vieira (2017), "Symmetric sequential stability in the graph model for conflict resolution with multiple
 * decision makers", Group Decision and Negotiation 26.
 */
export function sseq(conflict: Conflict, decider: number, limits: Limits = {}): Stable {
  return sanctionedStates(conflict, decider, SANCTIONS.sseq, limits);
}
