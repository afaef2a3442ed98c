import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTo, type Bench, ok, PORT, refusal, type SmallCase, smallCase, startBench, statementOf, TOKEN } from '../server.test-support.ts';

let bench: Bench;
let small: SmallCase;
beforeAll(async () => {
  bench = await startBench();
  small = await smallCase(bench);
});
afterAll(() => bench.close());

const ring = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const zone = (west: number, more: object = {}) => ({
  name: { en: `Zone ${west}` },
  shape: 'zone',
  coordinates: [[ring(west, 31, 0.1)]],
  ...more,
});

interface View {
  features: { id: string; mapKey: string; areaKm2: number | null; lengthKm: number | null; positions: number; extent: number[] }[];
  populations: { id: string; people: number; cells: number; year: number; beforeDisplacement: boolean }[];
}

describe('the map of a case', () => {
  let first: string;
  let second: string;
  let line: string;

  beforeAll(async () => {
    first = await addTo(bench, small.url, 'mapFeature', zone(34, { partyId: small.north, version: 'first map', phase: 1 }));
    second = await addTo(
      bench,
      small.url,
      'mapFeature',
      zone(34.05, { partyId: small.north, version: 'second map', phase: 1, replacesId: first }),
    );
    const across = [
      [179.9, 10],
      [-179.9, 10],
    ];
    line = await addTo(bench, small.url, 'mapFeature', { name: { en: 'Across' }, shape: 'line', coordinates: [across] });
    const cells = [
      { extent: [34, 31, 34.1, 31.1], people: 100 },
      { h3: '882da1d6d9fffff', people: 20 },
    ];
    await addTo(bench, small.url, 'population', { name: { en: 'Grid' }, year: 2020, beforeDisplacement: true, cells });
  });

  test('lists features with their figures and what names them, and no coordinates', async () => {
    const statement = await addTo(bench, small.url, 'statement', { ...statementOf(small), featureIds: [second] });
    const issue = await addTo(bench, small.url, 'issue', {
      name: { en: 'Line' },
      kind: 'map',
      options: [{ id: 'b', name: { en: 'B' }, featureIds: [second] }],
    });
    const view = await ok<View>(bench.call('GET', `${small.url}/map`));
    const [a, b, c] = view.features;
    expect(a).toMatchObject({
      id: first,
      shape: 'zone',
      partyId: small.north,
      replacedBy: [second],
      positions: 5,
      extent: [34, 31, 34.1, 31.1],
    });
    expect(b).toMatchObject({ id: second, replacesId: first, statements: [statement], issueOptions: [{ issueId: issue, optionId: 'b' }] });
    expect(a?.mapKey).not.toBe(b?.mapKey);
    // A tenth of a degree each way at 31° north is some 9.54 by 11.09 km.
    expect(a?.areaKm2).toBeGreaterThan(105);
    expect(a?.areaKm2).toBeLessThan(107);
    expect(c?.id).toBe(line);
    expect(c?.lengthKm).toBeCloseTo(21.93, 1);
    expect(c?.extent[0]).toBeCloseTo(179.9, 9);
    expect(c?.extent[2]).toBeCloseTo(180.1, 9);
    expect(view.populations).toMatchObject([{ people: 120, cells: 2, year: 2020, beforeDisplacement: true }]);
    expect(JSON.stringify(view)).not.toContain('coordinates');
    for (const list of ['mapFeature', 'population']) {
      expect(JSON.stringify(await ok(bench.call('GET', `${small.url}/${list}`)))).not.toMatch(/"(coordinates|cells)"/);
    }
    const whole = await ok<{ body: unknown; versions: { body: unknown }[] }>(bench.call('GET', `${small.url}/mapFeature/${first}`));
    expect(whole.versions.map(({ body }) => body)).toEqual([whole.body]);
    expect(JSON.stringify(whole.body)).toContain('"coordinates":[[[[34,31],');
  });

  test('gives coordinates as GeoJSON, of those asked for', async () => {
    const all = await ok<{ features: { id: string }[] }>(bench.call('GET', `${small.url}/map/features.geojson`));
    expect(all.features.map(({ id }) => id)).toEqual([first, second, line]);
    const reply = await bench.app.inject({
      url: `${small.url}/map/features.geojson?ids=${second}`,
      headers: { host: `127.0.0.1:${PORT}`, authorization: `Bearer ${TOKEN}` },
    });
    expect(reply.headers['content-type']).toContain('application/geo+json');
    expect(reply.json()).toMatchObject({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', id: second, geometry: { type: 'MultiPolygon', coordinates: [[ring(34.05, 31, 0.1)]] } }],
    });
    expect(await refusal(bench.call('GET', `${small.url}/map/features.geojson?ids=none`))).toMatchObject({ status: 404, code: 'unknown' });
  });

  test('lets a decision link a statement to features, and refuses those that are not there', async () => {
    const statement = await addTo(bench, small.url, 'statement', { ...statementOf(small), status: 'suggested' });
    const accept = (featureIds: string[]) =>
      bench.call('POST', `${small.url}/statements/${statement}/decision`, {
        decision: 'accept',
        statement: { ...statementOf(small), featureIds },
      });
    await ok(accept([first]));
    const view = await ok<{ features: { id: string; statements: string[] }[] }>(bench.call('GET', `${small.url}/map`));
    expect(view.features.find(({ id }) => id === first)?.statements).toContain(statement);
    expect(await refusal(accept(['none']))).toMatchObject({ status: 404, message: expect.stringContaining('featureIds') });
  });

  test('keeps a feature that an option names where whoever sees the option sees it', async () => {
    const team = await addTo(bench, small.url, 'compartment', { name: { en: 'Team' } });
    const moved = bench.call('PUT', `${small.url}/mapFeature/${second}`, { body: zone(34.05), compartment: team });
    expect(await refusal(moved)).toMatchObject({ status: 409, code: 'conflict' });
    const history = await ok<{ versions: unknown[] }>(bench.call('GET', `${small.url}/mapFeature/${second}`));
    expect(history.versions).toHaveLength(1);
  });

  test('refuses a file of 200 MB by its length, before any of it is taken in, and says the limit', async () => {
    const reply = await bench.app.inject({
      method: 'POST',
      url: `${small.url}/map/read`,
      headers: {
        host: `127.0.0.1:${PORT}`,
        authorization: `Bearer ${TOKEN}`,
        'content-type': 'application/json',
        'content-length': '270000000',
      },
    });
    expect([reply.statusCode, reply.json().error]).toMatchObject([413, { code: 'tooLarge', cure: expect.stringContaining('100 MB') }]);
  });

  test('refuses geometry that is none, by name and value', async () => {
    const open = { ...zone(34), coordinates: [[ring(34, 31, 0.1).slice(0, 4)]] };
    const answer = await refusal(bench.call('POST', `${small.url}/mapFeature`, { body: open }));
    expect(answer).toMatchObject({ status: 400 });
    expect(answer.message).toContain('zone "Zone 34": ring 1 of polygon 1 is open: it begins at 34, 31');
  });

  test('refuses a map of which nothing is left to record, and says why', async () => {
    const flat = JSON.stringify({ type: 'Polygon', coordinates: [ring(34, 31, 0)] });
    const body = { name: 'flat.geojson', base64: Buffer.from(flat).toString('base64') };
    const answer = await refusal(bench.call('POST', `${small.url}/map/import`, body));
    expect(answer).toMatchObject({ status: 400, code: 'no-features', message: expect.stringContaining('flat was repaired') });
  });
});
