import { UserError } from '@parley/model';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { areaKm2 } from '../area.ts';
import { overlay } from '../ready-overlay.test-support.ts';
import { readMapFile } from './read-map-file.ts';
import { clockwise, shpOf, zipOf } from './shapefile-bytes.test-support.ts';
import { zoneOfFile } from './zone-of-file.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, name = 'map') => readMapFile(bytes(text), name);
const RING = clockwise(34, 31, 0.1);
const SPACED = RING.map((place) => place.join(',')).join(' ');
const kml = (...placemarks: string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>${placemarks.join('')}</Document></kml>`;
const square = (name: string, coordinates = SPACED): string =>
  `<Placemark><name>${name}</name><Polygon><outerBoundaryIs><LinearRing><coordinates>${coordinates}</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark>`;
const GEOJSON = JSON.stringify({ type: 'Feature', properties: { name: 'a' }, geometry: { type: 'Polygon', coordinates: [RING] } });
const TOPOJSON = JSON.stringify({
  objects: { zones: { type: 'Polygon', arcs: [[0]], properties: { name: 'a' } } },
  arcs: [RING],
  type: 'Topology',
});
const GPX = '<gpx version="1.1"><wpt lon="34.5" lat="31.5"><name>a</name><ele>12</ele></wpt></gpx>';
const WKT = `POLYGON ((${RING.map((place) => place.join(' ')).join(', ')}))`;

async function refusal(read: Promise<unknown>): Promise<UserError> {
  const error: unknown = await read.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw error;
  expect(error.cure).not.toBe('');
  return error;
}

describe('a map file', () => {
  it.each([
    ['GeoJSON', GEOJSON],
    ['TopoJSON', TOPOJSON],
    ['KML', kml(square('a'))],
    ['WKT', WKT],
  ])('is known by what is in it, whatever its name says: %s', async (_, text) => {
    for (const name of ['map', 'map.geojson', 'map.kml', 'map.wkt', 'map.zip']) {
      const { features } = await read(text, name);
      expect(features[0]?.zone).toEqual([[RING]]);
    }
    const packed = await readMapFile(zipOf({ 'in/map.json': text }), 'map.zip');
    expect(packed.features[0]?.zone).toEqual([[RING]]);
  });

  it('may begin with a byte order mark, be UTF-16, or in the encoding that it declares', async () => {
    const arabic = kml(square('غزة'));
    const utf16 = (text: string, little: boolean): Uint8Array => {
      const view = new DataView(new ArrayBuffer(2 * text.length));
      for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), little);
      return new Uint8Array(view.buffer);
    };
    const utf16Kml = arabic.replace('UTF-8', 'UTF-16');
    const latin = kml(square('Québec')).replace('UTF-8', 'ISO-8859-1');
    const page = Uint8Array.from(latin, (letter) => letter.charCodeAt(0));
    for (const [file, name] of [
      [bytes(`\uFEFF${arabic}`), 'غزة'],
      [utf16(`\uFEFF${utf16Kml}`, true), 'غزة'],
      [utf16(`\uFEFF${utf16Kml}`, false), 'غزة'],
      [utf16(utf16Kml, true), 'غزة'],
      [utf16(utf16Kml, false), 'غزة'],
      [bytes(utf16Kml), 'غزة'],
      [page, 'Québec'],
    ] as const)
      expect((await readMapFile(file, 'map.kml')).features[0]?.name).toBe(name);
    for (const text of [GEOJSON, TOPOJSON, WKT, GPX]) expect((await read(`\uFEFF${text}`)).features).toHaveLength(1);
  });

  it.each([
    ['an empty file', '', 'empty-map'],
    ['blanks', ' \n\t', 'empty-map'],
    ['a web page', '<!DOCTYPE html><html><body>not found</body></html>', 'unknown-format'],
    ['GML', '<wfs:FeatureCollection xmlns:wfs="x"></wfs:FeatureCollection>', 'unknown-format'],
    ['a letter', 'Dear all, please find attached our map.', 'unknown-format'],
    ['a PDF', '%PDF-1.7', 'unknown-format'],
    ['a GeoPackage', 'SQLite format 3\0', 'unknown-format'],
    ['a GeoTIFF', 'II*\0', 'unknown-format'],
    ['an archive without a map', 'PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0', 'unknown-format'],
  ])('is refused where it is %s', async (_, text, code) => {
    for (const name of ['map.kml', 'map.geojson', 'map']) expect((await refusal(read(text, name))).code).toBe(code);
  });

  it.each(['zone.dbf', 'zone.shx', 'ZONE.PRJ'])('is refused where it is but a part of a Shapefile: %s', async (name) => {
    expect((await refusal(read('GEOGCS["GCS_WGS_1984"]', name))).cure).toMatch(/into one ZIP archive/);
  });

  it('in an archive with others is read, and what is not is told', async () => {
    const both = zipOf({ 'z.shp': shpOf([{ type: 5, parts: [RING] }]), 'z.kml': kml(square('a')) });
    expect((await readMapFile(both, 'map.zip')).told[0]).toBe('its Shapefiles were read, and not z.kml');
    expect((await refusal(readMapFile(zipOf({ 'a.json': GEOJSON, 'b.json': GEOJSON }), 'map.zip'))).message).toBe(
      'map.zip has 2 maps in it: a.json, b.json',
    );
    expect((await refusal(readMapFile(zipOf({ 'a.png': 'x' }), 'map.zip'))).message).toBe('map.zip has no map in it');
  });

  it.each([
    [{ NAME: 'a', title: 'b' }, 'a'],
    [{ adm0_name: 'State', adm1_name: 'North', ADM2_EN: 'Haven', adm2_pcode: 'X0101' }, 'Haven'],
    [{ NAME_1: 'North', NAME_2: 'Haven' }, 'Haven'],
    [{ name: ' ', shapeName: 'Haven' }, 'Haven'],
    [{ name: 7, note: 'Haven' }, null],
  ])('calls a feature by its properties: %j', async (properties, name) => {
    const { features } = await read(JSON.stringify({ type: 'Feature', properties, geometry: { type: 'Point', coordinates: [34, 31] } }));
    expect(features[0]?.name).toBe(name);
  });

  it('is refused where its bytes are no text', async () => {
    expect((await refusal(readMapFile(Uint8Array.of(0x7b, 0xff, 0xfe, 0xfd), 'map.json'))).code).toBe('unknown-format');
  });

  it('is refused above 100 MB, before anything of it is read', async () => {
    const error = await refusal(readMapFile(new Uint8Array(200 * 1024 * 1024), 'map.geojson'));
    expect([error.code, error.message]).toEqual(['tooLarge', 'map.geojson has 200 MB, and the limit is 100 MB']);
  });

  it('is refused wherever it is cut off', async () => {
    const kmz = zipOf({ 'doc.kml': kml(square('a'), square('b')) });
    for (const part of [0.2, 0.5, 0.8, 0.95]) {
      for (const text of [GEOJSON, TOPOJSON, kml(square('a')), WKT, GPX])
        expect((await refusal(read(text.slice(0, part * text.length)))).code).toMatch(/^(broken-file|unknown-format)$/);
      expect((await refusal(readMapFile(kmz.subarray(0, part * kmz.length), 'map.kmz'))).code).toBe('broken-file');
    }
  });

  it.each([
    ['GeoJSON', '{"type":"LineString","coordinates":[[34,31],[null,31]]}'],
    ['TopoJSON', '{"type":"Topology","objects":{"a":{"type":"LineString","arcs":[0]}},"arcs":[[[34,31],[34,"x"]]]}'],
    ['KML', kml('<Placemark><LineString><coordinates>34,31 NaN,31</coordinates></LineString></Placemark>')],
    ['KML by a comma for a full stop', kml('<Placemark><Point><coordinates>34,5,31,5</coordinates></Point></Placemark>')],
    ['KML tracks', kml('<Placemark><gx:Track><gx:coord>34 31 0</gx:coord><gx:coord>a b 0</gx:coord></gx:Track></Placemark>')],
    ['GPX', '<gpx><wpt lon="" lat="31"/></gpx>'],
    ['WKT', 'LINESTRING (34 31, NaN 31)'],
  ])('is refused with places that are no numbers: %s', async (_, text) => {
    expect((await refusal(read(text))).code).toBe('invalid-position');
  });

  it.each([
    ['GeoJSON', '{"type":"Point","coordinates":[34,131]}', 'swapped-coordinates'],
    ['KML', kml('<Placemark><Point><coordinates>31,134</coordinates></Point></Placemark>'), 'swapped-coordinates'],
    ['WKT', 'POINT (31 134)', 'swapped-coordinates'],
    ['WKT in metres', 'POINT (683000 3480000)', 'unknown-projection'],
    ['EWKT by a number that is not known', 'SRID=99999;POINT (683000 3480000)', 'unknown-projection'],
    ['GPX', '<gpx><wpt lon="31" lat="134"/></gpx>', 'swapped-coordinates'],
  ])('is refused where its places cannot be longitude and latitude: %s', async (_, text, code) => {
    expect((await refusal(read(text))).code).toBe(code);
  });

  it.each([
    ['GeoJSON', '{"type":"LineString","coordinates":[[34,31,120],[34.1,31,120]]}'],
    ['KML', kml('<Placemark><LineString><coordinates>34,31,120 34.1,31,120</coordinates></LineString></Placemark>')],
    ['GPX', '<gpx><rte><rtept lon="34" lat="31"><ele>120</ele></rtept><rtept lon="34.1" lat="31"><ele>120</ele></rtept></rte></gpx>'],
    ['WKT', 'LINESTRING Z (34 31 120, 34.1 31 120)'],
    ['WKT without a letter', 'LINESTRING (34 31 120, 34.1 31 120)'],
    ['EWKT', 'SRID=4326;LINESTRINGZM(34 31 120 7, 34.1 31 120 8)'],
  ])('may have heights, which are passed over, and that is told: %s', async (_, text) => {
    const { features, told } = await read(text);
    expect(features[0]?.lines).toEqual([
      [
        [34, 31],
        [34.1, 31],
      ],
    ]);
    expect(told).toEqual(['heights are passed over']);
  });

  it('is repaired and told in whatever format: a bow-tie, an open ring, a hole outside, the antimeridian', async () => {
    const told = async (text: string): Promise<string> => {
      const file = await read(text);
      return [...file.told, ...zoneOfFile(overlay, file).told].join('; ');
    };
    const asKml = (shell: string, hole = ''): string =>
      kml(
        `<Placemark><Polygon><outerBoundaryIs><LinearRing><coordinates>${shell}</coordinates></LinearRing></outerBoundaryIs>${
          hole === '' ? '' : `<innerBoundaryIs><LinearRing><coordinates>${hole}</coordinates></LinearRing></innerBoundaryIs>`
        }</Polygon></Placemark>`,
      );
    const asWkt = (shell: string, hole = ''): string => {
      const ring = (places: string): string => `(${places.replaceAll(',', ';').replaceAll(' ', ',').replaceAll(';', ' ')})`;
      return `POLYGON (${ring(shell)}${hole === '' ? '' : `,${ring(hole)}`})`;
    };
    for (const as of [asKml, asWkt]) {
      expect(await told(as('34,31 34.1,31.1 34.1,31 34,31.1 34,31'))).toMatch(/repaired: self-intersection near 34.05, 31.05/);
      expect(await told(as('34,31 34.1,31 34.1,31.1 34,31.1'))).toBe('1 ring was not closed and has been');
      expect(await told(as(SPACED, '35,32 35.1,32 35.1,32.1 35,32'))).toMatch(/hole lies outside shell/);
      expect(await told(as('179.9,-17 -179.9,-17 -179.9,-16.9 179.9,-16.9 179.9,-17'))).toBe('1 ring or line crosses the antimeridian');
    }
  });
});

describe('KML and KMZ', () => {
  it('gives names, folders, dates and data of a placemark', async () => {
    const { features } = await read(
      kml(
        `<Folder><name>Phase 1</name><Folder>${square('north').replace(
          '</name>',
          '</name><description><![CDATA[<b>drawn</b> & signed]]></description><TimeSpan><begin>2025-10-10</begin></TimeSpan>' +
            '<ExtendedData><Data name="accuracyMeters"><value>200</value></Data><SchemaData><SimpleData name="source">A &amp; B &#x1F4CD;</SimpleData></SchemaData></ExtendedData>',
        )}</Folder></Folder><Folder>${square('south')}</Folder>`,
      ),
    );
    expect(features.map(({ properties }) => properties)).toEqual([
      {
        name: 'north',
        folder: 'Phase 1',
        description: '<b>drawn</b> & signed',
        begin: '2025-10-10',
        accuracyMeters: '200',
        source: 'A & B 📍',
      },
      { name: 'south' },
    ]);
    expect(features[0]?.zone).toEqual([[RING]]);
  });

  it('shows places, lines, tracks and collections of them, and bears blanks after commas', async () => {
    const { features, told } = await read(
      kml(
        '<Placemark><Point><coordinates> 34.5, 31.5, 0 </coordinates></Point></Placemark>',
        '<Placemark><gx:MultiTrack><gx:Track><when>2025</when><gx:coord>34 31 0</gx:coord><gx:coord>34.1 31 0</gx:coord></gx:Track><gx:Track><gx:coord>35 31 0</gx:coord><gx:coord>35.1 31 0</gx:coord></gx:Track></gx:MultiTrack></Placemark>',
        '<Placemark><MultiGeometry><Point><coordinates>34,31</coordinates></Point><MultiGeometry><LineString><coordinates>34,31\n34.1,31\n34.2,31</coordinates></LineString></MultiGeometry></MultiGeometry></Placemark>',
      ),
    );
    expect(features.map(({ places, lines }) => [places.length, lines.map(({ length }) => length)])).toEqual([
      [1, []],
      [0, [2, 2]],
      [1, [3]],
    ]);
    expect(features[0]?.places).toEqual([[34.5, 31.5]]);
    expect(told).toEqual([]);
  });

  it('tells what is left out', async () => {
    const { told } = await read(
      kml(
        square('a'),
        '<Placemark><name>nowhere</name></Placemark>',
        '<GroundOverlay><name>scan</name></GroundOverlay><NetworkLink><Link><href>http://example.org/live.kml</href></Link></NetworkLink>',
        '<Placemark><Model id="m"/></Placemark>',
      ),
    );
    expect(told).toEqual([
      '1 picture(s) laid on the ground left out',
      '1 link(s) to other files left out',
      '1 model(s) left out',
      '2 features have no geometry and were left out',
    ]);
  });

  it('takes the main file of a KMZ', async () => {
    const file = await readMapFile(
      zipOf({ 'files/more.kml': kml(square('more')), 'doc.kml': kml(square('main')), 'files/a.png': 'x' }),
      'map.kmz',
    );
    expect(file.features.map(({ name }) => name)).toEqual(['main']);
    expect(file.told).toEqual(['doc.kml in it was read, and not files/more.kml']);
  });

  it.each([
    ['tags that do not fit', '<kml><Document></Folder></kml>'],
    ['a tag that is not closed', '<kml><Document>'],
    ['a tag too many', '<kml></kml></kml>'],
    ['a comment without an end', '<kml><!-- </kml>'],
    ['depth without an end', `<kml>${'<Folder>'.repeat(100_000)}`],
  ])('is refused with %s', async (_, text) => {
    expect((await refusal(read(text))).code).toBe('broken-file');
  });
});

describe('a hostile file', () => {
  it('that declares entities is refused, and none is expanded or fetched', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "ha">${Array.from({ length: 30 }, (_, at) => `<!ENTITY ${'b'.repeat(at + 1)} "&a;&a;&a;&a;">`).join('')}]><kml>&bbb;</kml>`;
    const outside = '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]><kml><Placemark><name>&x;</name></Placemark></kml>';
    for (const text of [laughs, outside])
      expect((await refusal(read(text))).message).toBe('map declares entities of its own, which are not read');
    const named = await read(kml(square('a &x; &nbsp; b')));
    expect(named.features[0]?.name).toBe('a &x; &nbsp; b');
  });

  it('that says that it unpacks to more than 200 MB is refused before it is', async () => {
    const bomb = zipOf({ 'doc.kml': 'x'.repeat(1000) });
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    const entry = bomb.findLastIndex((_, at) => at + 4 <= bomb.length && view.getUint32(at, true) === 0x02014b50);
    view.setUint32(entry + 24, 0xf0000000, true);
    expect((await refusal(readMapFile(bomb, 'map.kmz'))).code).toBe('tooLarge');
  });

  it('that unpacks to more than it says is not read beyond that', async () => {
    const content = bytes(kml(square('a')) + ' '.repeat(10_000_000));
    const packed = deflateSync(content);
    const said = 1000;
    // Head, packed file, directory and its end, by hand: the size that is said is not the one that is.
    const name = bytes('doc.kml');
    const zip = new Uint8Array(30 + name.length + packed.length + 46 + name.length + 22);
    const view = new DataView(zip.buffer);
    view.setUint32(0, 0x04034b50, true);
    view.setUint16(8, 8, true);
    view.setUint32(18, packed.length, true);
    view.setUint32(22, said, true);
    view.setUint16(26, name.length, true);
    zip.set(name, 30);
    zip.set(packed, 30 + name.length);
    const directory = 30 + name.length + packed.length;
    view.setUint32(directory, 0x02014b50, true);
    view.setUint16(directory + 10, 8, true);
    view.setUint32(directory + 20, packed.length, true);
    view.setUint32(directory + 24, said, true);
    view.setUint16(directory + 28, name.length, true);
    zip.set(name, directory + 46);
    const end = directory + 46 + name.length;
    view.setUint32(end, 0x06054b50, true);
    view.setUint16(end + 8, 1, true);
    view.setUint16(end + 10, 1, true);
    view.setUint32(end + 12, 46 + name.length, true);
    view.setUint32(end + 16, directory, true);
    await readMapFile(zip, 'map.kmz').then(
      (file) => expect(file.features.map((feature) => feature.name)).toEqual(['a']),
      (error: unknown) => expect(error).toBeInstanceOf(UserError),
    );
  });

  it('with collections in collections without end is refused', async () => {
    const wkt = `${'GEOMETRYCOLLECTION('.repeat(100_000)}POINT(1 2)${')'.repeat(100_000)}`;
    const json = `${'{"type":"GeometryCollection","geometries":['.repeat(1000)}${']}'.repeat(1000)}`;
    expect((await refusal(read(wkt))).code).toBe('broken-file');
    expect((await refusal(read(json))).code).toBe('unknown-format');
  });

  it('with a million places in one ring is read', async () => {
    const thousand = Array.from({ length: 1000 }, (_, at) => `${34 + at / 10_000},31.${at % 7}`).join(' ');
    const { features } = await read(kml(square('a', `${`${thousand} `.repeat(1000)}34,31`)));
    expect(features[0]?.zone[0]?.[0]).toHaveLength(1_000_001);
  }, 60_000);
});

