import type { Bounds, Plane, Point } from './plane.ts';
import type { Extent } from './types.ts';

/** Which part of a plane is seen: what is in the middle, and how large. */
export interface View {
  readonly x: number;
  readonly y: number;
  /** Pixels for one metre of the plane. */
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** At most so near: a metre is this many pixels. */
const MOST_SCALE = 2000;
const PADDING = 24;
/** What is seen around a single place. */
const AROUND_PLACE_METERS = 10_000;

/** The view in which an extent fills the picture, with some room around it. */
export function viewOf(plane: Plane, extent: Extent, size: Size): View {
  const { minX, minY, maxX, maxY } = boundsOf(plane, extent);
  const [width, height] = [maxX - minX, maxY - minY];
  const isPlace = width < 0.01 && height < 0.01;
  const scale = isPlace
    ? Math.min(size.width, size.height) / AROUND_PLACE_METERS
    : Math.min((size.width - 2 * PADDING) / width, (size.height - 2 * PADDING) / height);
  return limited(plane, { x: (minX + maxX) / 2, y: (minY + maxY) / 2, scale }, size);
}

/** Moved by pixels: the picture goes to the right and downwards. */
export function panned(plane: Plane, view: View, byX: number, byY: number, size: Size): View {
  return limited(plane, { ...view, x: view.x - byX / view.scale, y: view.y - byY / view.scale }, size);
}

/** Larger by a factor; what is at a pixel of the picture stays there. */
export function zoomed(plane: Plane, view: View, factor: number, [pixelX, pixelY]: Point, size: Size): View {
  const scale = limited(plane, { ...view, scale: view.scale * factor }, size).scale;
  const [offX, offY] = [pixelX - size.width / 2, pixelY - size.height / 2];
  return limited(plane, { x: view.x + offX / view.scale - offX / scale, y: view.y + offY / view.scale - offY / scale, scale }, size);
}

/** From a point of the plane to a pixel of the picture. */
export function pixelOf(view: View, [x, y]: Point, size: Size): Point {
  return [(x - view.x) * view.scale + size.width / 2, (y - view.y) * view.scale + size.height / 2];
}

/** From a pixel of the picture to a point of the plane. */
export function pointAt(view: View, [pixelX, pixelY]: Point, size: Size): Point {
  return [view.x + (pixelX - size.width / 2) / view.scale, view.y + (pixelY - size.height / 2) / view.scale];
}

/** Not further out than all that the plane reaches, not nearer than half a millimetre a pixel, the middle on the plane. */
function limited({ reach }: Plane, { x, y, scale }: View, { width, height }: Size): View {
  const least = 0.8 * Math.min(width / (reach.maxX - reach.minX), height / (reach.maxY - reach.minY));
  return {
    x: Math.min(reach.maxX, Math.max(reach.minX, x)),
    y: Math.min(reach.maxY, Math.max(reach.minY, y)),
    scale: Math.min(MOST_SCALE, Math.max(least, Number.isFinite(scale) ? scale : least)),
  };
}

/** What an extent takes up in a plane. */
function boundsOf(plane: Plane, [west, south, east, north]: Extent): Bounds {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  const steps = 16;
  for (let across = 0; across <= steps; across++) {
    for (let up = 0; up <= steps; up++) {
      const point = plane.toPlane([west + ((east - west) * across) / steps, south + ((north - south) * up) / steps]);
      if (point === null) continue;
      minX = Math.min(minX, point[0]);
      maxX = Math.max(maxX, point[0]);
      minY = Math.min(minY, point[1]);
      maxY = Math.max(maxY, point[1]);
    }
  }
  return minX <= maxX ? { minX, minY, maxX, maxY } : plane.reach;
}
