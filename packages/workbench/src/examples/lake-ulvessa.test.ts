import { figureGroups, foldEntries, STANCES, STRENGTHS, type StanceView, supporting, type TableView, tableOf } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { recordExample } from './record-example.test-support.ts';

const { entries, record } = recordExample('lake-ulvessa');
const atEnd = tableOf(record, '2024-06-30');
const statements = [...record.of('statement').values()].map(({ body }) => body);
const positions = [...record.of('position').values()].map(({ body }) => body);

function stances(table: TableView, partyId: string, issueId: string, optionId: string): StanceView[] {
  const cell = table.cells.find((one) => one.partyId === partyId && one.issueId === issueId);
  return (cell?.stances ?? []).filter((one) => one.optionId === optionId);
}

describe('lake-ulvessa', () => {
  it('has two parties with factions, two mediators, one of them guarantor, and five issues of different kinds', () => {
    expect([...record.of('party').values()].map(({ body }) => body.factions.length)).toEqual([2, 2]);
    const roles = [...record.of('thirdParty').values()].map(({ body }) => body.roles);
    expect(roles.filter((one) => one.includes('mediator'))).toHaveLength(2);
    expect(roles.filter((one) => one.includes('guarantor'))).toHaveLength(1);
    expect([...record.of('issue').values()].map(({ body }) => body.kind).sort()).toEqual(['amount', 'choice', 'exchange', 'map', 'text']);
  });

  it('has a dozen and more sources, in three scripts, one of them an HTML page and one a copy of another', () => {
    const sources = [...record.of('source').values()].map(({ body }) => body);
    expect(sources.length).toBeGreaterThanOrEqual(14);
    expect(new Set(sources.map(({ language }) => language))).toEqual(new Set(['en', 'ar', 'he']));
    expect(sources.filter(({ mediaType }) => mediaType === 'text/html')).toHaveLength(1);
    expect(sources.filter(({ derivedFrom }) => derivedFrom !== undefined)).toHaveLength(1);
    expect(sources.filter(({ kind }) => kind === 'note').map(({ attributionRule }) => attributionRule)).toEqual(['background', 'onRecord']);
  });

  it('has statements of every strength and standing', () => {
    const count = (status: string): number => statements.filter((one) => one.status === status).length;
    expect(count('accepted')).toBeGreaterThanOrEqual(45);
    expect(count('suggested')).toBeGreaterThanOrEqual(12);
    expect(count('rejected')).toBe(2);
    expect(new Set(statements.filter(({ status }) => status === 'accepted').map(({ strength }) => strength))).toEqual(new Set(STRENGTHS));
    expect(statements.filter(({ relays }) => relays.length > 0).length).toBeGreaterThanOrEqual(8);
    expect(statements.filter(({ condition }) => condition !== undefined).length).toBeGreaterThanOrEqual(8);
  });

  it('has positions of every stance that come to hold on six days and more, some to the month, some undated', () => {
    expect(new Set(positions.map(({ stance }) => stance))).toEqual(new Set(STANCES));
    expect(atEnd.days.length).toBeGreaterThanOrEqual(6);
    expect(positions.some(({ from }) => from?.length === 7)).toBe(true);
    expect(positions.filter(({ from }) => from === undefined)).toHaveLength(2);
  });

  it('sets an anonymous voice beside the official one, and factions against each other', () => {
    expect(stances(tableOf(record, '2024-03-31'), 'toldrane', 'water-share', 'w45')).toEqual([
      expect.objectContaining({ stance: 'mayAccept', voice: 'anonymous', contested: true }),
      expect.objectContaining({ stance: 'rejects', voice: 'official', contested: true }),
    ]);
    const listed = stances(atEnd, 'ilduvia', 'return', 'listed-families');
    expect(listed.find(({ factionId }) => factionId === 'delta-bloc')?.stance).toBe('redLine');
    expect(listed.find(({ factionId }) => factionId === 'port-circle')?.stance).toBe('mayAccept');
  });

  it('shows Toldrane move from refusing 45 per cent to accepting it', () => {
    const official = (day: string) =>
      stances(tableOf(record, day), 'toldrane', 'water-share', 'w45').find((one) => one.voice === 'official' && one.factionId === null);
    expect(official('2024-05-23')?.stance).toBe('rejects');
    expect(official('2024-05-24')?.stance).toBe('accepts');
  });

  it('has a mandate that expired in the talks, after which its delegation offers a return', () => {
    const states = (day: string) =>
      tableOf(record, day)
        .columns.find(({ id }) => id === 'toldrane')
        ?.mandates.map(({ state }) => state);
    expect(states('2024-05-15')).toEqual(['inForce', 'notYet']);
    expect(states('2024-05-16')).toEqual(['expired', 'notYet']);
    expect(states('2024-05-24')).toEqual(['expired', 'inForce']);
    const offer = stances(atEnd, 'toldrane', 'return', 'listed-families').find(({ stance }) => stance === 'accepts');
    expect(offer).toMatchObject({ from: '2024-05-16', beyondMandate: 'expired' });
  });

  it('has an offer on an issue that the mandate does not cover', () => {
    const offer = stances(atEnd, 'ilduvia', 'water-share', 'w50').find(({ stance }) => stance === 'accepts');
    expect(offer).toMatchObject({ beyondMandate: 'notCovered', witnesses: 2 });
  });

  it('counts a copied report and a repeated utterance as one witness', () => {
    const offered = [...record.of('statement').values()].filter(({ body }) => body.utteranceId === 'u-ammarel-listed');
    expect(offered).toHaveLength(2);
    const offer = stances(atEnd, 'toldrane', 'return', 'listed-families').find(({ stance }) => stance === 'accepts');
    expect(offer?.witnesses).toBe(1);
    expect(supporting(record, record.of('position').get('t-listed')?.body.evidence ?? []).length).toBeGreaterThan(1);
  });

  it('has figures of one measure and scope that conflict, by different claimants', () => {
    const displaced = figureGroups(record).find(({ measure }) => measure === 'displaced');
    expect(displaced?.contested).toBe(true);
    expect(new Set(displaced?.figures.map(({ figure }) => figure.claimant?.name)).size).toBeGreaterThanOrEqual(4);
    expect(new Set(displaced?.figures.map(({ figure }) => figure.qualifier))).toEqual(new Set(['about', 'over', 'atMost']));
  });

  it('has two proposals of one option an issue', () => {
    const proposals = [...record.of('proposal').values()].map(({ body }) => body);
    expect(proposals.map(({ options }) => new Set(options.map(({ issueId }) => issueId)).size)).toEqual([5, 5]);
  });

  it('tells what was held from what was known', () => {
    const known = foldEntries(entries, { knownAt: '2024-03-10T00:00:00.000Z' });
    expect(tableOf(known, '2024-06-30').counts.sources).toBe(1);
    // The Terrace League's oldest line came to the team in May, in a summary of an article.
    expect(stances(tableOf(known, '2024-03-10'), 'toldrane', 'water-share', 'w60')).toEqual([]);
    expect(stances(tableOf(record, '2024-03-10'), 'toldrane', 'water-share', 'w60')).toHaveLength(1);
  });

  it('has an exchange with two schedules and a ledger, what it weighs and the own schedule within the team', () => {
    const open = foldEntries(entries, { compartments: new Set(['public']) });
    const ids = (kind: 'exchange' | 'weighing' | 'schedule' | 'delivery', of = record) => [...of.of(kind).keys()].sort();
    expect(ids('exchange', open)).toEqual(['prisoners-staged']);
    expect([ids('weighing').length, ids('weighing', open)]).toEqual([2, []]);
    expect([ids('schedule').length, ids('schedule', open)]).toEqual([2, ['bridging-paper-order']]);
    expect(new Set([...open.of('delivery').values()].map(({ body }) => body.outcome))).toEqual(
      new Set(['verified', 'delivered', 'withheld']),
    );
    // People are put in order and never priced.
    for (const { body } of record.of('weighing').values()) expect(body.ranges).toEqual([]);
  });

  it('keeps what was said in confidence within its compartment', () => {
    const open = foldEntries(entries, { compartments: new Set(['public']) });
    const team = foldEntries(entries, { compartments: new Set(['public', 'team']) });
    expect(open.of('compartment').has('channel-a')).toBe(false);
    expect(open.of('source').has('note-channel-a-0503')).toBe(false);
    expect(stances(tableOf(open, '2024-05-10'), 'toldrane', 'water-share', 'w50').filter(({ voice }) => voice === 'anonymous')).toEqual([]);
    expect(stances(tableOf(record, '2024-05-10'), 'toldrane', 'water-share', 'w50').some(({ voice }) => voice === 'anonymous')).toBe(true);
    expect(open.of('position').has('i-listed-diplomat')).toBe(false);
    expect(team.of('position').has('i-listed-diplomat')).toBe(true);
  });

  it('has maps of both sides in versions and phases, ground, and people counted on it', () => {
    const features = [...record.of('mapFeature').values()];
    expect(new Set(features.map(({ body }) => body.shape))).toEqual(new Set(['zone', 'line', 'place']));
    expect(features.filter(({ body }) => body.replacesId === 'council-april').map(({ body }) => body.phase)).toEqual([1, 2]);
    expect(features.filter(({ entry }) => entry.compartment === 'channel-a').map(({ id }) => id)).toEqual(['adviser-sketch']);
    const drawn = record
      .of('issue')
      .get('ceasefire-line')
      ?.body.options.map(({ featureIds = [] }) => featureIds);
    expect(drawn).toEqual([[], ['buffer-order-21'], ['shore-road'], ['quarrow-ridge']]);
    expect(statements.flatMap(({ featureIds = [] }) => featureIds).sort()).toEqual(['buffer-order-21', 'quarrow-ridge', 'shore-road']);
    const [population] = [...record.of('population').values()].map(({ body }) => body);
    expect(population).toMatchObject({ year: 2018, beforeDisplacement: true });
    expect(population?.cells).toHaveLength(56);
  });
});
