import type { Body, CaseRecord } from '@parley/model';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrowest } from '../narrowest.ts';
import { exchangeLedger } from './exchange-ledger.ts';

type Told = Partial<Body<'delivery'>>;
const record = (deliveries: readonly Told[]): CaseRecord =>
  ({
    of: (kind: string) =>
      new Map(
        kind === 'delivery'
          ? deliveries.map((body, at) => [
              `d${at}`,
              {
                id: `d${at}`,
                body: { exchangeId: 'x', itemId: 'a', count: 1, outcome: 'delivered', ...body },
                entry: { compartment: 'public' },
              },
            ])
          : [],
      ),
  }) as never;
const schedule = (counts: readonly number[], startsOn?: string): Body<'schedule'> => ({
  exchangeId: 'x',
  title: { en: 'S' },
  steps: counts.map((count, day) => ({ day, deliver: [{ itemId: 'a', count }] })),
  evidence: [],
  ...(startsOn && { startsOn }),
});

test('deliveries fill the steps in their order, and say how late they were', () => {
  const told = record([
    { count: 3, on: '2025-01-03', outcome: 'verified' },
    { count: 1, on: '2025-01-04' },
  ]);
  const { lines, beyond } = exchangeLedger(told, schedule([2, 2, 1], '2025-01-01'), '2025-01-05');
  expect(lines.map(({ delivered, verified, state, daysLate }) => [delivered, verified, state, daysLate])).toEqual([
    [2, 2, 'delivered', 2],
    [2, 1, 'delivered', 2],
    [0, 0, 'late', 2],
  ]);
  expect(beyond).toEqual([]);
});

test('what is withheld or not as agreed fills nothing, and what is delivered beyond the plan is told', () => {
  const told = record([
    { on: '2025-01-01', outcome: 'notAsAgreed' },
    { on: '2025-01-02', count: 4 },
    { on: '2025-01-03', exchangeId: 'other', count: 9 },
  ]);
  const { lines, beyond } = exchangeLedger(told, schedule([1, 2]), '2025-02-01');
  expect(lines.map(({ state, daysLate }) => [state, daysLate])).toEqual([
    ['delivered', null],
    ['delivered', null],
  ]);
  expect(beyond).toEqual([{ deliveryId: 'd1', itemId: 'a', count: 1 }]);
  expect(exchangeLedger(record([{ on: '2025-01-01', outcome: 'notAsAgreed' }]), schedule([1]), '2025-02-01').lines[0]?.state).toBe(
    'withheld',
  );
});

test('no piece is lost or counted twice', () => {
  const many = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 });
  fc.assert(
    fc.property(many, many, (planned, given) => {
      const told = record(given.map((count, at) => ({ count, on: `2025-01-0${at + 1}` })));
      const { lines, beyond } = exchangeLedger(told, schedule(planned, '2025-01-01'), '2025-03-01');
      const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
      expect(sum(lines.map(({ delivered }) => delivered)) + sum(beyond.map(({ count }) => count))).toBe(sum(given));
      // Filled from the first on: behind a step that lacks something none has anything.
      const lacking = lines.findIndex(({ delivered, count }) => delivered < count);
      if (lacking !== -1) expect(sum(lines.slice(lacking + 1).map(({ delivered }) => delivered))).toBe(0);
      expect(lines.every(({ delivered, count }) => delivered <= count)).toBe(true);
    }),
  );
});

test('a result starts where no compartment that it used lies further within', () => {
  const within = new Map([
    ['team', 'public'],
    ['a', 'team'],
    ['b', 'team'],
  ]);
  const circles = { of: () => new Map([...within].map(([id, wider]) => [id, { body: { within: wider } }])) } as never;
  expect(narrowest(circles, ['public'])).toEqual(['public']);
  expect(narrowest(circles, ['public', 'team', 'public'])).toEqual(['team']);
  expect(narrowest(circles, ['team', 'a', 'public'])).toEqual(['a']);
  // Two that do not see each other: only who sees into both may see it.
  expect(narrowest(circles, ['b', 'a', 'team'])).toEqual(['a', 'b']);
});
