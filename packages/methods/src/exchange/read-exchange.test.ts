import { UserError } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { checkSchedule } from './check.ts';
import { exchangeFromRows } from './exchange-rows.ts';
import { readExchange } from './read-exchange.ts';

const one = { cost: 1, value: 2 };
const barter = { A: { a: one }, B: { b: one } };

function fault(json: unknown): string {
  try {
    readExchange(json);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).cure).not.toBe('');
    return (error as UserError).message;
  }
  throw new Error('nothing was refused');
}

describe('readExchange', () => {
  it.each([
    [
      'a circle',
      {
        ...barter,
        before: [
          ['a', 'b'],
          ['b', 'a'],
        ],
      },
      /circle: (a before b before a|b before a before b)/,
    ],
    [
      'a circle through a batch',
      {
        A: { a: one, c: one },
        B: { b: one },
        batches: [['a', 'b']],
        before: [
          ['a', 'c'],
          ['c', 'b'],
        ],
      },
      /circle/,
    ],
    ['an item before itself', { ...barter, before: [['a', 'a']] }, /circle/],
    ['a negative count', { A: { a: { ...one, count: -2 } }, B: { b: one } }, /the count of a is -2/],
    ['a count of none', { A: { a: { ...one, count: 0 } }, B: { b: one } }, /the count of a is 0/],
    ['half an item', { A: { a: { ...one, count: 1.5 } }, B: { b: one } }, /the count of a is 1.5/],
    ['an item nobody wants', { A: { a: { cost: 1, value: 0 } }, B: { b: one } }, /nobody wants a/],
    ['no receiver', { parties: ['A', 'B', 'C'], items: [{ id: 'a', giver: 'A', ...one }] }, /nobody receives a/],
    ['overlapping batches', { ...barter, batches: [['a', 'b'], ['a']] }, /batches overlap: they take more of a than the 1/],
    ['too much in batches', { ...barter, batches: [{ items: { a: 1 }, times: 2 }] }, /overlap/],
    ['NaN', { A: { a: { cost: Number.NaN, value: 1 } }, B: { b: one } }, /costs A is NaN/],
    ['infinity', { A: { a: { cost: 1, value: Number.POSITIVE_INFINITY } }, B: { b: one } }, /worth to B is Infinity/],
    ['a cost below zero', { A: { a: { cost: -1, value: 1 } }, B: { b: one } }, /is -1/],
    ['text for a number', { A: { a: { cost: 'much', value: 1 } }, B: { b: one } }, /is "much"/],
    ['a range upside down', { A: { a: { cost: [3, 2], value: 1 } }, B: { b: one } }, /from 3 down to 2/],
    ['no amount', { A: { a: { value: 1 } }, B: { b: one } }, /not said what giving a costs A/],
    [
      'numbers and places mixed',
      { A: { a: { cost: 1, value: 1 } }, B: { b: { cost: 1, value: { rank: 2 } } } },
      /A has a number for a and only a place in its order for b/,
    ],
    ['an unknown item', { ...barter, before: [['a', 'z']] }, /before names "z"/],
    [
      'an unknown party',
      { parties: ['A', 'B'], items: [{ id: 'a', giver: 'A', receiver: 'Z', ...one }] },
      /"Z", of item a, is not a party/,
    ],
    [
      'one item twice',
      {
        parties: ['A', 'B'],
        items: [
          { id: 'a', ...one },
          { id: 'a', ...one },
        ],
      },
      /listed twice/,
    ],
    ['one side only', { A: { a: one } }, /the items of A only/],
    ['no items', { parties: ['A', 'B'], items: [] }, /no items/],
    ['nothing', null, /the exchange is null/],
    ['a day that is none', { A: { a: { ...one, earliest: 'soon' } }, B: { b: one } }, /"soon", which is not a day/],
    ['an item in two phases', { ...barter, phases: [{ items: ['a'] }, { items: ['a'] }] }, /a is in phase 1 and in phase 2/],
    ['a detection of 0', { A: { a: { ...one, verification: { days: 1, detection: 0 } } }, B: { b: one } }, /detection of a is 0/],
    ['too many delivered', { ...barter, schedule: [{ deliver: { a: 2 } }] }, /step 1 delivers 2 of "a", of which 1 are left/],
    ['an unknown delivered', { ...barter, order: ['q'] }, /delivers "q"/],
    [
      'days that go back',
      {
        ...barter,
        schedule: [
          { day: 3, deliver: { a: 1 } },
          { day: 1, deliver: { b: 1 } },
        ],
      },
      /step 2 is on D\+1/,
    ],
  ])('refuses %s', (_, json, message) => {
    expect(fault(json)).toMatch(message);
  });

  it('makes classes out of ratios: 30 for each civilian, 50 for each of another class', () => {
    const { exchange } = readExchange({
      parties: ['A', 'B'],
      items: [
        { id: 'x', giver: 'A', count: 5, ...one },
        { id: 'y', giver: 'A', count: 2, ...one },
      ],
      ratios: [
        { for: 'x', each: 30, kind: 'prisoners', ...one, atOnce: true },
        { for: 'y', each: 50, kind: 'prisoners', ...one },
      ],
    });
    expect(exchange.items.slice(2).map(({ id, giver, receiver, count, tranche }) => ({ id, giver, receiver, count, tranche }))).toEqual([
      { id: 'prisoners for x', giver: 'B', receiver: 'A', count: 150, tranche: 30 },
      { id: 'prisoners for y', giver: 'B', receiver: 'A', count: 100, tranche: 50 },
    ]);
    expect(exchange.batches).toEqual([{ items: { x: 1, 'prisoners for x': 30 }, times: 5 }]);
  });

  it('has a phase wait for the one before where it says so', () => {
    const phased = { ...barter, phases: [{ items: ['b'] }, { items: ['a'], after: 'delivery' }] };
    expect(fault({ ...phased, before: [['a', 'b']] })).toMatch(/circle/);
  });
});

