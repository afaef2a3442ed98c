import type { SheetPoint } from './sheet-plane.ts';

/** A feature as it is drawn: the rings of its zone, its lines and its places. */
export interface DrawnParts {
  readonly rings: readonly (readonly SheetPoint[])[];
  readonly lines: readonly (readonly SheetPoint[])[];
  readonly places: readonly SheetPoint[];
}

/** Where a feature is named: within a zone, halfway along the longest line, or at the first place. */
export function anchorOf({ rings, lines, places }: DrawnParts): SheetPoint | null {
  return places[0] ?? halfway(lines) ?? insideOf(rings);
}

function halfway(lines: readonly (readonly SheetPoint[])[]): SheetPoint | null {
  const lengths = lines.map(lengthOf);
  const longest = lines[lengths.indexOf(Math.max(...lengths))];
  if (longest === undefined) return null;
  let left = lengthOf(longest) / 2;
  for (let at = 1; at < longest.length; at++) {
    const [[x, y], [toX, toY]] = [longest[at - 1], longest[at]] as [SheetPoint, SheetPoint];
    const length = Math.hypot(toX - x, toY - y);
    if (length >= left && length > 0) return [x + ((toX - x) * left) / length, y + ((toY - y) * left) / length];
    left -= length;
  }
  return longest[0] ?? null;
}

function lengthOf(line: readonly SheetPoint[]): number {
  let length = 0;
  for (let at = 1; at < line.length; at++) {
    const [[x, y], [toX, toY]] = [line[at - 1], line[at]] as [SheetPoint, SheetPoint];
    length += Math.hypot(toX - x, toY - y);
  }
  return length;
}

/** The middle of the widest piece inside, on level lines through the ring that encloses most. */
function insideOf(rings: readonly (readonly SheetPoint[])[]): SheetPoint | null {
  const boxes = rings.map((ring) => boxOf(ring));
  const sizes = boxes.map(({ left, top, right, bottom }) => (right - left) * (bottom - top));
  const box = boxes[sizes.indexOf(Math.max(...sizes))];
  if (box === undefined) return null;
  let best: { point: SheetPoint; width: number } | null = null;
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8]) {
    const y = box.top + (box.bottom - box.top) * share;
    const crossings = rings.flatMap((ring) => crossingsAt(ring, y)).sort((a, b) => a - b);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const [left, right] = [crossings[at], crossings[at + 1]] as [number, number];
      if (best === null || right - left > best.width * 1.2) best = { point: [(left + right) / 2, y], width: right - left };
    }
  }
  return best?.point ?? rings[0]?.[0] ?? null;
}

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
