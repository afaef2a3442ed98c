import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldEntries } from '../fold/fold.ts';
import { bodies, testLog } from '../testing/record.ts';
import type { BodyInput } from '../words/kinds.ts';
import { STANCES, type Stance, VOICES } from '../words/stance.ts';
import { convergenceOf } from './convergence.ts';
import { countWitnesses } from './evidence.ts';
import { figureGroups } from './figures.ts';
import { tableOf } from './table.ts';
import type { CellView } from './table-view.ts';
import { contestedPairs, holdsOn, validities } from './validity.ts';

type PositionInput = Partial<BodyInput<'position'>> & { stance: Stance };

/** Two parties, one issue with two options, one accepted statement, and the given positions. */
function talks(...positions: PositionInput[]) {
  const log = testLog();
  log.put('party', 'north', bodies.party('North'));
  log.put('party', 'south', bodies.party('South'));
  log.put('issue', 'aid', bodies.issue('un', 'joint'));
  log.put('source', 'report', bodies.source());
  log.put('statement', 'said', bodies.statement('report'));
  positions.forEach((one, i) => {
    log.put('position', `p${i}`, { partyId: 'north', issueId: 'aid', optionId: 'un', voice: 'official', evidence: ['said'], ...one });
  });
  return log;
}

function cell(log: ReturnType<typeof testLog>, day: string, partyId = 'north'): CellView | undefined {
  return tableOf(foldEntries(log.entries), day).cells.find((one) => one.partyId === partyId);
}

const stancesOn = (log: ReturnType<typeof testLog>, day: string) => (cell(log, day)?.stances ?? []).map(({ stance }) => stance);

describe('how long a position holds', () => {
  it('until a later one of at least the same voice replaces it', () => {
    const log = talks({ stance: 'demands', from: '2025-07-04' }, { stance: 'mayAccept', from: '2025-07-10' });
    expect(stancesOn(log, '2025-07-03')).toEqual([]);
    expect(stancesOn(log, '2025-07-04')).toEqual(['demands']);
    expect(stancesOn(log, '2025-07-09')).toEqual(['demands']);
    expect(stancesOn(log, '2025-07-10')).toEqual(['mayAccept']);
    expect(cell(log, '2025-07-12')?.movement).toMatchObject({ firstStated: '2025-07-04', lastMoved: '2025-07-10' });
  });

  it('an anonymous aside does not end what an official said; the two are contested', () => {
    const log = talks({ stance: 'demands', from: '2025-07-04' }, { stance: 'mayAccept', from: '2025-07-10', voice: 'anonymous' });
    expect(cell(log, '2025-07-12')?.stances).toMatchObject([
      { stance: 'demands', contested: true, voice: 'official' },
      { stance: 'mayAccept', contested: true, voice: 'anonymous' },
    ]);
  });

  it('a month and a day within it may be the same time: neither replaces the other', () => {
    const log = talks({ stance: 'demands', from: '2025-07' }, { stance: 'rejects', from: '2025-07-10' });
    expect(stancesOn(log, '2025-07-12')).toEqual(['demands', 'rejects']);
  });

  it('an undated one always holds, and an end is an end', () => {
    const log = talks({ stance: 'rejects' }, { stance: 'accepts', optionId: 'joint', from: '2025-07-01', to: '2025-07' });
    expect(stancesOn(log, '2025-06-30')).toEqual(['rejects']);
    expect(stancesOn(log, '2025-07-31')).toEqual(['rejects', 'accepts']);
    expect(stancesOn(log, '2025-08-01')).toEqual(['rejects']);
    expect(cell(log, '2025-06-30')?.stances[0]?.from).toBeNull();
  });

  it('agrees with the definition, spelled out day by day', () => {
    const days = fc.constantFrom(undefined, '2025', '2025-03', '2025-03-02', '2025-03-05', '2025-04');
    const arbitrary = fc.record({ stance: fc.constantFrom(...STANCES), voice: fc.constantFrom(...VOICES), from: days, to: days });
    fc.assert(
      fc.property(fc.array(arbitrary, { maxLength: 6 }), (inputs) => {
        const positions = [
          ...foldEntries(talks(...inputs).entries)
            .of('position')
            .values(),
        ];
        const held = validities(positions);
        const bounds = (date: string) => [`${date}-01-01`.slice(0, 10), `${date}-12-31`.slice(0, 10)];
        for (const day of [
          '2024-12-31',
          '2025-01-01',
          '2025-03-01',
          '2025-03-02',
          '2025-03-04',
          '2025-03-05',
          '2025-03-31',
          '2025-04-01',
          '2026-01-01',
        ]) {
          held.forEach((one) => {
            const { from, to, voice } = one.position.body;
            const started = from === undefined || day >= (from.length === 7 ? `${from}-01` : (bounds(from)[0] as string));
            const endOf = (date: string) =>
              date === '2025-03' ? '2025-03-31' : date === '2025-04' ? '2025-04-30' : date.length === 4 ? `${date}-12-31` : date;
            const startOf = (date: string) => (date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date);
            const replaced =
              to === undefined &&
              from !== undefined &&
              positions.some(
                ({ body }) =>
                  body.from !== undefined &&
                  VOICES.indexOf(body.voice) <= VOICES.indexOf(voice) &&
                  startOf(body.from) > endOf(from) &&
                  startOf(body.from) <= day,
              );
            expect(holdsOn(one, day)).toBe(started && !replaced && (to === undefined || day <= endOf(to)));
          });
        }
        const pairs = new Set(
          contestedPairs(held).map((pair) =>
            pair
              .map(({ position }) => position.id)
              .sort()
              .join(),
          ),
        );
        for (const a of held) {
          for (const b of held) {
            if (a.position.id >= b.position.id) continue;
            const overlap = a.firstDay <= b.lastDay && b.firstDay <= a.lastDay && a.firstDay <= a.lastDay && b.firstDay <= b.lastDay;
            if (overlap)
              expect(pairs.has([a.position.id, b.position.id].sort().join())).toBe(a.position.body.stance !== b.position.body.stance);
          }
        }
      }),
    );
  });
});

