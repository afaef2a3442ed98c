import { consistency, gives, openings, readyOrders, standings, winset } from '@parley/methods';
import { foldEntries } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { recordExample } from '../examples/record-example.test-support.ts';
import { bargainFromCase } from './bargain-from-case.ts';
import { caseBargain } from './case-bargain.ts';
import { linearSolver } from './linear-solver.ts';

const solver = await linearSolver();
const doha = recordExample('doha-2025');
const lake = recordExample('lake-ulvessa');

describe('Doha, July 2025: orders only', () => {
  const bargain = bargainFromCase(doha.record, '2025-07-31');
  const ready = readyOrders(bargain.orders, solver);

  it('takes what the parties were heard to hold, and nothing for what they were not', () => {
    expect(bargain.orders.domain.parties.map(({ id }) => id)).toEqual(['hamas', 'israel']);
    expect(
      bargain.orders.stated.map(({ partyId, stances }) => [
        partyId,
        stances?.map(({ optionId, stance, evidence }) => [optionId, stance, ...(evidence ?? [])]),
      ]),
    ).toEqual([
      [
        'hamas',
        [
          ['international', 'demands', 'hamas-international'],
          ['proposed-maps', 'rejects', 'hamas-proposed-maps'],
        ],
      ],
      [
        'israel',
        [
          ['ghf', 'accepts', 'israel-foundation'],
          ['narrow-buffer', 'accepts', 'israel-buffer'],
          ['some-for-truce', 'accepts', 'israel-some-for-truce'],
        ],
      ],
    ]);
    expect(bargain.statements['hamas-international']).toEqual(['hamas-aid']);
    expect(bargain.compartments).toEqual(['public']);
    expect(consistency(bargain.orders, solver)).toEqual([]);
  });

  it('reports that by one claim the delegation may decide nothing', () => {
    expect(bargain.orders.domain.missingMandates.map(({ partyId, issueId }) => [partyId, issueId])).toEqual(
      ['aid-delivery', 'forces', 'hostages-truce', 'relocation'].map((issueId) => ['israel', issueId]),
    );
  });

  it('finds packages that nobody is known to refuse, and none that all are known to take', () => {
    const { packages, noDealUnknown } = standings(ready, solver);
    expect(packages).toHaveLength(4);
    expect(new Set(packages.map(({ acceptableToAll }) => acceptableToAll))).toEqual(new Set(['possibly', 'never']));
    // Hamas rejects the maps as proposed; the other option was left open by both of its sides.
    for (const { package: one, acceptableToAll } of packages)
      expect(acceptableToAll).toBe(one.forces === 'proposed-maps' ? 'never' : 'possibly');
    expect(noDealUnknown).toEqual(['hamas', 'israel']);
    expect(openings(ready).acceptableAlready).toBe(2);
  });

  it('says what each side gives in a package, with the positions behind it', () => {
    const [ofHamas, ofIsrael] = gives(ready, {
      'aid-delivery': 'ghf',
      forces: 'narrow-buffer',
      'hostages-truce': 'some-for-truce',
      relocation: 'rafah-city',
    });
    expect(ofHamas?.issues.map(({ kind }) => kind)).toEqual(['unstated', 'unstated', 'unstated', 'unstated']);
    expect(ofHamas?.issues[0]?.asksFor).toEqual([
      { optionId: 'international', stance: 'demands', upTo: null, evidence: ['hamas-international'] },
    ]);
    expect(ofIsrael?.issues.map(({ kind }) => kind)).toEqual(['gets', 'gets', 'gets', 'unstated']);
    expect(ofIsrael?.issues.every((issue) => issue.beyondMandate)).toBe(true);
  });
});

describe('lake-ulvessa: orders over time', () => {
  it('follows the most authoritative voice, and says which positions it set aside', () => {
    const { orders, setAside } = bargainFromCase(lake.record, '2024-03-31');
    const toldrane = orders.stated.find(({ partyId }) => partyId === 'toldrane');
    expect(toldrane?.stances).toContainEqual({ issueId: 'water-share', optionId: 'w45', stance: 'rejects', evidence: ['t-w45-no'] });
    expect(setAside).toContain('t-w45-aside');
  });

  const common = {
    'water-share': 'w50',
    'ceasefire-line': 'buffer',
    prisoners: 'staged',
    monitoring: 'lake-commission',
    return: 'full-guaranteed',
  };

  it('has one package in June that both at least may accept, and none on 30 April', () => {
    const ready = (heldOn: string) => readyOrders(bargainFromCase(lake.record, heldOn).orders, solver);
    // The package, and all that differ from it on one issue.
    const around = ready('2024-06-30').orders.domain.issues.flatMap(({ id, options }) =>
      options.map((option) => ({ ...common, [id]: option.id })),
    );
    const takenByAll = (heldOn: string) =>
      standings(ready(heldOn), solver, [...new Map(around.map((one) => [JSON.stringify(one), one])).values()])
        .packages.filter(({ acceptableToAll }) => acceptableToAll === 'necessarily')
        .map((one) => one.package);
    expect(takenByAll('2024-04-30')).toEqual([]);
    expect(takenByAll('2024-06-30')).toEqual([common]);
  });

  it('shows which faction that package would fail by, once factions decide', () => {
    expect(bargainFromCase(lake.record, '2024-06-30').factionsNotUsed).toEqual(['ilduvia', 'toldrane']);
    const { orders } = bargainFromCase(lake.record, '2024-06-30', { ilduvia: { rule: 'all' }, toldrane: { rule: 'all' } });
    const ready = readyOrders(orders, solver);
    const bloc = winset(ready, 'ilduvia', solver).factions.find(({ factionId }) => factionId === 'delta-bloc');
    expect(bloc?.hasVeto).toBe(true);
    expect(bloc?.bars).toContainEqual({ issueId: 'water-share', optionId: 'w50', stance: 'rejects', evidence: ['db-w50'] });
    expect(bloc?.blocks).toBeGreaterThan(0);
    const [one] = standings(ready, solver, [common]).packages;
    expect(one?.parties.map(({ partyId, byStance }) => [partyId, byStance])).toEqual([
      ['ilduvia', 'never'],
      ['toldrane', 'never'],
    ]);
  });

  it('uses nothing of a compartment that was folded away', () => {
    const inTeam = bargainFromCase(lake.record, '2024-06-30');
    const inPublic = bargainFromCase(foldEntries(lake.entries, { compartments: new Set(['public']) }), '2024-06-30');
    const used = (bargain: typeof inTeam) => [...Object.keys(bargain.statements), ...bargain.setAside];
    expect(used(inTeam)).toContain('i-listed-diplomat');
    expect(used(inPublic)).not.toContain('i-listed-diplomat');
    expect(JSON.stringify(inPublic)).not.toContain('i-listed-diplomat');
    expect(inPublic.compartments).toEqual(['public']);
    expect(inTeam.compartments).toEqual(['channel-a']);
  });

  it('gives one view of it all, the same for the same seed', async () => {
    const ask = () =>
      caseBargain(
        { record: lake.record, scope: {}, heldOn: '2024-06-30' },
        { samples: 500, seed: 4, packages: 4, openings: true, questions: true },
      );
    const view = await ask();
    expect(view).toEqual(await ask());
    expect(view.packages).toHaveLength(4);
    expect(view.packages.map((one) => one.package)).toEqual(view.shares.packages.map((one) => one.package));
    expect(view.shares.noDealUnknown).toEqual(['ilduvia', 'toldrane']);
    expect(view.questions?.questions.length).toBeGreaterThan(0);
    expect(view.openings?.audience).toBe('mediator');
  });
});
