import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTo, type Bench, ok, PORT, refusal, type SmallCase, smallCase, startBench, TOKEN } from '../server.test-support.ts';

let bench: Bench;
let small: SmallCase;
let team: string;
const ids: Record<string, string> = {};

const ring = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const zone = (name: string, west: number, more: object = {}) => ({
  name: { en: name },
  shape: 'zone',
  coordinates: [[ring(west, 31, 0.1)]],
  ...more,
});
const line = (name: string, latitude: number) => ({
  name: { en: name },
  shape: 'line',
  coordinates: [
    [
      [34, latitude],
      [34.1, latitude],
    ],
  ],
  accuracyMeters: 30,
});

beforeAll(async () => {
  bench = await startBench();
  small = await smallCase(bench);
  const add = async (key: string, kind: string, body: unknown, compartment?: string) => {
    ids[key] = await addTo(bench, small.url, kind, body, compartment);
  };
  team = await addTo(bench, small.url, 'compartment', { name: { en: 'Team' } });
  await add('first', 'mapFeature', zone('First', 34, { partyId: small.north, accuracyMeters: 50 }));
  await add('second', 'mapFeature', zone('Second', 34.05, { partyId: small.south }));
  await add('secret', 'mapFeature', zone('Whispered', 34.08), team);
  await add('clinic', 'mapFeature', { name: { en: 'Clinic' }, shape: 'place', category: 'hospital', coordinates: [[34.02, 31.05]] });
  await add('hidden clinic', 'mapFeature', { name: { en: 'Safe house' }, shape: 'place', coordinates: [[34.03, 31.05]] }, team);
  await add('road', 'mapFeature', {
    name: { en: 'Road' },
    shape: 'line',
    category: 'road',
    coordinates: [
      [
        [33.9, 31.05],
        [34.3, 31.05],
      ],
    ],
  });
  await add('village', 'mapFeature', {
    name: { en: 'Village' },
    shape: 'zone',
    category: 'municipality',
    coordinates: [[ring(34.09, 31.04, 0.02)]],
  });
  await add('grid', 'population', {
    name: { en: 'Grid' },
    year: 2020,
    beforeDisplacement: true,
    cells: [
      { extent: [34, 31, 34.05, 31.1], people: 100 },
      { extent: [34.05, 31, 34.1, 31.1], people: 300 },
    ],
  });
  await add('line 1', 'mapFeature', line('Line 1', 31));
  await add('line 2', 'mapFeature', line('Line 2', 31.01));
});
afterAll(() => bench.close());

const post = <T>(path: string, body: object, query = '?compartments=public'): Promise<T> =>
  ok<T>(bench.call('POST', `${small.url}/map/${path}${query}`, body));
const map = (...keys: string[]) => ({ featureIds: keys.map((key) => ids[key] ?? key) });

interface Band {
  value: number;
  low: number;
  high: number;
}
interface Compared {
  result: {
    reference: { name: string; areaKm2: Band };
    maps: {
      name: string;
      featureIds: string[];
      accuracyMeters: number | null;
      areaKm2: Band;
      people: Band | null;
      sites: { id: string; name: string; signedMeters: number; where: string }[] | null;
      units: { id: string; name: string; where: string; shareInside: Band }[] | null;
      roadLengthKm: Band | null;
      towardsReference: { overlap: { areaKm2: Band }; onlyMap: { areaKm2: Band } };
    }[];
    overlapMatrix: { names: string[]; percentOfRow: Band[][] };
  };
  population: { name: { en: string }; year: number; beforeDisplacement: boolean } | null;
  told: string[];
  used: { kind: string; id: string }[];
  compartments: string[];
}

