import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BargainConstraint, type BargainDomain, brokenConstraints } from '../domain.ts';
import { domainOf } from './domain-of.test-support.ts';
import { openings } from './openings.ts';
import { readyOrders } from './ready-orders.ts';
import type { Ratification, StanceSaid, StatedParty } from './stated-preferences.ts';

type Bar = { partyId: string; factionId: string | null; issueId: string; optionId: string };

/** All minimal sets of moves by trying every subset of all bars, the smallest first. */
function minimalSets(domain: BargainDomain, stated: readonly StatedParty[]): string[] {
  const bars: Bar[] = stated.flatMap((party) =>
    [party, ...(party.factions ?? [])].flatMap((who) =>
      (who.stances ?? [])
        .filter(({ stance }) => stance === 'rejects' || stance === 'redLine')
        .map(({ issueId, optionId }) => ({ partyId: party.partyId, factionId: 'id' in who ? who.id : null, issueId, optionId })),
    ),
  );
  let packages: number[][] = [[]];
  for (const { options } of domain.issues) packages = packages.flatMap((before) => options.map((_, option) => [...before, option]));
  packages = packages.filter((places) => brokenConstraints(domain, places).length === 0);
  const isMet = (places: number[], left: readonly Bar[], partyId: string, factionId: string | null) =>
    left.some(
      (bar) =>
        bar.partyId === partyId &&
        bar.factionId === factionId &&
        places.some(
          (option, issue) => domain.issues[issue]?.id === bar.issueId && domain.issues[issue]?.options[option]?.id === bar.optionId,
        ),
    );
  const opens = (left: readonly Bar[]) =>
    packages.some((places) =>
      stated.every(({ partyId, factions = [], ratification = { rule: 'all' } }) => {
        if (isMet(places, left, partyId, null)) return false;
        const inFavour = factions.filter(({ id }) => !isMet(places, left, partyId, id)).length;
        return inFavour >= (ratification.rule === 'atLeast' ? ratification.count : factions.length);
      }),
    );
  const found: number[] = [];
  const masks = Array.from({ length: 1 << bars.length }, (_, mask) => mask).sort((a, b) => bits(a) - bits(b));
  for (const mask of masks) {
    if (found.some((smaller) => (smaller & mask) === smaller)) continue;
    if (opens(bars.filter((_, at) => ((mask >> at) & 1) === 0))) found.push(mask);
  }
  return found.map((mask) => named(bars.filter((_, at) => (mask >> at) & 1))).sort();
}

function bits(mask: number): number {
  return mask.toString(2).replaceAll('0', '').length;
}

function named(bars: readonly Bar[]): string {
  return bars
    .map(({ partyId, factionId, optionId }) => `${partyId}/${factionId}/${optionId}`)
    .sort()
    .join(' ');
}

const stance = fc.constantFrom<(StanceSaid['stance'] | null)[]>('rejects', 'redLine', 'accepts', null, 'rejects');
const SIZES = [2, 3, 2];

function stancesBy(all: readonly (StanceSaid['stance'] | null)[]): StanceSaid[] {
  const options = domainOf(SIZES).issues.flatMap(({ id, options }) => options.map((option) => ({ issueId: id, optionId: option.id })));
  return options.flatMap((option, at) => {
    const said = all[at] ?? null;
    return said === null ? [] : [{ ...option, stance: said }];
  });
}

const constraint = fc.constantFrom<(BargainConstraint | null)[]>(
  null,
  { kind: 'floor', option: { issueId: 'B', optionId: 'B2' } },
  {
    kind: 'exclude',
    options: [
      { issueId: 'A', optionId: 'A1' },
      { issueId: 'C', optionId: 'C2' },
    ],
  },
  { kind: 'require', when: [{ issueId: 'A', optionId: 'A2' }], needs: [{ issueId: 'B', optionId: 'B3' }] },
);

