import type { Limits } from '../method-note.ts';
import { type Conflict, type Moves, others, weakOrderOf } from './conflict.ts';
import { type WorstReach, worstReach } from './worst-reach.ts';

/** The five stability concepts, from least to most foresight in what stops a move. */
export const CONCEPTS = ['nash', 'gmr', 'smr', 'seq', 'sseq'] as const;
export type Concept = (typeof CONCEPTS)[number];

/** For each state 1 where it is stable for the decider, else 0; and the work it took. Null where stopped. */
export type Stable = { readonly stable: Uint8Array; readonly steps: number } | null;

/** How the others answer a move away, and whether the decider may answer in turn. */
export interface Sanctioning {
  /** Whether the others only move to states that each prefers to where it moves from. */
  readonly improving: boolean;
  /** Whether the decider may get out of the end by one more move of its own. */
  readonly escaping: boolean;
}

/** How each concept but `nash`, which has no answer, sanctions a move. */
export const SANCTIONS = {
  gmr: { improving: false, escaping: false },
  smr: { improving: false, escaping: true },
  seq: { improving: true, escaping: false },
  sseq: { improving: true, escaping: true },
} as const satisfies Record<Exclude<Concept, 'nash'>, Sanctioning>;

/** The states in which each move of the decider to something better can be answered by the others, under a full order. */
export function sanctionedStates(conflict: Conflict, decider: number, { improving, escaping }: Sanctioning, limits: Limits): Stable {
  const order = weakOrderOf(conflict, decider);
  const worth = escaping ? bestMove(conflict.moves[decider] as Moves, order.ranks).best : order.ranks;
  const reach = worstReach(conflict, others(conflict, decider), { worth, levels: order.levels }, improving, limits);
  return reach === null ? null : heldStates(conflict, decider, reach);
}

/**
 * The states in which each move of the decider to something better can end no better than where it began.
 * Without `reach` nobody answers, so any such move makes a state unstable.
 */
export function heldStates(conflict: Conflict, decider: number, reach?: WorstReach): Exclude<Stable, null> {
  const { ranks } = weakOrderOf(conflict, decider);
  const moves = conflict.moves[decider] as Moves;
  // A move tempts where it leads to something better, and stays tempting where all that can follow is better too.
  const gains = reach === undefined ? ranks : reach.worst.map((worst, state) => Math.min(worst, ranks[state] as number));
  const { best, steps } = bestMove(moves, gains);
  const stable = new Uint8Array(conflict.stateCount);
  for (let state = 0; state < stable.length; state += 1) stable[state] = (best[state] as number) <= (ranks[state] as number) ? 1 : 0;
  return { stable, steps: steps + (reach?.steps ?? 0) };
}

/** For each state the highest value among it and the states that the moves lead to from it. */
export function bestMove(moves: Moves, values: Int32Array): { readonly best: Int32Array; readonly steps: number } {
  const best = new Int32Array(values.length);
  let steps = values.length;
  if (moves.blocks !== undefined) {
    const blocks = moves.blocks;
    const most = new Int32Array(values.length);
    for (let state = 0; state < values.length; state += 1) {
      const block = blocks[state] as number;
      if ((values[state] as number) > (most[block] as number)) most[block] = values[state] as number;
    }
    for (let state = 0; state < values.length; state += 1) best[state] = most[blocks[state] as number] as number;
    return { best, steps };
  }
  const buffer = new Uint32Array(moves.most);
  for (let state = 0; state < values.length; state += 1) {
    const count = moves.from(state, buffer);
    steps += count;
    let most = values[state] as number;
    for (let at = 0; at < count; at += 1) {
      const value = values[buffer[at] as number] as number;
      if (value > most) most = value;
    }
    best[state] = most;
  }
  return { best, steps };
}