describe('maps of a case are compared', () => {
  test('with all that lies in them, in bands, and a population by its year', async () => {
    const asked = { reference: map('second'), maps: [map('first')], populationId: ids.grid };
    const { result, population, told, used, compartments } = await post<Compared>('compare', asked);
    const [first] = result.maps;
    expect(result.reference.name).toBe('Second');
    expect(first).toMatchObject({ name: 'First', featureIds: [ids.first], accuracyMeters: 50 });
    expect(first?.areaKm2.low).toBeLessThan(first?.areaKm2.value as number);
    expect(first?.people?.value).toBeCloseTo(400, 3);
    expect(first?.sites).toMatchObject([{ id: ids.clinic, name: 'Clinic', where: 'inside' }]);
    expect(first?.sites?.[0]?.signedMeters).toBeLessThan(-1800);
    expect(first?.units).toMatchObject([{ id: ids.village, name: 'Village', where: 'cut' }]);
    expect(first?.units?.[0]?.shareInside.value).toBeCloseTo(50, 1);
    // 0.1 degrees of longitude at 31.05° north.
    expect(first?.roadLengthKm?.value).toBeCloseTo(9.55, 1);
    const { overlap, onlyMap } = first?.towardsReference ?? {};
    expect((overlap?.areaKm2.value ?? 0) + (onlyMap?.areaKm2.value ?? 0)).toBeCloseTo(first?.areaKm2.value as number, 4);
    expect(result.overlapMatrix.percentOfRow[0]?.[1]?.value).toBeCloseTo(50, 3);
    expect(population).toMatchObject({ name: { en: 'Grid' }, year: 2020, beforeDisplacement: true });
    expect(told).toEqual(['no accuracy is stated for "Second", so that its border is taken as exact']);
    expect(compartments).toEqual(['public']);
    expect(used.map(({ kind }) => kind)).toContain('population');
  });

  test('with another accuracy where one is given, and without the ground where none is asked for', async () => {
    const { result, told } = await post<Compared>('compare', { maps: [map('first', 'second')], accuracyMeters: 0, groundIds: [] });
    expect(told).toEqual([]);
    expect(result.maps[0]).toMatchObject({
      name: 'Northern Council',
      accuracyMeters: 0,
      sites: null,
      units: null,
      roadLengthKm: null,
      people: null,
    });
    expect(result.maps[0]?.areaKm2.low).toBe(result.maps[0]?.areaKm2.value);
  });

  test('through the public compartment alone nothing of the team shows: no count, no name, no error of its own', async () => {
    const { result, compartments, used } = await post<Compared>('compare', { maps: [map('first')] });
    expect(JSON.stringify(result)).not.toContain('Safe house');
    expect(used.map(({ id }) => id)).not.toContain(ids['hidden clinic']);
    expect(compartments).toEqual(['public']);
    const all = await post<Compared>('compare', { maps: [map('first')] }, '');
    expect(all.result.maps[0]?.sites?.map(({ name }) => name)).toEqual(['Safe house', 'Clinic']);
    expect(all.compartments).toEqual([team]);
    const hidden = await refusal(bench.call('POST', `${small.url}/map/compare?compartments=public`, { maps: [map('secret')] }));
    const none = await refusal(bench.call('POST', `${small.url}/map/compare?compartments=public`, { maps: [map('none')] }));
    expect(hidden).toEqual({ ...none, message: none.message.replace('none', ids.secret as string) });
    for (const body of [
      { maps: [map('first')], groundIds: [ids['hidden clinic']] },
      { maps: [map('first')], populationId: ids.secret },
    ]) {
      expect((await refusal(bench.call('POST', `${small.url}/map/compare?compartments=public`, body))).status).toBe(404);
    }
    const view = JSON.stringify(await ok(bench.call('GET', `${small.url}/map?compartments=public`)));
    expect(view).not.toContain('Whispered');
    expect(view).not.toContain('Safe house');
    expect((await refusal(bench.call('GET', `${small.url}/map/features.geojson?compartments=public&ids=${ids.secret}`))).status).toBe(404);
  });

  test('the same, to the letter, whatever else is recorded in the team', async () => {
    const [first, second] = [map('first'), map('second')];
    const questions: [string, object?][] = [
      [''],
      ['/features.geojson'],
      ['/compare', { maps: [first], reference: second, populationId: ids.grid }],
      ['/difference', { first, second }],
      [
        '/contested',
        {
          claims: [
            { party: 'north', ...first },
            { party: 'south', ...second },
          ],
        },
      ],
      ['/phases', { holder: 'a', receiver: 'b', phases: [{ phase: 1, ...first }] }],
      ['/shift', { first: map('line 1'), second: map('line 2') }],
      ['/compare', { maps: [map('a feature to come')] }],
      ['/compromise', { first, second }],
    ];
    const answers = () =>
      Promise.all(questions.map(([path, body]) => bench.call(body ? 'POST' : 'GET', `${small.url}/map${path}?compartments=public`, body)));
    const before = await answers();
    await addTo(bench, small.url, 'mapFeature', zone('More', 34.02, { replacesId: ids.first, partyId: small.north }), team);
    await addTo(bench, small.url, 'mapFeature', { ...line('Hidden road', 31.05), category: 'road' }, team);
    await addTo(
      bench,
      small.url,
      'population',
      { name: { en: 'Hidden' }, year: 2024, beforeDisplacement: false, cells: [{ extent: [34, 31, 35, 32], people: 9 }] },
      team,
    );
    await addTo(
      bench,
      small.url,
      'issue',
      { name: { en: 'Hidden' }, kind: 'map', options: [{ id: 'o', name: { en: 'O' }, featureIds: [ids.first] }] },
      team,
    );
    expect(await answers()).toEqual(before);
  });

  test('as known at an instant', async () => {
    const before = await refusal(bench.call('POST', `${small.url}/map/compare?knownAt=2031-02-01T00:00:00.000Z`, { maps: [map('first')] }));
    expect(before.status).toBe(404);
  });

  test('only where they show an area', async () => {
    expect(await refusal(bench.call('POST', `${small.url}/map/compare`, { maps: [map('line 1')] }))).toMatchObject({
      status: 400,
      code: 'no-area',
      message: '"Line 1" shows no zone',
    });
  });
});

