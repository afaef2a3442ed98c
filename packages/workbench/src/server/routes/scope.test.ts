import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  addTo,
  type Bench,
  ok,
  PORT,
  REPORT,
  refusal,
  type SmallCase,
  smallCase,
  startBench,
  statementOf,
  TOKEN,
} from '../server.test-support.ts';

const SECRET = 'They would trade the lighthouse, the envoy said.';

let bench: Bench;
let small: SmallCase;
let caucus: string;
beforeEach(async () => {
  bench = await startBench();
  small = await smallCase(bench);
  await addTo(bench, small.url, 'statement', statementOf(small));
  caucus = await addTo(bench, small.url, 'compartment', { name: { en: 'Caucus' } });
});
afterEach(() => bench.close());

/** Every GET of a case that shows what is in it. */
const VIEWS = [
  '',
  '/table',
  '/sources',
  '/statements',
  '/figures',
  '/search?q=lighthouse',
  '/verify',
  '/party',
  '/source',
  '/statement',
  '/figure',
  '/compartment',
  '/map',
  '/map/features.geojson',
  '/mapFeature',
  '/population',
  '/export/statements.csv',
  '/export/positions.csv',
  '/export/figures.csv',
  '/export/case.json',
  '/export/prov.json',
];

async function views(query: string): Promise<Record<string, string>> {
  const seen: Record<string, string> = {};
  for (const path of VIEWS) {
    const url = `${small.url}${path}${path.includes('?') ? '&' : '?'}${query}`;
    const reply = await bench.app.inject({ url, headers: { host: `127.0.0.1:${PORT}`, authorization: `Bearer ${TOKEN}` } });
    expect([path, reply.statusCode]).toEqual([path, 200]);
    seen[path] = reply.body;
  }
  return seen;
}

async function addSecrets(): Promise<void> {
  const { sourceId } = await ok<{ sourceId: string }>(
    bench.call('POST', `${small.url}/sources`, {
      text: SECRET,
      title: 'Lighthouse note',
      kind: 'note',
      attributionRule: 'onRecord',
      compartment: caucus,
    }),
  );
  await addTo(bench, small.url, 'party', { name: { en: 'Lighthouse keepers' } }, caucus);
  const words = 'trade the lighthouse';
  const start = SECRET.indexOf(words);
  const span = { start, end: start + words.length, text: words };
  const statement = await addTo(bench, small.url, 'statement', { ...statementOf(small), sourceId, content: [span] }, caucus);
  await addTo(
    bench,
    small.url,
    'position',
    { partyId: small.north, issueId: small.issue, optionId: 'leave', stance: 'rejects', voice: 'official', evidence: [statement] },
    caucus,
  );
  const coordinates = [[34, 31]];
  await addTo(bench, small.url, 'mapFeature', { name: { en: 'Lighthouse' }, shape: 'place', coordinates, sourceId }, caucus);
  const cells = [{ extent: [34, 31, 35, 32], people: 3 }];
  await addTo(bench, small.url, 'population', { name: { en: 'Keepers' }, year: 2030, beforeDisplacement: false, cells }, caucus);
  await addTo(bench, small.url, 'figure', { sourceId, span, measure: 'lighthouses', low: 1, high: 1, status: 'accepted' }, caucus);
}

test('what is in another compartment changes nothing of what a reader of the public one gets', async () => {
  const before = await views('compartments=public&heldOn=2031-03-01');
  await addSecrets();
  expect(await views('compartments=public&heldOn=2031-03-01')).toEqual(before);
  const whole = await views('heldOn=2031-03-01');
  for (const path of VIEWS.filter((one) => one !== '/compartment')) expect([path, whole[path] === before[path]]).toEqual([path, false]);
  expect(whole['/search?q=lighthouse']).toContain('\uE000lighthouse\uE001');
});

test('what came later changes nothing of what was known before', async () => {
  const query = 'knownAt=2031-03-02T00:00:00.000Z&heldOn=2031-03-01';
  const withoutDays = (seen: Record<string, string>) => ({ ...seen, '': '', '/verify': '' });
  const before = withoutDays(await views(query));
  bench.setNow('2031-03-08T08:00:00.000Z');
  await addSecrets();
  await ok(bench.call('DELETE', `${small.url}/source/${small.sourceId}`));
  expect(withoutDays(await views(query))).toEqual(before);
  const page = await ok(bench.call('GET', `${small.url}/sources/${small.sourceId}?${query}`));
  expect(page).toMatchObject({ text: REPORT });
});

test('a search as known earlier does not show words that came later', async () => {
  const { id, body } = (await ok<{ id: string; body: { title: string } }[]>(bench.call('GET', `${small.url}/source`)))[0] ?? {
    id: '',
    body: { title: '' },
  };
  bench.setNow('2031-03-08T08:00:00.000Z');
  await ok(bench.call('PUT', `${small.url}/source/${id}`, { body: { ...body, title: 'Lighthouse leak' } }));
  expect(await ok(bench.call('GET', `${small.url}/search?q=lighthouse`))).toMatchObject([{ kind: 'source', id, sourceId: id }]);
  expect(await ok(bench.call('GET', `${small.url}/search?q=lighthouse&knownAt=2031-03-02T00:00:00.000Z`))).toEqual([]);
});

test('a statement found by its words leads to its source; a query that is none is refused', async () => {
  const found = await ok<{ kind: string; sourceId: string }[]>(bench.call('GET', `${small.url}/search?q=harbour&limit=5`));
  expect(found.map(({ kind }) => kind)).toContain('statement');
  for (const { sourceId } of found) expect(sourceId).toBe(small.sourceId);
  expect((await refusal(bench.call('GET', `${small.url}/search?q=%20`))).status).toBe(400);
  expect(await ok(bench.call('GET', `${small.url}/search?q=${encodeURIComponent('"NEAR( OR *')}`))).toEqual([]);
});

test('a compartment that is not there is refused', async () => {
  expect(await refusal(bench.call('GET', `${small.url}/table?compartments=public,none`))).toMatchObject({ status: 404 });
});

test.each(['compartment', 'Compartments'])('compartments asked for as "%s" are refused and not passed over', async (slip) => {
  for (const route of ['table', 'map', 'search?q=harbour&'])
    expect(await refusal(bench.call('GET', `${small.url}/${route}${route.endsWith('&') ? '' : '?'}${slip}=public`))).toMatchObject({
      status: 400,
      message: expect.stringContaining(slip),
    });
});

test('files leave with their name and type', async () => {
  const headers = { host: `127.0.0.1:${PORT}`, authorization: `Bearer ${TOKEN}` };
  const csv = await bench.app.inject({ url: `${small.url}/export/statements.csv`, headers });
  expect(csv.headers['content-type']).toContain('text/csv');
  expect(csv.headers['content-disposition']).toContain('statements.csv');
  expect(csv.body).toContain('its boats would leave the harbour by June');
  const json = await bench.app.inject({ url: `${small.url}/export/case.json`, headers });
  expect(json.json()).toHaveProperty('manifest');
  expect(await refusal(bench.call('GET', `${small.url}/export/case.xml`))).toMatchObject({
    status: 400,
    message: expect.stringContaining('case.xml'),
  });
});
