/** Reads the base map and brings it to a plane, out of the way of what the page does. */
import { geoStream } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { BaseRequest } from './base-plan.ts';
import { type Plane, planeOf } from './plane.ts';
import type { Position } from './position.ts';
import { directly, linePaths, type PlanePath, pathOf, streamed } from './projected.ts';
import { unwrapped } from './unwrapped.ts';

/** Coasts as closed paths, borders as open ones. */
export interface BaseMap {
  readonly land: readonly PlanePath[];
  readonly borders: readonly PlanePath[];
}

export type BaseAnswer = { readonly base: BaseMap } | { readonly fault: string };

const topologies = new Map<string, Promise<TopoJSON.Topology>>();

self.addEventListener('message', async ({ data, ports: [reply] }: MessageEvent<BaseRequest>) => {
  try {
    reply?.postMessage({ base: await baseMap(data) } satisfies BaseAnswer);
  } catch (error) {
    reply?.postMessage({ fault: error instanceof Error ? error.message : String(error) } satisfies BaseAnswer);
  }
});

async function baseMap({ url, spec }: BaseRequest): Promise<BaseMap> {
  const topology = await topologyAt(url);
  const { land, countries } = topology.objects as { land: TopoJSON.GeometryCollection; countries: TopoJSON.GeometryCollection };
  const plane = planeOf(spec);
  const polygons = feature(topology, land).features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [],
  );
  const borders = mesh(topology, countries, (a, b) => a !== b).coordinates;
  return {
    land: polygons.flatMap((polygon) => landPaths(plane, polygon as unknown as [number, number][][])),
    borders: linePaths(plane, borders as unknown as Position[][]),
  };
}

/** Rings as the atlas has them: without cuts, and wound as d3 takes them. */
function landPaths(plane: Plane, polygon: [number, number][][]): PlanePath[] {
  const direct = polygon.map((ring) => (plane.spec.kind === 'world' && unwrapped(ring) !== ring ? 'some' : directly(plane, ring)));
  if (direct.includes('some')) return streamed(plane, (stream) => geoStream({ type: 'Polygon', coordinates: polygon }, stream));
  // No land goes around all that is shown.
  return direct.flatMap((points) => (typeof points === 'string' ? [] : [pathOf(points, true)]));
}

function topologyAt(url: string): Promise<TopoJSON.Topology> {
  let topology = topologies.get(url);
  if (topology === undefined) {
    topology = fetch(url).then(async (answer) => {
      if (!answer.ok) throw new Error(`the base map answered with status ${answer.status}`);
      return (await answer.json()) as TopoJSON.Topology;
    });
    topologies.set(url, topology);
    // What failed is tried again when next asked for.
    topology.catch(() => topologies.delete(url));
  }
  return topology;
}
