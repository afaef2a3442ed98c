import fc from 'fast-check';
import { expect, it } from 'vitest';
import { barter } from './barter.ts';
import { checkSchedule } from './check.ts';
import { readExchange } from './read-exchange.ts';

const items = fc.array(
  fc.record({
    side: fc.boolean(),
    cost: fc.nat(9),
    value: fc.integer({ min: 1, max: 9 }),
    earliest: fc.nat(4),
    durationDays: fc.nat(2),
    verification: fc.record({ days: fc.nat(4) }),
  }),
  { minLength: 2, maxLength: 5 },
);

it('the front is that of all orders with the smallest guarantee, in exposure of each side and in days', () => {
  fc.assert(
    fc.property(items, fc.boolean(), (list, waits) => {
      const file = {
        parties: ['A', 'B'],
        items: list.map(({ side, ...item }, at) => ({ id: `i${at}`, giver: side ? 'A' : 'B', receiver: side ? 'B' : 'A', ...item })),
        before: waits ? [{ first: 'i0', next: 'i1', after: 'verification' }] : [],
      };
      const { exchange } = readExchange(file);
      const plan = barter(exchange);
      expect(plan.paretoComplete).toBe(true);
      const points = new Set<string>();
      for (const order of permutations(exchange.items.map(({ id }) => id))) {
        if (waits && order.indexOf('i1') < order.indexOf('i0')) continue;
        const check = checkSchedule(
          exchange,
          order.map((item) => ({ day: null, deliver: [{ item, count: 1 }], pay: 0 })),
        );
        if (check.delta === plan.delta)
          points.add(JSON.stringify([check.exposure.A?.greatest, check.exposure.B?.greatest, check.durationDays]));
      }
      const all = [...points].map((point) => JSON.parse(point) as number[]);
      const front = all.filter(
        (point) => !all.some((other) => other !== point && other.every((mark, at) => mark <= (point[at] as number))),
      );
      const found = plan.pareto.map(({ exposure, durationDays }) => [exposure.A as number, exposure.B as number, durationDays]);
      expect(found.map(String).sort()).toEqual(front.map(String).sort());
      for (const { schedule, exposure, durationDays } of plan.pareto) {
        const check = checkSchedule(exchange, schedule);
        expect({ delta: check.delta, durationDays: check.durationDays, broken: check.broken }).toEqual({
          delta: plan.delta,
          durationDays,
          broken: [],
        });
        expect([check.exposure.A?.greatest, check.exposure.B?.greatest]).toEqual([exposure.A, exposure.B]);
      }
    }),
    { numRuns: 120, seed: 21 },
  );
});

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((one, at) => permutations(list.filter((_, other) => other !== at)).map((rest) => [one, ...rest]));
}
