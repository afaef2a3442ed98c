import { UserError } from '@parley/model';
import {
  type Comparison,
  compare,
  type DrawnMap,
  type Extent,
  extentOf,
  type MapFile,
  type Overlay,
  readPopulationFile,
  sitesOfFile,
  zoneOfFile,
} from '@parley/terrain';
import { type CountedPeople, countedPeople, type PeopleOfFile, untoldYear } from './people-of-file.ts';
import { type MapBytes, readNamedMap } from './read-named-map.ts';

export interface MapInputs {
  readonly maps: readonly [MapBytes, MapBytes];
  /** In metres, in place of what the files state; null where nothing was given. */
  readonly accuracyMeters: readonly [number | null, number | null];
  readonly population?: PeopleOfFile | undefined;
  readonly sites?: MapBytes | undefined;
}

/** The comparison of two map files, and what had to be put right in them: one sentence each. */
export interface ComparedMaps {
  readonly comparison: Comparison;
  /** What the people are, where they were counted and it is known. */
  readonly population: CountedPeople | null;
  readonly told: readonly string[];
}

/** Compares two maps from files of any format that is known. Throws a UserError that names the file for whatever is wrong with one. */
export async function compareMaps(overlay: Overlay, { maps, accuracyMeters, population, sites }: MapInputs): Promise<ComparedMaps> {
  const told: string[] = [];
  const tell = (name: string, lines: readonly string[]): void => {
    for (const line of lines) told.push(`${name}: ${line}`);
  };
  const read = async <F extends { readonly told: readonly string[] }>({ name }: MapBytes, found: Promise<F>): Promise<F> => {
    const file = await found;
    tell(name, file.told);
    return file;
  };
  const drawn = (file: MapFile, stated: number | null): DrawnMap => {
    const { zone, told: repairs, accuracyMeters: ofFile } = zoneOfFile(overlay, file);
    tell(file.name, repairs);
    const accuracy = stated ?? ofFile;
    if (accuracy === null) tell(file.name, ['no accuracy is stated, so that its border is taken as exact']);
    return { name: file.name, zone, accuracyMeters: accuracy };
  };
  const map = (file: MapBytes, options: { nearLongitude?: number }): Promise<MapFile> => read(file, readNamedMap(file, options));
  const first = drawn(await map(maps[0], {}), accuracyMeters[0]);
  const nearLongitude = extentOf(first.zone.flat())[0];
  const second = drawn(await map(maps[1], { nearLongitude }), accuracyMeters[1]);
  checkNotSwapped(first, second);
  const within = groundAbout(
    extentOf([...first.zone.flat(), ...second.zone.flat()]),
    Math.max(first.accuracyMeters ?? 0, second.accuracyMeters ?? 0),
  );
  const people = population && (await read(population, readPopulationFile(population.bytes, population.name, { nearLongitude, within })));
  const placed = sites && sitesOfFile(await map(sites, { nearLongitude }));
  const comparison = compare(overlay, first, second, {
    ...(people === undefined ? {} : { population: people.cells }),
    ...(placed === undefined ? {} : { sites: placed }),
  });
  if (population !== undefined) told.push(...untoldYear(population));
  return { comparison, population: countedPeople(population), told };
}

/** Where people may count: an extent, and as far out of it as borders may be off, in metres. */
export function groundAbout([west, south, east, north]: Extent, accuracyMeters: number): Extent {
  const degrees = accuracyMeters / METERS_PER_DEGREE;
  const wide = degrees / Math.cos((Math.min(89, Math.max(Math.abs(south), Math.abs(north))) * Math.PI) / 180);
  return [west - wide, south - degrees, east + wide, north + degrees];
}

/** No degree of latitude is shorter. */
const METERS_PER_DEGREE = 110_574;

/** Latitudes below 90 read as longitudes look fine alone; next to another map of the same ground they do not. */
export function checkNotSwapped(first: DrawnMap, second: DrawnMap): void {
  const [west, south, east, north] = extentOf(first.zone.flat());
  const [otherWest, otherSouth, otherEast, otherNorth] = extentOf(second.zone.flat());
  const meet = (a: number, b: number, c: number, d: number): boolean => a <= d && b >= c;
  if (meet(west, east, otherWest, otherEast) && meet(south, north, otherSouth, otherNorth)) return;
  if (!meet(west, east, otherSouth, otherNorth) || !meet(south, north, otherWest, otherEast)) return;
  throw new UserError(`${first.name} and ${second.name} only meet if longitude and latitude are swapped in one of them`, {
    cure: 'give longitude first, then latitude, in both',
    code: 'swapped-coordinates',
  });
}
