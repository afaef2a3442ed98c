import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barter } from './barter.ts';
import { checkSchedule } from './check.ts';
import type { Exchange } from './exchange.ts';
import { planExchange } from './plan-exchange.ts';
import { readExchange } from './read-exchange.ts';
import { remedy } from './remedy.ts';
import { robust } from './robust.ts';

const ranges = fc.array(
  fc.record({ side: fc.boolean(), cost: fc.nat(9), costMore: fc.nat(4), value: fc.integer({ min: 1, max: 9 }), valueMore: fc.nat(4) }),
  { minLength: 2, maxLength: 5 },
);

function ranged(list: { side: boolean; cost: number; costMore: number; value: number; valueMore: number }[]): Exchange {
  const items = list.map(({ side, cost, costMore, value, valueMore }, at) => ({
    id: `i${at}`,
    giver: side ? 'A' : 'B',
    receiver: side ? 'B' : 'A',
    cost: [cost, cost + costMore],
    value: [value, value + valueMore],
  }));
  return readExchange({ parties: ['A', 'B'], items }).exchange;
}

describe('robust', () => {
  it('holds for every corner of the ranges with the guarantee for all, and for none with less than that for none', () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const exchange = ranged(list);
        const result = robust(exchange, { samples: 20 });
        const held = Object.fromEntries(exchange.parties.map(({ id }) => [id, result.deltaForAll]));
        for (let corner = 0; corner < 2 ** (2 * list.length); corner += 7) {
          const fixed = ranged(
            list.map((item, at) => ({
              ...item,
              cost: item.cost + ((corner >> (2 * at)) & 1 ? item.costMore : 0),
              costMore: 0,
              value: item.value + ((corner >> (2 * at + 1)) & 1 ? item.valueMore : 0),
              valueMore: 0,
            })),
          );
          expect(checkSchedule(fixed, result.schedule, { deposits: held }).firstUnsafe).toBeNull();
          expect(barter(fixed).delta).toBeGreaterThanOrEqual(result.deltaForNone ?? 0);
        }
        expect(result.sampledDelta.greatest).toBeLessThanOrEqual(result.deltaForAll + 1e-9);
        if (result.safeForAll) expect(result.safeShare).toBe(1);
      }),
      { numRuns: 40, seed: 13 },
    );
  });

  it('speaks for all values that fit an order: what it calls safe is, for each of the amounts that span them', () => {
    const classes = fc.array(
      fc.record({
        side: fc.boolean(),
        count: fc.integer({ min: 1, max: 2 }),
        own: fc.integer({ min: 1, max: 3 }),
        others: fc.integer({ min: 1, max: 3 }),
      }),
      {
        minLength: 2,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(classes, (list) => {
        const file = (cost: (rank: number) => unknown, value: (rank: number) => unknown) => ({
          parties: ['A', 'B'],
          items: list.map(({ side, count, own, others }, at) => ({
            id: `i${at}`,
            giver: side ? 'A' : 'B',
            receiver: side ? 'B' : 'A',
            count,
            cost: cost(own),
            value: value(others),
          })),
        });
        const { exchange } = readExchange(
          file(
            (rank) => ({ rank }),
            (rank) => ({ rank }),
          ),
        );
        const { schedule } = planExchange(exchange);
        // Amounts that fall with the order are sums of these: 1 from some place on, 0 below; a hair over 0 so that all are wanted.
        let isSafe = true;
        for (const least of [1, 2, 3]) {
          const amount = (rank: number): number => (rank >= least ? 1 : 0);
          const { exchange: numbers } = readExchange(file(amount, (rank) => amount(rank) + 1e-6));
          isSafe &&= checkSchedule(numbers, schedule, { deposits: { A: 1e-4, B: 1e-4 } }).firstUnsafe === null;
        }
        const result = robust(exchange, { schedule, samples: 50 });
        expect(result.safeForAll).toBe(isSafe);
        if (isSafe) expect(result.safeShare).toBe(1);
        expect(result.sampledDelta.greatest).toBeLessThanOrEqual(result.deltaForAll + 1e-9);
      }),
      { numRuns: 120, seed: 14 },
    );
  });

  it('gives the same for the same seed, and another sample for another', () => {
    const exchange = ranged([
      { side: true, cost: 1, costMore: 8, value: 3, valueMore: 6 },
      { side: false, cost: 2, costMore: 5, value: 4, valueMore: 5 },
    ]);
    expect(robust(exchange, { seed: 3 }).sampledDelta).toEqual(robust(exchange, { seed: 3 }).sampledDelta);
    expect(robust(exchange, { seed: 3 }).sampledDelta).not.toEqual(robust(exchange, { seed: 4 }).sampledDelta);
  });
});

describe('remedy', () => {
  it('proposes only what the check bears out, the least costly first', () => {
    fc.assert(
      fc.property(ranges, fc.nat(3), (list, fee) => {
        const exchange: Exchange = { ...ranged(list), guarantor: { name: 'G', holds: 'deposit', feeShare: fee / 100, deposits: {} } };
        const schedule = exchange.items.map(({ id }) => ({ day: null, deliver: [{ item: id, count: 1 }], pay: 0 }));
        const result = remedy(exchange, schedule);
        const { delta } = checkSchedule(exchange, schedule);
        expect(result.delta).toBe(delta);
        expect(result.remedies.length > 0).toBe(delta > 0);
        const costs = result.remedies.map(({ cost }) => cost);
        expect(costs).toEqual([...costs].sort((a, b) => a - b));
        for (const one of result.remedies) {
          if (one.kind === 'furtherPhase') {
            const staked = {
              ...exchange,
              parties: exchange.parties.map((party) => ({ ...party, breakOffCost: one.deposits[party.id] ?? 0 })),
            };
            expect(checkSchedule(staked, schedule).safe).toBe(true);
          } else {
            expect(checkSchedule(exchange, one.schedule ?? schedule, { deposits: one.deposits }).safe).toBe(true);
          }
          if (one.kind === 'reorder') expect(one.delta).toBeLessThan(delta);
        }
      }),
      { numRuns: 100, seed: 15 },
    );
  });

  it('says that the last tranche is not self-enforcing, and what it needs', () => {
    const { exchange, schedule } = readExchange({ A: { a: { cost: 2, value: 5 } }, B: { b: { cost: 1, value: 9 } }, order: ['b', 'a'] });
    expect(remedy(exchange, schedule ?? []).lastTranche).toEqual({ step: 2, party: 'A', deposit: 2 });
  });

  it('splits a tranche where that lowers the guarantee', () => {
    const { exchange, schedule } = readExchange({
      A: { a: { cost: 2, value: 4, count: 8 } },
      B: { b: { cost: 2, value: 4, count: 8 } },
      schedule: [{ deliver: { a: 8 } }, { deliver: { b: 8 } }],
    });
    const { delta, remedies } = remedy(exchange, schedule ?? []);
    expect(delta).toBe(16);
    const splits = remedies.filter(({ kind }) => kind === 'split');
    expect(splits.map((one) => one.delta).sort((a, b) => a - b)).toEqual([2, 4, 8]);
    expect(remedies.find(({ kind }) => kind === 'escrow')).toMatchObject({ delta: 0, held: 32 });
  });
});