describe('exchangeFromRows', () => {
  it('adds up the deliveries of an item, and reads ranges, places and steps at once', () => {
    const { exchange, schedule } = readExchange(
      exchangeFromRows([
        ['Day', 'Step', 'From', 'To', 'Item', 'Count', 'Cost', 'Value', 'After'],
        ['D+1', '1', 'A', 'B', 'a', '2', '1-2', '5', ''],
        ['D+1', '1', 'B', 'A', 'b', '1', '1', '3–4', ''],
        ['D+4', '2', 'A', 'B', 'a', '3', '', '', ''],
        ['', '', '', '', '', '', '', '', ''],
        ['D+5', '3', 'B', 'A', 'c', '', '1', '9', 'a; b'],
      ]),
    );
    expect(exchange.items.map(({ id, count, cost, value }) => [id, count, cost, value])).toEqual([
      ['a', 5, { low: 1, high: 2 }, { low: 5, high: 5 }],
      ['b', 1, { low: 1, high: 1 }, { low: 3, high: 4 }],
      ['c', 1, { low: 1, high: 1 }, { low: 9, high: 9 }],
    ]);
    expect(exchange.before.map(({ first, next }) => [first, next])).toEqual([
      ['a', 'c'],
      ['b', 'c'],
    ]);
    expect(schedule?.map(({ day, deliver }) => [day, deliver.length])).toEqual([
      [1, 2],
      [4, 1],
      [5, 1],
    ]);
  });

  it.each([
    [[['item', 'count']], /no column "giver"/],
    [
      [
        ['item', 'giver', 'receiver', 'count'],
        ['a', 'A', 'B', '-3'],
      ],
      /row 2: count is -3/,
    ],
    [
      [
        ['item', 'giver', 'receiver', 'count'],
        ['a', 'A', 'B', 'some'],
      ],
      /row 2: count is "some"/,
    ],
    [
      [
        ['item', 'giver', 'receiver'],
        ['', 'A', 'B'],
      ],
      /row 2 names no item/,
    ],
    [
      [
        ['item', 'giver', 'receiver'],
        ['a', 'A', 'B'],
        ['a', 'B', 'A'],
      ],
      /row 3: the giver of a is "B", and a row before it says "A"/,
    ],
    [
      [
        ['item', 'giver', 'receiver', 'cost'],
        ['a', 'A', 'B', '1'],
        ['a', 'A', 'B', '5'],
      ],
      /row 3: the cost of a is 5, and a row before it says 1/,
    ],
    [
      [
        ['item', 'giver', 'receiver', 'step', 'day'],
        ['a', 'A', 'B', '1', 'D+1'],
        ['b', 'B', 'A', '1', 'D+9'],
      ],
      /row 3: the day of step 1 is "D\+9", and a row before it says "D\+1"/,
    ],
  ])('refuses what cannot be read: %j', (rows, message) => {
    expect(() => exchangeFromRows(rows)).toThrow(message);
  });
});

describe('odd names and shapes', () => {
  it('takes a side called "constructor" and an item called "toString" as they are', () => {
    const { exchange } = readExchange({
      parties: ['constructor', 'B'],
      items: [
        { id: 'toString', giver: 'constructor', receiver: 'B', cost: 1, value: 2 },
        { id: 'b', giver: 'B', receiver: 'constructor', cost: 1, value: 2 },
      ],
      batches: [['toString', 'b']],
      guarantor: { deposits: { B: 1 } },
    });
    expect(exchange.parties[0]?.breakOffCost).toBe(0);
    expect(exchange.batches[0]?.items).toEqual({ toString: 1, b: 1 });
    const step = { day: null, deliver: [{ item: 'toString', count: 1 }], pay: 0 };
    expect(checkSchedule(exchange, [step]).steps[0]?.margin).toEqual([1, 2]);
  });

  it('refuses more steps than anything could go through, and takes the same in tranches', () => {
    const many = (tranche: number) => ({ A: { a: { ...one, count: 1e12, tranche } }, B: { b: one } });
    expect(() => readExchange(many(1))).toThrow(/1000000000001 steps; the limit is 1000000/);
    expect(readExchange(many(1e10)).exchange.items[0]?.count).toBe(1e12);
  });

  it('refuses thousands of lists within each other with an error of its own', () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);
    expect(() => readExchange({ items: deep })).toThrow(UserError);
  });
});
