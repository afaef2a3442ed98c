import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedWinner, type PointTable } from './adjusted-winner.ts';

const twoGoods: PointTable = {
  parties: ['A', 'B'],
  issues: [
    { name: 'x', points: [70, 30] },
    { name: 'y', points: [15, 85] },
  ],
};

describe('Adjusted Winner', () => {
  it('gives each 289/4 of the raw points of two goods, and 4025/53 where points are scaled to 100', () => {
    expect(adjustedWinner(twoGoods).totals.map(({ exact }) => exact)).toEqual(['289/4', '289/4']);
    expect(adjustedWinner(twoGoods, { scaled: true }).totals.map(({ exact }) => exact)).toEqual(['4025/53', '4025/53']);
  });

  it('leaves both with the same, splits at most one issue, and no other division is better for both', () => {
    const table = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (points) => {
        fc.pre([0, 1].every((party) => points.some((own) => (own[party] ?? 0) > 0)));
        const issues = points.map((own, at) => ({ name: `i${at}`, points: own }));
        const { totals, shares, split } = adjustedWinner({ parties: ['A', 'B'], issues });
        expect(totals[0].exact).toBe(totals[1].exact);
        expect(shares.filter(({ parts }) => parts.every(({ value }) => value > 0)).map(({ issue }) => issue)).toEqual(
          split === null ? [] : [split],
        );
        // Efficient, because some weight makes both divide by it: whoever has a part of an issue values it at least so.
        const mine = points.flatMap(([a, b], at) => ((shares[at]?.parts[0].value ?? 0) > 0 && a + b > 0 ? [a / b] : []));
        const theirs = points.flatMap(([a, b], at) => ((shares[at]?.parts[1].value ?? 0) > 0 && a + b > 0 ? [a / b] : []));
        expect(Math.min(...mine)).toBeGreaterThanOrEqual(Math.max(...theirs));
      }),
      { numRuns: 1000 },
    );
  });

  it('lets issues that neither values stand aside: the shared one is split, not the one only A values', () => {
    const rows: [number, number][] = [
      [1, 0],
      [0, 0],
      [1, 1],
      [0, 0],
    ];
    const { split, totals } = adjustedWinner({ parties: ['A', 'B'], issues: rows.map((points, at) => ({ name: `i${at}`, points })) });
    // A keeps the one alone (1 point) and the other goes over whole: 1 each.
    expect(split).toBeNull();
    expect(totals.map(({ exact }) => exact)).toEqual(['1', '1']);
  });

  it('refuses points below 0, points that are no numbers, and a party without any', () => {
    const of = (a: number, b: number) => () => adjustedWinner({ parties: ['A', 'B'], issues: [{ name: 'x', points: [a, b] }] });
    expect(of(-1, 5)).toThrow('the points of A on "x" are -1');
    expect(of(5, Number.NaN)).toThrow('the points of B on "x" are NaN');
    expect(of(5, 0)).toThrow('the points of B sum to 0');
  });
});
