import type { PlanePath } from './projected.ts';
import { type MapWindow, piecesIn } from './window.ts';

/** A label that wants a place: what it belongs to, how wide and high it is, and how much it matters. */
export interface Wanted {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of two that meet the one that matters more stays. */
  readonly weight: number;
}

/** The labels that can stand without covering each other: those that matter more first, the others left out. */
export function placed(wanted: readonly Wanted[]): Wanted[] {
  const kept: Wanted[] = [];
  for (const one of wanted.toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))) {
    if (!kept.some((other) => meet(one, other))) kept.push(one);
  }
  return kept;
}

function meet(a: Wanted, b: Wanted): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;
}

/** Where the label of a zone stands in the drawing: well within the largest piece seen; `size` is that piece's area in pixels. */
export function placeInZone(window: MapWindow, paths: readonly PlanePath[]): { x: number; y: number; size: number } | null {
  let best: { ring: readonly number[]; size: number } | null = null;
  for (const path of paths) {
    const { minX, minY, maxX, maxY } = path.bounds;
    if (best !== null && (maxX - minX) * (maxY - minY) * window.scale ** 2 < best.size) continue;
    for (const ring of piecesIn(window, path)) {
      const size = Math.abs(areaAndCentre(ring).area);
      if (best === null || size > best.size) best = { ring, size };
    }
  }
  if (best === null || best.ring.length < 2) return null;
  const { area, x, y } = areaAndCentre(best.ring);
  if (Math.abs(area) < 1) return { x: best.ring[0] as number, y: best.ring[1] as number, size: best.size };
  // The centre of a crescent is outside of it; the middle of the widest stretch at its height is not.
  const rings = paths.flatMap((path) => piecesIn(window, path));
  return { ...(widestAt(rings, y, x) ?? { x, y }), size: best.size };
}

/** The middle vertex of the longest piece of a line that is seen. */
export function placeOnLine(window: MapWindow, paths: readonly PlanePath[]): { x: number; y: number; size: number } | null {
  const longest = paths.flatMap((path) => piecesIn(window, path)).reduce<readonly number[]>((a, b) => (b.length > a.length ? b : a), []);
  if (longest.length < 4) return null;
  const at = 2 * Math.floor(longest.length / 4);
  const [x, y] = [longest[at] as number, longest[at + 1] as number];
  // With two vertices the middle one would be an end.
  return longest.length === 4
    ? { x: ((longest[0] as number) + x) / 2, y: ((longest[1] as number) + y) / 2, size: 50 }
    : { x, y, size: longest.length };
}

function areaAndCentre(ring: readonly number[]): { area: number; x: number; y: number } {
  let [doubled, sumX, sumY] = [0, 0, 0];
  const [originX, originY] = [ring[0] ?? 0, ring[1] ?? 0];
  for (let at = 0; at < ring.length; at += 2) {
    const next = at + 2 < ring.length ? at + 2 : 0;
    const [ax, ay] = [(ring[at] as number) - originX, (ring[at + 1] as number) - originY];
    const [bx, by] = [(ring[next] as number) - originX, (ring[next + 1] as number) - originY];
    const cross = ax * by - bx * ay;
    doubled += cross;
    sumX += (ax + bx) * cross;
    sumY += (ay + by) * cross;
  }
  if (doubled === 0) return { area: 0, x: originX, y: originY };
  return { area: doubled / 2, x: originX + sumX / (3 * doubled), y: originY + sumY / (3 * doubled) };
}

/** The stretch of the rings' inside at a height that holds x, if it is not narrow; else the widest. */
function widestAt(rings: readonly (readonly number[])[], y: number, x: number): { x: number; y: number } | null {
  const crossings: number[] = [];
  for (const ring of rings) {
    for (let at = 0; at < ring.length; at += 2) {
      const next = at + 2 < ring.length ? at + 2 : 0;
      const [ay, by] = [ring[at + 1] as number, ring[next + 1] as number];
      if (ay > y === by > y) continue;
      const ax = ring[at] as number;
      crossings.push(ax + (((ring[next] as number) - ax) * (y - ay)) / (by - ay));
    }
  }
  crossings.sort((a, b) => a - b);
  let widest: [number, number] | null = null;
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [from, to] = [crossings[at] as number, crossings[at + 1] as number];
    if (x > from + 20 && x < to - 20) return { x, y };
    if (widest === null || to - from > widest[1] - widest[0]) widest = [from, to];
  }
  return widest === null ? null : { x: (widest[0] + widest[1]) / 2, y };
}
