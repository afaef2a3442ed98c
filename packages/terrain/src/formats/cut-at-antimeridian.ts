/**
 * GeoJSON must not cross the antimeridian: what does is cut into parts on either side (RFC 7946, 3.1.9).
 *
 * A polygon is cut by one meridian like this: its rings fall into chains on one side and on the other; along the
 * meridian the ends of chains bound, two by two, what is inside, and by these pieces of the meridian chains are closed.
 */
import { type Line, type Position, type Ring, signedArea, woundRings, type Zone } from '../geometry.ts';
import { enclosed } from '../zone-membership.ts';
import { unwrapped } from './check-position.ts';
import type { FeatureParts } from './written-map.ts';

/** The parts within longitudes −180 to 180, shells anticlockwise and holes clockwise. What crosses nothing keeps its positions. */
export function cutAtAntimeridian({ zone, lines, places }: FeatureParts): FeatureParts {
  return {
    zone: zone.flatMap(cutPolygon),
    lines: lines.flatMap((line) => cutLine(unwrapped(line, line[0]?.[0] ?? 0).positions)),
    places: places.map(([longitude, latitude]) => [turnedBack(longitude, 0), latitude] as const),
  };
}

function cutPolygon(polygon: Zone[number]): Zone {
  const near = polygon[0]?.[0]?.[0] ?? 0;
  const rings = woundRings(polygon.map((ring) => unwrapped(ring, near).positions));
  const longitudes = rings.flatMap((ring) => ring.map(([longitude]) => longitude));
  const west = longitudes.reduce((least, longitude) => Math.min(least, longitude), Infinity);
  const east = longitudes.reduce((most, longitude) => Math.max(most, longitude), -Infinity);
  let rest: Zone = [rings];
  const cut: Zone[number][] = [];
  for (let meridian = firstMeridian(west); meridian < east; meridian += 360) {
    cut.push(...rest.flatMap((part) => sideOf(part, meridian, -1)));
    rest = rest.flatMap((part) => sideOf(part, meridian, 1));
  }
  return [...cut, ...rest].map((part) => part.map((ring) => inRange(ring)));
}

/** The lowest of …, −180, 180, 540, … that is east of a longitude. */
function firstMeridian(west: number): number {
  return 360 * Math.floor((west + 180) / 360) + 180;
}

/** A polygon's parts west (−1) or east (1) of a meridian. */
function sideOf(polygon: Zone[number], meridian: number, side: -1 | 1): Zone {
  const isIn = ([longitude]: Position): boolean => (side === -1 ? longitude <= meridian : longitude > meridian);
  const whole = polygon.filter((ring) => ring.every(isIn));
  if (polygon[0]?.every(isIn)) return [whole];
  const chains = polygon.filter((ring) => ring.some(isIn) && !ring.every(isIn)).flatMap((ring) => chainsOf(ring, meridian, isIn));
  const joined = joinedAlong(chains).filter((ring) => signedArea(ring) !== 0);
  const within = (shell: Ring, [x, y]: Position): boolean => enclosed(shell, x, y);
  return joined.map((shell) => [shell, ...whole.filter((hole) => within(shell, hole[0] as Position))]);
}

/** The pieces of a ring on one side; each begins and ends on the meridian. */
function chainsOf(ring: Ring, meridian: number, isIn: (position: Position) => boolean): Position[][] {
  const open = ring.slice(0, -1);
  // Begun outside, no chain is in two halves.
  const begin = open.findIndex((position) => !isIn(position));
  const turned = [...open.slice(begin), ...open.slice(0, begin + 1)];
  const chains: Position[][] = [];
  for (let at = 1; at < turned.length; at++) {
    const [before, here] = [turned[at - 1] as Position, turned[at] as Position];
    if (isIn(before) !== isIn(here)) {
      const crossing = crossingOf(before, here, meridian);
      if (isIn(here)) chains.push([crossing]);
      else chains.at(-1)?.push(crossing);
    }
    if (isIn(here)) chains.at(-1)?.push(here);
  }
  return chains;
}

function crossingOf([x, y]: Position, [toX, toY]: Position, meridian: number): Position {
  return [meridian, y + ((toY - y) * (meridian - x)) / (toX - x)];
}

/** Chains closed by the pieces of the meridian that lie inside: from its end each goes on to the end beside it. */
function joinedAlong(chains: readonly Position[][]): Position[][] {
  const ends = chains.flatMap((chain, at) => [
    { at, isStart: true, latitude: (chain[0] as Position)[1] },
    { at, isStart: false, latitude: (chain.at(-1) as Position)[1] },
  ]);
  ends.sort((a, b) => a.latitude - b.latitude);
  const next = new Map<number, number>();
  for (let at = 0; at + 1 < ends.length; at += 2) {
    const [one, other] = [ends[at], ends[at + 1]] as [(typeof ends)[0], (typeof ends)[0]];
    const [end, start] = one.isStart ? [other, one] : [one, other];
    next.set(end.at, start.at);
  }
  const left = new Set(chains.keys());
  const rings: Position[][] = [];
  for (const begin of chains.keys()) {
    const ring: Position[] = [];
    for (let at: number | undefined = begin; at !== undefined && left.delete(at); at = next.get(at)) {
      const chain = chains[at] as Position[];
      ring.push(...(samePlace(ring.at(-1), chain[0]) ? chain.slice(1) : chain));
    }
    if (ring.length > 2) rings.push(samePlace(ring[0], ring.at(-1)) ? ring : [...ring, ring[0] as Position]);
  }
  return rings;
}

function cutLine(line: Line): Line[] {
  const pieces: Position[][] = [[]];
  for (const [at, here] of line.entries()) {
    const before = line[at - 1];
    for (const meridian of before === undefined ? [] : meridiansBetween(before, here)) {
      const crossing = crossingOf(before as Position, here, meridian);
      pieces.at(-1)?.push(crossing);
      pieces.push([crossing]);
    }
    pieces.at(-1)?.push(here);
  }
  return pieces.filter((piece) => piece.length > 1 && piece.some((position) => !samePlace(position, piece[0]))).map(inRange);
}

function meridiansBetween([x]: Position, [toX]: Position): number[] {
  const [west, east] = x < toX ? [x, toX] : [toX, x];
  const meridians: number[] = [];
  for (let meridian = firstMeridian(west); meridian < east; meridian += 360) meridians.push(meridian);
  return x < toX ? meridians : meridians.reverse();
}

/** Moved by whole turns into −180 to 180; a line on the antimeridian stays on the side where its other positions are. */
function inRange(line: Line): Line {
  const middle = line.reduce((sum, [longitude]) => sum + longitude, 0) / line.length;
  return line.map(([longitude, latitude]) => [turnedBack(longitude, turnsOf(middle)), latitude] as const);
}

function turnsOf(longitude: number): number {
  return Math.floor((longitude + 180) / 360);
}

function turnedBack(longitude: number, turns: number): number {
  const moved = turns === 0 ? longitude : longitude - 360 * turns;
  if (moved > 180) return moved - 360;
  return moved < -180 ? moved + 360 : moved;
}

function samePlace(one: Position | undefined, other: Position | undefined): boolean {
  return one !== undefined && other !== undefined && one[0] === other[0] && one[1] === other[1];
}
