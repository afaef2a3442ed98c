/** GeoTIFF (OGC 19-008r4): people by pixels, as population grids are published. */
import { UserError } from '@parley/model';
import type { Extent, Position } from '../geometry.ts';
import { checkDegrees, checkPair, unwrapped } from './check-position.ts';
import { cellOfExtent, type FileCell } from './population-cell.ts';
import { assumedDegrees, type Projection, projectionOfName, projectionOfWkt, WGS84 } from './projection.ts';
import { type TiffPixels, tiffPixels, type Window } from './tiff-blocks.ts';
import { geoKeys, type Tags, tiffDirectory } from './tiff-directory.ts';
import { UnknownPacking } from './tiff-packing.ts';

export interface ImageOptions {
  readonly nearLongitude?: number;
  /** Only pixels about this extent are read. */
  readonly within?: Extent;
}

/**
 * The pixels of the first band with people in them, as cells. Throws a UserError for a picture that is cut off, has no
 * place on the earth, has a projection that is not known or counts nobody, and for more than 2 million cells.
 */
export function readPopulationImage(
  bytes: Uint8Array,
  name: string,
  { nearLongitude, within }: ImageOptions,
): { cells: FileCell[]; told: string[] } {
  const image = imageOf(bytes, name);
  const placed = placing(image, name);
  const projection = projectionOf(image, placed, name);
  const cells: FileCell[] = [];
  let without = 0;
  const hear = (people: number, column: number, row: number): void => {
    if (people > 0 && people < MOST_PEOPLE && people !== image.noData) {
      cells.push(cellOf(placed, projection, [column, row], people, { nearLongitude, where: `${name}: pixel ${column}, ${row}` }));
      if (cells.length > MOST_CELLS) throw tooLarge(name, `${MOST_CELLS / 1e6} million pixels with people`);
    } else if (people !== 0) without++;
  };
  for (const window of windowsOf(image, placed, projection, within)) {
    const [left, top, right, bottom] = window;
    if ((right - left) * (bottom - top) > MOST_PIXELS) throw tooLarge(name, `${MOST_PIXELS / 1e6} million pixels`);
    orDamaged(name, () => image.pixels.each(window, hear));
  }
  if (cells.length === 0 && within === undefined)
    throw new UserError(`${name} counts nobody`, { cure: 'give a grid of counts', code: 'invalid-population' });
  const told = [
    ...(cells.length === 0 ? [NOBODY] : []),
    ...projection.told,
    'the number of a pixel is taken as its people, not as people to a square kilometre',
    ...(image.pixels.bands > 1 ? [`the first of its ${image.pixels.bands} bands was read`] : []),
    ...(without === 0 ? [] : [`${without} pixel(s) without a count were passed over`]),
  ];
  return { cells, told };
}

/** Told, and no error: there may be nobody; but a file of other ground shows the same. */
export const NOBODY = 'it counts nobody where the maps are';

const MOST_PIXELS = 50_000_000;
const MOST_CELLS = 2_000_000;
/** More in one pixel is a mark for no data that the file does not name. */
const MOST_PEOPLE = 1e9;

interface Image {
  readonly pixels: TiffPixels;
  readonly tags: Tags;
  readonly keys: ReadonlyMap<number, number | string>;
  readonly noData: number | null;
}

function imageOf(bytes: Uint8Array, name: string): Image {
  return orDamaged(name, () => {
    const directory = tiffDirectory(bytes);
    const noData = directory.tags.get(42113);
    return {
      pixels: tiffPixels(bytes, directory),
      tags: directory.tags,
      keys: geoKeys(directory.tags),
      noData: typeof noData === 'string' && noData.trim() !== '' ? Number(noData) : null,
    };
  });
}

function orDamaged<T>(name: string, act: () => T): T {
  try {
    return act();
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    if (cause instanceof UnknownPacking)
      throw new UserError(`${name} cannot be read: ${cause.message}`, {
        cure: 'save it again as a GeoTIFF with Deflate or LZW, or without compression',
        code: 'unknown-format',
        cause,
      });
    throw new UserError(`${name} is damaged: it cannot be read, as if it was cut off`, {
      cure: 'copy or export it again',
      code: 'broken-file',
      cause,
    });
  }
}

/** From column and row to the coordinates of the file: x = a column + b row + c, y = d column + e row + f. */
type Placing = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

function placing(image: Image, name: string): Placing {
  const shift = image.keys.get(RASTER_TYPE) === PIXEL_IS_POINT ? -0.5 : 0;
  const numbers = (tag: number): readonly number[] | null => {
    const found = image.tags.get(tag);
    return Array.isArray(found) ? found : null;
  };
  const whole = numbers(34264);
  const [tie, scale] = [numbers(33922), numbers(33550)];
  let found: Placing | null = null;
  if (whole !== null && whole.length >= 8) {
    const [a = 0, b = 0, , c = 0, d = 0, e = 0, , f = 0] = whole;
    found = [a, b, c, d, e, f];
  } else if (tie !== null && scale !== null && tie.length >= 6) {
    const [column = 0, row = 0, , x = 0, y = 0] = tie;
    const [width = 0, height = 0] = scale;
    found = [width, 0, x - column * width, 0, -height, y + row * height];
  }
  if (found === null || !found.every(Number.isFinite) || found[0] * found[4] - found[1] * found[3] === 0)
    throw new UserError(`${name} does not say where on the earth it lies`, {
      cure: 'give a GeoTIFF with its place',
      code: 'invalid-population',
    });
  const [a, b, c, d, e, f] = found;
  return [a, b, c + shift * (a + b), d, e, f + shift * (d + e)];
}

