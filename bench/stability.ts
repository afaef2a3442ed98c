/**
 * Stability of every state under all five concepts: three sizes of conflict, seeded, medians; the largest has its moves made from the options and none stored. Beside it the definitions written out, which
 * list what the others can reach from each state as a set: on a smaller conflict, gmr and seq only.
 */
import { type Conflict, conflictFromOptions, type Stability, stabilityOf } from '@parley/methods';
import type { Figures } from './run.ts';

export const name = 'stability';

export async function run(): Promise<Figures> {
  const small = makeConflict([4, 4, 4], 1);
  const printed = makeConflict([3, 3, 3, 3, 2], 2);
  const smallTook = median(41, () => stabilityOf(small));
  const storedTook = median(15, () => stabilityOf(withoutBlocks(small)));
  const printedTook = median(15, () => stabilityOf(printed));
  const peer = makeConflict([3, 3, 3], 3);
  const oursTook = median(41, () => stabilityOf(peer, { concepts: ['gmr', 'seq'] }));
  const peerTook = median(3, () => closures(peer));
  let large = peer;
  const makingTook = median(1, () => {
    large = makeConflict([4, 4, 4, 4, 4], 4);
  });
  let found: Stability | undefined;
  const largeTook = median(1, () => {
    found = stabilityOf(large);
  });
  return {
    '3 deciders, 4,096 states: all five, ms': rounded(smallTook.ms),
    '  4,096 states, of the processor, ms': rounded(smallTook.processorMs),
    '  every move read one by one, ms': rounded(storedTook.ms),
    '5 deciders, 16,384 states: all five, ms': rounded(printedTook.ms),
    '  16,384 states, of the processor, ms': rounded(printedTook.processorMs),
    '5 deciders, 1,048,576 states: all five, s': rounded(largeTook.ms / 1000),
    '  of the processor, s': rounded(largeTook.processorMs / 1000),
    '  making it from the options, s': rounded(makingTook.ms / 1000),
    '  pairs and moves looked at, million': Math.round((found?.note.steps ?? 0) / 1e6),
    '  peak memory MB': Math.round(process.resourceUsage().maxRSS / 1024),
    '512 states, gmr and seq: ours, ms': rounded(oursTook.ms),
    '512 states, gmr and seq: closures as sets, ms': rounded(peerTook.ms),
    'closures / ours': Math.round(peerTook.ms / oursTook.ms),
  };
}

/** Deciders who each may take `counts[i]` options, any combination of them, and rank all states by all options in an order of their own. */
function makeConflict(counts: readonly number[], seed: number): Conflict {
  const random = seeded(seed);
  const own = counts.map((count, decider) => Array.from({ length: count }, (_, option) => `${decider}.${option}`));
  const all = own.flat();
  const statements = (): string[] => {
    const order = all.map((option) => ({ option, key: random() })).sort((a, b) => a.key - b.key);
    return order.map(({ option }) => (random() < 0.5 ? option : `not ${option}`));
  };
  return conflictFromOptions({
    deciders: Object.fromEntries(own.map((options, decider) => [`d${decider}`, { options, statements: statements() }])),
  });
}

/** The same conflict with nothing known of how its moves hang together, as where some go one way. */
function withoutBlocks(conflict: Conflict): Conflict {
  return { ...conflict, moves: conflict.moves.map(({ most, from, to }) => ({ most, from, to })) };
}

/** gmr and seq by the definitions: for each tempting move the set of all that the others can reach from there. */
function closures(conflict: Conflict): number {
  const { deciders, moves, preferences, stateCount } = conflict;
  const ranks = preferences.map((preference) => (preference.kind === 'weak' ? preference.ranks : new Int32Array()));
  const rank = (decider: number, state: number): number => ranks[decider]?.[state] as number;
  const from = deciders.map((_, decider) =>
    Array.from({ length: stateCount }, (_state, state) => movesFrom(moves[decider] as Conflict['moves'][number], state)),
  );
  let stable = 0;
  for (const improving of [false, true]) {
    for (const decider of deciders.keys()) {
      const others = [...deciders.keys()].filter((other) => other !== decider);
      for (let state = 0; state < stateCount; state += 1) {
        const tempting = (from[decider]?.[state] ?? []).filter((to) => rank(decider, to) > rank(decider, state));
        const answered = tempting.every((start) => {
          const reached = new Set<number>();
          const pairs = new Set<number>();
          const pending = others.map((other) => [start, other] as const);
          for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
            const [at, mover] = next;
            for (const to of from[mover]?.[at] ?? []) {
              if (improving && rank(mover, to) <= rank(mover, at)) continue;
              reached.add(to);
              if (pairs.has(to * deciders.length + mover)) continue;
              pairs.add(to * deciders.length + mover);
              for (const other of others) if (other !== mover) pending.push([to, other]);
            }
          }
          return [...reached].some((end) => rank(decider, end) <= rank(decider, state));
        });
        if (answered) stable += 1;
      }
    }
  }
  return stable;
}

function movesFrom(moves: Conflict['moves'][number], state: number): number[] {
  const buffer = new Uint32Array(moves.most);
  return Array.from(buffer.subarray(0, moves.from(state, buffer)));
}

/** The median of a task by the clock, and of the processor time that it took. */
function median(rounds: number, task: () => unknown): { readonly ms: number; readonly processorMs: number } {
  const clock: number[] = [];
  const processor: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const before = process.cpuUsage();
    task();
    processor.push(process.cpuUsage(before).user / 1000);
    clock.push(performance.now() - start);
  }
  const middle = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(rounds / 2)] as number;
  return { ms: middle(clock), processorMs: middle(processor) };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