describe('movement', () => {
  const line = (...inputs: PositionInput[]) => cell(talks(...inputs), '2025-12-31')?.movement;

  it('is that of the party, not of a faction or of an anonymous voice beside it', () => {
    const official = { stance: 'mayAccept', from: '2025-03-01' } as const;
    const movement = line(
      official,
      { stance: 'rejects', from: '2025-02-01', voice: 'anonymous' },
      { stance: 'demands', from: '2025-05-01', voice: 'anonymous' },
      { stance: 'redLine', from: '2025-06-01', factionId: 'hill' },
    );
    expect(movement?.lines[0]?.points).toEqual([
      { day: '2025-02-01', stance: 'rejects' },
      { day: '2025-03-01', stance: 'mayAccept' },
    ]);
    expect(movement).toMatchObject({ firstStated: '2025-02-01', lastMoved: '2025-03-01' });
  });

  it('follows a faction where the party itself said nothing', () => {
    expect(line({ stance: 'redLine', from: '2025-06-01', factionId: 'hill' })?.lines[0]?.points).toEqual([
      { day: '2025-06-01', stance: 'redLine' },
    ]);
  });

  it('a stance said again is no movement', () => {
    expect(line({ stance: 'demands', from: '2025-02-01' }, { stance: 'demands', from: '2025-03-01' })).toMatchObject({
      firstStated: '2025-02-01',
      lastMoved: null,
    });
  });
});

describe('convergence', () => {
  it('counts two things, and silence is neither', () => {
    const held: Record<string, Record<string, Stance[]>> = {
      a: { x: ['demands'], y: ['mayAccept'], z: ['rejects'], w: ['accepts', 'redLine'] },
      b: { x: ['accepts'], z: ['demands'], w: ['accepts'] },
    };
    const counts = convergenceOf(['x', 'y', 'z', 'w', 'v'], ['a', 'b'], (party, option) => held[party]?.[option] ?? []);
    expect(counts).toEqual({ options: 5, rejectedByNone: 3, acceptableToAll: 1 });
  });

  it('never counts an option as acceptable that some party rejects', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.array(fc.constantFrom(...STANCES), { maxLength: 3 }), { minLength: 3, maxLength: 3 }), { maxLength: 4 }),
        (held) => {
          const { options, rejectedByNone, acceptableToAll } = convergenceOf(
            ['0', '1', '2'],
            held.map((_, i) => String(i)),
            (party, option) => held[Number(party)]?.[Number(option)] ?? [],
          );
          expect(acceptableToAll).toBeLessThanOrEqual(rejectedByNone);
          expect(rejectedByNone).toBeLessThanOrEqual(options);
        },
      ),
    );
  });
});

describe('independent witnesses', () => {
  it('two reports of one utterance, a translation and two statements of one source count once', () => {
    const log = talks();
    log.put('source', 'daily', bodies.source());
    log.put('source', 'translation', bodies.source({ derivedFrom: 'daily' }));
    log.put('source', 'alone', bodies.source());
    log.put('statement', 'a1', bodies.statement('report', { utteranceId: 'u' }));
    log.put('statement', 'a2', bodies.statement('report'));
    log.put('statement', 'b', bodies.statement('daily', { utteranceId: 'u' }));
    log.put('statement', 'c', bodies.statement('translation'));
    log.put('statement', 'd', bodies.statement('alone'));
    const record = foldEntries(log.entries);
    const count = (...ids: string[]) =>
      countWitnesses(
        record,
        ids.map((id) => record.of('statement').get(id)).filter((one) => one !== undefined),
      );
    expect([count('a1', 'a2'), count('a1', 'b'), count('b', 'c'), count('a2', 'c'), count('a1', 'a2', 'b', 'c'), count('a2', 'd')]).toEqual(
      [1, 1, 1, 2, 1, 2],
    );
  });
});

