import { type LatticeWalk, needAt, type WalkState } from './lattice-walk.ts';

/** What a search came to. */
export interface ThresholdResult {
  /** An order that needs no more than `threshold`, the least there is; null where the budget ended before. */
  readonly order: number[] | null;
  /** No order needs less. */
  readonly threshold: number;
  readonly steps: number;
}

/**
 * Best-first search on the bottleneck: all states that can be reached within a threshold, depth first, then the
 * threshold goes up to the least need that was put off. The first way to the other end is the best there is; where the
 * budget ends before, the threshold is a bound, as everything below it has been gone through.
 *
 * @param options.ceiling states that need as much or more are left out: an order that needs no more is known
 */
export function thresholdSearch(
  walk: LatticeWalk,
  { maxStates, ceiling, shouldStop }: { maxStates: number; ceiling: number; shouldStop: () => boolean },
): ThresholdResult {
  const start = walk.start();
  const tree = new SearchTree();
  const putOff = new NeedHeap();
  const visited = new Set<string>();
  let threshold = needAt(start);
  let stack = [tree.add(-1, -1)];
  for (;;) {
    const node = stack.pop();
    if (node === undefined) {
      const least = putOff.least();
      if (least >= ceiling) return { order: null, threshold: ceiling, steps: tree.size };
      threshold = least;
      stack = putOff.upTo(threshold);
      continue;
    }
    if (tree.size > maxStates || (visited.size % 256 === 255 && shouldStop())) return { order: null, threshold, steps: tree.size };
    const units = tree.unitsTo(node);
    if (units.length === walk.length) return { order: walk.isForward ? units : units.reverse(), threshold, steps: tree.size };
    const state = stateAfter(walk, start, units);
    const key = state.remaining.join();
    if (visited.has(key)) continue;
    visited.add(key);
    const within: { node: number; strain: number }[] = [];
    for (let unit = 0; unit < state.remaining.length; unit++) {
      if (!walk.may(state, unit)) continue;
      const need = walk.needAfter(state, unit);
      if (need >= ceiling) continue;
      const next = tree.add(node, unit);
      if (need > threshold) putOff.add(next, need);
      else within.push({ node: next, strain: walk.strainAfter(state, unit) });
    }
    within.sort((a, b) => b.strain - a.strain);
    for (const { node: next } of within) stack.push(next);
  }
}

function stateAfter(walk: LatticeWalk, start: WalkState, units: readonly number[]): WalkState {
  const state = walk.copy(start);
  for (const unit of units) walk.take(state, unit);
  return state;
}

/** Ways from the start, each as its last step and the way before it. */
class SearchTree {
  private readonly parents: number[] = [];
  private readonly units: number[] = [];

  get size(): number {
    return this.parents.length;
  }

  add(parent: number, unit: number): number {
    this.units.push(unit);
    return this.parents.push(parent) - 1;
  }

  unitsTo(node: number): number[] {
    const units: number[] = [];
    for (let at = node; (this.parents[at] as number) >= 0; at = this.parents[at] as number) units.push(this.units[at] as number);
    return units.reverse();
  }
}

/** What was put off, by need: a list for each need, and the needs in a binary heap. */
class NeedHeap {
  private readonly nodes = new Map<number, number[]>();
  private readonly heap: number[] = [];

  add(node: number, need: number): void {
    const same = this.nodes.get(need);
    if (same !== undefined) {
      same.push(node);
      return;
    }
    this.nodes.set(need, [node]);
    let at = this.heap.push(need) - 1;
    for (let up = (at - 1) >> 1; at > 0 && (this.heap[up] as number) > need; up = (at - 1) >> 1) {
      this.heap[at] = this.heap[up] as number;
      at = up;
    }
    this.heap[at] = need;
  }

  least(): number {
    return this.heap[0] ?? Number.POSITIVE_INFINITY;
  }

  upTo(need: number): number[] {
    const taken = this.nodes.get(need) ?? [];
    this.nodes.delete(need);
    const last = this.heap.pop();
    if (last !== undefined && this.heap.length > 0) this.sink(last);
    return taken;
  }

  private sink(need: number): void {
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= this.heap.length) break;
      if (down + 1 < this.heap.length && (this.heap[down + 1] as number) < (this.heap[down] as number)) down += 1;
      if ((this.heap[down] as number) >= need) break;
      this.heap[at] = this.heap[down] as number;
      at = down;
    }
    this.heap[at] = need;
  }
}
