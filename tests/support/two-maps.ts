import type { Page } from 'playwright-core';

/** Maps of an invented plain, in longitude and latitude: two parties draw a zone each, and there is something on the ground. */
type Position = readonly [number, number];

/** A file as North hands it over: its zone in two phases. */
export const NORTHERN_FILE = collection([
  zone('Northern zone, west', [20, 10, 20.1, 10.1]),
  zone('Northern zone, east', [20.1, 10, 20.2, 10.1]),
]);

/** South's: its zone has 60 of 100 parts in common with that of North. */
export const SOUTHERN_FILE = collection([zone('Southern zone', [20.05, 10.02, 20.25, 10.12])]);

/** A crossing 55 m off the eastern border of North's, a camp that this border cuts. */
const ON_THE_GROUND = [
  { name: { en: 'Reed crossing' }, shape: 'place', category: 'crossing', coordinates: [[20.2005, 10.05]] },
  { name: { en: 'Camp Alder' }, shape: 'zone', category: 'camp', coordinates: box(20.19, 10.06, 20.21, 10.08) },
  {
    name: { en: 'Plain road' },
    shape: 'line',
    category: 'road',
    coordinates: [
      [
        [19.9, 10.05],
        [20.3, 10.05],
      ],
    ],
  },
];

/** People counted in two cells, the eastern of which no map reaches whole. */
export const POPULATION_TABLE = 'west,south,east,north,people\n20,10,20.1,10.1,4000\n20.1,10,20.3,10.1,8000\n';

/** Records what is on the ground in the first case that is served. */
export async function addGround({ request }: Page, url: string): Promise<void> {
  const headers = { Origin: url };
  const [{ caseId }] = (await (await request.get(`${url}/api/cases`)).json()) as [{ caseId: string }];
  const post = async (path: string, data: object): Promise<void> => {
    const answer = await request.post(`${url}/api/cases/${caseId}/${path}`, { data, headers });
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  };
  for (const body of ON_THE_GROUND) await post('mapFeature', { body: { ...body, evidence: [] } });
}

function zone(name: string, extent: readonly [number, number, number, number]) {
  return { type: 'Feature', properties: { name }, geometry: { type: 'MultiPolygon', coordinates: box(...extent) } };
}

function collection(features: readonly object[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

function box(west: number, south: number, east: number, north: number): Position[][][] {
  return [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
}
