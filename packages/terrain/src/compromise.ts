/**
 * Lines between two maps: constructions by distance, and never a proposal of the program: what they give is for the
 * mediator until somebody releases it.
 */
import { UserError } from '@parley/model';
import { areaKm2 } from './area.ts';
import { closeLines } from './close-lines.ts';
import { densify } from './densify.ts';
import { difference } from './difference.ts';
import { divideBetween, type Fronts, shortestMeters } from './divide-between.ts';
import { borderOf, type Line, type Zone } from './geometry.ts';
import { lineNear, longitudeOf, zoneNear } from './one-turn.ts';
import { overlap } from './overlap.ts';
import type { Overlay } from './overlay.ts';
import { type PopulationCell, peopleWithin } from './people-within.ts';
import { type TerrainNote, terrainNote } from './terrain-note.ts';
import { union } from './union.ts';

export interface CompromiseOptions {
  /** Which shares of what is contested pass to how the second has it, each 0 to 1. Default 0.25, 0.5 and 0.75 */
  readonly shares?: readonly number[] | undefined;
  /** What is shared out. Default `area`; `people` needs a population. */
  readonly by?: 'area' | 'people' | undefined;
  readonly population?: readonly PopulationCell[] | undefined;
  /** Cells across the contested ground each way, on whose corners distances are taken. Default 160 */
  readonly cells?: number | undefined;
  /**
   * The two lines that are in question, where they are only a part of the borders of zones: the coast of a zone is no line
   * of withdrawal. All of each border that the other does not share where left out.
   */
  readonly fronts?: Fronts | undefined;
}

/** One line of the family. */
export interface CompromiseLine {
  readonly shareAsked: number;
  /** The share of what is contested that has passed to how the second has it, 0 to 1, as measured. */
  readonly share: number;
  readonly shareOfArea: number;
  /** Null where no population was given or nobody is counted there. */
  readonly shareOfPeople: number | null;
  /** d₁ / (d₁ + d₂) on the line. */
  readonly level: number;
  /** Between zones: the zone as it would be then. Between lines: what lies between the first and this. */
  readonly zone: Zone;
  /** The new line: the part of its border that neither of the two has. */
  readonly line: readonly Line[];
}

export interface CompromiseFamily {
  readonly lines: readonly CompromiseLine[];
  readonly contestedZone: Zone;
  readonly contestedKm2: number;
  readonly contestedPeople: number | null;
  /** How the ground between two lines was closed, and shares that no line has: one sentence each. */
  readonly told: readonly string[];
  readonly note: TerrainNote;
}

/**
 * Zones between two zones, which give up these shares of what is contested: what one has and the other has not. Share 0 is
 * the first zone, 1 the second. The line is as exact as the grid of cells; the share that it gives is hit to 5e-5.
 *
 * Throws a UserError for a share outside 0 to 1, where nothing is contested, and where nobody is counted on the ground that
 * is to be shared by people.
 */
export function compromise(overlay: Overlay, first: Zone, second: Zone, options: CompromiseOptions = {}): CompromiseFamily {
  const longitude = longitudeOf(first.flat().slice(0, 1));
  const [a, b] = [first, second].map((zone) => overlay.repair(zoneNear(zone, longitude))) as [Zone, Zone];
  const given = difference(overlay, a, b);
  const gained = difference(overlay, b, a);
  const fronts = (options.fronts?.map((front) => front.map((line) => lineNear(line, longitude))) as Fronts | undefined) ?? [
    own(overlay, a, b),
    own(overlay, b, a),
  ];
  return familyOf(overlay, union(overlay, [given, gained]), fronts, options, {
    longitude,
    told: [],
    zoneWith: (passed) => union(overlay, [difference(overlay, a, passed), overlap(overlay, gained, passed)]),
  });
}

/**
 * The same between two lines that bound the same ground from two sides: what lies between them is contested. Their ends are
 * joined by straight edges, which is told. Share 0 is the first line, 1 the second.
 */
