import { UserError } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { type Contradiction, consistency } from './consistency.ts';
import { domainOf } from './domain-of.test-support.ts';
import { loadHighs } from './highs.test-support.ts';
import { readyOrders } from './ready-orders.ts';
import type { BargainOrders, StatedParty } from './stated-preferences.ts';

const solver = await loadHighs();
const ordersOf = (stated: Omit<StatedParty, 'partyId'>): BargainOrders => ({
  domain: domainOf([4, 2, 2]),
  stated: [{ partyId: 'p', ...stated }],
});
const evidenceOf = (orders: BargainOrders): string[][] =>
  consistency(orders, solver).map(({ statements }) => statements.flatMap(({ evidence }) => evidence).sort());
const ranking = (id: string, ...optionIds: string[]) => ({ issueId: 'A', optionIds, evidence: [id] });
const best = { A: 'A1', B: 'B1', C: 'C1' };

describe('what contradicts itself is shown with a minimal set of statements', () => {
  it.each<[string, Omit<StatedParty, 'partyId'>, string[]]>([
    [
      'two stances on one option',
      {
        stances: [
          { issueId: 'A', optionId: 'A1', stance: 'accepts', evidence: ['s1'] },
          { issueId: 'A', optionId: 'A1', stance: 'redLine', evidence: ['s2'] },
          { issueId: 'B', optionId: 'B1', stance: 'accepts', evidence: ['s3'] },
        ],
      },
      ['s1', 's2'],
    ],
    [
      'a cycle over three rankings, with one beside it',
      { rankings: [ranking('r1', 'A1', 'A2'), ranking('r2', 'A2', 'A3'), ranking('r3', 'A3', 'A1'), ranking('r4', 'A1', 'A4')] },
      ['r1', 'r2', 'r3'],
    ],
    [
      'a ranking against stances',
      {
        stances: [
          { issueId: 'A', optionId: 'A1', stance: 'demands', evidence: ['s1'] },
          { issueId: 'A', optionId: 'A2', stance: 'rejects', evidence: ['s2'] },
        ],
        rankings: [ranking('r1', 'A2', 'A1')],
      },
      ['r1', 's1', 's2'],
    ],
    [
      'a cycle in the order of issues',
      {
        importance: [
          { issueIds: ['A', 'B', 'C'], evidence: ['i1'] },
          { issueIds: ['C', 'A'], evidence: ['i2'] },
        ],
      },
      ['i1', 'i2'],
    ],
    [
      'weights that cannot sum to 1',
      { weights: ['A', 'B', 'C'].map((issueId) => ({ issueId, low: 0, high: 0, evidence: [`w${issueId}`] })) },
      ['wA', 'wB', 'wC'],
    ],
    [
      'weights against an order of issues',
      {
        weights: [
          { issueId: 'A', low: 0, high: 0.2, evidence: ['w1'] },
          { issueId: 'B', low: 0.3, high: 1, evidence: ['w2'] },
          { issueId: 'C', low: 0, high: 1, evidence: ['w3'] },
        ],
        importance: [{ issueIds: ['A', 'B'], evidence: ['i1'] }],
      },
      ['i1', 'w1', 'w2'],
    ],
    [
      'a comparison against the rankings of all that differs',
      {
        rankings: [
          ranking('r1', 'A1', 'A2'),
          { issueId: 'B', optionIds: ['B1', 'B2'], evidence: ['r2'] },
          { issueId: 'C', optionIds: ['C1', 'C2'], evidence: ['r3'] },
        ],
        comparisons: [{ better: { ...best, A: 'A2', B: 'B2' }, worse: best, evidence: ['c1'] }],
      },
      ['c1', 'r1', 'r2'],
    ],
    [
      'two packages each better than the other',
      {
        comparisons: [
          { better: best, worse: { ...best, A: 'A2' }, evidence: ['c1'] },
          { better: { ...best, A: 'A2' }, worse: best, evidence: ['c2'] },
        ],
      },
      ['c1', 'c2'],
    ],
    [
      'a value against a ranking',
      {
        rankings: [ranking('r1', 'A1', 'A2', 'A3')],
        values: [
          { issueId: 'A', optionId: 'A2', low: 0, high: 0.1, evidence: ['v1'] },
          { issueId: 'A', optionId: 'A3', low: 0.2, high: 1, evidence: ['v2'] },
        ],
      },
      ['r1', 'v1', 'v2'],
    ],
  ])('%s', (_, stated, conflict) => {
    const found = evidenceOf(ordersOf(stated));
    expect(found).toEqual([conflict]);
    // Minimal: without any one of them the rest fits.
    for (const left of conflict) {
      const without = Object.fromEntries(
        Object.entries(stated).map(([kind, all]) => [
          kind,
          (all as unknown as { evidence: string[] }[]).filter(({ evidence }) => evidence[0] !== left),
        ]),
      );
      expect(evidenceOf(ordersOf(without)).flat()).not.toEqual(conflict);
      const onlyConflict = Object.fromEntries(
        Object.entries(without).map(([kind, all]) => [
          kind,
          (all as unknown as { evidence: string[] }[]).filter(({ evidence }) => conflict.includes(evidence[0] as string)),
        ]),
      );
      expect(evidenceOf(ordersOf(onlyConflict))).toEqual([]);
    }
  });

  it('and what fits together is let stand', () => {
    const fits: Omit<StatedParty, 'partyId'> = {
      stances: [
        { issueId: 'A', optionId: 'A1', stance: 'mayAccept', upTo: 'demands' },
        { issueId: 'A', optionId: 'A1', stance: 'accepts' },
      ],
      rankings: [ranking('r1', 'A1', 'A2'), ranking('r2', 'A3', 'A4')],
      importance: [{ issueIds: ['A', 'B'] }, { issueIds: ['A', 'C'] }],
      weights: [{ issueId: 'A', low: 0.4, high: 0.5 }],
      comparisons: [{ better: { A: 'A2', B: 'B1', C: 'C1' }, worse: { A: 'A1', B: 'B2', C: 'C2' } }],
    };
    expect(consistency(ordersOf(fits), solver)).toEqual([]);
  });

  it('in a faction, it is the faction that is named', () => {
    const factions = [{ id: 'f', name: 'Wing', rankings: [ranking('r1', 'A1', 'A2'), ranking('r2', 'A2', 'A1')] }];
    expect(consistency(ordersOf({ factions }), solver)).toMatchObject([{ partyId: 'p', factionId: 'f' }]);
  });
});

