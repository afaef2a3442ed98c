import { extractAll } from '@parley/reader';
import { readMapFile } from '@parley/terrain';
import { strFromU8, unzipSync } from 'fflate';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTo, type Bench, ok, PORT, refusal, type SmallCase, smallCase, startBench, TOKEN } from '../server.test-support.ts';

let bench: Bench;
let small: SmallCase;
let ids: { first: string; second: string; line: string; clinic: string; population: string };

beforeAll(async () => {
  bench = await startBench();
  small = await smallCase(bench);
  const { url, north, south, sourceId } = small;
  const add = (body: object) => addTo(bench, url, 'mapFeature', body);
  ids = {
    first: await add({
      ...square(34, 'Zone <one> & "more"'),
      partyId: north,
      version: 'first map',
      phase: 1,
      on: '2031-02',
      accuracyMeters: 200,
      madeHow: 'digitised',
      sourceId,
      pCode: 'XX-01',
      contested: true,
    }),
    second: await add({ ...square(34.05, '=cmd|zone'), partyId: south, on: '2031-01' }),
    line: await add({
      name: { ar: 'خط الوادي' },
      shape: 'line',
      coordinates: [
        [
          [34, 31],
          [34.2, 31.2],
        ],
      ],
      partyId: south,
    }),
    clinic: await add({ name: { he: 'מרפאה' }, shape: 'place', coordinates: [[34.06, 31.05]], category: 'hospital' }),
    population: await addTo(bench, url, 'population', {
      name: { en: 'Grid' },
      year: 2020,
      beforeDisplacement: true,
      cells: [{ extent: [34, 31, 34.1, 31.1], people: 1000 }],
    }),
  };
  const team = await addTo(bench, url, 'compartment', { name: { en: 'Team only' } });
  const hidden = { text: 'A letter to the team.', title: 'Hidden letter', compartment: team };
  const { sourceId: hiddenSource } = await ok<{ sourceId: string }>(bench.call('POST', `${url}/sources`, hidden));
  await addTo(bench, url, 'mapFeature', { ...square(34.5, 'Hidden zone'), version: 'secret version', sourceId: hiddenSource }, team);
});
afterAll(() => bench.close());

function square(west: number, name: string) {
  const ring = [
    [west, 31],
    [west + 0.1, 31],
    [west + 0.1, 31.1],
    [west, 31.1],
    [west, 31],
  ];
  return { name: { en: name }, shape: 'zone', coordinates: [[ring]] };
}

async function exported(query: string): Promise<{ status: number; type: string; bytes: Uint8Array; text: string }> {
  const reply = await bench.app.inject({
    method: 'GET',
    url: `${small.url}/map/export?${query}`,
    headers: { host: `127.0.0.1:${PORT}`, authorization: `Bearer ${TOKEN}` },
  });
  return { status: reply.statusCode, type: String(reply.headers['content-type']), bytes: reply.rawPayload, text: reply.body };
}

const PUBLIC_ONLY = 'compartments=public';

describe('a map that is exported', () => {
  test.each(['geojson', 'kml'])('reads back from %s with names, shapes and ids', async (format) => {
    const { bytes } = await exported(`format=${format}&${PUBLIC_ONLY}`);
    const { features } = await readMapFile(bytes, `map.${format}`);
    expect(features.map(({ name }) => name).sort()).toEqual(['=cmd|zone', 'Zone <one> & "more"', 'خط الوادي', 'מרפאה'].sort());
    const first = features.find(({ properties }) => properties.id === ids.first);
    expect(first?.zone[0]?.[0]).toHaveLength(5);
    expect(first?.properties).toMatchObject({ party: 'Northern Council', version: 'first map', source: 'Wire', pCode: 'XX-01' });
  });

  test.each(['geojson', 'kml', 'svg', 'csv'])('holds in %s nothing narrower than was asked for', async (format) => {
    const open = (await exported(`format=${format}`)).text;
    expect(open).toContain('Hidden zone');
    expect(open).toContain(format === 'csv' ? 'Hidden letter' : 'Team only');
    const { text } = await exported(`format=${format}&${PUBLIC_ONLY}`);
    for (const words of ['Hidden', 'secret version', 'Team only']) expect(text).not.toContain(words);
  });

  test('names only the features asked for, and gives what is hidden and what is not there one answer', async () => {
    const { features } = JSON.parse((await exported(`format=geojson&ids=${ids.line}`)).text) as { features: { id: string }[] };
    expect(features.map(({ id }) => id)).toEqual([ids.line]);
    const hidden = (
      JSON.parse((await exported('format=geojson')).text) as { features: { id: string; properties: { name: string } }[] }
    ).features.find(({ properties }) => properties.name === 'Hidden zone');
    const refused = await refusal(bench.call('GET', `${small.url}/map/export?format=svg&ids=${hidden?.id}&${PUBLIC_ONLY}`));
    const absent = await refusal(bench.call('GET', `${small.url}/map/export?format=svg&ids=nothing&${PUBLIC_ONLY}`));
    expect([refused.status, absent.status]).toEqual([404, 404]);
    expect(refused.message.replace(hidden?.id ?? '', 'nothing')).toBe(absent.message);
    expect((await refusal(bench.call('GET', `${small.url}/map/export?format=png`))).status).toBe(400);
  });
});