describe('WKT, GPX and TopoJSON', () => {
  it('reads geometries one after another, each in its own coordinates', async () => {
    const { features, told } = await read(
      'SRID=4326;POINT(34.5 31.5);\nSRID=28191; POINT (100000 100000)\nSRID=28191;POINT(172000 132000)\n\nMULTIPOINT((34 31),(35 31))\nMULTIPOINT(34 31, 35 31, 36 31)\npolygon empty\nPOINT M (34.7 31.7 5)',
    );
    expect(features.map(({ places }) => places.length)).toEqual([1, 1, 1, 2, 3, 0, 1]);
    expect(features[1]?.places[0]?.[0]).toBeCloseTo(34.47343326, 7);
    expect(told).toEqual(['coordinates are brought from EPSG:28191 to WGS 84', '1 feature has no geometry and was left out']);
  });

  it('reads a collection with holes and parts', async () => {
    const { features } = await read(
      `GEOMETRYCOLLECTION (MULTIPOLYGON (((0 0,4 0,4 4,0 4,0 0),(1 1,2 1,2 2,1 1)),((5 5,6 5,6 6,5 5))),\tLINESTRING(0 0,\n1 1))`,
    );
    expect(features[0]?.zone.map((polygon) => polygon.map((ring) => ring.length))).toEqual([[5, 4], [4]]);
    expect(features[0]?.lines).toHaveLength(1);
  });

  it.each(['POLYGON ((34 31, 34.1 31', 'POLYGON (34 31, 34.1 31)', 'CIRCULARSTRING (0 0, 1 1, 2 0)', 'POINT (1)', 'POINT (1 2) and more'])(
    'refuses %s',
    async (text) => {
      expect((await refusal(read(text))).code).toBe('broken-file');
    },
  );

  it('reads waypoints, routes and the parts of a track', async () => {
    const point = (kind: string, lon: number): string => `<${kind} lon="${lon}" lat="31"/>`;
    const { features } = await read(
      `<?xml version="1.0"?><gpx><metadata><name>survey</name></metadata><wpt lon='34.5' lat='31.5'><name>marker 7</name></wpt><rte><name>road</name>${point('rtept', 34)}${point('rtept', 35)}</rte>` +
        `<trk><trkseg>${point('trkpt', 34)}${point('trkpt', 34.1)}</trkseg><trkseg>${point('trkpt', 35)}${point('trkpt', 35.1)}</trkseg></trk></gpx>`,
    );
    expect(features.map(({ name, places, lines, properties }) => [name, properties.kind, places.length, lines.length])).toEqual([
      ['marker 7', 'waypoint', 1, 0],
      ['road', 'route', 0, 1],
      [null, 'track', 0, 2],
    ]);
  });

  it('reads quantised arcs of several objects', async () => {
    const topology = {
      type: 'Topology',
      transform: { scale: [0.001, 0.001], translate: [34, 31] },
      objects: {
        west: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0, 1]], properties: { name: 'W' } }] },
        east: { type: 'Polygon', arcs: [[-1, 2]] },
      },
      arcs: [
        [
          [100, 0],
          [0, 100],
        ],
        [
          [100, 100],
          [-100, 0],
          [0, -100],
          [100, 0],
        ],
        [
          [100, 0],
          [100, 0],
          [0, 100],
          [-100, 0],
        ],
      ],
    };
    const { features, told } = await read(JSON.stringify(topology));
    expect(told).toEqual(['2 layers were read: west, east']);
    expect(features.map(({ name, properties }) => [name, properties.layer])).toEqual([
      ['W', 'west'],
      [null, 'east'],
    ]);
    for (const { zone } of features) expect(Math.abs(areaKm2(zone) - areaKm2([[RING]]))).toBeLessThan(0.2);
    const missing = { ...topology, arcs: topology.arcs.slice(0, 1) };
    expect((await refusal(read(JSON.stringify(missing)))).code).toBe('broken-file');
  });

  it('reads a .shp by itself', async () => {
    expect((await readMapFile(shpOf([{ type: 5, parts: [RING] }]), 'zone.shp')).features[0]?.zone).toEqual([[RING]]);
  });
});
