import { type Body, type BodyInput, type CaseRecord, type Kind, parseBody } from '@parley/model';
import { expect, test } from 'vitest';
import { exchangeInput, stepsOf, weighedInput } from './exchange-input.ts';

const EXCHANGE: BodyInput<'exchange'> = {
  title: { en: 'Prisoners for a truce' },
  sides: ['north', 'south'],
  items: [
    { id: 'held', name: { en: 'Held' }, kind: 'people', giverId: 'north', receiverId: 'south', count: 6, tranche: 3, phaseId: 'first' },
    {
      id: 'maps',
      name: { en: 'Maps' },
      giverId: 'south',
      receiverId: 'north',
      after: [{ itemId: 'held', verified: true }],
      verification: { days: 2 },
    },
  ],
  phases: [{ id: 'first', name: { en: 'First' }, fromDay: 3 }],
  batches: [{ items: [{ itemId: 'held', count: 1 }, { itemId: 'maps', count: 1 }] }], // biome-ignore format: one line
};
const weighing = (partyId: string, more: Partial<BodyInput<'weighing'>>): BodyInput<'weighing'> => ({ exchangeId: 'x', partyId, ...more });

/** A record of an exchange and weighings, recorded in this order. */
function recordOf(...weighings: BodyInput<'weighing'>[]): CaseRecord {
  const version = <K extends Kind>(kind: K, id: string, body: unknown, sequence: number) =>
    [id, { id, body: parseBody(kind, body), entry: { compartment: 'public', sequence, hash: '', subject: { kind, id } } }] as const;
  const kinds = {
    exchange: new Map([version('exchange', 'x', EXCHANGE, 1)]),
    weighing: new Map(weighings.map((body, at) => version('weighing', `w${at}`, body, at + 2))),
  };
  return { of: (kind: string) => (kinds as Record<string, unknown>)[kind] ?? new Map() } as never;
}

const north = weighing('north', { order: [['maps'], ['held']] });
const south = weighing('south', { ranges: [{ itemId: 'held', range: { low: 2, high: 5 } }, { itemId: 'maps', range: { low: 1, high: 1 } }], breakOff: { low: 2, high: 4 } }); // biome-ignore format: one line

test('terms and weighings become what methods take: places for who has an order, ranges for who has ranges', () => {
  const { exchange, unweighed } = exchangeInput(recordOf(north, south), 'x');
  expect(unweighed).toEqual([]);
  expect(exchange.items).toMatchObject([
    { id: 'held', count: 6, tranche: 3, cost: { rank: 1 }, value: { low: 2, high: 5 }, verification: null },
    { id: 'maps', cost: { low: 1, high: 1 }, value: { rank: 2 }, verification: { days: 2, detection: 1 } },
  ]);
  expect(exchange.before).toEqual([{ first: 'held', next: 'maps', after: 'verification' }]);
  expect(exchange.phases).toMatchObject([{ id: 'first', fromDay: 3, items: ['held'], after: null }]);
  expect(exchange.batches).toEqual([{ items: { held: 1, maps: 1 }, times: 1 }]);
  // What breaking off costs is taken low: it holds a side back by that at least.
  expect(exchange.parties.map(({ breakOffCost }) => breakOffCost)).toEqual([0, 2]);
});

test('of several weighings of a side the last recorded counts, and a chosen one before it', () => {
  const older = weighing('north', { order: [['held', 'maps']] });
  expect(exchangeInput(recordOf(older, north, south), 'x').exchange.items[1]?.value).toEqual({ rank: 2 });
  expect(exchangeInput(recordOf(older, north, south), 'x', ['w0', 'w2']).exchange.items[1]?.value).toEqual({ rank: 1 });
});

test('a side that is weighed in part is not reckoned with, and it is told what is lacking', () => {
  const part = weighing('north', { order: [['held']] });
  expect(exchangeInput(recordOf(part, south), 'x').unweighed).toEqual([{ partyId: 'north', itemIds: ['maps'] }]);
  expect(() => weighedInput(recordOf(part, south), 'x')).toThrow('nobody has weighed maps for "north" yet');
  expect(() => weighedInput(recordOf(), 'x')).toThrow('for "north" yet');
  expect(() => exchangeInput(recordOf(), 'y')).toThrow('there is no exchange "y"');
});

test('the steps of a schedule are told apart from those of older terms', () => {
  const { exchange } = exchangeInput(recordOf(north, south), 'x');
  const schedule = (itemId: string) => ({ steps: [{ day: 4, deliver: [{ itemId, count: 3 }] }] }) as Pick<Body<'schedule'>, 'steps'>;
  expect(stepsOf(exchange, schedule('held'))).toEqual([{ day: 4, deliver: [{ item: 'held', count: 3 }], pay: 0 }]);
  expect(() => stepsOf(exchange, schedule('gone'))).toThrow('"gone", which is not an item');
});
