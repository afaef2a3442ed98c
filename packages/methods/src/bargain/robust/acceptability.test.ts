import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BargainConstraint } from '../domain.ts';
import { acceptability } from './acceptability.ts';
import { domainOf } from './domain-of.test-support.ts';
import { feasiblePackages, linkedIssues } from './feasible-packages.ts';
import { quickRule } from './rank-order-centroid.ts';
import { readyOrders } from './ready-orders.ts';
import { frontierOfSamples } from './sampled-frontier.ts';
import { sampleOrders, worthOf } from './sampled-orders.ts';
import { leximinPoints, nashPoints } from './sampled-solutions.ts';
import type { StatedNoDeal } from './stated-preferences.ts';

const constraint = fc.constantFrom<BargainConstraint[]>(
  { kind: 'floor', option: { issueId: 'B', optionId: 'B2' } },
  { kind: 'exclude', options: [{ issueId: 'A', optionId: 'A1' }, { issueId: 'C', optionId: 'C2' }] }, // biome-ignore format: one line each
  { kind: 'require', when: [{ issueId: 'A', optionId: 'A2' }], needs: [{ issueId: 'D', optionId: 'D1' }] },
);

describe('the frontier of a sample, its Nash and leximin points', () => {
  it('are what going through all packages finds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 4 }), fc.array(constraint, { maxLength: 2 }), fc.integer(), (parties, constraints, seed) => {
        const ready = readyOrders({ domain: domainOf([3, 3, 2, 4], { parties, constraints }), stated: [] });
        const sampled = sampleOrders(ready, { samples: 100, seed });
        const frontiers = frontierOfSamples(sampled, linkedIssues(ready));
        const all = feasiblePackages(ready);
        for (const sample of [0, 50, 99]) {
          const reference = new Float64Array(parties).fill(0.25);
          const worths = all.map((one) => sampled.parties.map(({ rows, layout }) => worthOf(rows, layout, sample, one)));
          const rounded = (one: readonly number[]) => one.map((worth) => worth.toFixed(9)).join(' ');
          const efficient = worths.filter(
            (own) =>
              !worths.some((other) => other.every((w, i) => w >= (own[i] as number)) && other.some((w, i) => w > (own[i] as number))),
          );
          const frontier = frontiers.frontierOf(sample);
          const worthsAt = (point: number) => frontier.worths.map((worth) => worth[point] as number);
          const points = Array.from({ length: frontier.count }, (_, point) => worthsAt(point));
          expect(points.map(rounded).sort()).toEqual(efficient.map(rounded).sort());
          for (let point = 0; point < frontier.count; point += 1) {
            const places = frontiers.packageOf(frontier.keys[point] as number);
            expect(frontiers.keyOf(places)).toBe(frontier.keys[point]);
            expect(rounded(sampled.parties.map(({ rows, layout }) => worthOf(rows, layout, sample, places)))).toBe(
              rounded(worthsAt(point)),
            );
          }
          const gains = worths.map((own) => own.map((worth) => worth - 0.25)).filter((own) => own.every((gain) => gain > 0));
          const found: number[] = [];
          nashPoints(frontier, reference, found);
          const product = (one: readonly number[]) => one.reduce((sum, gain) => sum * gain, 1);
          if (gains.length === 0) expect(found).toEqual([]);
          else expect(product(worthsAt(found[0] as number).map((worth) => worth - 0.25))).toBeCloseTo(Math.max(...gains.map(product)), 12);
          leximinPoints(frontier, reference, found);
          if (gains.length > 0)
            expect(Math.min(...worthsAt(found[0] as number)) - 0.25).toBeCloseTo(Math.max(...gains.map((one) => Math.min(...one))), 12);
        }
      }),
      { numRuns: 25, seed: 31 },
    );
  });

  it('are none where every package is a loss to both: a product of two losses is no gain', () => {
    const frontier = { count: 1, keys: new Float64Array(1), worths: [new Float64Array([0.1]), new Float64Array([0.1])] };
    const found: number[] = [];
    nashPoints(frontier, new Float64Array([0.9, 0.9]), found);
    expect(found).toEqual([]);
    leximinPoints(frontier, new Float64Array([0.9, 0.9]), found);
    expect(found).toEqual([]);
  });
});

