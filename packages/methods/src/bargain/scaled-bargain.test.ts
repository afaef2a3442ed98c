import { UserError } from '@parley/model';
import { describe, expect, it } from 'vitest';
import type { BargainDomain } from './domain.ts';
import type { AdditiveProfile } from './profile.ts';
import { onScale, scaleBargain, valuesOf } from './scaled-bargain.ts';

const option = (id: string) => ({ id, name: id });
const domain: BargainDomain = {
  issues: [
    { id: 'line', name: 'Line', options: [option('river'), option('ridge')] },
    { id: 'aid', name: 'Aid', options: [option('sea'), option('road')] },
  ],
  parties: [option('a'), option('b')],
  constraints: [],
  missingMandates: [],
};
const profile = (partyId: string, change: Partial<AdditiveProfile> = {}): AdditiveProfile => ({
  partyId,
  weights: { line: 0.5, aid: 0.5 },
  values: { line: { river: 1, ridge: 0 }, aid: { sea: 1 / 3, road: 2 / 3 } },
  terms: [],
  noDeal: { kind: 'level', value: 0.1 },
  ...change,
});

describe('numbers brought to whole units', () => {
  it('are exact where they have few digits, in one unit for all', () => {
    const bargain = scaleBargain(domain, [profile('a'), profile('b', { weights: { line: 0.3, aid: 0.7 } })]);
    expect(bargain.isExact).toBe(true);
    expect(new Set(bargain.units.map(({ bottom }) => bottom)).size).toBe(1);
    const values = valuesOf(bargain, [0, 1]);
    expect(values.every(Number.isSafeInteger)).toBe(true);
    expect(values.map((value, party) => onScale(bargain, party, value))).toEqual([5 / 6, 23 / 30]);
  });

  it('are rounded to about 15 digits where they have more, and say so', () => {
    const odd = { line: { river: Math.PI / 10, ridge: Math.E / 10 }, aid: { sea: Math.SQRT2 / 10, road: Math.LN2 } };
    const bargain = scaleBargain(domain, [profile('a', { values: odd }), profile('b')]);
    expect(bargain.isExact).toBe(false);
    const [value = 0] = valuesOf(bargain, [0, 1]);
    expect(onScale(bargain, 0, value)).toBeCloseTo((Math.PI / 10 + Math.LN2) / 2, 14);
  });
});

describe('a domain and profiles that have no one meaning are refused', () => {
  const refused = (change: Partial<AdditiveProfile>, domainChange: Partial<BargainDomain> = {}) => {
    return () => scaleBargain({ ...domain, ...domainChange }, [profile('a', change), profile('b')]);
  };
  it.each([
    ['NaN', refused({ weights: { line: Number.NaN, aid: 1 } }), 'the weight of "Line" for a is NaN'],
    [
      'an infinite value',
      refused({ values: { ...profile('a').values, line: { river: Number.POSITIVE_INFINITY, ridge: 0 } } }),
      'is Infinity',
    ],
    ['a weight below 0', refused({ weights: { line: -1, aid: 2 } }), 'the weight of "Line" for a is -1, below 0'],
    ['weights that sum to 0', refused({ weights: { line: 0, aid: 0 } }), 'the weights of a sum to 0'],
    ['a missing weight', refused({ weights: { line: 1 } }), 'the weight of "Aid" for a is missing'],
    [
      'a value of no option',
      refused({ values: { ...profile('a').values, line: { river: 1, ridge: 0, wall: 3 } } }),
      'values "wall", which is no option of the issue "Line"',
    ],
    ['a range upside down', refused({ noDeal: { kind: 'range', low: 2, high: 1 } }), 'goes from 2 down to 1'],
    [
      'half a no-deal package',
      refused({ noDeal: { kind: 'package', package: { line: 'river' } } }),
      'a package leaves the issue "Aid" open',
    ],
    ['no options', refused({}, { issues: [{ id: 'line', name: 'Line', options: [] }] }), 'the issue "Line" has no options'],
    ['no issue', refused({}, { issues: [] }), 'there is no issue to bargain over'],
    ['one party', refused({}, { parties: [option('a')] }), 'there is only one party'],
    ['a party without a profile', refused({}, { parties: [option('a'), option('c')] }), 'c has no profile'],
    [
      'more than 100,000 options',
      refused({}, { issues: [{ id: 'line', name: 'Line', options: Array.from({ length: 100_001 }, (_, at) => option(`${at}`)) }] }),
      'the issue "Line" has 100001 options, and the limit is 100000',
    ],
    [
      'a constraint on what is not there',
      refused({}, { constraints: [{ kind: 'floor', option: { issueId: 'line', optionId: 'wall' } }] }),
      'a constraint names the option "wall" of the issue "line", which is not there',
    ],
    [
      'a mandate on what is not there',
      refused({}, { missingMandates: [{ partyId: 'a', issueId: 'maps' }] }),
      'a mandate names the issue "maps", which is not there',
    ],
  ])('%s', (_, work, message) => {
    expect(work).toThrow(UserError);
    expect(work).toThrow(message);
  });
});
