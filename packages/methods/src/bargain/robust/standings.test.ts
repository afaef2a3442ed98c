import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packageAt } from '../domain.ts';
import { consistentProgram, differenceTerms } from './consistent-program.ts';
import { differencesOf } from './difference-range.ts';
import { domainOf } from './domain-of.test-support.ts';
import { feasiblePackages, linkedIssues } from './feasible-packages.ts';
import { loadHighs } from './highs.test-support.ts';
import type { Holder } from './holder.ts';
import { isPossiblyEfficient } from './possibly-efficient.ts';
import { type ReadyParty, readyOrders } from './ready-orders.ts';
import { frontierOfSamples } from './sampled-frontier.ts';
import { sampleOrders, worthOf } from './sampled-orders.ts';
import { compareRobustly, standings } from './standings.ts';
import type { StanceSaid, StatedParty } from './stated-preferences.ts';

const solver = await loadHighs();
const SIZES = [3, 2, 3];
const OPTIONS = ['A1', 'A2', 'A3', 'B1', 'B2', 'C1', 'C2', 'C3'];

const stances = fc
  .array(fc.constantFrom<(StanceSaid['stance'] | null)[]>('demands', 'accepts', 'mayAccept', 'rejects', null, null), {
    minLength: 8,
    maxLength: 8,
  })
  .map((all) =>
    all.flatMap((stance, at): StanceSaid[] =>
      stance === null ? [] : [{ issueId: (OPTIONS[at] as string).slice(0, 1), optionId: OPTIONS[at] as string, stance }],
    ),
  );
const importance = fc.constantFrom(
  [],
  [{ issueIds: ['A', 'B', 'C'] }],
  [{ issueIds: ['B', 'A'] }, { issueIds: ['B', 'C'] }],
  [{ issueIds: ['C', 'A'] }],
);
const party = fc.record({ stances, importance });

/** The most by going through a grid that holds all extreme points: worths of 0, ½ and 1, weights in sixths. */
function mostOnGrid(stated: StatedParty, first: readonly number[], second: readonly number[]): number {
  const rank = { redLine: 0, rejects: 1, mayAccept: 2, accepts: 3, demands: 4 };
  const said = (option: string) => stated.stances?.find(({ optionId }) => optionId === option)?.stance;
  const gaps = SIZES.map((size, issue) => {
    const names = OPTIONS.filter((option) => option.startsWith('ABC'[issue] as string));
    let most = Number.NEGATIVE_INFINITY;
    for (let code = 0; code < 3 ** size; code += 1) {
      const values = names.map((_, option) => (Math.floor(code / 3 ** option) % 3) / 2);
      if (Math.max(...values) !== 1 || Math.min(...values) !== 0) continue;
      const demanded = values.filter((_, option) => said(names[option] as string) === 'demands');
      if (demanded.length > 0 && Math.max(...demanded) < 1) continue;
      const fits = names.every((a, i) =>
        names.every((b, j) => {
          const [upper, lower] = [said(a), said(b)];
          return upper === undefined || lower === undefined || rank[upper] <= rank[lower] || (values[i] as number) >= (values[j] as number);
        }),
      );
      if (fits) most = Math.max(most, (values[first[issue] as number] as number) - (values[second[issue] as number] as number));
    }
    return most;
  });
  let most = Number.NEGATIVE_INFINITY;
  for (let a = 0; a <= 6; a += 1) {
    for (let b = 0; a + b <= 6; b += 1) {
      const weights: Record<string, number> = { A: a / 6, B: b / 6, C: (6 - a - b) / 6 };
      const fits = (stated.importance ?? []).every(({ issueIds }) =>
        issueIds.every((id, at) => at === 0 || (weights[issueIds[at - 1] as string] as number) >= (weights[id] as number)),
      );
      if (fits)
        most = Math.max(
          most,
          gaps.reduce((sum, gap, issue) => sum + gap * (weights['ABC'[issue] as string] as number), 0),
        );
    }
  }
  return most;
}

const places = fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 2 }));

