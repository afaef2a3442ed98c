import { barter, checkSchedule, type Exchange, type ExchangeStep, readExchange } from '@parley/methods';
import type { Figures } from './run.ts';

export const name = 'exchange';

const ROUNDS = 9;
const WARM_UP = 2;

/**
 * Planning and checking exchanges, seeded. Milliseconds of the processor, so that a busy machine counts for less;
 * medians of nine runs after two to warm up, but for the largest, which run once. A peer is a plain recursion with a
 * table over subsets, as one would write it first, on 18 items.
 */
export async function run(): Promise<Figures> {
  // First, so that it is not measured on a heap that the planners have filled.
  const { exchange, schedule } = longSchedule();
  const [checkFirstMs] = timed(() => checkSchedule(exchange, schedule));
  // Who moves steps about checks again and again: code that is warm.
  for (let round = 0; round < 12; round += 1) checkSchedule(exchange, schedule);
  const checkMs = await median(() => void checkSchedule(exchange, schedule));
  const clocks = Array.from({ length: 15 }, () => {
    const start = performance.now();
    checkSchedule(exchange, schedule);
    return performance.now() - start;
  }).sort((a, b) => a - b);

  const two = readExchange({ A: { a: { cost: 3, value: 9, count: 50 } }, B: { b: { cost: 1, value: 2, count: 150 } } }).exchange;
  const twoClassesMs = await median(() => void barter(two));
  const eighteen = distinct(18, 3);
  const eighteenMs = await median(() => void barter(eighteen, { count: false, maxLabels: 0 }));
  let plain = 0;
  const plainMs = await median(() => {
    plain = plainRecursion(eighteen);
  });
  if (plain !== barter(eighteen).delta) throw new Error('the plain recursion finds another guarantee');
  const twentyTwoMs = await median(() => void barter(tight(22, 4, true)));
  const twelve = twelveClasses(5);
  const twelveMs = await median(() => void barter(twelve));
  const twelveStates = barter(twelve).note.steps;

  const large = distinct(200, 6);
  const hard = tight(200, 7);
  const [largeMs, largePlan] = timed(() => barter(large, { maxSearch: 20_000_000, shouldStop: within(5000) }));
  const [hardMs, hardPlan] = timed(() => barter(hard, { maxSearch: 20_000_000, shouldStop: within(5000) }));

  const [twentySixMs, twentySix] = timed(() => barter(tight(26, 8, true)));
  const [freeMs, free] = timed(() => barter(tight(26, 9)));
  return rounded({
    twoClasses50x150Ms: twoClassesMs,
    distinct18Ms: eighteenMs,
    distinct18PlainRecursionMs: plainMs,
    distinct22PrecedenceMs: twentyTwoMs,
    distinct26PrecedenceMs: twentySixMs,
    distinct26PrecedenceExact: Number(twentySix.exact),
    distinct26WithoutMs: freeMs,
    distinct26WithoutExact: Number(free.exact),
    twelveClassesMs: twelveMs,
    twelveClassesStates: twelveStates,
    distinct200Ms: largeMs,
    distinct200Gap: largePlan.gap,
    distinct200TightMs: hardMs,
    distinct200TightDelta: hardPlan.delta,
    distinct200TightGap: hardPlan.gap,
    check10000StepsMs: checkMs,
    check10000StepsClockMs: clocks[7] as number,
    check10000StepsFirstMs: checkFirstMs,
    memoryMb: process.memoryUsage().rss / 2 ** 20,
    peakMemoryMb: process.resourceUsage().maxRSS / 1024,
  });
}

/** Half the items on each side; costs and values from 1 to 100. */
function distinct(count: number, seed: number): Exchange {
  const random = stream(seed);
  const side = (name: string) =>
    Object.fromEntries(
      Array.from({ length: count / 2 }, (_, at) => [`${name}${at}`, { cost: upTo(random, 100), value: upTo(random, 100) }]),
    );
  return readExchange({ A: side('a'), B: side('b') }).exchange;
}

