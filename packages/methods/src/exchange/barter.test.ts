import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barter } from './barter.ts';
import { checkSchedule } from './check.ts';
import { divisible } from './divisible.ts';
import { readExchange } from './read-exchange.ts';

interface Piece {
  id: string;
  giver: string;
  receiver: string;
  cost: number;
  value: number;
}

/** Small exchanges of two or three sides: up to 7 pieces in classes, some precedence that goes in no circle. */
const exchanges = fc
  .record({
    sides: fc.constantFrom(2, 2, 3),
    classes: fc.array(
      fc.record({
        giver: fc.nat(5),
        to: fc.nat(5),
        count: fc.integer({ min: 1, max: 3 }),
        cost: fc.integer({ min: 0, max: 9 }),
        value: fc.integer({ min: 1, max: 9 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
    pairs: fc.array(fc.tuple(fc.nat(5), fc.nat(5)), { maxLength: 3 }),
    breakOff: fc.nat(3),
  })
  .map(({ sides, classes, pairs, breakOff }) => {
    const names = ['P', 'Q', 'R'].slice(0, sides);
    let room = 7;
    const items = classes.flatMap(({ giver, to, count, cost, value }, at) => {
      const kept = Math.min(count, room);
      room -= kept;
      const from = giver % sides;
      return kept === 0
        ? []
        : [
            {
              id: `i${at}`,
              giver: names[from] as string,
              receiver: names[(from + 1 + (to % (sides - 1))) % sides] as string,
              count: kept,
              cost,
              value,
            },
          ];
    });
    // What is listed earlier comes before what is listed later.
    const before = pairs
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
      .filter(([a, b]) => a !== b && b < items.length)
      .map(([a, b]) => [items[a]?.id as string, items[b]?.id as string]);
    return { parties: names, items, before, breakOff: { P: breakOff } };
  });

/** Every order of the pieces, identical ones not told apart, as the definition has it; nothing of ours is used. */
function bruteForce(file: {
  parties: string[];
  items: (Piece & { count: number })[];
  before: string[][];
  breakOff: Record<string, number>;
}) {
  const left = new Map(file.items.map(({ id, count }) => [id, count]));
  const total = file.items.reduce((sum, { count }) => sum + count, 0);
  let delta = Number.POSITIVE_INFINITY;
  let orders = 0;
  const stand = (party: string): number =>
    file.items.reduce((sum, { id, giver, receiver, cost, value }) => {
      const rest = left.get(id) as number;
      return sum + (receiver === party ? rest * value : 0) - (giver === party ? rest * cost : 0);
    }, file.breakOff[party] ?? 0);
  const go = (done: number, deposit: number): void => {
    if (done === total) {
      if (deposit < delta) [delta, orders] = [deposit, 0];
      if (deposit === delta) orders += 1;
      return;
    }
    for (const { id, giver } of file.items) {
      const rest = left.get(id) as number;
      if (rest === 0 || file.before.some(([first, next]) => next === id && (left.get(first as string) as number) > 0)) continue;
      const needed = Math.max(deposit, -stand(giver));
      left.set(id, rest - 1);
      go(done + 1, needed);
      left.set(id, rest);
    }
  };
  go(0, 0);
  return { delta, orders };
}

describe('barter', () => {
  it('needs what the best of all orders needs, and counts them (two and three sides, classes, precedence, break-off costs)', () => {
    fc.assert(
      fc.property(exchanges, (file) => {
        const { exchange } = readExchange(file);
        const plan = barter(exchange);
        const { delta, orders } = bruteForce(file);
        expect({ delta: plan.delta, orders: plan.optimalOrders, exact: plan.exact }).toEqual({ delta, orders, exact: true });
        expect(plan.check.broken).toEqual([]);
        expect(plan.check.undelivered).toEqual([]);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it('finds the same by searching, where it says that it is exact, and else a bound that holds', () => {
    fc.assert(
      fc.property(exchanges, fc.nat(40), (file, maxSearch) => {
        const plan = barter(readExchange(file).exchange, { maxStates: 1, maxSearch });
        const { delta } = bruteForce(file);
        expect(plan.delta).toBeGreaterThanOrEqual(delta);
        expect(plan.lowerBound).toBeLessThanOrEqual(delta);
        if (plan.exact) expect(plan.delta).toBe(delta);
        expect(plan.check.broken).toEqual([]);
        expect(plan.check.undelivered).toEqual([]);
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  it('does not depend on the scale of the amounts: tenths are summed as exactly as whole numbers', () => {
    fc.assert(
      fc.property(exchanges, (file) => {
        const tenths = {
          ...file,
          breakOff: {},
          items: file.items.map((item) => ({ ...item, cost: item.cost / 10, value: item.value / 10 })),
        };
        const whole = barter(readExchange({ ...file, breakOff: {} }).exchange);
        const plan = barter(readExchange(tenths).exchange);
        expect(plan.delta).toBeCloseTo(whole.delta / 10, 12);
        expect(plan.optimalOrders).toBe(whole.optimalOrders);
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  it('is the subset-sum problem: no guarantee is needed exactly where some of the numbers come to half', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 9 }), (numbers) => {
        const sum = numbers.reduce((a, b) => a + b, 0);
        if (sum % 2 === 1) numbers.push(1);
        const half = Math.ceil(sum / 2);
        const A = Object.fromEntries(numbers.map((number, at) => [`a${at}`, { cost: number, value: number }]));
        const B = { b0: { cost: half, value: half }, b1: { cost: 0, value: half } };
        let sums = new Set([0]);
        for (const number of numbers) sums = new Set([...sums, ...[...sums].map((one) => one + number)]);
        expect(barter(readExchange({ A, B }).exchange).delta === 0).toBe(sums.has(half));
      }),
      { numRuns: 200, seed: 8 },
    );
  });

  it('takes a batch as one step: what is given at once needs no guarantee', () => {
    const side = { cost: 1, value: 2 };
    const apart = barter(readExchange({ A: { a: { ...side, count: 3 } }, B: { b: { ...side, count: 3 } } }).exchange);
    const together = readExchange({
      A: { a: { ...side, count: 3 } },
      B: { b: { ...side, count: 3 } },
      batches: [{ items: { a: 1, b: 1 }, times: 3 }],
    }).exchange;
    expect(apart.delta).toBe(1);
    const plan = barter(together);
    expect(plan.delta).toBe(0);
    expect(plan.schedule).toHaveLength(3);
    expect(
      checkSchedule(together, [
        { day: null, deliver: [{ item: 'a', count: 3 }], pay: 0 },
        { day: null, deliver: [{ item: 'b', count: 3 }], pay: 0 },
      ]).broken,
    ).toMatchObject([
      { step: 1, rule: 'batch' },
      { step: 2, rule: 'batch' },
    ]);
  });
});

describe('divisible', () => {
  const items = fc.array(fc.record({ cost: fc.nat(9), value: fc.integer({ min: 1, max: 9 }) }), { minLength: 1, maxLength: 6 });

  it('needs what the best of all orders needs, and the payment can be laid over it', () => {
    fc.assert(
      fc.property(items, (given) => {
        const file = { items: given.map((item, id) => ({ id, ...item })) };
        const plan = divisible(readExchange(file).exchange);
        const orders = permutations(file.items);
        // What must be left to pay before a delivery, less what may be left after it, is what the deposits must make up.
        const needs = orders.map((order) =>
          order.reduce((most, { cost }, at) => {
            const later = order.slice(at + 1);
            return Math.max(most, cost + later.reduce((sum, one) => sum + one.cost - one.value, 0));
          }, 0),
        );
        expect(plan.delta).toBe(Math.min(...needs));
        expect(plan.check.delta).toBe(plan.delta);
        expect(plan.check.undelivered).toEqual([]);
        for (const { low, high } of plan.band) expect(low).toBeLessThanOrEqual(high + plan.delta);
      }),
      { numRuns: 200, seed: 9 },
    );
  });
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((one, at) => permutations(list.filter((_, other) => other !== at)).map((rest) => [one, ...rest]));
}