describe('differences under all consistent preferences', () => {
  it('agree with a grid that holds every extreme point, and with the program', () => {
    fc.assert(
      fc.property(party, places, places, (one, first, second) => {
        const ready = readyOrders({ domain: domainOf(SIZES), stated: [{ partyId: 'p', ...one }] }, solver);
        const { holder } = ready.parties[0] as ReadyParty;
        const found = differencesOf(holder, solver).most(first, second);
        expect(found).toBeCloseTo(mostOnGrid({ partyId: 'p', ...one }, first, second), 9);
        const byProgram = (among: Holder) =>
          consistentProgram(among, { low: 0, high: 0 }).maximise(differenceTerms(first, second), solver)?.objective;
        expect(byProgram(holder)).toBeCloseTo(found, 6);
      }),
      { numRuns: 25, seed: 21 },
    );
  });

  it('know that of two issues the more important one decides, best against worst', () => {
    const rankings = ['A', 'B'].map((issueId) => ({ issueId, optionIds: [`${issueId}1`, `${issueId}2`] }));
    const ready = readyOrders({ domain: domainOf([2, 2]), stated: [{ partyId: 'p', rankings, importance: [{ issueIds: ['A', 'B'] }] }] });
    expect(compareRobustly(ready, 'p', { A: 'A1', B: 'B2' }, { A: 'A2', B: 'B1' }, solver)).toEqual({
      better: 'necessarily',
      atLeastAsGood: 'necessarily',
      least: 0,
      most: 1,
    });
    expect(compareRobustly(ready, 'p', { A: 'A2', B: 'B1' }, { A: 'A1', B: 'B2' }, solver)).toMatchObject({
      better: 'never',
      atLeastAsGood: 'never',
    });
    const open = readyOrders({ domain: domainOf([2, 2]), stated: [{ partyId: 'p', rankings }] });
    expect(compareRobustly(open, 'p', { A: 'A1', B: 'B2' }, { A: 'A2', B: 'B1' }, solver)).toMatchObject({
      better: 'possibly',
      atLeastAsGood: 'possibly',
      least: -1,
      most: 1,
    });
  });

  it('follow a comparison that the party made', () => {
    const rankings = ['A', 'B', 'C'].map((issueId) => ({ issueId, optionIds: [`${issueId}1`, `${issueId}2`] }));
    const comparisons = [{ better: { A: 'A1', B: 'B2', C: 'C2' }, worse: { A: 'A2', B: 'B1', C: 'C1' } }];
    const ready = readyOrders({ domain: domainOf([2, 2, 2]), stated: [{ partyId: 'p', rankings, comparisons }] }, solver);
    // A outweighs B and C together, so it outweighs B alone.
    expect(compareRobustly(ready, 'p', { A: 'A1', B: 'B2', C: 'C1' }, { A: 'A2', B: 'B1', C: 'C1' }, solver).better).toBe('necessarily');
    expect(compareRobustly(ready, 'p', { A: 'A1', B: 'B2', C: 'C1' }, { A: 'A2', B: 'B1', C: 'C1' }, solver).least).toBeCloseTo(0, 6);
    expect(compareRobustly(ready, 'p', { A: 'A2', B: 'B1', C: 'C2' }, { A: 'A2', B: 'B2', C: 'C1' }, solver).better).toBe('possibly');
  });
});

