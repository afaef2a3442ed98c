import { describe, expect, it } from 'vitest';
import { acceptability } from './acceptability.ts';
import { domainOf } from './domain-of.test-support.ts';
import { gives } from './gives.ts';
import { loadHighs } from './highs.test-support.ts';
import { nextQuestion } from './next-question.ts';
import { readyOrders } from './ready-orders.ts';
import type { StatedFaction, StatedParty } from './stated-preferences.ts';
import { winset } from './winset.ts';

const solver = await loadHighs();
const stance = (optionId: string, said: 'demands' | 'accepts' | 'mayAccept' | 'rejects' | 'redLine', ...evidence: string[]) => ({
  issueId: optionId.slice(0, 1),
  optionId,
  stance: said,
  evidence,
});

describe('nextQuestion', () => {
  const rankings = (order: '12' | '21') =>
    ['A', 'B', 'C'].map((issueId) => ({ issueId, optionIds: [...order].map((place) => `${issueId}${place}`) }));
  const stated: StatedParty[] = [
    { partyId: 'p', rankings: rankings('12'), importance: [{ issueIds: ['A', 'B', 'C'] }] },
    { partyId: 'q', rankings: rankings('21') },
  ];
  const result = nextQuestion(readyOrders({ domain: domainOf([2, 2, 2]), stated }), { samples: 4_000, seed: 3, atMost: 50 });

  it('does not ask what is known already', () => {
    const asked = result.questions.filter(({ partyId }) => partyId === 'p').map(({ ask }) => ask.kind);
    expect(asked).not.toContain('options');
    expect(asked).not.toContain('issues');
    expect(result.questions.every(({ settles }, at) => at === 0 || settles <= (result.questions[at - 1]?.settles ?? 0))).toBe(true);
  });

  it('gives what an answer leaves open as it comes out once the answer is stated', () => {
    const question = result.questions.find(
      ({ partyId, ask }) => partyId === 'q' && ask.kind === 'issues' && ask.first === 'A' && ask.second === 'B',
    );
    expect(question).toBeDefined();
    const answered = (issueIds: string[]) =>
      nextQuestion(
        readyOrders({
          domain: domainOf([2, 2, 2]),
          stated: [stated[0] as StatedParty, { ...(stated[1] as StatedParty), importance: [{ issueIds }] }],
        }),
        { samples: 8_000, seed: 9 },
      );
    expect(Math.abs((question?.ifFirst.open ?? 0) - answered(['A', 'B']).open)).toBeLessThan(0.12);
    expect(Math.abs((question?.ifSecond.open ?? 0) - answered(['B', 'A']).open)).toBeLessThan(0.12);
    expect(Math.abs((question?.ifFirst.share ?? 0) - 0.5)).toBeLessThan(0.05);
    const mean =
      (question?.ifFirst.share ?? 0) * (question?.ifFirst.open ?? 0) + (question?.ifSecond.share ?? 0) * (question?.ifSecond.open ?? 0);
    expect(question?.settles).toBeCloseTo(result.open - mean, 9);
  });

  it('finds the Nash points that acceptability finds, and is for the mediator', () => {
    const shares = acceptability(readyOrders({ domain: domainOf([2, 2, 2]), stated }), { samples: 4_000, seed: 3 })
      .packages.map(({ nash }) => nash.share)
      .filter((share) => share > 0);
    expect(result.packages).toBe(shares.length);
    expect(result.open).toBeCloseTo(
      shares.reduce((bits, share) => bits - share * Math.log2(share), 0),
      9,
    );
    expect(result.audience).toBe('mediator');
    expect(result.noDealUnknown).toEqual(['p', 'q']);
  });
});

