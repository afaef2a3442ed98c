import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTo, type Bench, ok, REPORT, type SmallCase, smallCase, startBench, statementOf } from '../../../server/server.test-support.ts';
import { asOf } from '../../as-of.ts';
import { destroyEntries } from '../../destroy-entries.ts';
import { releasedMap } from './released-map.ts';

let bench: Bench;
let small: SmallCase;
beforeAll(async () => {
  bench = await startBench();
  small = await smallCase(bench);
});
afterAll(() => bench.close());

async function released(compartments?: string[]) {
  const { record } = asOf(await bench.desk.session(small.caseId), { compartments });
  return releasedMap(record);
}

let texts = 0;
/** A source whose text is the report and a line of its own. */
const sourceOf = async (more: object): Promise<string> =>
  (
    await ok<{ sourceId: string }>(
      bench.call('POST', `${small.url}/sources`, { text: `${REPORT}\n\n${texts++}`, title: 'A talk with Ana Horvat', ...more }),
    )
  ).sourceId;

const line = (name: string, more: object = {}) => ({
  name: { en: name },
  shape: 'line',
  coordinates: [
    [
      [34, 31],
      [34.1, 31.1],
    ],
  ],
  ...more,
});

describe('what of a map may leave the case', () => {
  test('is not a party’s feature whose only source may not be attributed, and how many are left out is told', async () => {
    const sourceId = await sourceOf({ kind: 'note' });
    await addTo(bench, small.url, 'mapFeature', line('Drawn in the room', { partyId: small.north, sourceId, namedBy: 'the delegate' }));
    await addTo(bench, small.url, 'mapFeature', line('The road', { category: 'road', sourceId, namedBy: 'the delegate' }));
    const { features, told, withheld } = await released();
    expect(features.map(({ name }) => name.en)).toEqual(['The road']);
    expect(features[0]).toMatchObject({ source: 'not attributable', namedBy: undefined });
    expect(withheld).toBe(1);
    expect(told.join()).toContain('1 feature is left out');
    expect(JSON.stringify(features)).not.toMatch(/Horvat|delegate/);
  });

  test('rests on what was said about it where it has no source', async () => {
    const sourceId = await sourceOf({ kind: 'note' });
    const statement = { ...statementOf({ ...small, sourceId }), speaker: { name: 'Luka Marin', partyId: small.north } };
    const evidence = [await addTo(bench, small.url, 'statement', statement)];
    await addTo(bench, small.url, 'mapFeature', line('As told', { partyId: small.north, evidence }));
    const crossing = await addTo(bench, small.url, 'mapFeature', line('Crossing of Marin', { category: 'crossing', evidence }));
    const { features } = await released();
    expect(features.map(({ name }) => name.en)).not.toContain('As told');
    expect(features.find(({ id }) => id === crossing)?.name.en).toBe('Crossing of [withheld]');
  });

  test('of what was told on background leaves out the names of those who spoke', async () => {
    const sourceId = await sourceOf({ attributionRule: 'background' });
    const statement = statementOf({ ...small, sourceId });
    await addTo(bench, small.url, 'statement', { ...statement, speaker: { name: 'Ana Horvat', role: 'adviser', partyId: small.north } });
    await addTo(bench, small.url, 'mapFeature', line('Line of Horvat', { partyId: small.north, sourceId, version: 'Horvat’s sketch' }));
    const { features } = await released();
    const drawn = features.find(({ source }) => source?.startsWith('A talk with'));
    expect(drawn).toMatchObject({ party: 'Northern Council', name: { en: 'Line of [withheld]' }, source: 'A talk with [withheld]' });
    expect(JSON.stringify(features)).not.toContain('Horvat');
  });

  test('does not name a source that was destroyed, and lets no feature of a party rest on it', async () => {
    const sourceId = await sourceOf({ title: 'Named by mistake' });
    await addTo(bench, small.url, 'mapFeature', line('The border', { category: 'border', sourceId }));
    await addTo(bench, small.url, 'mapFeature', line('The claim', { partyId: small.south, sourceId }));
    expect(JSON.stringify(await released())).toContain('Named by mistake');
    const session = await bench.desk.session(small.caseId);
    const entry = session.entries.find(({ subject }) => subject.id === sourceId);
    await destroyEntries(session, [entry?.id ?? ''], 'a name by mistake');
    const { features } = await released();
    expect(JSON.stringify(features)).not.toContain('Named by mistake');
    expect(features.map(({ name }) => name.en)).toContain('The border');
    expect(features.map(({ name }) => name.en)).not.toContain('The claim');
  });

  test('is of the compartments looked through alone, and names no other', async () => {
    const inner = await addTo(bench, small.url, 'compartment', { name: { en: 'Inner circle' } });
    const first = await addTo(bench, small.url, 'mapFeature', line('Open line'));
    await addTo(bench, small.url, 'mapFeature', line('Inner line', { replacesId: first }), inner);
    await addTo(bench, small.url, 'party', { name: { en: 'Third side' } }, inner);
    expect((await released()).compartments).toContain('Inner circle');
    const open = await released(['public']);
    expect(open.compartments).toEqual(['public']);
    expect(JSON.stringify(open)).not.toContain('Inner');
  });
});
