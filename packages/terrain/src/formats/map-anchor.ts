import type { SheetPoint } from './sheet-plane.ts';

/** A feature as it is drawn: the rings of its zone, its lines and its places. */
export interface DrawnParts {
  readonly rings: readonly (readonly SheetPoint[])[];
  readonly lines: readonly (readonly SheetPoint[])[];
  readonly places: readonly SheetPoint[];
}

/** Where a feature can be named, the best first: within a zone, along the longest line, or at the first place. */
export function anchorsOf({ rings, lines, places }: DrawnParts): SheetPoint[] {
  const [place] = places;
  if (place !== undefined) return [place];
  return lines.length > 0 ? alongLongest(lines) : insideOf(rings);
}

function alongLongest(lines: readonly (readonly SheetPoint[])[]): SheetPoint[] {
  const lengths = lines.map(lengthOf);
  const longest = lines[lengths.indexOf(Math.max(...lengths))] ?? [];
  return [0.5, 0.35, 0.65, 0.2, 0.8].map((share) => pointAlong(longest, share * lengthOf(longest))).filter((point) => point !== null);
}

function pointAlong(line: readonly SheetPoint[], distance: number): SheetPoint | null {
  let left = distance;
  for (let at = 1; at < line.length; at++) {
    const [[x, y], [toX, toY]] = [line[at - 1], line[at]] as [SheetPoint, SheetPoint];
    const length = Math.hypot(toX - x, toY - y);
    if (length >= left && length > 0) return [x + ((toX - x) * left) / length, y + ((toY - y) * left) / length];
    left -= length;
  }
  return line[0] ?? null;
}

function lengthOf(line: readonly SheetPoint[]): number {
  let length = 0;
  for (let at = 1; at < line.length; at++) {
    const [[x, y], [toX, toY]] = [line[at - 1], line[at]] as [SheetPoint, SheetPoint];
    length += Math.hypot(toX - x, toY - y);
  }
  return length;
}

/** The middle of each piece inside on level lines through the ring that encloses most; the widest first, so that one comes as good as the middle. */
function insideOf(rings: readonly (readonly SheetPoint[])[]): SheetPoint[] {
  const boxes = rings.map((ring) => boxOf(ring));
  const sizes = boxes.map(({ left, top, right, bottom }) => (right - left) * (bottom - top));
  const box = boxes[sizes.indexOf(Math.max(...sizes))];
  if (box === undefined) return [];
  const pieces = LEVELS.flatMap((share, at) => {
    const y = box.top + (box.bottom - box.top) * share;
    const crossings = rings.flatMap((ring) => crossingsAt(ring, y)).sort((a, b) => a - b);
    return crossings.flatMap((left, from) => {
      const right = crossings[from + 1];
      if (from % 2 === 1 || right === undefined) return [];
      // A little wider is no better than a little nearer to the middle.
      return [{ point: [(left + right) / 2, y] as SheetPoint, worth: (right - left) * 0.85 ** at }];
    });
  });
  const [first] = rings[0] ?? [];
  const points = pieces.sort((a, b) => b.worth - a.worth).map(({ point }) => point);
  return points.length > 0 || first === undefined ? points : [first];
}

/** Shares of the height. */
const LEVELS = [0.5, 0.42, 0.58, 0.33, 0.67, 0.22, 0.78];

function crossingsAt(ring: readonly SheetPoint[], y: number): number[] {
  const crossings: number[] = [];
  for (let at = 1; at < ring.length; at++) {
    const [[ax, ay], [bx, by]] = [ring[at - 1], ring[at]] as [SheetPoint, SheetPoint];
    if (ay > y !== by > y) crossings.push(ax + ((bx - ax) * (y - ay)) / (by - ay));
  }
  return crossings;
}

function boxOf(points: readonly SheetPoint[]): { left: number; top: number; right: number; bottom: number } {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { left, top, right, bottom };
}
