import { UserError } from '@parley/model';
import { areaKm2 } from './area.ts';
import { difference } from './difference.ts';
import { distanceMeters } from './distance.ts';
import type { Line, Position, Zone } from './geometry.ts';
import type { Overlay } from './overlay.ts';
import { union } from './union.ts';
import { withShortEdges } from './with-short-edges.ts';

/** The ground between two lines, and how it was closed: one sentence each. */
export interface ClosedGround {
  readonly zone: Zone;
  readonly told: readonly string[];
}

/**
 * What lies between two lines that bound the same ground from two sides. The pieces of each are joined into one line, each
 * to the end that is nearest, and the ends of the two by straight edges. The lines may meet and cross: all that lies
 * between them counts. Between two lines that close by themselves it is what one goes round and the other does not.
 *
 * Throws a UserError where there is no ground between them.
 */
export function closeLines(overlay: Overlay, first: readonly Line[], second: readonly Line[]): ClosedGround {
  const [a, b] = [chainOf(first), chainOf(second)];
  const told: string[] = [];
  for (const [which, { joinedMeters }] of [
    ['first', a],
    ['second', b],
  ] as const)
    if (joinedMeters > TOLD_METERS) told.push(`the pieces of the ${which} line were joined over ${Math.round(joinedMeters)} m`);
  const zone = isClosed(a.line) && isClosed(b.line) ? betweenRings(overlay, a.line, b.line) : betweenEnds(overlay, a.line, b.line, told);
  if (areaKm2(zone) > 0) return { zone, told };
  throw new UserError('there is no ground between the two lines', { cure: 'choose two lines that differ', code: 'nothing-contested' });
}

/** Nearer ends than this are one place. */
const TOLD_METERS = 1;

function betweenEnds(overlay: Overlay, a: Line, b: Line, told: string[]): Zone {
  const [start, end] = [a[0], a.at(-1)] as [Position, Position];
  const [otherStart, otherEnd] = [b[0], b.at(-1)] as [Position, Position];
  const along = [distanceMeters(start, otherStart), distanceMeters(end, otherEnd)] as const;
  const across = [distanceMeters(start, otherEnd), distanceMeters(end, otherStart)] as const;
  const runsAlong = along[0] + along[1] <= across[0] + across[1];
  const gaps = runsAlong ? along : across;
  if (Math.max(...gaps) > TOLD_METERS)
    told.push(`the ends of the two lines were joined by straight edges of ${gaps.map((meters) => Math.round(meters)).join(' m and ')} m`);
  return overlay.repair(withShortEdges([[[...a, ...(runsAlong ? [...b].reverse() : b), start]]]));
}

function betweenRings(overlay: Overlay, a: Line, b: Line): Zone {
  const [one, other] = [overlay.repair([[a]]), overlay.repair([[b]])];
  return union(overlay, [difference(overlay, one, other), difference(overlay, other, one)]);
}

interface Chain {
  readonly line: Line;
  readonly joinedMeters: number;
}

function chainOf(lines: readonly Line[]): Chain {
  const left = lines.filter((line) => line.length > 1);
  let line = left.shift() ?? [];
  if (line.length === 0) throw new UserError('a line has no course', { cure: 'choose a line with two places or more', code: 'no-line' });
  let joinedMeters = 0;
  while (left.length > 0) {
    const joins = left.flatMap((piece, at) => joinsOf(line, piece).map((join) => ({ ...join, at })));
    const best = joins.reduce((one, other) => (other.meters < one.meters ? other : one));
    left.splice(best.at, 1);
    line = best.line();
    joinedMeters += best.meters;
  }
  return { line, joinedMeters };
}

function joinsOf(line: Line, piece: Line): { readonly meters: number; readonly line: () => Line }[] {
  const [start, end] = [line[0], line.at(-1)] as [Position, Position];
  const [pieceStart, pieceEnd] = [piece[0], piece.at(-1)] as [Position, Position];
  return [
    { meters: distanceMeters(end, pieceStart), line: () => [...line, ...piece] },
    { meters: distanceMeters(end, pieceEnd), line: () => [...line, ...[...piece].reverse()] },
    { meters: distanceMeters(pieceEnd, start), line: () => [...piece, ...line] },
    { meters: distanceMeters(pieceStart, start), line: () => [...[...piece].reverse(), ...line] },
  ];
}

function isClosed(line: Line): boolean {
  const [start, end] = [line[0], line.at(-1)];
  return line.length > 3 && start !== undefined && end !== undefined && start[0] === end[0] && start[1] === end[1];
}
