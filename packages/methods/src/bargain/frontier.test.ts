import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFrom } from '../numeric/random.ts';
import { type Frontier, frontier } from './frontier.ts';
import type { AdditiveProfile } from './profile.ts';
import { efficientOf, everyPackage, smallBargain } from './random-bargain.test-support.ts';
import { scaleBargain } from './scaled-bargain.ts';

/** All that a frontier lists, a line for each package. */
function listed({ size, pointAt }: Frontier): { key: string; values: number[] }[] {
  return Array.from({ length: size }, (_, at) => pointAt(at)).flatMap((point) =>
    [...point.packages()].map((chosen) => ({ key: JSON.stringify(chosen), values: [...point.values] })),
  );
}

const byKey = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);

describe('the frontier', () => {
  it('is that of going through every package, with all ties, links and constraints', () => {
    fc.assert(
      fc.property(smallBargain, (small) => {
        const all = everyPackage(small);
        const found = frontier(scaleBargain(small.domain, small.profiles));
        expect(found.packages).toBe(String(all.length));
        expect(found.note.complete).toBe(true);
        expect(listed(found).sort(byKey)).toEqual(efficientOf(all).sort(byKey));
        for (let at = 0; at < found.size; at += 1)
          expect(found.pointAt(at).packageCount()).toBe(String([...found.pointAt(at).packages()].length));
      }),
      { numRuns: 400 },
    );
  });

  it('keeps its promise where a budget cuts it off: no package is better than a listed one by more than the guarantee', () => {
    fc.assert(
      fc.property(smallBargain, fc.integer({ min: 1, max: 4 }), fc.boolean(), (small, mostPoints, stops) => {
        const all = everyPackage(small);
        const found = frontier(scaleBargain(small.domain, small.profiles), { mostPoints, shouldStop: () => stops });
        expect(found.note.complete).toBe(found.guarantee === null);
        const points = Array.from({ length: found.size }, (_, at) => found.pointAt(at).values);
        expect(points.length).toBeLessThanOrEqual(mostPoints);
        const real = new Set(all.map(({ values }) => values.join()));
        for (const point of points) expect(real.has(point.join())).toBe(true);
        const slack = found.guarantee ?? points[0]?.map(() => 0) ?? [];
        for (const { values } of all)
          expect(points.some((point) => point.every((value, party) => value + (slack[party] ?? 0) >= (values[party] ?? 0)))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('with floors is the part of the frontier at or above them', () => {
    fc.assert(
      fc.property(smallBargain, fc.integer({ min: -2, max: 8 }), (small, least) => {
        const bargain = scaleBargain(small.domain, small.profiles);
        const atLeast = small.profiles.map((_, party) => (party === 1 ? null : least));
        const wanted = listed(frontier(bargain)).filter(({ values }) => values.every((value, party) => party === 1 || value >= least));
        expect(listed(frontier(bargain, { atLeast })).sort(byKey)).toEqual(wanted.sort(byKey));
      }),
      { numRuns: 100 },
    );
  });

  it('counts 10^50 packages, all of them where all are worth the same', () => {
    const even = frontier(scaleBargain(...independent(2, 50, () => 1)));
    expect(even.packages).toBe(`1${'0'.repeat(50)}`);
    expect(even.size).toBe(1);
    expect(even.pointAt(0).packageCount()).toBe(`1${'0'.repeat(50)}`);
    const [first, second] = even.pointAt(0).packages();
    expect(first).not.toEqual(second);
  });

  it('is the same for three and more parties as comparing all pairs, at hundreds of points', () => {
    for (const parties of [3, 4, 5, 6]) {
      const random = randomFrom(parties);
      const [domain, profiles] = independent(parties, 4, () => Math.floor(random() * 50), 7);
      const found = frontier(scaleBargain(domain, profiles));
      const efficient = efficientOf(everyPackage({ domain, profiles }));
      expect(found.size).toBe(new Set(efficient.map(({ values }) => values.join())).size);
      expect(listed(found).sort(byKey)).toEqual(efficient.sort(byKey));
    }
  });
});

describe('numbers', () => {
  it('do not split points by float noise: 0.1 + 0.2 is 0.3', () => {
    const table = [
      [0.1, 0.3],
      [0.2, 0],
    ];
    const [domain, profiles] = independent(2, 2, (_, issue, option) => table[issue]?.[option] ?? 0, 2);
    const found = frontier(scaleBargain(domain, profiles));
    // 0.1 + 0 < 0.3 + 0 = 0.1 + 0.2 < 0.3 + 0.2
    expect(found.size).toBe(1);
    expect(found.pointAt(0).values).toEqual([0.5, 0.5]);
    const opposed = [
      { ...profiles[0], values: { i0: { o0: 0.1, o1: 0.3 }, i1: { o0: 0.2, o1: 0 } } },
      { ...profiles[1], values: { i0: { o0: 0.2, o1: 0 }, i1: { o0: 0, o1: 0.2 } } },
    ] as AdditiveProfile[];
    const tied = frontier(scaleBargain(domain, opposed));
    const values = Array.from({ length: tied.size }, (_, at) => tied.pointAt(at).values);
    expect(values).toEqual([
      [0.5, 0],
      [0.3, 0.2],
      [0.1, 0.4],
    ]);
    expect([...tied.pointAt(1).packages()]).toHaveLength(2);
  });

  it('take thirds as thirds', () => {
    const [domain, profiles] = independent(2, 3, (_, __, option) => (option === 0 ? 1 / 3 : 0), 2);
    expect(frontier(scaleBargain(domain, profiles)).pointAt(0).values).toEqual([1, 1]);
  });

  it('closer than the tolerance count as the same', () => {
    const [domain, profiles] = independent(2, 1, (party, _, option) => (party === 0 ? [0.501, 0.5] : [0.2, 0.201])[option] ?? 0, 2);
    expect(frontier(scaleBargain(domain, profiles)).size).toBe(2);
    const coarse = frontier(scaleBargain(domain, profiles, { tolerance: 0.01 }));
    expect(coarse.size).toBe(1);
    expect(coarse.pointAt(0).packageCount()).toBe('2');
  });
});

/** Issues that do not touch each other; weights are 1. */
function independent(
  parties: number,
  issues: number,
  value: (party: number, issue: number, option: number) => number,
  options = 10,
): Parameters<typeof scaleBargain> extends [infer Domain, infer Profiles, ...unknown[]]
  ? [Domain, Profiles & readonly AdditiveProfile[]]
  : never {
  const places = Array.from({ length: issues }, (_, at) => at);
  const named = Array.from({ length: options }, (_, at) => ({ id: `o${at}`, name: `Option ${at}` }));
  return [
    {
      issues: places.map((at) => ({ id: `i${at}`, name: `Issue ${at}`, options: named })),
      parties: Array.from({ length: parties }, (_, at) => ({ id: `p${at}`, name: `Party ${at}` })),
      constraints: [],
      missingMandates: [],
    },
    Array.from({ length: parties }, (_, party) => ({
      partyId: `p${party}`,
      weights: Object.fromEntries(places.map((at) => [`i${at}`, 1])),
      values: Object.fromEntries(
        places.map((at) => [`i${at}`, Object.fromEntries(named.map(({ id }, option) => [id, value(party, at, option)]))]),
      ),
      terms: [],
      noDeal: { kind: 'level', value: 0 },
    })),
  ];
}