describe('other results on maps', () => {
  test('a difference to be drawn', async () => {
    const { both, onlyFirst, onlySecond } = await post<Record<'both' | 'onlyFirst' | 'onlySecond', number[][][][]>>('difference', {
      first: map('first'),
      second: map('second'),
    });
    const longitudes = (zone: number[][][][]) => [...new Set(zone.flat(2).map(([x]) => Number(x?.toFixed(2))))].sort();
    expect([longitudes(onlyFirst)[0], longitudes(onlyFirst).at(-1)]).toEqual([34, 34.05]);
    expect([longitudes(both)[0], longitudes(both).at(-1)]).toEqual([34.05, 34.1]);
    expect([longitudes(onlySecond)[0], longitudes(onlySecond).at(-1)]).toEqual([34.1, 34.15]);
  });

  test('what is contested', async () => {
    const claims = [
      { party: 'north', ...map('first') },
      { party: 'south', ...map('second') },
    ];
    const { result } = await post<{
      result: { parts: { parties: string[]; coordinates: unknown[] }[]; totals: { byOneKm2: number; bySeveralKm2: number } };
    }>('contested', { claims });
    expect(result.parts.map(({ parties }) => parties)).toEqual([['north'], ['south'], ['north', 'south']]);
    expect(result.totals.byOneKm2).toBeCloseTo(2 * result.totals.bySeveralKm2, 2);
  });

  test('phases', async () => {
    const { result, told } = await post<{
      result: { phases: { phase: number; handedOver: { areaKm2: Band; sites: { name: string }[] } }[] };
      told: string[];
    }>('phases', {
      holder: 'North',
      receiver: 'South',
      phases: [
        { phase: 1, ...map('first') },
        { phase: 2, ...map('second') },
      ],
    });
    expect(result.phases.map(({ handedOver }) => handedOver.sites.map(({ name }) => name))).toEqual([['Clinic'], []]);
    expect(told.join()).toContain('what is held at the start is not given');
  });

  test('the shift of a line, to its side', async () => {
    const { result } = await post<{ result: { names: string[]; lineShift: { drawn: { signedMeanMeters: number }; meanMeters: Band } } }>(
      'shift',
      {
        first: map('line 1'),
        second: map('line 2'),
      },
    );
    expect(result.names).toEqual(['Line 1', 'Line 2']);
    // A hundredth of a degree of latitude is 1108.7 m there; the second lies to the left, 30 m off each.
    expect(result.lineShift.drawn.signedMeanMeters).toBeCloseTo(-1108.7, 0);
    expect(result.lineShift.meanMeters.high - result.lineShift.meanMeters.low).toBeCloseTo(120, 6);
  });
});

