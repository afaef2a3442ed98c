import { figureGroups, tableOf } from '@parley/model';
import { describe, expect, it } from 'vitest';
import { recordExample } from './record-example.test-support.ts';

const { record } = recordExample('doha-2025');
const table = tableOf(record, '2025-07-31');
const statement = (id: string) => record.of('statement').get(id)?.body;

describe('doha-2025', () => {
  it('has Hamas and Israel as parties, and no party or third party made of a relay', () => {
    expect(table.columns.map(({ id, kind }) => [id, kind])).toEqual([
      ['hamas', 'party'],
      ['israel', 'party'],
      ['mediators', 'thirdParty'],
      ['united-states', 'thirdParty'],
    ]);
    expect(statement('official-time')?.relays.map(({ name }) => name)).toEqual(['BBC']);
  });

  it('dates nothing that the report does not date', () => {
    for (const { id, body } of record.of('statement').values()) expect(body.saidOn, id).toBeUndefined();
    for (const { id, body } of record.of('position').values()) expect([body.from, body.to], id).toEqual([undefined, undefined]);
    expect(table.days).toEqual([]);
    expect(record.of('source').get('summary')?.body.published).toBe('2025-07');
  });

  it('links nobody to a party whom the report does not', () => {
    for (const { body } of record.of('statement').values()) if (body.speaker.anonymous) expect(body.speaker.partyId).toBeUndefined();
    expect(statement('fears-rafah')?.speaker).toEqual({ name: '', anonymous: false });
  });

  it('takes no stance from a claim about somebody else', () => {
    expect(
      table.cells.map(({ partyId, issueId, stances }) => [partyId, issueId, stances.map((one) => `${one.optionId} ${one.stance}`)]),
    ).toEqual([
      ['hamas', 'aid-delivery', ['international demands']],
      ['israel', 'aid-delivery', ['ghf accepts']],
      ['hamas', 'forces', ['proposed-maps rejects']],
      ['israel', 'forces', ['narrow-buffer accepts']],
      ['israel', 'hostages-truce', ['some-for-truce accepts']],
    ]);
  });

  it('has the delegation that may decide nothing, as one anonymous official claims', () => {
    const [mandate] = table.columns.find(({ id }) => id === 'israel')?.mandates ?? [];
    expect(mandate).toMatchObject({ mayDecide: [], evidence: ['official-not-empowered'] });
    expect(statement('official-not-empowered')?.speaker.anonymous).toBe(true);
  });

  it('has the fatalities with qualifier and scope, and nobody as claimant', () => {
    const [group] = figureGroups(record);
    expect(group).toMatchObject({ measure: 'fatalities', scope: 'in Gaza' });
    expect(group?.figures.map(({ figure }) => [figure.qualifier, figure.low, figure.claimant])).toEqual([['over', 57_000, undefined]]);
  });
});