/**
 * Every item worth just what it costs, and both sides alike in all, so that nothing is left over to move with: the
 * subset-sum kind, where no bound spares going through the states. With precedence, every other item waits for one of
 * the other side.
 */
function tight(count: number, seed: number, hasPrecedence = false): Exchange {
  const random = stream(seed);
  const half = count / 2;
  const weights = [0, 1].map(() => Array.from({ length: half }, () => 1000 + upTo(random, 9000)));
  const sums = weights.map((side) => side.reduce((sum, weight) => sum + weight, 0));
  const lighter = (sums[0] as number) < (sums[1] as number) ? 0 : 1;
  const side = weights[lighter] as number[];
  side[half - 1] = (side[half - 1] as number) + Math.abs((sums[0] as number) - (sums[1] as number));
  const items = (name: string, list: readonly number[]) =>
    Object.fromEntries(list.map((weight, at) => [`${name}${at}`, { cost: weight, value: weight }]));
  const before = Array.from({ length: half - 1 }, (_, at) => [`a${at}`, `b${at + 1}`]).filter((_, at) => hasPrecedence && at % 2 === 0);
  return readExchange({ A: items('a', weights[0] ?? []), B: items('b', weights[1] ?? []), before }).exchange;
}

/** Twelve classes with 3 or 2 items each: 1,119,744 states. */
function twelveClasses(seed: number): Exchange {
  const random = stream(seed);
  const counts = [3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 1];
  const items = counts.map((count, at) => ({
    id: `c${at}`,
    giver: at % 2 === 0 ? 'A' : 'B',
    receiver: at % 2 === 0 ? 'B' : 'A',
    count,
    cost: upTo(random, 20),
    value: upTo(random, 20),
  }));
  return readExchange({ items }).exchange;
}

function longSchedule(): { exchange: Exchange; schedule: ExchangeStep[] } {
  const { exchange } = readExchange({
    A: { a: { cost: 2, value: 5, count: 5000, verification: { days: 2, detection: 0.9 } } },
    B: { b: { cost: 1, value: 4, count: 5000 } },
  });
  const schedule = Array.from({ length: 10_000 }, (_, at) => ({
    day: at >> 4,
    deliver: [{ item: at % 2 === 0 ? 'a' : 'b', count: 1 }],
    pay: 0,
  }));
  return { exchange, schedule };
}

/** The least deposit by recursion over subsets with a table: no order, no count. */
function plainRecursion({ items }: Exchange): number {
  const amounts = items.map(({ giver, cost, value }) => ({
    giver,
    cost: 'low' in cost ? cost.low : 0,
    value: 'low' in value ? value.low : 0,
  }));
  const known = new Map<number, number>();
  const all = 2 ** items.length - 1;
  const standing = (party: string, done: number): number =>
    amounts.reduce((sum, { giver, cost, value }, at) => ((done >> at) & 1 ? sum : sum + (giver === party ? -cost : value)), 0);
  const from = (done: number): number => {
    if (done === all) return 0;
    const table = known.get(done);
    if (table !== undefined) return table;
    let best = Number.POSITIVE_INFINITY;
    amounts.forEach(({ giver }, at) => {
      if (!((done >> at) & 1)) best = Math.min(best, Math.max(-standing(giver, done), from(done | (1 << at))));
    });
    known.set(done, Math.max(0, best));
    return Math.max(0, best);
  };
  return from(0);
}

function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function upTo(random: () => number, most: number): number {
  return 1 + Math.floor(random() * most);
}

function within(milliseconds: number): () => boolean {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000 > milliseconds;
  };
}

function timed<T>(task: () => T): [number, T] {
  const start = process.cpuUsage();
  const result = task();
  const { user, system } = process.cpuUsage(start);
  return [(user + system) / 1000, result];
}

async function median(task: () => void): Promise<number> {
  for (let round = 0; round < WARM_UP; round += 1) task();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push(timed(task)[0]);
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number;
}

function rounded(figures: Record<string, number>): Figures {
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Math.round(value * 10) / 10]));
}
