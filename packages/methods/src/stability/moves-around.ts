import { type Conflict, type Moves, moveBuffer } from './conflict.ts';
import { mayPrefer, type Preference, prefers } from './preference.ts';

/** A move out of a state or into it, as one edge of the move graph. */
export interface MoveEdge {
  readonly decider: number;
  readonly from: number;
  readonly to: number;
  /** What the move is for its mover. */
  readonly gain: 'better' | 'worse' | 'equal' | 'unknown';
}

/** The moves out of a state and those into it, by decider, in the order of the states. */
export function movesAround(conflict: Conflict, state: number): { readonly out: MoveEdge[]; readonly into: MoveEdge[] } {
  const buffer = moveBuffer(conflict);
  const read = (way: 'from' | 'to', decider: number): number[] => {
    const moves = conflict.moves[decider] as Moves;
    return Array.from(buffer.subarray(0, way === 'from' ? moves.from(state, buffer) : moves.to(state, buffer))).sort((a, b) => a - b);
  };
  const edge = (decider: number, from: number, to: number): MoveEdge => ({
    decider,
    from,
    to,
    gain: gainOf(conflict.preferences[decider] as Preference, from, to),
  });
  return {
    out: conflict.deciders.flatMap((_, decider) => read('from', decider).map((to) => edge(decider, state, to))),
    into: conflict.deciders.flatMap((_, decider) => read('to', decider).map((from) => edge(decider, from, state))),
  };
}

function gainOf(preference: Preference, from: number, to: number): MoveEdge['gain'] {
  if (prefers(preference, to, from)) return 'better';
  if (prefers(preference, from, to)) return 'worse';
  return mayPrefer(preference, to, from) ? 'unknown' : 'equal';
}
