import type { Limits } from '../method-note.ts';
import { ascendingStates, type BlockOrder, blockOrder } from './block-order.ts';
import { type Conflict, type Moves, moveBuffer, weakOrderOf } from './conflict.ts';

/** The worst states that can be reached, and the work it took. */
export interface WorstReach {
  /** For each state, the least worth among it and what the movers can reach from it. */
  readonly worst: Int32Array;
  /** Pairs of state and last mover that were met, and moves that were read. */
  readonly steps: number;
}

/**
 * For every state, the least worth among it and all states that the movers can reach from it together: a mover may
 * move more than once, but never twice in a row. Null where `shouldStop` says so.
 *
 * The reachable lists themselves are never made. States are taken from the least worth up, and what each is worth is
 * carried backwards along the moves to every pair of state and last mover that has no worth yet, so each such pair
 * is met once. For the strongly connected parts of the graph of these pairs that gives what one pass over its
 * condensation would, without listing the parts. Of the pairs of one state all but one are settled by the first
 * mover that leads on from it to something found, and that one by the next, so a byte for each state keeps them all.
 * Within a block (`Moves.blocks`) no move is read twice.
 *
 * Source: the closure is that of Fang, Hipel, Kilgour (1993).
 *
 * @param movers places of deciders, each once; at most 250
 * @param worth of each state, from 0 to `levels` - 1
 * @param improving whether a mover only makes moves to states that it prefers to the one it moves from
 */
export function worstReach(
  conflict: Conflict,
  movers: readonly number[],
  { worth, levels }: { readonly worth: Int32Array; readonly levels: number },
  improving: boolean,
  { shouldStop }: Limits = {},
): WorstReach | null {
  const { stateCount } = conflict;
  const count = movers.length;
  const backwards = movers.map((mover) => backwardMoves(conflict, mover, improving));
  const worst = new Int32Array(stateCount);
  /** UNREACHED; or 1 + the only mover that leads on from the state to something found; or SETTLED for all last movers. */
  const by = new Uint8Array(stateCount);
  const pending = new Uint32Array(stateCount * count + 1);
  const order = ascendingStates(worth, levels);
  let steps = 0;
  for (let place = 0; place < stateCount; place += 1) {
    if ((place & CHECK_MASK) === 0 && shouldStop?.()) return null;
    const source = order[place] as number;
    const only = by[source] as number;
    if (only === SETTLED) continue;
    by[source] = SETTLED;
    const least = worth[source] as number;
    let top = 0;
    if (only === UNREACHED) {
      worst[source] = least;
      for (let mover = 0; mover < count; mover += 1) pending[top++] = source * count + mover;
    } else pending[top++] = source * count + only - 1;
    while (top > 0) {
      // At `state`, having just been moved there by `mover`: where did the mover come from?
      const pair = pending[--top] as number;
      const state = (pair / count) | 0;
      const mover = pair - state * count;
      const backward = backwards[mover] as BackwardMoves;
      readBack(backward, state);
      const { list, end } = backward;
      steps += 1 + end - backward.start;
      for (let at = backward.start; at < end; at += 1) {
        const from = list[at] as number;
        const known = by[from] as number;
        if (known === SETTLED || known === mover + 1 || from === state) continue;
        if (known === UNREACHED) {
          by[from] = mover + 1;
          worst[from] = least;
          for (let last = 0; last < count; last += 1) if (last !== mover) pending[top++] = from * count + last;
        } else {
          by[from] = SETTLED;
          pending[top++] = from * count + known - 1;
        }
      }
    }
  }
  return { worst, steps };
}

const UNREACHED = 0;
const SETTLED = 255;
/** How often `shouldStop` is asked: every 4,096 states. */
const CHECK_MASK = 0xfff;

/** The moves of one mover, read backwards; what was read last stands in `list` from `start` to before `end`. */
interface BackwardMoves {
  readonly moves: Moves;
  /** The mover's ranks where it only makes improvements, else null. */
  readonly ranks: Int32Array | null;
  readonly blocks: BlockOrder | undefined;
  /** For each block how far its members were read; otherwise 0 where never, 1 + the state it was first read from, or READ. */
  readonly read: Uint32Array;
  readonly buffer: Uint32Array;
  list: Uint32Array;
  start: number;
  end: number;
}

const READ = 0xffff_ffff;

function backwardMoves(conflict: Conflict, mover: number, improving: boolean): BackwardMoves {
  const moves = conflict.moves[mover] as Moves;
  const blocks = blocksOf(conflict, mover);
  const buffer = moveBuffer(conflict);
  const read = blocks === undefined ? buffer : improving ? blocks.starts.slice() : new Uint32Array(conflict.stateCount);
  return { moves, ranks: improving ? weakOrderOf(conflict, mover).ranks : null, blocks, read, buffer, list: buffer, start: 0, end: 0 };
}

/** Reads the states from which the mover can come to `state`, but of a block none that was read before. */
function readBack(backward: BackwardMoves, state: number): void {
  const { moves, ranks, blocks, read, buffer } = backward;
  if (blocks === undefined) {
    const found = moves.to(state, buffer);
    backward.end = ranks === null ? found : keepLower(buffer, found, ranks, ranks[state] as number);
    return;
  }
  const block = blocks.blocks[state] as number;
  const already = read[block] as number;
  const close = blocks.starts[block + 1] as number;
  backward.list = blocks.members;
  if (ranks !== null) {
    const limit = ranks[state] as number;
    let end = already;
    while (end < close && (blocks.ranks[end] as number) < limit) end += 1;
    read[block] = end;
    backward.start = already;
    backward.end = end;
  } else if (already === 0) {
    read[block] = state + 1;
    backward.start = blocks.starts[block] as number;
    backward.end = close;
  } else {
    // All but the first state that was come to have been read; to come to any other reads it too.
    buffer[0] = already - 1;
    backward.list = buffer;
    backward.start = 0;
    backward.end = already === READ || already - 1 === state ? 0 : 1;
    if (backward.end === 1) read[block] = READ;
  }
}

/** Keeps what is ranked lower than `limit`; returns how many. */
function keepLower(buffer: Uint32Array, found: number, ranks: Int32Array, limit: number): number {
  let kept = 0;
  for (let at = 0; at < found; at += 1) {
    const from = buffer[at] as number;
    if ((ranks[from] as number) < limit) buffer[kept++] = from;
  }
  return kept;
}

/** Kept for as long as the conflict is: every pass over it needs them. */
const blockOrders = new WeakMap<Conflict, (BlockOrder | undefined)[]>();

function blocksOf(conflict: Conflict, mover: number): BlockOrder | undefined {
  const orders = blockOrders.get(conflict) ?? [];
  blockOrders.set(conflict, orders);
  if (!(mover in orders)) {
    orders[mover] = blockOrder(conflict.moves[mover] as Moves, weakOrderOf(conflict, mover));
  }
  return orders[mover];
}