describe('openings', () => {
  const said = fc.array(stance, { minLength: 7, maxLength: 7 });

  it('are the minimal sets that trying every subset of moves finds', () => {
    fc.assert(
      fc.property(said, said, constraint, (ofP, ofQ, one) => {
        const domain = domainOf(SIZES, { constraints: one === null ? [] : [one] });
        const stated = [
          { partyId: 'p', stances: stancesBy(ofP) },
          { partyId: 'q', stances: stancesBy(ofQ) },
        ];
        const bars = stated.flatMap(({ stances }) => stances.filter(({ stance }) => stance === 'rejects' || stance === 'redLine'));
        fc.pre(bars.length <= 11);
        const result = openings(readyOrders({ domain, stated }), { atMost: 1_000 });
        const sets = result.acceptableAlready > 0 ? [''] : result.openings.map(({ moves }) => named(moves)).sort();
        expect(sets).toEqual(minimalSets(domain, stated));
        expect(result.note.complete).toBe(true);
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it('win over as many factions as the rule asks for, and no more', () => {
    const few = fc.array(fc.constantFrom<(StanceSaid['stance'] | null)[]>('rejects', null), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        few,
        few,
        few,
        fc.constantFrom<Ratification[]>({ rule: 'all' }, { rule: 'atLeast', count: 2 }),
        (ofP, first, second, ratification) => {
          const domain = domainOf([2, 2]);
          const stances = (all: readonly (StanceSaid['stance'] | null)[]): StanceSaid[] =>
            ['A1', 'A2', 'B1', 'B2'].flatMap((optionId, at) => {
              const one = all[at] ?? null;
              return one === null ? [] : [{ issueId: optionId.slice(0, 1), optionId, stance: one }];
            });
          const factions = [first, second, ofP].map((all, at) => ({ id: `f${at}`, name: `f${at}`, stances: stances(all) }));
          const stated = [{ partyId: 'p', stances: stances(first.slice(0, 2)), factions, ratification }, { partyId: 'q' }];
          fc.pre(factions.concat(stated[0] as never).reduce((sum, one) => sum + one.stances.length, 0) <= 10);
          const result = openings(readyOrders({ domain, stated }), { atMost: 1_000 });
          const sets = result.acceptableAlready > 0 ? [''] : result.openings.map(({ moves }) => named(moves)).sort();
          expect(sets).toEqual(minimalSets(domain, stated));
        },
      ),
      { numRuns: 60, seed: 12 },
    );
  });

  it('say what opens up, on whose silence it rests, and what stands behind each stance', () => {
    const stated: StatedParty[] = [
      { partyId: 'p', stances: [{ issueId: 'A', optionId: 'A1', stance: 'redLine', evidence: ['s1'] }, { issueId: 'B', optionId: 'B1', stance: 'accepts' }] }, // biome-ignore format: read side by side
      { partyId: 'q', stances: [{ issueId: 'A', optionId: 'A2', stance: 'rejects', evidence: ['s2'] }] },
    ];
    const { openings: found, acceptableAlready, audience } = openings(readyOrders({ domain: domainOf([2, 2]), stated }));
    expect(acceptableAlready).toBe(0);
    expect(audience).toBe('mediator');
    expect(found.map(({ moves, opens }) => [moves.map(({ partyId, from, evidence }) => [partyId, from, ...evidence]), opens])).toEqual([
      [[['q', 'rejects', 's2']], 2],
      [[['p', 'redLine', 's1']], 2],
    ]);
    expect(found[0]?.packages[0]).toEqual({
      package: { A: 'A2', B: 'B1' },
      silent: [
        { partyId: 'p', issueId: 'A', optionId: 'A2' },
        { partyId: 'q', issueId: 'B', optionId: 'B1' },
      ],
    });
  });

  it('move no legal floor', () => {
    const constraints: BargainConstraint[] = [{ kind: 'floor', option: { issueId: 'A', optionId: 'A1' } }, { kind: 'floor', option: { issueId: 'A', optionId: 'A2' } }]; // biome-ignore format: one line each
    const result = openings(readyOrders({ domain: domainOf([2], { constraints }), stated: [] }));
    expect([result.acceptableAlready, result.openings]).toEqual([0, []]);
  });

  it('answer at a size where packages cannot be listed', () => {
    const domain = domainOf(new Array(25).fill(6));
    const rejectsAll = (partyId: string) => ({
      partyId,
      stances: domain.issues.flatMap(({ id, options }) =>
        options.map((option) => ({ issueId: id, optionId: option.id, stance: 'rejects' as const })),
      ),
    });
    const one = { ...rejectsAll('p'), stances: rejectsAll('p').stances.slice(0, 6) };
    const { openings: found, note } = openings(readyOrders({ domain, stated: [one] }), { atMost: 3 });
    expect(found.map(({ moves, opens }) => [moves.length, opens])).toEqual(new Array(3).fill([1, 6 ** 24]));
    expect(note.complete).toBe(false);
  });
});
