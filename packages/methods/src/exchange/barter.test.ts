import { describe, expect, it } from 'vitest';
import { barter } from './barter.ts';
import { checkSchedule } from './check.ts';
import { divisible } from './divisible.ts';
import { readExchange } from './read-exchange.ts';

const A = { a0: { cost: 2, value: 5 }, a1: { cost: 3, value: 6 }, a2: { cost: 4, value: 4 } };
const B = { b0: { cost: 1, value: 4 }, b1: { cost: 3, value: 5 }, b2: { cost: 2, value: 3 } };

describe('published cases', () => {
  it('five items', () => {
    const items = [
      [0, 4, 7],
      [1, 1, 2],
      [2, 0, 3],
      [3, 5, 4],
      [4, 2, 6],
    ].map(([id, cost, value]) => ({ id, cost, value }));
    const plan = divisible(readExchange({ items }).exchange);
    expect(plan.delta).toBe(0);
    expect(plan.check.delta).toBe(0);
    expect(plan.check.safe).toBe(true);
    expect(plan.schedule.map(({ deliver }) => deliver[0]?.item)).toEqual(['3', '0', '4', '1', '2']);
    const plan2 = divisible(readExchange({ items: items.filter((i) => i.id !== 2) }).exchange);
    expect(plan2.delta).toBe(1);
    expect(plan2.check.delta).toBe(1);
  });
  it('barter', () => {
    const plan = barter(readExchange({ A, B }).exchange);
    expect(plan.delta).toBe(1);
    expect(plan.optimalOrders).toBe(32);
    const { exchange, schedule } = readExchange({
      A,
      B,
      before: [
        ['a2', 'b2'],
        ['b0', 'a0'],
      ],
      order: ['a2', 'b0', 'a0', 'b1', 'a1', 'b2'],
    });
    const plan2 = barter(exchange);
    expect(plan2.delta).toBe(2);
    expect(plan2.optimalOrders).toBe(66);
    expect(checkSchedule(exchange, schedule ?? []).delta).toBe(2);
  });
});
