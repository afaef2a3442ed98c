import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../numeric/random.ts';
import { domainOf } from './domain-of.test-support.ts';
import { loadHighs } from './highs.test-support.ts';
import { rankOrderCentroid } from './rank-order-centroid.ts';
import { readyOrders } from './ready-orders.ts';
import { sampleOrders } from './sampled-orders.ts';
import type { StatedParty } from './stated-preferences.ts';

const solver = await loadHighs();
const SAMPLES = 20_000;

/** The mean and its standard error of each of a party's numbers. */
function meansOf(sizes: readonly number[], stated: StatedParty, count = SAMPLES) {
  const sampled = sampleOrders(readyOrders({ domain: domainOf(sizes), stated: [stated] }, solver), { samples: count, seed: 7, solver });
  const { rows, layout, how, scaleReduction } = sampled.parties[0] as (typeof sampled.parties)[number];
  const column = (place: number) => Array.from({ length: count }, (_, sample) => rows[sample * layout.length + place] as number);
  const mean = (place: number) => {
    const values = column(place);
    const centre = values.reduce((sum, one) => sum + one, 0) / count;
    const variance = values.reduce((sum, one) => sum + (one - centre) ** 2, 0) / count;
    return { mean: centre, error: Math.sqrt(variance / count) };
  };
  return {
    weight: (issue: number) => mean(layout.weightsAt + issue),
    worth: (issue: number, option: number) => mean((layout.optionsAt[issue] as number) + option),
    column: (issue: number, option: number) => column((layout.optionsAt[issue] as number) + option),
    how,
    scaleReduction,
  };
}

describe('sampling of ordered weights', () => {
  const ordered: StatedParty = { partyId: 'p', importance: [{ issueIds: ['A', 'B', 'C', 'D', 'E'] }] };

  it('has the rank-order centroids of five weights for its means', () => {
    const published = [0.457, 0.257, 0.157, 0.09, 0.04];
    expect(rankOrderCentroid(5).map((one) => Math.round(one * 1000) / 1000)).toEqual(published);
    const means = meansOf([2, 2, 2, 2, 2], ordered);
    expect(means.how).toBe('exact');
    rankOrderCentroid(5).forEach((centroid, issue) => {
      const { mean, error } = means.weight(issue);
      expect(Math.abs(mean - centroid)).toBeLessThan(4 * error);
    });
  });

  it('keeps a partial order: the mean over its linear extensions', () => {
    // A over B and C, of which nothing was said: twice ABC and ACB, so B and C share the second and third place.
    const means = meansOf([2, 2, 2], { partyId: 'p', importance: [{ issueIds: ['A', 'B'] }, { issueIds: ['A', 'C'] }] });
    const [first, second, third] = rankOrderCentroid(3) as [number, number, number];
    [first, (second + third) / 2, (second + third) / 2].forEach((centroid, issue) => {
      expect(Math.abs(means.weight(issue).mean - centroid)).toBeLessThan(4 * means.weight(issue).error);
    });
  });

  it('draws each linear extension of an order that is no ranking equally often', () => {
    // The "N": B over C, A over C, A over D. Its linear extensions, written down by hand: five.
    const n = { importance: [{ issueIds: ['B', 'C'] }, { issueIds: ['A', 'C'] }, { issueIds: ['A', 'D'] }] };
    const ready = readyOrders({ domain: domainOf([2, 2, 2, 2]), stated: [{ partyId: 'p', ...n }] });
    const { rows, layout } = sampleOrders(ready, { samples: SAMPLES }).parties[0] as {
      rows: Float64Array;
      layout: { length: number; weightsAt: number };
    };
    const orders = new Map<string, number>();
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const weights = [0, 1, 2, 3].map((issue) => rows[sample * layout.length + layout.weightsAt + issue] as number);
      const order = [0, 1, 2, 3].sort((a, b) => (weights[b] as number) - (weights[a] as number)).join('');
      orders.set(order, (orders.get(order) ?? 0) + 1);
    }
    expect([...orders.keys()].sort()).toEqual(['0123', '0132', '0312', '1023', '1032']);
    for (const count of orders.values()) expect(Math.abs(count / SAMPLES - 0.2)).toBeLessThan(4 * Math.sqrt(0.16 / SAMPLES));
  });
});

describe('sampling of options', () => {
  it('stands ranked options evenly apart on average, from the best at 1 to the worst at 0', () => {
    const means = meansOf([4], { partyId: 'p', rankings: [{ issueId: 'A', optionIds: ['A1', 'A2', 'A3', 'A4'] }] });
    expect(new Set(means.column(0, 0))).toEqual(new Set([1]));
    expect(new Set(means.column(0, 3))).toEqual(new Set([0]));
    expect(Math.abs(means.worth(0, 1).mean - 2 / 3)).toBeLessThan(4 * means.worth(0, 1).error);
    expect(Math.abs(means.worth(0, 2).mean - 1 / 3)).toBeLessThan(4 * means.worth(0, 2).error);
  });

  it('lets what was not stated stand anywhere below what is demanded and not below a red line', () => {
    const stances = [
      { issueId: 'A', optionId: 'A1', stance: 'demands' as const },
      { issueId: 'A', optionId: 'A2', stance: 'mayAccept' as const },
      { issueId: 'A', optionId: 'A4', stance: 'redLine' as const },
    ];
    const means = meansOf([4], { partyId: 'p', stances });
    expect(new Set(means.column(0, 0))).toEqual(new Set([1]));
    expect(new Set(means.column(0, 3))).toEqual(new Set([0]));
    const silent = means.column(0, 2);
    const between = means.column(0, 1);
    const above = silent.filter((one, sample) => one > (between[sample] as number)).length / SAMPLES;
    expect(Math.abs(above - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / SAMPLES));
  });

  it('has one of two demanded options on top, and never one that nothing was said of', () => {
    const stances = ['A1', 'A2'].map((optionId) => ({ issueId: 'A', optionId, stance: 'demands' as const }));
    const means = meansOf([3], { partyId: 'p', stances });
    expect(means.column(0, 2).filter((one) => one === 1)).toEqual([]);
    expect(Math.abs(means.column(0, 0).filter((one) => one === 1).length / SAMPLES - 0.5)).toBeLessThan(0.02);
  });
});

