import { UserError } from '@parley/model';
import type { PartialOrder, WeakOrder } from './preference.ts';

/** The most states for which single comparisons are kept. */
const MAX_STATES = 4096;

/** Orders in which comparisons may be unknown. */
export const partialOrder = { fromPairs, whereAllAgree };

/**
 * What follows from the pairs that are known: `better` holds a better and a worse state, `equal` two equally good
 * ones. What does not follow is unknown.
 *
 * Throws a UserError where the pairs go in a circle, or for more than 4,096 states.
 */
function fromPairs(
  pairs: { readonly better: readonly (readonly [number, number])[]; readonly equal?: readonly (readonly [number, number])[] },
  stateCount: number,
  whose: string,
  nameOf: (state: number) => string | number = (state) => state,
): PartialOrder {
  const rows = emptyRows(stateCount, whose);
  const next: Set<number>[] = Array.from({ length: stateCount }, () => new Set());
  for (const [a, b] of pairs.better) next[a]?.add(b);
  for (const [a, b] of pairs.equal ?? []) {
    next[a]?.add(b);
    next[b]?.add(a);
  }
  for (let state = 0; state < stateCount; state += 1) {
    const stack = [state];
    rows.set(state, state);
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      for (const worse of next[at] as Set<number>) {
        if (rows.has(state, worse)) continue;
        rows.set(state, worse);
        stack.push(worse);
      }
    }
  }
  for (const [a, b] of pairs.better) {
    if (!rows.has(b, a)) continue;
    const circle = wayFrom(b, a, next).map(nameOf);
    throw new UserError(`the preference of ${whose} goes in a circle: ${[nameOf(a), ...circle].join(' over ')}`, {
      cure: 'leave out one of these comparisons; what is not certain may be left unknown',
      code: 'circle',
    });
  }
  return { kind: 'partial', atLeast: (a, b) => rows.has(a, b) };
}

/**
 * The comparisons on which several full orders agree: `a` is at least as good as `b` where it is so in all of them.
 * Throws a UserError for more than 4,096 states, or for no order.
 */
function whereAllAgree(orders: readonly WeakOrder[], stateCount: number, whose: string): PartialOrder | WeakOrder {
  const [only] = orders;
  if (only === undefined) throw new UserError(`no order is given for ${whose}`, { cure: 'give at least one full order' });
  if (orders.length === 1) return only;
  if (stateCount > MAX_STATES) throw tooMany(stateCount, whose);
  return {
    kind: 'partial',
    atLeast: (a, b) => orders.every(({ ranks }) => (ranks[a] as number) >= (ranks[b] as number)),
  };
}

/** A square of bits, one row a state. */
function emptyRows(stateCount: number, whose: string) {
  if (stateCount > MAX_STATES) throw tooMany(stateCount, whose);
  const words = (stateCount + 31) >>> 5;
  const bits = new Uint32Array(words * stateCount);
  return {
    has: (row: number, at: number): boolean => (((bits[row * words + (at >>> 5)] as number) >>> (at & 31)) & 1) === 1,
    set: (row: number, at: number): void => {
      const word = row * words + (at >>> 5);
      bits[word] = (bits[word] as number) | (1 << (at & 31));
    },
  };
}

function tooMany(stateCount: number, whose: string): UserError {
  return new UserError(
    `comparisons of ${whose} are unknown, and the conflict has ${stateCount} states; the limit for that is ${MAX_STATES}`,
    {
      cure: 'give a full order, or leave out options that nothing turns on',
      code: 'too-large',
    },
  );
}

/** The shortest way along `next`, both ends included. */
function wayFrom(start: number, end: number, next: readonly ReadonlySet<number>[]): number[] {
  const cameFrom = new Map<number, number>([[start, start]]);
  for (const state of cameFrom.keys()) {
    if (state === end) break;
    for (const to of next[state] as ReadonlySet<number>) if (!cameFrom.has(to)) cameFrom.set(to, state);
  }
  const way = [end];
  for (let at = end; at !== start; ) {
    at = cameFrom.get(at) as number;
    way.unshift(at);
  }
  return way;
}
