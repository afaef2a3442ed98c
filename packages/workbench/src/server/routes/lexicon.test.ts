import { afterEach, beforeEach, expect, test } from 'vitest';
import { addTo, type Bench, ok, REPORT, refusal, type SmallCase, smallCase, startBench, statementOf } from '../server.test-support.ts';

let bench: Bench;
let small: SmallCase;
beforeEach(async () => {
  bench = await startBench();
  small = await smallCase(bench);
});
afterEach(() => bench.close());

const offers = () => ok<object[]>(bench.call('GET', `${small.url}/lexicon/offers`));
const words = () => ok<{ use: string; words: string }[]>(bench.call('GET', `${small.url}/lexicon`));

test('the name that a statement was accepted by is offered as an alias until the party has it', async () => {
  const id = await addTo(bench, small.url, 'statement', {
    ...statementOf(small),
    speaker: { name: 'Mira Holt', partyId: small.north },
    status: 'accepted',
  });
  const word = { use: 'alias', partyId: small.north, words: 'Mira Holt' };
  expect(await offers()).toEqual([{ ...word, compartment: 'public', statements: [id] }]);
  await ok(bench.call('POST', `${small.url}/lexicon`, { word }));
  expect(await offers()).toEqual([]);
  expect(await words()).toContainEqual({ ...word, compartment: 'public' });
  await ok(bench.call('POST', `${small.url}/lexicon/remove`, { word }));
  expect(await words()).not.toContainEqual({ ...word, compartment: 'public' });
  await ok(bench.call('POST', `${small.url}/declined`, { declined: { offer: 'alias', partyId: small.north, words: 'Mira Holt' } }));
  expect(await offers()).toEqual([]);
});

test('a cue is added with its strength, changed and retracted like any subject, and a source is read again with it', async () => {
  const word = { use: 'cue', words: 'flag', strength: 'expects' };
  const { entries } = await ok<{ entries: { subject: { id: string } }[] }>(bench.call('POST', `${small.url}/lexicon`, { word }));
  const cue = `${small.url}/cue/${entries[0]?.subject.id}`;
  expect(await ok(bench.call('GET', cue))).toMatchObject({ body: { words: 'flag', strength: 'expects', language: 'en', evidence: [] } });
  await ok(bench.call('PUT', cue, { body: { words: 'flag', strength: 'threatens' } }));
  expect(await words()).toContainEqual(expect.objectContaining({ use: 'cue', words: 'flag', strength: 'threatens' }));
  const again = await ok<{ entries: object[] }>(bench.call('POST', `${small.url}/sources/${small.sourceId}/read`));
  expect(again.entries).toEqual([]);
  await ok(bench.call('DELETE', cue));
  expect(await words()).not.toContainEqual(expect.objectContaining({ use: 'cue' }));
});

test('copies are offered with the earlier first named as the origin, and a source says what it derives from', async () => {
  const { sourceId, unread } = await ok<{ sourceId: string; unread: number }>(
    bench.call('POST', `${small.url}/sources`, { text: `Delta Wire. ${REPORT}`, title: 'Copy', published: '2031-02', language: 'en' }),
  );
  expect(unread).toBeGreaterThanOrEqual(0);
  expect(await ok(bench.call('GET', `${small.url}/copies`))).toMatchObject([{ sourceId, ofId: small.sourceId }]);
  await ok(bench.call('POST', `${small.url}/declined`, { declined: { offer: 'copy', sources: [sourceId, small.sourceId] } }));
  expect(await ok(bench.call('GET', `${small.url}/copies`))).toEqual([]);
  const sources = await ok<{ id: string; derivedFrom: string | null }[]>(bench.call('GET', `${small.url}/sources`));
  expect(sources.map(({ derivedFrom }) => derivedFrom)).toEqual([null, null]);
});

test('what is wrong is refused by name', async () => {
  const post = (path: string, body: object) => refusal(bench.call('POST', `${small.url}${path}`, body));
  expect(await post('/lexicon', { word: { use: 'rumour', words: 'x' } })).toMatchObject({ status: 400 });
  expect(await post('/lexicon', { word: { use: 'alias', partyId: 'moon', words: 'x' } })).toMatchObject({ status: 404 });
  expect(await post('/lexicon', { word: { use: 'cue', words: 'make clear' } })).toMatchObject({ status: 400 });
  expect(await post('/lexicon/remove', { word: { use: 'term', issueId: 'moon', words: 'x' } })).toMatchObject({ status: 404 });
  expect(await post('/declined', { declined: { offer: 'copy', sources: [small.sourceId, 'moon'] } })).toMatchObject({ status: 404 });
  expect(await post('/sources/moon/read', {})).toMatchObject({ status: 404 });
  expect(await post('/sources', { text: 'Words.', language: 'klingon!' })).toMatchObject({ status: 400 });
});