describe('gives', () => {
  it('says what a party gets, settles for, gives, crosses and said nothing of, with what stands behind it', () => {
    const stances = [
      stance('A1', 'demands', 's1'),
      stance('A2', 'rejects', 's2'),
      stance('B1', 'accepts', 's3'),
      stance('B2', 'mayAccept', 's4'),
      stance('C2', 'redLine', 's5'),
      stance('D1', 'demands', 's6'),
    ];
    const domain = { ...domainOf([2, 2, 2, 2, 2]), missingMandates: [{ partyId: 'p', issueId: 'A' }] };
    const [ofP, ofQ] = gives(readyOrders({ domain, stated: [{ partyId: 'p', stances }] }), { A: 'A2', B: 'B2', C: 'C2', D: 'D1', E: 'E1' });
    expect(ofP?.issues.map(({ kind }) => kind)).toEqual(['gives', 'settles', 'crosses', 'gets', 'unstated']);
    expect(ofP?.issues[0]).toEqual({
      issueId: 'A',
      kind: 'gives',
      inPackage: { optionId: 'A2', stance: 'rejects', upTo: null, evidence: ['s2'] },
      asksFor: [{ optionId: 'A1', stance: 'demands', upTo: null, evidence: ['s1'] }],
      beyondMandate: true,
    });
    expect(ofP?.issues[2]?.asksFor).toEqual([]);
    expect(ofQ?.issues.every(({ kind, asksFor }) => kind === 'unstated' && asksFor.length === 0)).toBe(true);
  });
});

describe('winset', () => {
  const faction = (id: string, rejected: string[], weight = 1): StatedFaction => ({
    id,
    name: id,
    weight,
    stances: rejected.map((optionId) => stance(optionId, 'rejects', `${id}-${optionId}`)),
  });
  const of = (party: Omit<StatedParty, 'partyId'>) =>
    winset(readyOrders({ domain: domainOf([2, 2]), stated: [{ partyId: 'p', ...party }] }), 'p', solver);

  it('lets a package pass with all, with k of n, or with the greater weight, and says what each faction blocks', () => {
    const factions = [faction('north', ['A1']), faction('south', ['B1']), faction('army', [], 3)];
    const all = of({ factions });
    // Only A2 B2 is rejected by nobody; each faction blocks the one package that it alone rejects.
    expect(all.ratified).toEqual({ necessarily: 0, possibly: 1, never: 3 });
    expect(all.factions.map(({ blocks, hasVeto }) => [blocks, hasVeto])).toEqual([[1, true], [1, true], [0, true]]); // biome-ignore format: a table
    expect(all.factions[0]?.blockedPackages).toEqual([{ A: 'A1', B: 'B2' }]);
    expect(all.factions[0]?.bars).toEqual([{ issueId: 'A', optionId: 'A1', stance: 'rejects', evidence: ['north-A1'] }]);
    const two = of({ factions, ratification: { rule: 'atLeast', count: 2 } });
    expect(two.ratified).toEqual({ necessarily: 0, possibly: 3, never: 1 });
    // A1 B1 has only the army: either of the others could bring it through.
    expect(two.factions.map(({ blocks, hasVeto }) => [blocks, hasVeto])).toEqual([[1, false], [1, false], [0, false]]); // biome-ignore format: a table
    const weighted = of({ factions, ratification: { rule: 'weightedMajority' } });
    expect(weighted.ratified.never).toBe(0);
    expect(weighted.factions.map(({ hasVeto }) => hasVeto)).toEqual([false, false, true]);
  });

  it('counts what is accepted as such, and silence only as possible', () => {
    const accepts = { id: 'f', name: 'f', stances: ['A1', 'B1'].map((optionId) => stance(optionId, 'accepts')) };
    expect(of({ factions: [accepts] }).ratified).toEqual({ necessarily: 1, possibly: 3, never: 0 });
  });

  it('looks at what a faction has without a deal where that is known', () => {
    const rankings = ['A', 'B'].map((issueId) => ({ issueId, optionIds: [`${issueId}1`, `${issueId}2`] }));
    const keen = { id: 'f', name: 'f', rankings, noDeal: { kind: 'package', package: { A: 'A1', B: 'B2' } } } as const;
    // A1 B1 and A1 B2 are never worse; A2 B1 may be better; A2 B2 cannot be.
    expect(of({ factions: [keen] }).ratified).toEqual({ necessarily: 0, possibly: 3, never: 1 });
    expect(of({ factions: [keen] }).factions[0]?.noDealUnknown).toBe(false);
  });

  it('refuses a party of which no faction is known', () => {
    expect(() => of({})).toThrow(/no faction is known/);
  });
});
