import { UserError } from '@parley/model';
import {
  accuracyOfFile,
  type DrawnLine,
  type DrawnMap,
  extentOf,
  type Ground,
  type GroundUnit,
  type Line,
  type MapFile,
  MOST_ACCURACY_METERS,
  type Overlay,
  type PopulationCell,
  type Position,
  readPopulationFile,
  type Site,
  zoneOfFile,
} from '@parley/terrain';
import { checkNotSwapped, groundAbout } from './compare-maps.ts';
import { countedPeople, type PeopleOfFile, untoldYear } from './people-of-file.ts';
import { type MapBytes, readNamedMap } from './read-named-map.ts';
import type { AskedGround, AskedMap, MapSources, TakenMaps } from './taken-maps.ts';

/** Maps of files, which are features of no case: a map is asked for by the name of its file. */
export class FileMaps implements TakenMaps {
  readonly #overlay: Overlay;
  readonly #files: ReadonlyMap<string, MapFile>;
  readonly #ground: MapFile | null;
  readonly #cells: readonly PopulationCell[] | null;
  readonly #people: PeopleOfFile | undefined;
  readonly #drawn = new Map<string, DrawnMap>();
  readonly #told = new Set<string>();

  private constructor(
    overlay: Overlay,
    files: ReadonlyMap<string, MapFile>,
    ground: MapFile | null,
    cells: readonly PopulationCell[] | null,
    people: PeopleOfFile | undefined,
  ) {
    this.#overlay = overlay;
    this.#files = files;
    this.#ground = ground;
    this.#cells = cells;
    this.#people = people;
  }

  /**
   * Reads the files, all near the first. Of `ground` places are sites, lines roads, and zones pieces of ground with borders.
   * Throws a UserError that names the file for whatever is wrong with one.
   */
  static async of(
    overlay: Overlay,
    { maps, ground, population }: { maps: readonly MapBytes[]; ground?: MapBytes | undefined; population?: PeopleOfFile | undefined },
  ): Promise<FileMaps> {
    const files = new Map<string, MapFile>();
    const told: string[] = [];
    let near: { nearLongitude?: number } = {};
    const read = async (given: MapBytes): Promise<MapFile> => {
      const file = await readNamedMap(given, near);
      told.push(...file.told.map((line) => `${given.name}: ${line}`));
      const [west] = extentOf(placesOf(file));
      if (near.nearLongitude === undefined) near = { nearLongitude: west };
      return file;
    };
    for (const map of maps) files.set(map.name, await read(map));
    const within = groundAbout(extentOf([...files.values()].flatMap(placesOf)), MOST_ACCURACY_METERS);
    const people = population === undefined ? null : await readPopulationFile(population.bytes, population.name, { ...near, within });
    told.push(...(people?.told ?? []).map((line) => `${population?.name}: ${line}`));
    const made = new FileMaps(overlay, files, ground === undefined ? null : await read(ground), people?.cells ?? null, population);
    if (population !== undefined) told.push(...untoldYear(population));
    made.tell(told);
    return made;
  }

  zone({ featureIds: [file = ''], accuracyMeters }: AskedMap): DrawnMap {
    const kept = this.#drawn.get(file);
    if (kept !== undefined) return kept;
    const { zone, told, accuracyMeters: ofFile } = zoneOfFile(this.#overlay, this.#file(file));
    this.tell(told.map((line) => `${file}: ${line}`));
    const map = { name: file, zone, accuracyMeters: accuracyMeters ?? ofFile };
    this.#tellExact(map);
    const [first] = this.#drawn.values();
    if (first !== undefined) checkNotSwapped(first, map);
    this.#drawn.set(file, map);
    return map;
  }

  line({ featureIds: [file = ''], accuracyMeters }: AskedMap): DrawnLine {
    const map = this.#file(file);
    const lines = map.features.flatMap((feature) => [...feature.lines]);
    if (lines.length === 0) throw new UserError(`${file} shows no line`, { cure: 'give a map with lines', code: 'no-line' });
    const line = { name: file, lines, accuracyMeters: accuracyMeters ?? accuracyOfFile(map) };
    this.#tellExact(line);
    return line;
  }

  isLines({ featureIds }: AskedMap): boolean {
    return featureIds.every((file) => this.#file(file).features.every(({ zone }) => zone.length === 0));
  }

  async ground({ populationId }: AskedGround): Promise<Ground> {
    const [sites, roads, units]: [Site[], Line[], GroundUnit[]] = [[], [], []];
    for (const [at, { name, zone, lines, places }] of (this.#ground?.features ?? []).entries()) {
      const called = name ?? `feature ${at + 1}`;
      for (const place of places) sites.push({ name: called, at: place });
      roads.push(...lines);
      if (zone.length > 0) units.push({ name: called, zone });
    }
    return {
      ...(populationId === undefined ? {} : { population: await this.cells() }),
      ...(sites.length === 0 ? {} : { sites }),
      ...(roads.length === 0 ? {} : { roads }),
      ...(units.length === 0 ? {} : { units }),
    };
  }

  async cells(): Promise<PopulationCell[]> {
    return [...(this.#cells ?? [])];
  }

  named(key: string): { id: string; name: string } {
    return { id: key, name: key };
  }

  tell(lines: readonly string[]): void {
    for (const line of lines) this.#told.add(line);
  }

  /** Of files nothing is recorded: of people there is only what was said beside them. */
  sources(): MapSources {
    const people = countedPeople(this.#people);
    const population = people && { ...people, id: people.name, name: { en: people.name }, licence: null };
    return { population, told: [...this.#told], used: [], compartments: [] };
  }

  #file(name: string): MapFile {
    const file = this.#files.get(name);
    if (file === undefined) throw new Error('a map was asked for that was not read');
    return file;
  }

  #tellExact({ name, accuracyMeters }: { readonly name: string; readonly accuracyMeters: number | null }): void {
    if (accuracyMeters === null) this.tell([`${name}: no accuracy is stated, so that its border is taken as exact`]);
  }
}

/** All that a file shows, as lines. */
function placesOf({ features }: MapFile): (readonly Position[])[] {
  return features.flatMap(({ zone, lines, places }) => [...zone.flat(), ...lines, places]);
}
