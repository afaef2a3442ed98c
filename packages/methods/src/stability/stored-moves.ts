import type { Moves } from './conflict.ts';

/**
 * Moves that are kept as a list of arcs, in compressed rows both ways. Arcs from a state to itself and arcs given
 * twice are left out.
 *
 * @param arcs pairs: from, to, from, to, …
 */
export function storedMoves(stateCount: number, arcs: ArrayLike<number>): Moves {
  const keys = new Set<number>();
  for (let at = 0; at < arcs.length; at += 2) {
    const [from, to] = [arcs[at] as number, arcs[at + 1] as number];
    if (from !== to) keys.add(from * stateCount + to);
  }
  const sorted = Float64Array.from(keys).sort();
  const sources = Uint32Array.from(sorted, (key) => Math.floor(key / stateCount));
  const targets = Uint32Array.from(sorted, (key) => key % stateCount);
  const forward = rows(stateCount, sources, targets);
  const backward = rows(stateCount, targets, sources);
  const blocks = blocksOf(stateCount, forward);
  return {
    most: Math.max(forward.most, backward.most),
    ...(blocks === undefined ? {} : { blocks }),
    from: (state, into) => copyRow(forward, state, into),
    to: (state, into) => copyRow(backward, state, into),
  };
}

/**
 * The same moves with what can be reached by several of them in a row counted as one move. The state itself is
 * never among them.
 */
export function transitiveMoves(stateCount: number, moves: Moves): Moves {
  const arcs: number[] = [];
  const buffer = new Uint32Array(moves.most);
  const seen = new Uint32Array(stateCount);
  for (let start = 0; start < stateCount; start += 1) {
    const stack = [start];
    seen[start] = start + 1;
    for (let state = stack.pop(); state !== undefined; state = stack.pop()) {
      const count = moves.from(state, buffer);
      for (let at = 0; at < count; at += 1) {
        const to = buffer[at] as number;
        if (seen[to] === start + 1) continue;
        seen[to] = start + 1;
        arcs.push(start, to);
        stack.push(to);
      }
    }
  }
  return storedMoves(stateCount, arcs);
}

/** Two moves in a row that the decider cannot make as one: from, by way of, to. Undefined where there are none. */
export function intransitiveMove(stateCount: number, moves: Moves): readonly [number, number, number] | undefined {
  const first = new Uint32Array(moves.most);
  const second = new Uint32Array(moves.most);
  const reached = new Uint32Array(stateCount);
  for (let from = 0; from < stateCount; from += 1) {
    const count = moves.from(from, first);
    reached[from] = from + 1;
    for (let at = 0; at < count; at += 1) reached[first[at] as number] = from + 1;
    for (let at = 0; at < count; at += 1) {
      const further = moves.from(first[at] as number, second);
      for (let next = 0; next < further; next += 1) {
        if (reached[second[next] as number] !== from + 1) return [from, first[at] as number, second[next] as number];
      }
    }
  }
  return undefined;
}

interface Rows {
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly most: number;
}

function rows(stateCount: number, keys: Uint32Array, values: Uint32Array): Rows {
  const starts = new Uint32Array(stateCount + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] as number) + 1;
  let most = 0;
  for (let state = 0; state < stateCount; state += 1) {
    most = Math.max(most, starts[state + 1] as number);
    starts[state + 1] = (starts[state + 1] as number) + (starts[state] as number);
  }
  const next = starts.slice();
  const ends = new Uint32Array(values.length);
  keys.forEach((key, at) => {
    const place = next[key] as number;
    ends[place] = values[at] as number;
    next[key] = place + 1;
  });
  return { starts, ends, most };
}

/** The blocks within which every state leads to every other, where the moves are nothing else. */
function blocksOf(stateCount: number, { starts, ends }: Rows): Uint32Array | undefined {
  const blocks = new Uint32Array(stateCount);
  const sizes = new Uint32Array(stateCount);
  for (let state = 0; state < stateCount; state += 1) {
    const first = ends[starts[state] as number];
    const leads = starts[state] !== starts[state + 1] && first !== undefined && first < state;
    const block = leads ? (blocks[first] as number) : state;
    blocks[state] = block;
    sizes[block] = (sizes[block] as number) + 1;
  }
  for (let state = 0; state < stateCount; state += 1) {
    const block = blocks[state] as number;
    const [start, end] = [starts[state] as number, starts[state + 1] as number];
    if (end - start + 1 !== sizes[block]) return undefined;
    for (let at = start; at < end; at += 1) if (blocks[ends[at] as number] !== block) return undefined;
  }
  return blocks;
}

function copyRow({ starts, ends }: Rows, state: number, into: Uint32Array): number {
  const start = starts[state] as number;
  const count = (starts[state + 1] as number) - start;
  for (let at = 0; at < count; at += 1) into[at] = ends[start + at] as number;
  return count;
}
