import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Frontier, frontier } from '../frontier.ts';
import type { AdditiveProfile, NoDeal } from '../profile.ts';
import { efficientOf, everyPackage, type SmallBargain, smallBargain } from '../random-bargain.test-support.ts';
import { scaleBargain } from '../scaled-bargain.ts';
import { egalitarian } from './egalitarian.ts';
import { equalLoss } from './equal-loss.ts';
import { fallback } from './fallback.ts';
import { kalaiSmorodinsky } from './kalai-smorodinsky.ts';
import { leximin } from './leximin.ts';
import { nash } from './nash.ts';
import type { Solution } from './solution.ts';
import { utilitarian } from './utilitarian.ts';

/** The definitions again, written down for a list of packages; small whole numbers, so that sums and products are exact. */
const DEFINITIONS: Record<string, [rule: (of: Frontier) => Solution, key: (gains: number[], ideal: number[]) => number[]]> = {
  nash: [nash, (gains) => [gains.filter((gain) => gain > 0).length, gains.filter((gain) => gain > 0).reduce((a, b) => a * b, 1)]],
  // Ideals are at most 60 here, so this multiple keeps shares whole.
  kalaiSmorodinsky: [
    kalaiSmorodinsky,
    (gains, ideal) => [
      Math.min(1e6, ...gains.flatMap((gain, at) => ((ideal[at] ?? 0) > 0 ? [Math.round((1e6 * gain) / (ideal[at] ?? 1))] : []))),
    ],
  ],
  egalitarian: [egalitarian, (gains) => [Math.min(...gains)]],
  utilitarian: [utilitarian, (gains) => [gains.reduce((a, b) => a + b, 0)]],
  leximin: [leximin, (gains) => gains.toSorted((a, b) => a - b)],
  equalLoss: [equalLoss, (gains, ideal) => [Math.min(...gains.map((gain, at) => gain - (ideal[at] ?? 0)))]],
};

function levels({ profiles }: SmallBargain): number[] {
  return profiles.map(({ noDeal }) => (noDeal.kind === 'level' ? noDeal.value : Number.NaN));
}

function keysOf({ points }: Solution): string[] {
  return points.flatMap((point) => [...point.packages()].map((chosen) => JSON.stringify(chosen))).sort();
}

