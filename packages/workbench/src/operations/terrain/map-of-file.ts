import { MOST_POSITIONS, positionCount, UserError } from '@parley/model';
import { type Line, type Overlay, type Position, readMapFile, readPopulationFile, type Zone } from '@parley/terrain';

/** What one feature of a file is in a case: one shape, its longitudes from −180 to 180, to the centimetre. */
export interface FeatureOfFile {
  readonly name: string;
  readonly shape: 'zone' | 'line' | 'place';
  readonly coordinates: Zone | readonly Line[] | readonly Position[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly positions: number;
}

export interface MapOfFile {
  readonly features: readonly FeatureOfFile[];
  /** What was repaired, assumed or left out: one sentence each. */
  readonly told: readonly string[];
}

/**
 * What a map file shows, as a case keeps it. Zones that cross themselves are repaired; of a feature with zones, lines and
 * places each becomes one. Throws a UserError for a file that cannot be read, and for a feature with too many positions.
 */
export async function mapOfFile(overlay: Overlay, bytes: Uint8Array, fileName: string): Promise<MapOfFile> {
  const file = await readMapFile(bytes, fileName);
  const told = [...file.told];
  const bare = fileName.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
  const several = file.features.length > 1;
  const features = file.features.flatMap((feature, at): FeatureOfFile[] => {
    const name = feature.name ?? (several ? `${bare} ${at + 1}` : bare);
    const zone = sound(overlay, feature.zone, name, told);
    const shapes = [
      { shape: 'zone', coordinates: zone.map((polygon) => polygon.map(kept)) },
      { shape: 'line', coordinates: feature.lines.map(kept) },
      { shape: 'place', coordinates: kept(feature.places) },
    ] as const;
    return shapes.flatMap(({ shape, coordinates }) => {
      if (coordinates.length === 0) return [];
      const positions = positionCount(coordinates);
      if (positions > MOST_POSITIONS) throw tooMany(fileName, name, positions);
      return [{ name, shape, coordinates, properties: feature.properties, positions }];
    });
  });
  return { features, told };
}

/** A cell as a case keeps it: by its id, or by its sides. */
export interface CellOfFile {
  readonly h3?: string;
  readonly extent?: readonly [number, number, number, number];
  readonly people: number;
}

/** Where how many people are counted, as a case keeps it. Throws a UserError for cells that are neither rectangles nor of H3. */
export async function populationOfFile(bytes: Uint8Array, name: string): Promise<{ cells: CellOfFile[]; told: readonly string[] }> {
  const file = await readPopulationFile(bytes, name);
  const cells = file.cells.map(({ h3, extent, ring, people }, at): CellOfFile => {
    if (h3 !== undefined) return { h3: h3.toLowerCase(), people };
    const sides = extent ?? sidesOf(ring);
    if (sides !== null) return { extent: inRange(sides), people };
    throw new UserError(`${name}: cell ${at + 1} is no rectangle`, {
      cure: 'a case keeps cells as west, south, east and north, or by H3; count by the file: parley terrain compare --population',
      code: 'invalid-population',
    });
  });
  return { cells, told: file.told };
}

/** The zone as it is where it is valid, else repaired, and that is told. */
function sound(overlay: Overlay, zone: Zone, name: string, told: string[]): Zone {
  if (zone.length === 0) return zone;
  const fault = overlay.fault(zone);
  if (fault === null) return zone;
  const place = fault.at === null ? '' : ` near ${fault.at.map((degrees) => Number(degrees.toFixed(6))).join(', ')}`;
  told.push(`${name} was repaired: ${fault.reason.toLowerCase()}${place}`);
  return overlay.repair(zone);
}

/** Seven decimals of a degree are a centimetre; more only fill the case. */
function kept(line: readonly Position[]): Position[] {
  return line.map(([longitude, latitude]) => [rounded(oneTurn(longitude)), rounded(latitude)]);
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

function oneTurn(longitude: number): number {
  return Math.abs(longitude) <= 180 ? longitude : longitude - 360 * Math.round(longitude / 360);
}

/** Coordinates of a result as a case keeps them. */
export function keptZone(zone: Zone): Position[][][] {
  return zone.map((polygon) => polygon.map(kept));
}

export function keptLines(lines: readonly Line[]): Position[][] {
  return lines.map(kept);
}

function sidesOf(ring: Line): [number, number, number, number] | null {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  const sides: [number, number, number, number] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const [west, south, east, north] = sides;
  const isCorner = ([x, y]: Position): boolean => (x === west || x === east) && (y === south || y === north);
  return ring.length === 5 && ring.every(isCorner) && new Set(ring.map(String)).size === 4 ? sides : null;
}

/** A cell that ends at the antimeridian ends at 180, and not at −180. */
function inRange([west, south, east, north]: readonly [number, number, number, number]): [number, number, number, number] {
  const turns = 360 * Math.round((west + east) / 720);
  return [west - turns, south, east - turns, north];
}

function tooMany(fileName: string, name: string, positions: number): UserError {
  return new UserError(`${fileName}: "${name}" has ${positions} positions, and the limit is ${MOST_POSITIONS}`, {
    cure: 'simplify its line, or give it in parts',
    code: 'tooLarge',
  });
}