describe('lines between two maps', () => {
  interface Between {
    audience: string;
    disclaimer: string;
    result: { lines: { share: number; shareAsked: number }[]; contestedKm2: number };
    compartments: string[];
    recorded: { entries: { subject: { kind: string; id: string } }[] } | null;
  }
  const between = (more: object = {}) => ({ first: map('first'), second: map('second'), shares: [0.5], ...more });

  test('hit their shares, and say that they are no proposal', async () => {
    const { result, audience, disclaimer, recorded } = await post<Between>('compromise', between({ shares: [0.25, 0.75] }), '');
    for (const { share, shareAsked } of result.lines) expect(Math.abs(share - shareAsked)).toBeLessThan(1e-4);
    expect([audience, recorded]).toEqual(['mediator', null]);
    expect(disclaimer).toContain('not a proposal by Parley');
    const byPeople = await post<Between>('compromise', between({ by: 'people', populationId: ids.grid }), '');
    expect(byPeople.result.lines[0]?.share).toBeCloseTo(0.5, 3);
  });

  test('are refused to a look through some compartments, the same whatever the others hold', async () => {
    for (const query of ['?compartments=public', `?compartments=public,${team}`]) {
      const refused = await refusal(bench.call('POST', `${small.url}/map/compromise${query}`, between()));
      expect(refused).toMatchObject({ status: 403, code: 'mediatorOnly' });
    }
  });

  test('are recorded where all that they were made from is seen, and never for everybody', async () => {
    const publicOnly = await refusal(bench.call('POST', `${small.url}/map/compromise`, between({ record: {} })));
    expect(publicOnly).toMatchObject({ status: 403, code: 'mediatorOnly' });
    const { recorded } = await post<Between>('compromise', between({ record: { compartment: team } }), '');
    const id = recorded?.entries[0]?.subject.id;
    const view = await ok<{ features: { id: string; compartment: string; note: string; accuracyMeters: number; name: { en: string } }[] }>(
      bench.call('GET', `${small.url}/map`),
    );
    expect(view.features.find((one) => one.id === id)).toMatchObject({
      compartment: team,
      accuracyMeters: 50,
      name: { en: 'Between First and Second, 50 % of the contested area' },
      note: expect.stringContaining('not a proposal by Parley'),
    });
    expect(JSON.stringify(await ok(bench.call('GET', `${small.url}/map?compartments=public`)))).not.toContain('Between');
    const other = await addTo(bench, small.url, 'compartment', { name: { en: 'Others' } });
    const blind = { first: map('first'), second: map('secret'), record: { compartment: other } };
    expect(await refusal(bench.call('POST', `${small.url}/map/compromise`, blind))).toMatchObject({ status: 409 });
    const unknown = { ...blind, record: { compartment: 'nowhere' } };
    expect(await refusal(bench.call('POST', `${small.url}/map/compromise`, unknown))).toMatchObject({ status: 404 });
    const narrow = await post<Between>('compromise', { first: map('first'), second: map('secret'), shares: [0.5], record: {} }, '');
    expect(narrow.compartments).toEqual([team]);
    expect(narrow.recorded?.entries).toHaveLength(1);
  });

  test('between lines are recorded as lines', async () => {
    const lines = { first: map('line 1'), second: map('line 2'), shares: [0.5], record: { compartment: team } };
    const { recorded } = await post<Between>('compromise', lines, '');
    const body = await ok<{ body: { shape: string; coordinates: number[][][] } }>(
      bench.call('GET', `${small.url}/mapFeature/${recorded?.entries[0]?.subject.id}`),
    );
    expect(body.body.shape).toBe('line');
    for (const [, latitude] of body.body.coordinates.flat()) expect(latitude).toBeCloseTo(31.005, 3);
  });
});