function compareLists(a: number[], b: number[]): number {
  const at = a.findIndex((value, place) => value !== b[place]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

describe.each(Object.entries(DEFINITIONS))('%s', (method, [rule, key]) => {
  it('is what its definition says, over every package, with all ties', () => {
    let answered = 0;
    fc.assert(
      fc.property(smallBargain, (small) => {
        const noDeal = levels(small);
        const rational = everyPackage(small).filter(({ values }) => values.every((value, at) => value >= (noDeal[at] ?? 0)));
        const gains = (values: number[]): number[] => values.map((value, at) => value - (noDeal[at] ?? 0));
        const ideal = noDeal.map((_, at) => Math.max(0, ...rational.map(({ values }) => gains(values)[at] ?? 0)));
        const efficient = efficientOf(rational);
        const most = efficient
          .map(({ values }) => key(gains(values), ideal))
          .reduce<number[] | null>((a, b) => (a === null || compareLists(b, a) > 0 ? b : a), null);
        const expected = efficient.filter(({ values }) => most !== null && compareLists(key(gains(values), ideal), most) === 0);
        const found = rule(frontier(scaleBargain(small.domain, small.profiles)));
        expect(found.note.method).toBe(method);
        expect(keysOf(found)).toEqual(expected.map((one) => one.key).sort());
        expect(found.none).toBe(rational.length === 0 ? 'noneRational' : null);
        if (rational.length > 0) answered += 1;
      }),
      { numRuns: 150 },
    );
    expect(answered).toBeGreaterThan(20);
  });
});

describe('fallback', () => {
  it('is the smallest largest rank among all allowed packages', () => {
    fc.assert(
      fc.property(smallBargain, (small) => {
        const noDeal = levels(small);
        const all = everyPackage(small);
        const rank = (values: number[]): number =>
          Math.max(...values.map((value, at) => 1 + all.filter((other) => (other.values[at] ?? 0) > value).length));
        const rational = all.filter(({ values }) => values.every((value, at) => value >= (noDeal[at] ?? 0)));
        const depth = Math.min(...rational.map(({ values }) => rank(values)));
        const expected = efficientOf(rational).filter(({ values }) => rank(values) === depth);
        expect(keysOf(fallback(frontier(scaleBargain(small.domain, small.profiles))))).toEqual(expected.map(({ key }) => key).sort());
      }),
      { numRuns: 150 },
    );
  });
});

/** One issue whose options are worth the given values to the two parties. */
function oneIssue(table: readonly (readonly [number, number])[], noDeal: readonly [NoDeal, NoDeal]): Parameters<typeof scaleBargain> {
  const options = table.map((_, at) => ({ id: `o${at}`, name: `Option ${at}` }));
  const profile = (party: 0 | 1): AdditiveProfile => ({
    partyId: party === 0 ? 'a' : 'b',
    weights: { issue: 1 },
    values: { issue: Object.fromEntries(table.map((values, at) => [`o${at}`, values[party]])) },
    terms: [],
    noDeal: noDeal[party],
  });
  const parties = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ];
  return [{ issues: [{ id: 'issue', name: 'Issue', options }], parties, constraints: [], missingMandates: [] }, [profile(0), profile(1)]];
}

const level = (value: number): NoDeal => ({ kind: 'level', value });
const valuesIn = ({ points }: Solution): (readonly number[])[] => points.map(({ values }) => values);

describe('traps of other tools', () => {
  it('a package where both lose is no Nash point, though its losses multiply to more', () => {
    const both = frontier(
      scaleBargain(
        ...oneIssue(
          [
            [1, 1],
            [6, 6],
          ],
          [level(10), level(10)],
        ),
      ),
    );
    expect(nash(both)).toMatchObject({ points: [], none: 'noneRational' });
    const one = frontier(
      scaleBargain(
        ...oneIssue(
          [
            [0, 0],
            [11, 11],
            [30, 5],
          ],
          [level(10), level(10)],
        ),
      ),
    );
    expect(valuesIn(nash(one))).toEqual([[11, 11]]);
  });

  it('two packages of the same values are two packages', () => {
    const found = nash(
      frontier(
        scaleBargain(
          ...oneIssue(
            [
              [5, 5],
              [5, 5],
              [9, 1],
            ],
            [level(0), level(0)],
          ),
        ),
      ),
    );
    expect(keysOf(found)).toEqual(['{"issue":"o0"}', '{"issue":"o1"}']);
  });

  it('four rules that go by the name of Kalai are told apart', () => {
    // Where one party can gain ten times as much as the other, equal gains, equal shares and equal losses part.
    const table = [
      [100, 0],
      [60, 5],
      [51, 6],
      [10, 8],
      [8, 9],
      [0, 10],
    ] as const;
    const found = frontier(scaleBargain(...oneIssue(table, [level(0), level(0)])));
    expect(valuesIn(egalitarian(found))).toEqual([
      [10, 8],
      [8, 9],
    ]);
    expect(valuesIn(leximin(found))).toEqual([[10, 8]]);
    expect(valuesIn(kalaiSmorodinsky(found))).toEqual([[51, 6]]);
    expect(valuesIn(equalLoss(found))).toEqual([[100, 0]]);
  });

  it('ties are not decided by float noise', () => {
    const table = [
      [0.1 + 0.2, 0.3],
      [0.3, 0.1 + 0.2],
      [0.29, 0.31],
    ] as const;
    const found = nash(frontier(scaleBargain(...oneIssue(table, [level(0), level(0)]))));
    expect(keysOf(found)).toEqual(['{"issue":"o0"}', '{"issue":"o1"}']);
  });

  it('says that it cannot tell where a no-deal point is not known or a range', () => {
    for (const unknown of [{ kind: 'unknown' }, { kind: 'range', low: 1, high: 2 }] as const) {
      const found = frontier(
        scaleBargain(
          ...oneIssue(
            [
              [1, 2],
              [2, 1],
            ],
            [level(0), unknown],
          ),
        ),
      );
      expect(found.size).toBe(2);
      for (const rule of [nash, kalaiSmorodinsky, egalitarian, utilitarian, leximin, equalLoss, fallback])
        expect(rule(found)).toMatchObject({ points: [], none: 'noDealUnknown' });
    }
  });

  it('a no-deal package counts for what it is worth', () => {
    const own = { kind: 'package', package: { issue: 'o1' } } as const;
    const found = frontier(
      scaleBargain(
        ...oneIssue(
          [
            [9, 1],
            [4, 4],
            [6, 5],
            [5, 7],
          ],
          [own, own],
        ),
      ),
    );
    expect(valuesIn(nash(found))).toEqual([[5, 7]]);
    expect(valuesIn(egalitarian(found))).toEqual([
      [6, 5],
      [5, 7],
    ]);
  });
});