describe('the table of features', () => {
  test('is CSV with a row for each, no formulas, and a byte order mark where asked for', async () => {
    const { text, type, bytes } = await exported(`format=csv&bom=true&${PUBLIC_ONLY}`);
    expect(type).toContain('text/csv');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = text.split('\r\n').slice(0, -1);
    expect(rows).toHaveLength(5);
    expect(rows[0]).toContain('feature_id,name');
    expect(text).toContain(",'=cmd|zone,");
    expect(text).toContain('"Zone <one> & ""more"""');
    expect((await exported(`format=csv&${PUBLIC_ONLY}`)).bytes[0]).not.toBe(0xef);
  });

  test('is a workbook whose cells are text and numbers', async () => {
    const { bytes } = await exported(`format=xlsx&${PUBLIC_ONLY}`);
    const [sheet] = await readXlsxFile(Buffer.from(bytes));
    const [head = [], ...rows] = sheet?.data ?? [];
    const cell = (name: string, row: number) => rows[row]?.[head.indexOf(name)];
    expect(cell('name', 1)).toBe('=cmd|zone');
    expect(cell('accuracy_m', 0)).toBe(200);
    expect(cell('area_km2', 0)).toBeGreaterThan(105);
    expect(cell('length_km', 2)).toBeGreaterThan(25);
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array)).not.toContain('<f>');
  });

  test('is a document with what it was made from, and labels from right to left marked', async () => {
    const { bytes } = await exported(`format=docx&${PUBLIC_ONLY}`);
    const [{ text } = { text: '' }] = await extractAll(bytes, { fileName: 'features.docx' });
    for (const words of ['Zone <one> & "more"', 'خط الوادي', 'Wire', 'A map is a claim', 'Made from: public'])
      expect(text).toContain(words);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] as Uint8Array);
    expect(xml).toMatch(/<w:bidi\/><\/w:pPr><w:r><w:rPr><w:rtl\/><\/w:rPr><w:t xml:space="preserve">خط الوادي/);
  });
});

describe('the table of a comparison', () => {
  test('has area, people with their year, sites with signed distance, each with its band', async () => {
    const { text } = await exported(`format=csv&table=comparison&populationId=${ids.population}&${PUBLIC_ONLY}`);
    const rows = text.split('\r\n').map((row) => row.split(','));
    const of = (map: string, figure: string) => rows.find((row) => row[0]?.includes(map) && row[1] === figure && row.length > 6) ?? [];
    const [value, low, high] =
      rows
        .find((row) => row.join().includes('first map') && row.includes('area'))
        ?.slice(-5, -2)
        .map(Number) ?? [];
    expect(value).toBeGreaterThan(105);
    expect(low).toBeLessThan(value ?? 0);
    expect(high).toBeGreaterThan(value ?? 0);
    expect(of('Southern Assembly', 'people').join()).toContain('500');
    expect(text).toContain('"Grid, 2020, before displacement"');
    const site = of('Southern Assembly', 'distance of site');
    expect(site).toContain('מרפאה');
    expect(Number(site[3])).toBeLessThan(0);
    expect(text).toContain('A map is a claim');
  });

  test('holds a map against the reference asked for', async () => {
    const { text } = await exported(`format=csv&table=comparison&referenceIds=${ids.first}&ids=${ids.second}&${PUBLIC_ONLY}`);
    expect(text).toContain('in the map and the reference');
    expect(text).toContain('greatest distance of borders');
  });

  test('takes a district for the reference, and refuses one that is no zone', async () => {
    const district = await addTo(bench, small.url, 'mapFeature', { ...square(34.02, 'District'), category: 'municipality' });
    const ask = (reference: string) => exported(`format=csv&table=comparison&referenceIds=${reference}&ids=${ids.second}&${PUBLIC_ONLY}`);
    expect((await ask(district)).text).toMatch(/in the map and the reference,District/);
    const refused = await ask(ids.clinic);
    expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('shows no zone')]);
  });

  test.each(['xlsx', 'docx'])('is there as %s', async (format) => {
    const { bytes, status } = await exported(`format=${format}&table=comparison&${PUBLIC_ONLY}`);
    expect(status).toBe(200);
    const text =
      format === 'docx'
        ? (await extractAll(bytes, { fileName: 'c.docx' }))[0]?.text
        : JSON.stringify((await readXlsxFile(Buffer.from(bytes)))[0]?.data);
    expect(text).toContain('distance of site');
  });
});

describe('the sheet to print', () => {
  test('is PDF with the map’s sources, dates, accuracy and figures, and labels in Arabic and Hebrew as they were put in', async () => {
    const { bytes, type } = await exported(`format=pdf&populationId=${ids.population}&${PUBLIC_ONLY}`);
    expect(type).toBe('application/pdf');
    expect(strFromU8(bytes.subarray(0, 5))).toBe('%PDF-');
    const [{ text } = { text: '' }] = await extractAll(bytes, { fileName: 'map.pdf' });
    for (const words of ['A map is a claim', 'of 2031-02; ±200 m; digitised; source: Wire', 'before displacement', 'Made from: public'])
      expect(text).toContain(words);
    expect(text).toContain('خط الوادي');
    expect(text).toContain('מרפאה');
    for (const words of ['Hidden', 'secret version', 'Team only']) expect(text).not.toContain(words);
    // Of four fonts only the letters that are used: the whole of one alone has more than this.
    expect(bytes.length).toBeLessThan(60_000);
  });
});

describe('a case without a map', () => {
  test.each(['geojson', 'kml', 'svg', 'csv', 'xlsx', 'docx', 'pdf'])('gives a file without features as %s', async (format) => {
    const empty = await ok<{ caseId: string }>(bench.call('POST', '/api/cases', { title: { en: 'Empty' } }));
    const reply = await bench.app.inject({
      method: 'GET',
      url: `/api/cases/${empty.caseId}/map/export?format=${format}&table=comparison`,
      headers: { host: `127.0.0.1:${PORT}`, authorization: `Bearer ${TOKEN}` },
    });
    expect(reply.statusCode).toBe(200);
    expect(reply.rawPayload.length).toBeGreaterThan(50);
  });
});