describe('map files', () => {
  const base64 = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64');
  const feature = (geometry: object, properties: object = {}) => ({ type: 'Feature', properties, geometry });
  const bowTie = [
    [34, 31],
    [34.1, 31.1],
    [34.1, 31],
    [34, 31.1],
    [34, 31],
  ];

  test('are read without recording: repaired, split by shape, within −180 and 180', async () => {
    const collection = {
      type: 'FeatureCollection',
      features: [
        feature({ type: 'Polygon', coordinates: [bowTie] }, { name: 'Bow' }),
        feature({
          type: 'GeometryCollection',
          geometries: [
            { type: 'Point', coordinates: [34, 31, 12] },
            {
              type: 'LineString',
              coordinates: [
                [34, 31],
                [34.1234567891, 31],
              ],
            },
          ],
        }),
      ],
    };
    const before = await ok<{ features: unknown[] }>(bench.call('GET', `${small.url}/map`));
    const read = await post<{ features: { name: string; shape: string; coordinates: unknown[]; positions: number }[]; told: string[] }>(
      'read',
      { name: 'lines.geojson', base64: base64(collection) },
      '',
    );
    expect(read.features.map(({ name, shape }) => `${name} ${shape}`)).toEqual(['Bow zone', 'lines 2 line', 'lines 2 place']);
    expect(read.features[0]?.coordinates).toHaveLength(2);
    expect(read.features[1]?.coordinates).toEqual([
      [
        [34, 31],
        [34.1234568, 31],
      ],
    ]);
    expect(read.told.join()).toMatch(/Bow was repaired: self-intersection near 34.05, 31.05/);
    expect((await ok<{ features: unknown[] }>(bench.call('GET', `${small.url}/map`))).features).toHaveLength(before.features.length);
    const across = { type: 'Polygon', coordinates: [ring(179.95, 10, 0.1)] };
    const wide = await post<{ features: { coordinates: number[][][][] }[] }>('read', { name: 'sea.geojson', base64: base64(across) }, '');
    for (const [longitude] of wide.features[0]?.coordinates.flat(2) ?? []) expect(Math.abs(longitude as number)).toBeLessThanOrEqual(180);
    // What is read is fit to be recorded as it is, and as large as the same box elsewhere.
    const box = { name: { en: 'Sea' }, shape: 'zone', coordinates: wide.features[0]?.coordinates };
    const sea = await addTo(bench, small.url, 'mapFeature', box, team);
    const land = await addTo(bench, small.url, 'mapFeature', { ...box, coordinates: [[ring(20, 10, 0.1)]] }, team);
    const { features } = await ok<{ features: { id: string; areaKm2: number; extent: number[] }[] }>(bench.call('GET', `${small.url}/map`));
    const [seaView, landView] = [sea, land].map((id) => features.find((one) => one.id === id));
    expect(seaView?.areaKm2).toBeCloseTo(landView?.areaKm2 as number, 6);
    expect(seaView?.extent.map((degrees) => Number(degrees.toFixed(6)))).toEqual([179.95, 10, 180.05, 10.1]);
    const { result } = await post<Compared>('compare', { maps: [map(sea)], groundIds: [] }, '');
    expect(result.maps[0]?.areaKm2.value).toBeCloseTo(landView?.areaKm2 as number, 5);
  });

  test('that this case wrote come back as they were', async () => {
    const body = {
      ...zone('Written', 34.3),
      name: { en: 'Written', ar: 'مكتوب' },
      version: 'fifth map',
      phase: 3,
      on: '2031-02',
      accuracyMeters: 2000,
      madeHow: 'from text',
      category: 'buffer',
      pCode: 'XX9',
      namedBy: 'Radio Delta',
      contested: true,
    };
    const id = await addTo(bench, small.url, 'mapFeature', body);
    for (const format of ['geojson', 'kml']) {
      const reply = await bench.app.inject({
        url: `${small.url}/map/export?format=${format}&ids=${id}`,
        headers: { host: `127.0.0.1:${PORT}`, authorization: `Bearer ${TOKEN}` },
      });
      const imported = await ok<{ ids: string[] }>(
        bench.call('POST', `${small.url}/map/import`, { name: `back.${format}`, base64: base64(reply.body) }),
      );
      const back = await ok<{ body: object }>(bench.call('GET', `${small.url}/mapFeature/${imported.ids[0]}`));
      expect(back.body, format).toMatchObject(body);
    }
  });

  test('are recorded with common fields, and with what they say themselves', async () => {
    const collection = {
      type: 'FeatureCollection',
      features: [
        feature({ type: 'Polygon', coordinates: [ring(34, 31, 0.1)] }, { name: 'North', accuracyMeters: 20, ADM2_PCODE: 'XX0101' }),
        feature({ type: 'Polygon', coordinates: [ring(34.2, 31, 0.1)] }, { name: 'South', phase: 2 }),
      ],
    };
    const fields = {
      partyId: small.north,
      version: 'fourth map',
      on: '2031-02',
      madeHow: 'official file',
      category: 'withdrawal',
      compartment: team,
    };
    const reply = await bench.call('POST', `${small.url}/map/import`, { name: 'a.geojson', base64: base64(collection), ...fields });
    expect(reply.status).toBe(201);
    const { ids: made, entries } = reply.body as { ids: string[]; entries: unknown[] };
    expect([made.length, entries.length]).toEqual([2, 2]);
    const { features } = await ok<{ features: { id: string }[] }>(bench.call('GET', `${small.url}/map`));
    expect(made.map((id) => features.find((one) => one.id === id))).toMatchObject([
      {
        name: { en: 'North' },
        accuracyMeters: 20,
        pCode: 'XX0101',
        partyId: small.north,
        version: 'fourth map',
        phase: null,
        compartment: team,
      },
      { name: { en: 'South' }, accuracyMeters: null, phase: 2, madeHow: 'official file', category: 'withdrawal', on: '2031-02' },
    ]);
    const bad = { name: 'a.geojson', base64: base64(collection), partyId: 'none' };
    expect(await refusal(bench.call('POST', `${small.url}/map/import`, bad))).toMatchObject({ status: 404 });
  });

  test('a population is recorded with its year', async () => {
    const csv = 'west,south,east,north,people\n34,31,34.1,31.1,12\n34.1,31,34.2,31.1,3\n';
    const fields = { year: 2017, beforeDisplacement: false, licence: 'CC BY 4.0' };
    const reply = await bench.call('POST', `${small.url}/map/population`, { name: 'people.csv', base64: base64(csv), ...fields });
    const { ids: made } = reply.body as { ids: string[] };
    const { populations } = await ok<{ populations: { id: string }[] }>(bench.call('GET', `${small.url}/map`));
    expect(populations.find(({ id }) => id === made[0])).toMatchObject({ people: 15, cells: 2, year: 2017, beforeDisplacement: false });
  });

  test('that are none are refused', async () => {
    const read = (name: string, text: string) => refusal(bench.call('POST', `${small.url}/map/read`, { name, base64: base64(text) }));
    expect(await read('empty.geojson', '')).toMatchObject({ status: 400, code: 'empty-map' });
    expect(await read('notes.txt', 'hello')).toMatchObject({ status: 400, code: 'unknown-format' });
    expect(await refusal(bench.call('POST', `${small.url}/map/read`, { name: 'a', base64: 'a' }))).toMatchObject({ status: 400 });
  });
});
