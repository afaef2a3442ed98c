import type { Bounds, Point } from './plane.ts';
import type { PlanePath } from './projected.ts';
import type { Size, View } from './view.ts';

/**
 * The part of a plane that is drawn: the picture and as much again around it, so that it can be moved for a while
 * without being drawn anew.
 */
export interface MapWindow extends Size {
  /** The point of the plane that is at the drawing's upper left corner. */
  readonly originX: number;
  readonly originY: number;
  readonly scale: number;
}

/** How far the drawing reaches beyond the picture, in shares of it on each side. */
const AROUND = 0.5;
/** Beyond the drawing by this, paths are cut: their cut edges are not seen. */
const CUT_PIXELS = 24;
/** Vertices nearer to each other than this are drawn as one. */
const TOLERANCE_PIXELS = 0.7;

export function windowOf(view: View, size: Size): MapWindow {
  const [aroundX, aroundY] = [Math.round(size.width * AROUND), Math.round(size.height * AROUND)];
  return {
    originX: view.x - (size.width / 2 + aroundX) / view.scale,
    originY: view.y - (size.height / 2 + aroundY) / view.scale,
    scale: view.scale,
    width: size.width + 2 * aroundX,
    height: size.height + 2 * aroundY,
  };
}

/** Where a drawing stands over the picture: its upper left corner in pixels, and how much it is stretched. */
export function placeOf({ originX, originY, scale }: MapWindow, view: View, size: Size): { x: number; y: number; stretch: number } {
  return {
    x: (originX - view.x) * view.scale + size.width / 2,
    y: (originY - view.y) * view.scale + size.height / 2,
    stretch: view.scale / scale,
  };
}

/** Whether the drawing still covers the picture, at about its scale. */
export function covers(window: MapWindow, view: View, size: Size): boolean {
  const { x, y, stretch } = placeOf(window, view, size);
  if (stretch > 2 || stretch < 0.5) return false;
  return x <= 0 && y <= 0 && x + window.width * stretch >= size.width && y + window.height * stretch >= size.height;
}

/** A point of the plane in pixels of the drawing. */
export function inWindow({ originX, originY, scale }: MapWindow, [x, y]: Point): Point {
  return [(x - originX) * scale, (y - originY) * scale];
}

const pieces = new WeakMap<MapWindow, Map<PlanePath, number[][]>>();

/** The part of a path that is drawn, in pixels of the drawing: x and y by turns, one list for each piece. Cut once for each window. */
export function piecesIn(window: MapWindow, path: PlanePath): readonly (readonly number[])[] {
  let known = pieces.get(window);
  if (known === undefined) {
    known = new Map();
    pieces.set(window, known);
  }
  let found = known.get(path);
  if (found === undefined) {
    found = cutTo(window, path);
    known.set(path, found);
  }
  return found;
}

function cutTo(window: MapWindow, { points, closed, bounds }: PlanePath): number[][] {
  const { originX, originY, scale, width, height } = window;
  const box: Bounds = { minX: -CUT_PIXELS, minY: -CUT_PIXELS, maxX: width + CUT_PIXELS, maxY: height + CUT_PIXELS };
  const [minX, minY] = inWindow(window, [bounds.minX, bounds.minY]);
  const [maxX, maxY] = inWindow(window, [bounds.maxX, bounds.maxY]);
  if (maxX < box.minX || minX > box.maxX || maxY < box.minY || minY > box.maxY) return [];
  const thin: number[] = [];
  let [lastX, lastY, lastSide] = [Infinity, Infinity, 0];
  // A vertex whose neighbours are beyond the same side of the box cannot be told from none; it waits for the next one.
  let [waitsX, waitsY, waitsSide] = [0, 0, -1];
  for (let at = 0; at < points.length; at += 2) {
    const x = ((points[at] as number) - originX) * scale;
    const y = ((points[at + 1] as number) - originY) * scale;
    // The ends of a line stay where they are.
    const isEnd = !closed && at + 2 === points.length;
    if (!isEnd && Math.abs(x - lastX) < TOLERANCE_PIXELS && Math.abs(y - lastY) < TOLERANCE_PIXELS) continue;
    const side = (x < box.minX ? 1 : x > box.maxX ? 2 : 0) | (y < box.minY ? 4 : y > box.maxY ? 8 : 0);
    if (waitsSide !== -1 && (side & waitsSide & lastSide) === 0) {
      thin.push(waitsX, waitsY);
      [lastX, lastY, lastSide] = [waitsX, waitsY, waitsSide];
    }
    if ((side & lastSide) === 0) {
      waitsSide = -1;
      thin.push(x, y);
      [lastX, lastY, lastSide] = [x, y, side];
    } else {
      [waitsX, waitsY, waitsSide] = [x, y, side];
    }
  }
  if (waitsSide !== -1) thin.push(waitsX, waitsY);
  const isInside = minX >= box.minX && maxX <= box.maxX && minY >= box.minY && maxY <= box.maxY;
  if (isInside) return [thin];
  return closed ? [ringCut(thin, box)].filter(({ length }) => length >= 6) : lineCut(thin, box);
}

