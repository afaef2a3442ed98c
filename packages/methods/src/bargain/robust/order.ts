/** One stands above another, or, where not strict, at least level with it. */
export interface OrderEdge {
  readonly upper: number;
  readonly lower: number;
  readonly strict: boolean;
}

/** A partial order over `size` things, by what was said and what follows from it. */
export interface Order {
  readonly size: number;
  /** What was said, one by one. */
  readonly edges: readonly OrderEdge[];
  /** `above[a * size + b]` is 1 where a stands above b by what was said or what follows. */
  readonly above: Uint8Array;
}

/** The order that the edges make, with all that follows from them. */
export function orderOf(size: number, edges: readonly OrderEdge[]): Order {
  const above = new Uint8Array(size * size);
  for (const { upper, lower } of edges) above[upper * size + lower] = 1;
  for (let via = 0; via < size; via += 1) {
    for (let a = 0; a < size; a += 1) {
      if (above[a * size + via] !== 1) continue;
      for (let b = 0; b < size; b += 1) if (above[via * size + b] === 1) above[a * size + b] = 1;
    }
  }
  return { size, edges, above };
}

export function isAbove({ above, size }: Order, a: number, b: number): boolean {
  return above[a * size + b] === 1;
}

/** Whether something would have to stand above itself. */
export function hasCycle(order: Order): boolean {
  for (let a = 0; a < order.size; a += 1) if (isAbove(order, a, a)) return true;
  return false;
}

/** What nothing stands above. */
export function maximal(order: Order): number[] {
  return places(order).filter((a) => !places(order).some((b) => isAbove(order, b, a)));
}

/** What stands above nothing. */
export function minimal(order: Order): number[] {
  return places(order).filter((a) => !places(order).some((b) => isAbove(order, a, b)));
}

/** The groups of things that anything was said of together; what stands alone is a group of one. */
export function connectedGroups(order: Order): number[][] {
  const groups: number[][] = [];
  const seen = new Set<number>();
  for (const start of places(order)) {
    if (seen.has(start)) continue;
    const group = [start];
    seen.add(start);
    for (const at of group) {
      for (const next of places(order)) {
        if (seen.has(next) || !(isAbove(order, at, next) || isAbove(order, next, at))) continue;
        seen.add(next);
        group.push(next);
      }
    }
    groups.push(group);
  }
  return groups;
}

/** `[[a, b, c]]` over `size` things as edges from each to the next. */
export function chainEdges(chain: readonly number[]): OrderEdge[] {
  return chain.slice(1).map((lower, at) => ({ upper: chain[at] as number, lower, strict: true }));
}

function places({ size }: Order): number[] {
  return Array.from({ length: size }, (_, at) => at);
}