describe('sampling of long issues', () => {
  const stancesOf = (count: number, stance: (at: number) => 'accepts' | 'mayAccept' | 'rejects') =>
    Array.from({ length: count }, (_, at) => ({ issueId: 'A', optionId: `A${at + 1}`, stance: stance(at) }));

  it('draws 27 options in three stances', () => {
    const means = meansOf(
      [27],
      { partyId: 'p', stances: stancesOf(27, (at) => (at < 9 ? 'accepts' : at < 18 ? 'mayAccept' : 'rejects')) },
      500,
    );
    const middle = means.column(0, 13);
    const [above, below] = [means.column(0, 0), means.column(0, 26)];
    expect(middle.every((one, sample) => one < (above[sample] as number) && one > (below[sample] as number))).toBe(true);
  });

  it('says where an order is too large to draw from', () => {
    const stated = { partyId: 'p', stances: stancesOf(60, (at) => (at < 30 ? 'accepts' : 'rejects')) };
    expect(() => sampleOrders(readyOrders({ domain: domainOf([60]), stated: [stated] }), { samples: 100 })).toThrow(
      /links 60 options or issues/,
    );
  });
});

describe('sampling under ranges and comparisons', () => {
  it('meets a range that chance would hardly meet, by hit-and-run, with the mean that integration gives', () => {
    // One of five free weights has the density (1 - w)^3; between 0.9 and 0.95 its mean is 1 - 0.8 (0.1^5 - 0.05^5) / (0.1^4 - 0.05^4).
    const means = meansOf([2, 2, 2, 2, 2], { partyId: 'p', weights: [{ issueId: 'A', low: 0.9, high: 0.95 }] }, 2_000);
    const asIntegrated = 1 - (0.8 * (0.1 ** 5 - 0.05 ** 5)) / (0.1 ** 4 - 0.05 ** 4);
    expect(means.how).toBe('hitAndRun');
    expect(means.scaleReduction).toBeLessThan(1.05);
    expect(Math.abs(means.weight(0).mean - asIntegrated)).toBeLessThan(0.001);
    for (const issue of [1, 2, 3, 4]) expect(Math.abs(means.weight(issue).mean - (1 - asIntegrated) / 4)).toBeLessThan(0.001);
  });

  it('agrees with throwing away what does not fit', () => {
    // Giving up A altogether for the best of B, C and D: w(A) is less than the rest together, whatever the rest is.
    const better = { A: 'A2', B: 'B1', C: 'C1', D: 'D1' };
    const worse = { A: 'A1', B: 'B2', C: 'C2', D: 'D2' };
    const rankings = ['A', 'B', 'C', 'D'].map((issueId) => ({ issueId, optionIds: [`${issueId}1`, `${issueId}2`] }));
    const weights = [{ issueId: 'A', low: 0.495, high: 1 }];
    const means = meansOf([2, 2, 2, 2], { partyId: 'p', rankings, weights, comparisons: [{ better, worse }] }, 2_000);
    expect(means.how).toBe('hitAndRun');
    const random = randomFrom(3);
    const kept: number[] = [];
    while (kept.length < 2_000) {
      // The largest spacing of sorted uniforms, without the code under test.
      const cuts = [random(), random(), random()].sort((a, b) => a - b) as [number, number, number];
      const w = cuts[0];
      if (w >= 0.495 && 1 - w >= w) kept.push(w);
    }
    const expected = kept.reduce((sum, one) => sum + one, 0) / kept.length;
    expect(Math.abs(means.weight(0).mean - expected)).toBeLessThan(0.0005);
  });

  it('says that it needs a solver where chance finds nothing', () => {
    const stated: StatedParty = { partyId: 'p', weights: [{ issueId: 'A', low: 0.99, high: 1 }] };
    expect(() => sampleOrders(readyOrders({ domain: domainOf([2, 2, 2, 2, 2]), stated: [stated] }), { samples: 100 })).toThrow(
      /no solver was given/,
    );
  });
});

describe('seeds', () => {
  const ready = readyOrders({ domain: domainOf([3, 3]), stated: [] });
  const rowsOf = (seed: number) => sampleOrders(ready, { samples: 200, seed }).parties.map(({ rows }) => [...rows]);

  it('give the same draws again, and other draws for another seed', () => {
    expect(rowsOf(5)).toEqual(rowsOf(5));
    expect(rowsOf(5)).not.toEqual(rowsOf(6));
    expect(rowsOf(5)[0]).not.toEqual(rowsOf(5)[1]);
  });

  it.each([0, 99, 1.5, Number.NaN, 2_000_000])('refuses %s samples', (samples) => {
    expect(() => sampleOrders(ready, { samples })).toThrow(/samples were asked for/);
  });
});
