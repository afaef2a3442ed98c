import type { Conflict, Moves } from '../conflict.ts';
import type { GuaranteeFound, GuaranteeSearch } from './guarantee-result.ts';
import { type OpenMove, openMoves } from './held-at.ts';
import { minimalSets } from './minimal-sets.ts';

/** The smallest sets of moves that must be locked: a locked move can be made by nobody, neither to leave nor to answer. */
export function locks(search: GuaranteeSearch): GuaranteeFound {
  const { conflict, state, concept } = search;
  const { sets, complete, steps } = minimalSets(search, (stopped) => openMoves(withLocked(conflict, stopped), state, concept));
  return { answers: sets.map((set) => set.map((move) => ({ kind: 'lock', ...move }))), complete, steps };
}

function withLocked(conflict: Conflict, locked: readonly OpenMove[]): Conflict {
  return {
    ...conflict,
    moves: conflict.moves.map((moves, decider) =>
      without(
        moves,
        locked.filter((move) => move.decider === decider),
      ),
    ),
  };
}

function without({ most, from, to }: Moves, locked: readonly OpenMove[]): Moves {
  const kept = (into: Uint32Array, count: number, isLocked: (end: number) => boolean): number => {
    let left = 0;
    for (let at = 0; at < count; at += 1) if (!isLocked(into[at] as number)) into[left++] = into[at] as number;
    return left;
  };
  return {
    most,
    from: (state, into) => kept(into, from(state, into), (end) => locked.some((move) => move.from === state && move.to === end)),
    to: (state, into) => kept(into, to(state, into), (start) => locked.some((move) => move.from === start && move.to === state)),
  };
}
