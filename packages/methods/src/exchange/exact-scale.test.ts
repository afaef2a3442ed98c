import { expect, test } from 'vitest';
import { barter } from './barter.ts';
import { readExchange } from './read-exchange.ts';

const plan = (document: unknown) => barter(readExchange(document).exchange);

test('thirds of a tranche are summed without rounding: two tranches are enough, in four orders', () => {
  // The two last tranches of i3 are B's, and A has nothing left to give for them: no order needs less than 2.
  const thirds = {
    parties: ['A', 'B'],
    items: [
      { id: 'i0', giver: 'A', receiver: 'B', cost: { rank: 1 }, value: { rank: 3 } },
      { id: 'i1', giver: 'A', receiver: 'B', count: 4, tranche: 3, cost: { rank: 2 }, value: { rank: 1 } },
      { id: 'i2', giver: 'B', receiver: 'A', cost: { rank: 1 }, value: { rank: 1 } },
      { id: 'i3', giver: 'B', receiver: 'A', count: 4, tranche: 2, cost: { rank: 1 }, value: { rank: 1 } },
    ],
    before: [
      ['i0', 'i2'],
      ['i0', 'i3'],
      ['i1', 'i3'],
    ],
  };
  expect(plan(thirds)).toMatchObject({ delta: 2, exact: true, optimalOrders: 4 });
});

test('a side with an order and one with tenths are on one scale', () => {
  // P needs 2 tranches in each of these orders, Q less than that whatever its tenths are: all orders count alike.
  const places = (tenths: number) => ({
    parties: ['P', 'Q'],
    items: [
      { id: 'p', giver: 'P', receiver: 'Q', count: 3, cost: { rank: 1 }, value: tenths },
      { id: 'q', giver: 'Q', receiver: 'P', count: 1, cost: tenths, value: { rank: 1 } },
    ],
  });
  const whole = plan(places(1));
  expect(plan(places(0.1))).toMatchObject({ delta: whole.delta, exact: true });
  expect(plan(places(0.7)).optimalOrders).toBe(whole.optimalOrders);
});

test('amounts that no decimals hold are planned too: sevenths that balance need nothing, in every order that is even', () => {
  const sevenths = (unit: number) => ({
    A: { a0: { cost: unit, value: 3 * unit }, a1: { cost: 2 * unit, value: 3 * unit } },
    B: { b0: { cost: 2 * unit, value: 3 * unit }, b1: { cost: unit, value: 3 * unit } },
  });
  const whole = plan(sevenths(1));
  const found = plan(sevenths(1 / 7));
  expect(found.delta).toBeCloseTo(whole.delta / 7, 9);
  expect(found).toMatchObject({ exact: true, optimalOrders: whole.optimalOrders });
});
