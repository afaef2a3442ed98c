/**
 * How fast maps are overlaid and lines compared, beside turf, polyclip-ts and native GEOS on the same two zones: rough coasts
 * of 1,000 to 100,000 corners, seeded, that share half of their border, as two claims to one district do. Medians of a few
 * runs in time of the processor, after some that count for nothing: WebAssembly is compiled twice, the second time while it runs.
 */
import { areaKm2, type GeosModule, geosOverlay, lineShift } from '@parley/terrain';
import initGeos from 'geos-wasm';
import { nativeIntersection } from './_native-geos.ts';

type Place = [number, number];
type Zone = Place[][][];

/** The grid that the overlay has by default. */
const GRID_DEGREES = 1e-7;
/** As many corners are overlaid before the clock runs. */
const WARM_CORNERS = 100_000;

export async function run(): Promise<Record<string, number | string>> {
  const geos = await initGeos({ errorHandler: () => undefined, noticeHandler: () => undefined });
  const overlay = geosOverlay(geos as unknown as GeosModule);
  const { intersect, featureCollection, multiPolygon } = await import('@turf/turf');
  const { intersection } = await import('polyclip-ts');
  const figures: Record<string, number | string> = {};
  for (const corners of [1_000, 10_000, 100_000]) {
    const [first, second] = neighbours(corners);
    const runs = corners > 50_000 ? 3 : 7;
    const features = featureCollection([multiPolygon(first), multiPolygon(second)]);
    const cold = performance.now();
    overlay.overlap(first, second);
    if (corners === 1_000) figures['the very first overlap of 1000 corners, ms'] = Math.round(performance.now() - cold);
    for (let turn = 0; turn < WARM_CORNERS / corners; turn++) overlay.overlap(first, second);
    const ours = median(runs, () => overlay.overlap(first, second));
    const native = nativeIntersection(first, second, GRID_DEGREES, runs);
    const turf = median(Math.min(runs, 3), () => intersect(features));
    const polyclip = median(Math.min(runs, 3), () => intersection(first, second));
    const turfKm2 = areaKm2(zoneOf(turf.result?.geometry));
    figures[`overlap of ${corners} corners, ms`] = ours.ms;
    figures[`the same by turf, ms`.concat(` (${corners})`)] = turf.ms;
    figures[`the same by polyclip-ts, ms (${corners})`] = polyclip.ms;
    if (typeof native === 'string') figures[`native GEOS (${corners})`] = native;
    else {
      figures[`the same by native GEOS ${native.geos}, ms (${corners})`] = Math.round(10 * native.wholeMs) / 10;
      figures[`native, operation alone, ms (${corners})`] = Math.round(10 * native.aloneMs) / 10;
      figures[`ours / native (${corners})`] = Math.round((100 * ours.ms) / native.wholeMs) / 100;
    }
    figures[`turf / ours (${corners})`] = Math.round((10 * turf.ms) / ours.ms) / 10;
    figures[`area, ours against turf's, parts in a million (${corners})`] = Math.round(1e6 * Math.abs(areaKm2(ours.result) / turfKm2 - 1));
  }
  const [first, second] = neighbours(10_000);
  const lines = [first, second].map((zone) => zone[0] ?? []) as [Place[][], Place[][]];
  figures['line shift of 10,000 corners each, every corner, ms'] = median(5, () => lineShift(lines[0], lines[1], { stepMeters: 1000 })).ms;
  figures['line shift of 10,000 corners each, every 50 m, ms'] = median(3, () => lineShift(lines[0], lines[1])).ms;
  return figures;
}

function zoneOf(geometry: { type: string; coordinates: unknown } | undefined): Zone {
  if (geometry === undefined) return [];
  return (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates) as Zone;
}

/** Two zones of so many corners each whose southern halves are the same, and whose northern ones differ by a kilometre or so. */
function neighbours(corners: number): [Zone, Zone] {
  const ring = (shift: number): Place[] => {
    const random = seeded(20251019);
    const rough = Array.from({ length: corners }, () => random() - 0.5);
    const places = rough.map((wobble, at): Place => {
      const angle = (2 * Math.PI * at) / corners;
      const north = Math.max(0, Math.sin(angle));
      const radius = 0.3 + 0.03 * Math.sin(5 * angle) + (0.2 / corners) * wobble + shift * north * Math.sin(23 * angle);
      return [34.4 + radius * Math.cos(angle), 31.4 + radius * Math.sin(angle)];
    });
    return [...places, places[0] as Place];
  };
  return [[[ring(0)]], [[ring(0.01)]]];
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Of the processor, in this thread: what else the machine does bears less on it. */
function median<T>(runs: number, work: () => T): { ms: number; result: T } {
  let result = work();
  const times = Array.from({ length: runs }, () => {
    const start = process.threadCpuUsage();
    result = work();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return { ms: Math.round(10 * (times[Math.floor(runs / 2)] as number)) / 10, result };
}
