import type { Moves } from './conflict.ts';
import type { WeakOrder } from './preference.ts';

/** The states of every block of a decider's moves, in the order of the decider's ranks within it. */
export interface BlockOrder {
  /** For each state the number of its block. */
  readonly blocks: Uint32Array;
  /** For each block where it starts in `members`; one more closes the last. */
  readonly starts: Uint32Array;
  /** The states, block by block, the least ranked first. */
  readonly members: Uint32Array;
  /** The ranks of the members, in their order: read together with them. */
  readonly ranks: Int32Array;
}

/** Undefined where the moves are not made of blocks. */
export function blockOrder({ blocks }: Moves, { ranks, levels }: WeakOrder): BlockOrder | undefined {
  if (blocks === undefined) return undefined;
  const starts = new Uint32Array(blocks.length + 1);
  for (const block of blocks) starts[block + 1] = (starts[block + 1] as number) + 1;
  for (let block = 0; block < blocks.length; block += 1) starts[block + 1] = (starts[block + 1] as number) + (starts[block] as number);
  const next = starts.slice();
  const members = new Uint32Array(blocks.length);
  for (const state of ascendingStates(ranks, levels)) {
    const block = blocks[state] as number;
    const place = next[block] as number;
    members[place] = state;
    next[block] = place + 1;
  }
  return { blocks, starts, members, ranks: Int32Array.from(members, (state) => ranks[state] as number) };
}

/** All states, the least value first; values run from 0 to `levels` - 1. */
export function ascendingStates(values: Int32Array, levels: number): Uint32Array {
  const starts = new Uint32Array(levels + 1);
  for (const value of values) starts[value + 1] = (starts[value + 1] as number) + 1;
  for (let level = 0; level < levels; level += 1) starts[level + 1] = (starts[level + 1] as number) + (starts[level] as number);
  const order = new Uint32Array(values.length);
  for (let state = 0; state < values.length; state += 1) {
    const value = values[state] as number;
    const place = starts[value] as number;
    order[place] = state;
    starts[value] = place + 1;
  }
  return order;
}
