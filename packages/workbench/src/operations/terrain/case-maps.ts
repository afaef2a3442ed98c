import { type CaseRecord, type Id, labelText, UserError, type Version } from '@parley/model';
import type { DrawnLine, DrawnMap, Ground, GroundUnit, Line, PopulationCell, Site } from '@parley/terrain';
import { boundaryOfH3, cellOfExtent, cellOfH3 } from '@parley/terrain';
import { narrowest } from '../narrowest.ts';
import { featuresOf } from './case-map.ts';
import { featureGeometry } from './feature-geometry.ts';
import type { AskedGround, AskedMap, MapSources, TakenMaps } from './taken-maps.ts';

/** Takes maps out of a case, and keeps account of what was used. Errors name no feature that the record does not have. */
export class CaseMaps implements TakenMaps {
  readonly #record: CaseRecord;
  readonly #stated: number | undefined;
  readonly #used = new Map<string, Version>();
  readonly #told = new Set<string>();
  readonly #names = new Map<string, { id: Id; name: string }>();
  #population: MapSources['population'] = null;

  constructor(record: CaseRecord, accuracyMeters?: number) {
    this.#record = record;
    this.#stated = accuracyMeters;
  }

  zone(asked: AskedMap): DrawnMap {
    const { features, name, accuracyMeters } = this.#map(asked, 'zone');
    return { name, accuracyMeters, zone: features.flatMap(({ body }) => [...featureGeometry(body).zone]) };
  }

  line(asked: AskedMap): DrawnLine {
    const { features, name, accuracyMeters } = this.#map(asked, 'line');
    return { name, accuracyMeters, lines: features.flatMap(({ body }) => [...featureGeometry(body).lines]) };
  }

  isLines({ featureIds }: AskedMap): boolean {
    return featuresOf(this.#record, featureIds).every(({ body }) => body.shape === 'line');
  }

  async ground({ populationId, groundIds }: AskedGround): Promise<Ground> {
    const chosen =
      groundIds === undefined ? [...this.#record.of('mapFeature').values()].filter(isGround) : featuresOf(this.#record, groundIds);
    const [sites, roads, units]: [Site[], Line[], GroundUnit[]] = [[], [], []];
    for (const version of chosen) {
      const { zone, lines, places } = featureGeometry(this.#use(version).body);
      for (const at of places) sites.push({ name: this.#key(version, at), at });
      roads.push(...lines);
      if (zone.length > 0) units.push({ name: this.#key(version, null), zone });
    }
    return {
      ...(populationId === undefined ? {} : { population: await this.cells(populationId) }),
      ...(sites.length === 0 ? {} : { sites }),
      ...(roads.length === 0 ? {} : { roads }),
      ...(units.length === 0 ? {} : { units }),
    };
  }

  async cells(populationId: Id): Promise<PopulationCell[]> {
    const found = this.#record.of('population').get(populationId);
    if (found === undefined)
      throw new UserError(`there is no population "${populationId}"`, { cure: 'name one of the case', code: 'unknown' });
    const { id, body } = this.#use(found);
    const { name, year, beforeDisplacement, licence = null } = body;
    this.#population = { id, name, year, beforeDisplacement, licence };
    const boundary = await boundaryOfH3();
    const called = `population "${labelText(name)}"`;
    return body.cells.map(({ h3, extent, people }) =>
      extent === undefined ? cellOfH3(boundary, h3 ?? '', people, called) : cellOfExtent(extent, people),
    );
  }

  named(key: string): { id: Id; name: string } {
    return this.#names.get(key) ?? { id: key, name: key };
  }

  tell(lines: readonly string[]): void {
    for (const line of lines) this.#told.add(line);
  }

  sources(): MapSources {
    const used = [...this.#used.values()];
    return {
      population: this.#population,
      told: [...this.#told],
      used: used.map(({ id, entry }) => ({ kind: entry.subject.kind, id, hash: entry.hash })),
      compartments: narrowest(
        this.#record,
        used.map(({ entry }) => entry.compartment),
      ),
    };
  }

  /** The widest accuracy that anything used states; undefined where nothing does. */
  static accuracyOf(features: readonly Version<'mapFeature'>[]): number | null {
    const stated = features.flatMap(({ body }) => body.accuracyMeters ?? []);
    return stated.length === 0 ? null : Math.max(...stated);
  }

  #map(asked: AskedMap, shape: 'zone' | 'line') {
    const all = featuresOf(this.#record, [...new Set(asked.featureIds)]);
    const features = all.filter(({ body }) => body.shape === shape);
    const name = asked.name ?? this.#nameOf(all);
    if (features.length === 0)
      throw new UserError(`"${name}" shows no ${shape}`, {
        cure: shape === 'zone' ? 'choose a map with zones; lines alone enclose nothing' : 'choose a map with lines',
        code: shape === 'zone' ? 'no-area' : 'no-line',
      });
    for (const version of features) this.#use(version);
    if (features.length < all.length)
      this.tell([`of "${name}" ${features.length} of ${all.length} features are ${shape}s; the others were passed over`]);
    const accuracyMeters = asked.accuracyMeters ?? this.#stated ?? CaseMaps.accuracyOf(features);
    if (accuracyMeters === null) this.tell([`no accuracy is stated for "${name}", so that its border is taken as exact`]);
    return { features, name, accuracyMeters };
  }

  /** The one feature, else whose map it is, its version and phase. */
  #nameOf(features: readonly Version<'mapFeature'>[]): string {
    const [first, ...others] = features;
    if (first === undefined) return 'no features';
    if (others.length === 0) return labelText(first.body.name);
    const { partyId, version, phase } = first.body;
    const party = partyId === undefined ? undefined : (this.#record.of('party').get(partyId) ?? this.#record.of('thirdParty').get(partyId));
    const parts = [party && labelText(party.body.name), version, phase === undefined ? undefined : `phase ${phase}`];
    return parts.filter((part) => part !== undefined).join(', ') || features.map(({ body }) => labelText(body.name)).join(', ');
  }

  #use<V extends Version<'mapFeature'> | Version<'population'>>(version: V): V {
    this.#used.set(`${version.entry.subject.kind}/${version.id}`, version as unknown as Version);
    return version;
  }

  /** Names may be the same; a key is not. */
  #key({ id, body }: Version<'mapFeature'>, at: readonly [number, number] | null): string {
    const key = at === null ? id : `${id} ${at.join(' ')}`;
    this.#names.set(key, { id, name: labelText(body.name) });
    return key;
  }
}

/** Places, roads, municipalities and camps that lie on the ground, whoever drew them; a zone that somebody claims is none. */
function isGround({ body: { shape, category } }: Version<'mapFeature'>): boolean {
  if (shape === 'place') return true;
  return shape === 'line' ? category === 'road' : category === 'municipality' || category === 'camp' || category === 'hospital';
}
