/**
 * Scraps of a division: where two fronts run together or cross, the ground between them is narrower than the grid that the
 * division was taken on, and parts of it fall to this side and that by nothing but the grid.
 */
import { areaKm2 } from './area.ts';
import { difference } from './difference.ts';
import { lengthMeters } from './distance.ts';
import { borderOf, type Line, type Zone } from './geometry.ts';
import type { Overlay } from './overlay.ts';
import { union } from './union.ts';

/** Ground that goes to one side whole, whatever the grid says of it. */
export interface Scraps {
  readonly toPassed: Zone;
  readonly toRest: Zone;
  /** Of the lines that parted it at first. */
  readonly meters: number;
}

export const NO_SCRAPS: Scraps = { toPassed: [], toRest: [], meters: 0 };

/**
 * The scraps on both sides of a division, those that touch as one: parts that lines shorter than `shortMeters` cut off, and
 * that are no larger than a square of that side. Each goes to the side that lies along more of that line, and where the whole of
 * a patch of ground is scraps, to the side that has more of it.
 */
export function scrapsOf(overlay: Overlay, ground: Zone, passed: Zone, shortMeters: number): Scraps {
  const strip = borderOf(ground);
  const cutOf = (zone: Zone): readonly Line[] => overlay.lineDifference(borderOf(zone), strip);
  const isScrap = (part: Zone): boolean => {
    if (areaKm2(part) > (shortMeters / 1000) ** 2) return false;
    const cut = cutOf(part);
    return cut.length > 0 && cut.every((line) => lengthMeters(line) < shortMeters);
  };
  const parts = [passed, difference(overlay, ground, passed)].map((side) => {
    const [scraps, kept]: [Zone[], Zone[]] = [[], []];
    for (const polygon of side) (isScrap([polygon]) ? scraps : kept).push([polygon]);
    return { scraps: scraps.flat(), kept: kept.flat() };
  });
  const [own, other] = parts as [(typeof parts)[0], (typeof parts)[0]];
  if (own.scraps.length + other.scraps.length === 0) return NO_SCRAPS;
  const sides: [Zone[], Zone[]] = [[], []];
  for (const polygon of union(overlay, [own.scraps, other.scraps])) {
    const cut = cutOf([polygon]);
    const beside = cut.length > 0 ? overlay.buffer(cut, BESIDE_DEGREES) : [polygon];
    const [withPassed, withRest] = [own, other].map(({ scraps, kept }) => areaKm2(overlay.overlap(cut.length > 0 ? kept : scraps, beside)));
    sides[(withPassed as number) >= (withRest as number) ? 0 : 1].push([polygon]);
  }
  const meters = metersOf(overlay.lineDifference(borderOf([...own.scraps, ...other.scraps]), strip));
  return { toPassed: sides[0].flat(), toRest: sides[1].flat(), meters };
}

/** About a metre: what lies on the other side of a line, whatever the grid did to its vertices. */
const BESIDE_DEGREES = 1e-5;

/** Both, the later where they disagree. */
export function joinScraps(overlay: Overlay, before: Scraps, later: Scraps): Scraps {
  const joined = (own: Zone, added: Zone, lost: Zone): Zone => union(overlay, [difference(overlay, own, lost), added]);
  return {
    toPassed: joined(before.toPassed, later.toPassed, later.toRest),
    toRest: joined(before.toRest, later.toRest, later.toPassed),
    // Later ones are the rims of those before.
    meters: before.meters === 0 ? later.meters : before.meters,
  };
}

function metersOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + lengthMeters(line), 0);
}