describe('acceptability', () => {
  const best = (first: string, last: string) =>
    ['A', 'B'].map((issueId) => ({ issueId, optionIds: [`${issueId}${first}`, `${issueId}${last}`] }));
  const opposed = (noDeal: StatedNoDeal) =>
    readyOrders({ domain: domainOf([2, 2]), stated: [{ partyId: 'p', rankings: best('1', '2'), noDeal }, { partyId: 'q', rankings: best('2', '1'), noDeal }] }); // biome-ignore format: side by side

  it('has the shares that can be worked out by hand', () => {
    // With weights w and v uniform on 0 to 1, A1 B2 gives p w and q 1 - v. It is efficient unless A2 B1 is better for both:
    // unless w < 1 - w and 1 - v < v, a quarter of all. Both have half at least where w ≥ ½ and v ≤ ½: a quarter.
    const { packages, withoutAgreement } = acceptability(opposed({ kind: 'level', level: 0.5 }), { samples: 20_000, packages: [{ A: 'A1', B: 'B2' }, { A: 'A1', B: 'B1' }] }); // biome-ignore format: one call
    const within = (share: { share: number; error: number } | null | undefined, expected: number) =>
      Math.abs((share?.share ?? Number.NaN) - expected) < 4 * 0.0036;
    expect(within(packages[0]?.efficient, 0.75)).toBe(true);
    expect(within(packages[0]?.individuallyRational, 0.25)).toBe(true);
    expect(packages[1]?.efficient).toEqual({ share: 1, error: 0 });
    expect(packages[1]?.individuallyRational).toEqual({ share: 0, error: 0 });
    // Some package gives both half unless both hold the same issue dearer.
    expect(within(withoutAgreement, 0.5)).toBe(true);
    expect(packages[0]?.efficient.error).toBeCloseTo(Math.sqrt((0.75 * 0.25) / 20_000), 3);
  });

  it('does not compute individual rationality where a no-deal point is unknown, and says so', () => {
    const result = acceptability(opposed({ kind: 'unknown' }), { samples: 500 });
    expect(result.packages.map(({ individuallyRational }) => individuallyRational)).toEqual([null, null, null, null]);
    expect(result.withoutAgreement).toBeNull();
    expect(result.noDealUnknown).toEqual(['p', 'q']);
  });

  it('gives the same shares for the same seed, and one Nash point for each sample with an agreement', () => {
    const ready = opposed({ kind: 'range', low: 0, high: 0.2 });
    const [once, again, other] = [1, 1, 2].map((seed) => acceptability(ready, { samples: 1_000, seed }));
    expect(once).toEqual(again);
    expect(once?.packages).not.toEqual(other?.packages);
    const found = once?.packages.reduce((sum, { nash }) => sum + nash.share, 0) ?? 0;
    expect(found + (once?.withoutAgreement?.share ?? 0)).toBeCloseTo(1, 9);
    expect(once?.note).toMatchObject({ kind: 'sampled', parameters: { samples: 1_000, seed: 1 } });
  });

  it('leaves out what a red line or a constraint bars, and says that a package asked for is barred', () => {
    const domain = domainOf([2, 2], { constraints: [{ kind: 'exclude', options: [{ issueId: 'A', optionId: 'A2' }, { issueId: 'B', optionId: 'B2' }] }] }); // biome-ignore format: one line
    const ready = readyOrders({ domain, stated: [{ partyId: 'p', stances: [{ issueId: 'A', optionId: 'A1', stance: 'redLine' }] }] });
    const result = acceptability(ready, { samples: 100 });
    expect(result.feasiblePackages).toBe(1);
    expect(result.packages.map((one) => one.package)).toEqual([{ A: 'A2', B: 'B1' }]);
    expect(acceptability(ready, { samples: 100, packages: [{ A: 'A1', B: 'B1' }] }).packages[0]).toMatchObject({
      feasible: false,
      efficient: { share: 0 },
    });
  });

  it('stops when told to, and says how far it came', () => {
    let asked = 0;
    const { note } = acceptability(opposed({ kind: 'unknown' }), { samples: 5_000, shouldStop: () => ++asked > 3 });
    expect(note).toMatchObject({ complete: false, steps: 1_024 });
  });

  it('stands beside a quick rule that is labelled as one', () => {
    const rule = quickRule(opposed({ kind: 'unknown' }));
    expect(rule.note.definition).toMatch(/^A rule, not a finding/);
    expect(rule.packages.at(-1)?.scores.map(({ score }) => score)).toContain(0);
  });
});