/** The `d` of an SVG path for the part of paths that is drawn. */
export function pathIn(window: MapWindow, paths: readonly PlanePath[]): string {
  let d = '';
  for (const path of paths) {
    for (const piece of piecesIn(window, path)) d += command(piece, path.closed);
  }
  return d;
}

/** A stretch of a border or line, short enough to be drawn only where it is seen, and how far from its beginning it starts. */
export interface Stretch {
  readonly d: string;
  readonly startsAtPixels: number;
}

const STRETCH_VERTICES = 300;

/**
 * The part of paths that is drawn, in stretches: a browser draws a picture tile by tile, and a stroke of thousands of
 * vertices anew for each tile that it touches. Dashes go on from one stretch to the next by where it starts.
 */
export function stretchesIn(window: MapWindow, paths: readonly PlanePath[]): Stretch[] {
  let short = '';
  const stretches: Stretch[] = [];
  for (const path of paths) {
    for (const piece of piecesIn(window, path)) {
      if (piece.length <= 2 * STRETCH_VERTICES) short += command(piece, path.closed);
      else stretches.push(...stretchesOf(path.closed ? [...piece, piece[0] as number, piece[1] as number] : piece));
    }
  }
  return short === '' ? stretches : [{ d: short, startsAtPixels: 0 }, ...stretches];
}

function stretchesOf(points: readonly number[]): Stretch[] {
  const stretches: Stretch[] = [];
  let lengthPixels = 0;
  for (let from = 0; from + 2 < points.length; from += 2 * STRETCH_VERTICES) {
    const stretch = points.slice(from, from + 2 * STRETCH_VERTICES + 2);
    stretches.push({ d: command(stretch, false), startsAtPixels: Math.round(lengthPixels) });
    for (let at = 2; at < stretch.length; at += 2)
      lengthPixels += Math.hypot(
        (stretch[at] as number) - (stretch[at - 2] as number),
        (stretch[at + 1] as number) - (stretch[at - 1] as number),
      );
  }
  return stretches;
}

function command(points: readonly number[], closed: boolean): string {
  let d = '';
  for (let at = 0; at < points.length; at += 2)
    d += `${at === 0 ? 'M' : 'L'}${Math.round((points[at] as number) * 10) / 10} ${Math.round((points[at + 1] as number) * 10) / 10}`;
  return closed ? `${d}Z` : d;
}

/** I. E. Sutherland and G. W. Hodgman (1974), "Reentrant polygon clipping", Communications of the ACM 17. */
function ringCut(ring: readonly number[], { minX, minY, maxX, maxY }: Bounds): number[] {
  let cut = sideCut(ring, 0, minX, 1);
  cut = sideCut(cut, 0, maxX, -1);
  cut = sideCut(cut, 1, minY, 1);
  return sideCut(cut, 1, maxY, -1);
}

/** The part of a ring with x (axis 0) or y (axis 1) above a limit, or with `sign` −1 below it. */
function sideCut(ring: readonly number[], axis: 0 | 1, limit: number, sign: 1 | -1): number[] {
  const kept: number[] = [];
  const count = ring.length;
  if (count === 0) return kept;
  let [fromX, fromY] = [ring[count - 2] as number, ring[count - 1] as number];
  let fromOver = sign * ((axis === 0 ? fromX : fromY) - limit);
  for (let at = 0; at < count; at += 2) {
    const [x, y] = [ring[at] as number, ring[at + 1] as number];
    const over = sign * ((axis === 0 ? x : y) - limit);
    if (over >= 0 !== fromOver >= 0) {
      const share = fromOver / (fromOver - over);
      kept.push(fromX + (x - fromX) * share, fromY + (y - fromY) * share);
    }
    if (over >= 0) kept.push(x, y);
    [fromX, fromY, fromOver] = [x, y, over];
  }
  return kept;
}

/** The pieces of a line within a box: Y.-D. Liang and B. A. Barsky (1984), ACM Transactions on Graphics 3, edge by edge. */
function lineCut(line: readonly number[], box: Bounds): number[][] {
  const pieces: number[][] = [];
  let piece: number[] = [];
  for (let at = 2; at < line.length; at += 2) {
    const [x, y] = [line[at - 2] as number, line[at - 1] as number];
    const [toX, toY] = [line[at] as number, line[at + 1] as number];
    const shares = insideShares(x, y, toX, toY, box);
    if (shares === null) {
      piece = [];
      continue;
    }
    const [from, to] = shares;
    if (piece.length === 0 || from > 0) {
      piece = [x + (toX - x) * from, y + (toY - y) * from];
      pieces.push(piece);
    }
    piece.push(x + (toX - x) * to, y + (toY - y) * to);
    if (to < 1) piece = [];
  }
  return pieces;
}

function insideShares(x: number, y: number, toX: number, toY: number, box: Bounds): [number, number] | null {
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [x - toX, x - box.minX],
    [toX - x, box.maxX - x],
    [y - toY, y - box.minY],
    [toY - y, box.maxY - y],
  ] as const) {
    if (step === 0) {
      if (room < 0) return null;
      continue;
    }
    const share = room / step;
    if (step < 0) from = Math.max(from, share);
    else to = Math.min(to, share);
  }
  return from <= to ? [from, to] : null;
}