describe('bad input is told as such', () => {
  it('a contradiction, with its statements and their evidence', () => {
    const orders = ordersOf({ rankings: [ranking('r1', 'A1', 'A2'), ranking('r2', 'A2', 'A1')] });
    const error = errorOf(() => readyOrders(orders));
    expect(error.code).toBe('contradiction');
    expect(error.message).toBe('statements contradict each other: P puts "A1" over "A2" on "A" (r1); P puts "A2" over "A1" on "A" (r2)');
    expect((error.cause as Contradiction).statements).toHaveLength(2);
  });

  it.each<[string, Omit<StatedParty, 'partyId'>, RegExp]>([
    ['a weight of NaN', { weights: [{ issueId: 'A', low: Number.NaN, high: 1 }] }, /NaN to 1 is no range/],
    ['a range upside down', { values: [{ issueId: 'A', optionId: 'A1', low: 0.6, high: 0.4 }] }, /0.6 to 0.4 is no range/],
    [
      'an option that is not there',
      { stances: [{ issueId: 'A', optionId: 'A9', stance: 'accepts' }] },
      /"A9" of the issue "A", which is not there/,
    ],
    ['an issue that is not there', { importance: [{ issueIds: ['A', 'Z'] }] }, /the issue "Z", which is not there/],
    [
      'a stance that is none',
      { stances: [{ issueId: 'A', optionId: 'A1', stance: 'likes' as never }] },
      /the stance "likes", which is none/,
    ],
    ['an option ranked twice', { rankings: [ranking('r', 'A1', 'A1')] }, /names "A1" twice/],
    ['a package that leaves an issue open', { noDeal: { kind: 'package', package: { A: 'A1' } } }, /leaves the issue "B" open/],
    ['a level above the best', { noDeal: { kind: 'level', level: 1.5 } }, /no-deal point of P: 1.5 to 1.5 is no range/],
    [
      'a rule that no factions could meet',
      { factions: [{ id: 'f', name: 'Wing' }], ratification: { rule: 'atLeast', count: 2 } },
      /asks for 2 of 1 factions/,
    ],
    ['a faction without weight', { factions: [{ id: 'f', name: 'Wing', weight: 0 }] }, /"Wing" has the weight 0/],
  ])('%s', (_, stated, message) => {
    expect(errorOf(() => readyOrders(ordersOf(stated))).message).toMatch(message);
  });

  it('more options than orders are kept of, and an issue without any', () => {
    expect(errorOf(() => readyOrders({ domain: domainOf([201, 2]), stated: [] })).message).toMatch(/"A" has 201 options/);
    expect(errorOf(() => readyOrders({ domain: domainOf([2, 0]), stated: [] })).message).toMatch(/"B" has no options/);
  });

  it('a party that is not there, and one given twice', () => {
    const domain = domainOf([2]);
    expect(errorOf(() => readyOrders({ domain, stated: [{ partyId: 'z' }] })).message).toBe('there is no party "z"');
    expect(errorOf(() => readyOrders({ domain, stated: [{ partyId: 'p' }, { partyId: 'p' }] })).message).toMatch(/given twice/);
  });
});

function errorOf(work: () => unknown): UserError {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('no error was thrown');
}
