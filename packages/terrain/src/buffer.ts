import { densify } from './densify.ts';
import { distanceMeters } from './distance.ts';
import { extentOf, type Line, type Position, type Zone } from './geometry.ts';
import { localPlane } from './local-plane.ts';
import type { Overlay } from './overlay.ts';

/**
 * All that lies at most `radiusMeters` from the lines: within 1 m at 1 km.
 *
 * The lines are cut into pieces of 30 km, each is buffered in a plane of its own (azimuthal equidistant), and the
 * pieces are joined. 0 metres give nothing.
 */
export function buffer(overlay: Overlay, lines: readonly Line[], radiusMeters: number): Zone {
  if (!(radiusMeters > 0)) return [];
  return overlay.union(lines.flatMap((line) => pieces(densify(line))).map((piece) => bufferPiece(overlay, piece, radiusMeters)));
}

function bufferPiece(overlay: Overlay, piece: Line, radiusMeters: number): Zone {
  const [west, south, east, north] = extentOf([piece]);
  const plane = localPlane([(west + east) / 2, (south + north) / 2]);
  const around = overlay.buffer([piece.map(plane.toPlane)], radiusMeters);
  return around.map((polygon) => polygon.map((ring) => densify(ring, STEP_METERS).map(plane.toEarth)));
}

function pieces(line: Line): Line[] {
  const cut: Position[][] = [];
  let piece: Position[] = [];
  let length = 0;
  for (const position of line) {
    const before = piece.at(-1);
    if (before !== undefined) length += distanceMeters(before, position);
    piece.push(position);
    if (length < PIECE_METERS) continue;
    cut.push(piece);
    piece = [position];
    length = 0;
  }
  if (piece.length > 1) cut.push(piece);
  return cut;
}

const PIECE_METERS = 30_000;

/** Edges of a buffer are straight in the plane; longer ones would be off in longitude and latitude. */
const STEP_METERS = 1000;