describe('the table', () => {
  it('puts parties in the order of the user, then by name, third parties last', () => {
    const log = talks();
    log.put('thirdParty', 'qatar', { name: { en: 'A mediator' }, roles: ['mediator'] });
    log.put('party', 'east', bodies.party('East'));
    expect(tableOf(foldEntries(log.entries), '2025-07-12').columns.map(({ id }) => id)).toEqual(['east', 'north', 'south', 'qatar']);
    log.put('case', 'case', { title: { en: 'Talks' }, partyOrder: ['south', 'qatar'] });
    expect(tableOf(foldEntries(log.entries), '2025-07-12').columns.map(({ id }) => id)).toEqual(['south', 'qatar', 'east', 'north']);
  });

  it('marks an offer beyond the mandate, and one whose mandate has expired', () => {
    const log = talks({ stance: 'accepts', from: '2025-07-01' }, { stance: 'demands', optionId: 'joint', from: '2025-07-01' });
    const beyond = (day: string) => cell(log, day)?.stances.map(({ beyondMandate }) => beyondMandate);
    expect(beyond('2025-07-02')).toEqual([null, null]);
    log.put('delegation', 'team-north', { partyId: 'north', name: { en: 'Delegation' } });
    log.put('mandate', 'm', { delegationId: 'team-north', mayDecide: [], evidence: ['said'] });
    expect(beyond('2025-07-02')).toEqual(['notCovered', null]);
    log.put('mandate', 'm', { delegationId: 'team-north', mayDecide: [{ issueId: 'aid' }], to: '2025-07-05', evidence: ['said'] });
    expect(beyond('2025-07-05')).toEqual([null, null]);
    // Made while the mandate ran, it does not turn into an offer beyond it when the mandate lapses …
    expect(beyond('2025-07-06')).toEqual([null, null]);
    // … but one made after that is.
    log.put('position', 'late', {
      partyId: 'north',
      issueId: 'aid',
      optionId: 'un',
      stance: 'mayAccept',
      voice: 'official',
      from: '2025-07-06',
      evidence: ['said'],
    });
    expect(beyond('2025-07-06')).toEqual(['expired', null]);
    expect(tableOf(foldEntries(log.entries), '2025-07-06').columns[0]?.mandates[0]).toMatchObject({ state: 'expired', to: '2025-07-05' });
  });

  it('holds a mandate against the party, not against a faction or an anonymous voice', () => {
    const log = talks({ stance: 'accepts', voice: 'anonymous' }, { stance: 'accepts', optionId: 'joint', factionId: 'hill' });
    log.put('delegation', 'team-north', { partyId: 'north', name: { en: 'Delegation' } });
    log.put('mandate', 'm', { delegationId: 'team-north', mayDecide: [], evidence: ['said'] });
    expect(cell(log, '2025-07-02')?.stances.map(({ beyondMandate }) => beyondMandate)).toEqual([null, null]);
  });

  it('counts what is suggested for a cell, and shows no stance from it', () => {
    const log = talks();
    log.put(
      'statement',
      'maybe',
      bodies.statement('report', { status: 'suggested', speaker: { name: 'South', partyId: 'south' }, links: [{ issueId: 'aid' }] }),
    );
    expect(cell(log, '2025-07-12', 'south')).toMatchObject({ suggested: 1, stances: [] });
  });
});

describe('figures', () => {
  const figure = (low: number, more: Partial<BodyInput<'figure'>> = {}): BodyInput<'figure'> => ({
    sourceId: 'report',
    span: { start: 0, end: 1, text: '9' },
    measure: 'Trucks',
    low,
    high: low,
    scope: 'a day',
    status: 'accepted',
    ...more,
  });

  it('stand side by side by measure and scope, contested where they differ, never averaged', () => {
    const log = talks();
    log.put('figure', 'a', figure(500, { claimant: { name: 'North' } }));
    log.put('figure', 'b', figure(130, { measure: 'trucks', claimant: { name: 'South' } }));
    log.put('figure', 'c', figure(300, { scope: 'a week' }));
    log.put('figure', 'd', figure(9, { status: 'rejected' }));
    const groups = figureGroups(foldEntries(log.entries));
    expect(groups.map(({ scope, contested, figures }) => [scope, contested, figures.map(({ figure: { low } }) => low)])).toEqual([
      ['a day', true, [500, 130]],
      ['a week', false, [300]],
    ]);
    expect(JSON.stringify(groups)).not.toContain('315');
  });

  it('an update by the same claimant does not contest what it replaces', () => {
    const log = talks();
    log.put('figure', 'a', figure(312, { claimant: { name: 'North' }, asOf: '2025-06' }));
    log.put('figure', 'b', figure(287, { claimant: { name: 'north' }, asOf: '2025-07' }));
    expect(figureGroups(foldEntries(log.entries))[0]?.contested).toBe(false);
    log.put('figure', 'c', figure(312, { claimant: { name: 'South' }, asOf: '2025-05' }));
    expect(figureGroups(foldEntries(log.entries))[0]?.contested).toBe(true);
  });
});