export function compromiseBetweenLines(
  overlay: Overlay,
  first: readonly Line[],
  second: readonly Line[],
  options: Omit<CompromiseOptions, 'fronts'> = {},
): CompromiseFamily {
  const longitude = longitudeOf(first);
  const fronts = [first, second].map((lines) => lines.map((line) => lineNear(line, longitude))) as [Line[], Line[]];
  const { zone, told } = closeLines(overlay, ...fronts);
  return familyOf(overlay, zone, fronts, options, { longitude, told, zoneWith: (passed) => passed });
}

interface Setting {
  readonly longitude: number;
  readonly told: readonly string[];
  readonly zoneWith: (passed: Zone) => Zone;
}

function familyOf(
  overlay: Overlay,
  ground: Zone,
  fronts: Fronts,
  { shares = DEFAULT_SHARES, by = 'area', population, cells = 160 }: CompromiseOptions,
  { longitude, told, zoneWith }: Setting,
): CompromiseFamily {
  for (const share of shares)
    if (!(share >= 0 && share <= 1))
      throw new UserError(`${share} is no share`, { cure: 'give shares from 0 to 1, as 0.25', code: 'invalid-share' });
  const contestedKm2 = areaKm2(ground);
  if (!(contestedKm2 > 0))
    throw new UserError('nothing is contested between the two', { cure: 'choose two that differ', code: 'nothing-contested' });
  const near = population?.map(({ ring, people }) => ({ ring: lineNear(ring, longitude), people }));
  const people = (part: Zone): number => peopleWithin(overlay, part, near ?? []);
  const contestedPeople = near === undefined ? null : people(ground);
  if (by === 'people' && !((contestedPeople ?? 0) > 0))
    throw new UserError('nobody is counted on the contested ground', {
      cure: 'choose a population that covers it, or share by area',
      code: 'nobody-counted',
    });
  const divisions = divideBetween(overlay, ground, fronts, shares, { measure: by === 'area' ? areaKm2 : people, cells });
  const missed = divisions.flatMap(({ reached }, at) => {
    const share = shares[at] as number;
    return Math.abs(reached - share) < 5e-5 ? [] : [`no line was found at a share of ${share}; the nearest has ${reached.toFixed(4)}`];
  });
  const longest = Math.round(shortestMeters(ground, cells));
  const scraps = divisions.flatMap(({ scrapMeters }, at) =>
    scrapMeters === 0
      ? []
      : [
          `at a share of ${shares[at]} pieces of line shorter than ${longest} m, ${Math.round(scrapMeters)} m together, were left out: the two run closer together there than the grid can part`,
        ],
  );
  return {
    lines: divisions.map(({ level, passed, reached }, at) => ({
      shareAsked: shares[at] as number,
      share: reached,
      shareOfArea: areaKm2(passed) / contestedKm2,
      shareOfPeople: contestedPeople === null || contestedPeople === 0 ? null : people(passed) / contestedPeople,
      level,
      zone: zoneWith(passed),
      line: overlay.lineDifference(borderOf(passed), borderOf(ground)),
    })),
    contestedZone: ground,
    contestedKm2,
    contestedPeople,
    told: [...told, ...missed, ...scraps],
    note: terrainNote(
      'compromise',
      `lines on which the distance to the first is the same part of the distances to both, at shares of the contested ${by}; constructions, not a proposal by Parley`,
      {
        parameters: { by, shares: shares.join(', '), cells },
        source: 'level sets of a normalised distance; Karney 2013; overlays by GEOS',
      },
    ),
  };
}

const DEFAULT_SHARES = [0.25, 0.5, 0.75] as const;

/** The border of one zone where it is not that of the other: what they share says nothing of between. */
function own(overlay: Overlay, zone: Zone, other: Zone): Line[] {
  const border = borderOf(zone).map((ring) => densify(ring));
  const strip = borderOf(other).map((ring) => densify(ring));
  const alone = overlay.lineDifference(border, strip);
  return alone.length > 0 ? alone : border;
}