describe('standings', () => {
  it('never contradict profiles that were drawn and looked at one by one', () => {
    fc.assert(
      fc.property(party, party, (ofP, ofQ) => {
        const noDeal = { kind: 'package' as const, package: { A: 'A1', B: 'B1', C: 'C1' } };
        const ready = readyOrders({
          domain: domainOf(SIZES),
          stated: [
            { partyId: 'p', ...ofP, noDeal },
            { partyId: 'q', ...ofQ, noDeal },
          ],
        });
        const all = feasiblePackages(ready);
        const samples = 600;
        const sampled = sampleOrders(ready, { samples, seed: 5 });
        const efficient = new Map<string, number>();
        const overNoDeal = new Map<string, number>();
        const key = (one: readonly number[]) => JSON.stringify(packageAt(ready.orders.domain.issues, one));
        for (let sample = 0; sample < samples; sample += 1) {
          const worths = all.map((one) => sampled.parties.map(({ rows, layout }) => worthOf(rows, layout, sample, one)));
          all.forEach((one, at) => {
            const own = worths[at] as number[];
            const isDominated = worths.some(
              (other) => other.every((w, i) => w >= (own[i] as number) - 1e-12) && other.some((w, i) => w > (own[i] as number) + 1e-12),
            );
            if (!isDominated) efficient.set(key(one), (efficient.get(key(one)) ?? 0) + 1);
            if (own.every((w, i) => w >= (sampled.parties[i]?.reference[sample] as number) - 1e-12))
              overNoDeal.set(key(one), (overNoDeal.get(key(one)) ?? 0) + 1);
          });
        }
        for (const one of standings(ready, solver).packages) {
          const shareOf = (counts: Map<string, number>) => (counts.get(JSON.stringify(one.package)) ?? 0) / samples;
          if (one.efficient === 'necessarily') expect(shareOf(efficient)).toBe(1);
          if (shareOf(efficient) > 0) expect(one.efficient).not.toBe('never');
          if (shareOf(efficient) < 1) expect(one.efficient).not.toBe('necessarily');
          const both = one.parties.map((standing) => standing.overNoDeal);
          if (both.every((standing) => standing === 'necessarily')) expect(shareOf(overNoDeal)).toBe(1);
          if (both.includes('never')) expect(shareOf(overNoDeal)).toBe(0);
        }
      }),
      { numRuns: 2, seed: 22 },
    );
  });

  it('know by the program alone what some drawn preferences prove', () => {
    const said = (stance: StanceSaid['stance'], ...ids: string[]): StanceSaid[] =>
      ids.map((optionId) => ({ issueId: optionId.slice(0, 1), optionId, stance }));
    const stated: StatedParty[] = [
      {
        partyId: 'p',
        stances: [...said('demands', 'A1', 'C1'), ...said('rejects', 'A3', 'C2')],
        importance: [{ issueIds: ['A', 'B', 'C'] }],
      },
      { partyId: 'q', stances: [...said('demands', 'A3', 'C1'), ...said('accepts', 'A2'), ...said('rejects', 'C2')] },
    ];
    const ready = readyOrders({ domain: domainOf(SIZES), stated });
    const all = feasiblePackages(ready);
    const sampled = sampleOrders(ready, { samples: 400 });
    const frontiers = frontierOfSamples(sampled, linkedIssues(ready));
    const seen = new Set<number>();
    for (let sample = 0; sample < 400; sample += 1) {
      const { keys, count } = frontiers.frontierOf(sample);
      for (const key of keys.subarray(0, count)) seen.add(key);
    }
    for (const one of all.filter((_, at) => at % 6 === 0)) {
      const isPossible = isPossiblyEfficient(ready, one, all, solver);
      if (seen.has(frontiers.keyOf(one) as number)) expect(isPossible).toBe(true);
    }
    // Both demand C1 and reject C2: under no preference is that efficient.
    expect(isPossiblyEfficient(ready, [0, 0, 1], all, solver)).toBe(false);
  });

  it('finds a package efficient that is the best for somebody under no preference', () => {
    // Each party wants all of one issue; the middle package is best for nobody and dominated by nothing.
    const rankings = (order: readonly string[]) => [{ issueId: 'A', optionIds: order }];
    const ready = readyOrders({
      domain: domainOf([3]),
      stated: [
        { partyId: 'p', rankings: rankings(['A1', 'A2', 'A3']) },
        { partyId: 'q', rankings: rankings(['A3', 'A2', 'A1']) },
      ],
    });
    expect(standings(ready, solver).packages.map(({ efficient }) => efficient)).toEqual(['necessarily', 'necessarily', 'necessarily']);
    const same = readyOrders({
      domain: domainOf([3]),
      stated: [
        { partyId: 'p', rankings: rankings(['A1', 'A2', 'A3']) },
        { partyId: 'q', rankings: rankings(['A1', 'A2', 'A3']) },
      ],
    });
    expect(standings(same, solver).packages.map(({ efficient }) => efficient)).toEqual(['necessarily', 'never', 'never']);
  });

  it('does not take silence for consent, nor for refusal', () => {
    const stated: StatedParty[] = [
      { partyId: 'p', stances: [{ issueId: 'A', optionId: 'A1', stance: 'accepts' }] },
      {
        partyId: 'q',
        stances: [
          { issueId: 'A', optionId: 'A1', stance: 'mayAccept' },
          { issueId: 'A', optionId: 'A2', stance: 'rejects' },
        ],
      },
    ];
    const { packages, noDealUnknown } = standings(readyOrders({ domain: domainOf([3]), stated }), solver);
    expect(packages.map(({ acceptableToAll }) => acceptableToAll)).toEqual(['necessarily', 'never', 'possibly']);
    expect(packages[0]?.parties.map(({ overNoDeal }) => overNoDeal)).toEqual([null, null]);
    expect(packages[2]?.parties.map(({ silentOn }) => silentOn)).toEqual([['A'], ['A']]);
    expect(noDealUnknown).toEqual(['p', 'q']);
  });

  it('holds levels of no deal against the least and the most that a package can be worth', () => {
    const rankings = [{ issueId: 'A', optionIds: ['A1', 'A2', 'A3'] }];
    const level = (low: number, high: number) =>
      readyOrders({ domain: domainOf([3]), stated: [{ partyId: 'p', rankings, noDeal: { kind: 'range', low, high } }] });
    const of = (low: number, high: number) => standings(level(low, high), solver).packages.map(({ parties }) => parties[0]?.overNoDeal);
    expect(of(0.4, 0.6)).toEqual(['necessarily', 'possibly', 'never']);
    expect(of(0, 0)).toEqual(['necessarily', 'necessarily', 'necessarily']);
  });

  it('reports the issues that a delegation may not decide', () => {
    const domain = { ...domainOf([2, 2]), missingMandates: [{ partyId: 'q', issueId: 'B' }] };
    const [first] = standings(readyOrders({ domain, stated: [] }), solver).packages;
    expect(first?.parties.map(({ beyondMandate }) => beyondMandate)).toEqual([[], ['B']]);
  });
});
