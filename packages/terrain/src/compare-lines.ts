import type { Line } from './geometry.ts';
import { type LineShift, lineShift } from './line-shift.ts';
import { type BandedShift, bandedShift } from './map-pair.ts';
import { lineNear, longitudeOf } from './one-turn.ts';
import { type TerrainNote, terrainNote } from './terrain-note.ts';

/** A line of somebody's map, and how far off it may be drawn. */
export interface DrawnLine {
  readonly name: string;
  readonly lines: readonly Line[];
  /** In metres; null where nothing is stated, and then it is taken as exact. */
  readonly accuracyMeters: number | null;
}

export interface LineComparison {
  readonly names: readonly [string, string];
  /** Null where the two share all of their course. Positive is to the right of the first, looking along it as it is drawn. */
  readonly lineShift: BandedShift | null;
  readonly note: TerrainNote;
}

export interface CompareLinesOptions {
  /** Distance of the places looked at, at most, in metres. Default 50 */
  readonly stepMeters?: number | undefined;
  /** Parts nearer than this count as shared. Default 1 */
  readonly sharedWithinMeters?: number | undefined;
}

/** By how many metres the second of two lines is from the first, and to which side: two versions of one line, or two claims to it. */
export function compareLines(first: DrawnLine, second: DrawnLine, options: CompareLinesOptions = {}): LineComparison {
  const longitude = longitudeOf(first.lines);
  const near = ({ lines }: DrawnLine): Line[] => lines.map((line) => lineNear(line, longitude));
  const { stepMeters = 50, sharedWithinMeters = 1 } = options;
  const drawn: LineShift | null = lineShift(near(first), near(second), { stepMeters, sharedWithinMeters });
  const [firstAccuracyMeters, secondAccuracyMeters] = [first.accuracyMeters ?? 0, second.accuracyMeters ?? 0];
  return {
    names: [first.name, second.name],
    lineShift: drawn === null ? null : bandedShift(drawn, firstAccuracyMeters + secondAccuracyMeters),
    note: terrainNote('lineShift', 'distances along the second line to the nearest place of the first, what both share left out', {
      parameters: { stepMeters, sharedWithinMeters, firstAccuracyMeters, secondAccuracyMeters },
      accuracies: [firstAccuracyMeters, secondAccuracyMeters],
      source: 'Hausdorff 1914, Grundzüge der Mengenlehre; Karney 2013, Algorithms for geodesics',
    }),
  };
}
