import type { Limits } from '../method-note.ts';
import { SANCTIONS, type Stable, sanctionedStates } from './concept.ts';
import type { Conflict } from './conflict.ts';

/**
 * Sequential stability: as gmr, but the others answer only by improvements, each judged by its mover from the state where
 * it is made.
 *
 * Source: Fraser, Hipel (1979), "Solving complex conflicts"; for several opponents Fang, Hipel, Kilgour (1993).
 */
export function seq(conflict: Conflict, decider: number, limits: Limits = {}): Stable {
  return sanctionedStates(conflict, decider, SANCTIONS.seq, limits);
}