/** The keys of GeoTIFF that count here. */
const [RASTER_TYPE, CITATION, GEOGRAPHIC, GEOGRAPHIC_CITATION, PROJECTED, PROJECTED_CITATION] = [
  1025, 1026, 2048, 2049, 3072, 3073,
] as const;
const PIXEL_IS_POINT = 2;
/** What a key holds where the projection is described and not named. */
const DESCRIBED = 32767;

function projectionOf(image: Image, placed: Placing, name: string): Projection {
  const [projected, geographic] = [image.keys.get(PROJECTED), image.keys.get(GEOGRAPHIC)];
  const citations = [CITATION, PROJECTED_CITATION, GEOGRAPHIC_CITATION].flatMap((key) => image.keys.get(key) ?? []).map(String);
  const described = citations.map((text) => /ESRI PE String\s*=\s*(.*)/s.exec(text)?.[1]).find((text) => text !== undefined);
  if (typeof projected === 'number' && projected !== DESCRIBED) return projectionOfName(`EPSG:${projected}`, name);
  if (described !== undefined) return projectionOfWkt(described.replace(/\|.*$/s, ''), name);
  if (projected !== undefined) {
    const mollweide = citations.some((text) => /mollweide/i.test(text));
    return projectionOfName(mollweide ? 'ESRI:54009' : `described as ${citations.join(' ')}`, name);
  }
  if (typeof geographic === 'number' && geographic !== DESCRIBED) return projectionOfName(`EPSG:${geographic}`, name);
  const corners = cornersOf(placed, [0, 0], [image.pixels.width, image.pixels.height]);
  const inDegrees = corners.every(([x, y]) => Math.abs(x) <= 360 && Math.abs(y) <= 90.001);
  if (inDegrees) return geographic === undefined ? assumedDegrees('it names no projection') : WGS84;
  throw new UserError(`${name} names no projection, and its coordinates are no degrees`, {
    cure: 'convert it to longitude and latitude (WGS 84, EPSG:4326)',
    code: 'unknown-projection',
  });
}

/** The parts of the picture about an extent: two where it reaches over the antimeridian. */
function windowsOf(image: Image, placed: Placing, { forward }: Projection, within: Extent | undefined): Window[] {
  const whole: Window = [0, 0, image.pixels.width, image.pixels.height];
  if (within === undefined) return [whole];
  const [west, south, east, north] = within;
  const windows: Window[] = [];
  for (const turn of [-360, 0, 360]) {
    const places: [number, number][] = [];
    for (let at = 0; at <= STEPS * STEPS; at++) {
      const [column, row] = [(at % STEPS) / (STEPS - 1), Math.min(1, Math.floor(at / STEPS) / (STEPS - 1))];
      const degrees: Position = [west + turn + column * (east - west), south + row * (north - south)];
      places.push(pixelOf(placed, forward === null ? degrees : forward(degrees)));
    }
    if (!places.flat().every(Number.isFinite)) return [whole];
    const least = (values: number[]): number => Math.floor(Math.min(...values)) - 2;
    const most = (values: number[]): number => Math.ceil(Math.max(...values)) + 2;
    const [columns, rows] = [places.map(([column]) => column), places.map(([, row]) => row)];
    const left = Math.max(0, least(columns));
    const top = Math.max(0, least(rows));
    const [right, bottom] = [Math.min(image.pixels.width, most(columns)), Math.min(image.pixels.height, most(rows))];
    if (left < right && top < bottom) windows.push([left, top, right, bottom]);
    // A projection takes every longitude to where it is, however it is written.
    if (forward !== null) break;
  }
  return windows;
}

const STEPS = 24;

function pixelOf([a, b, c, d, e, f]: Placing, [x, y]: Position): [number, number] {
  const determinant = a * e - b * d;
  return [(e * (x - c) - b * (y - f)) / determinant, (a * (y - f) - d * (x - c)) / determinant];
}

function cellOf(
  placed: Placing,
  { inverse }: Projection,
  [column, row]: Position,
  people: number,
  { nearLongitude, where }: { nearLongitude: number | undefined; where: string },
): FileCell {
  const corners = cornersOf(placed, [column, row], [column + 1, row + 1]);
  if (inverse === null && placed[1] === 0 && placed[3] === 0) {
    const [[x, y], , [toX, toY]] = corners as [Position, Position, Position];
    checkDegrees([x, (y + toY) / 2], where);
    return cellOfExtent([Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)], people, nearLongitude);
  }
  const ring = corners.map((corner) => checkDegrees(checkPair(inverse === null ? corner : inverse(corner), where), where));
  return { ring: unwrapped([...ring, ring[0] as Position], nearLongitude ?? (ring[0] as Position)[0]).positions, people };
}

function cornersOf([a, b, c, d, e, f]: Placing, [column, row]: Position, [toColumn, toRow]: Position): Position[] {
  const at = (i: number, j: number): Position => [a * i + b * j + c, d * i + e * j + f];
  return [at(column, row), at(column, toRow), at(toColumn, toRow), at(toColumn, row)];
}

function tooLarge(name: string, much: string): UserError {
  return new UserError(`${name} has more than ${much} to read`, { cure: 'cut it to the ground that is talked about', code: 'tooLarge' });
}
