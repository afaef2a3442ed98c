import { setImmediate } from 'node:timers/promises';
import { type Body, type CaseRecord, type Id, UserError, type Version } from '@parley/model';
import { areaKm2, extentOf, type Line, lineLengthKm } from '@parley/terrain';
import type { z } from 'zod';
import type { MapFeatureView, MapView, PopulationView } from '../../contract/terrain.ts';
import { type FeatureGeometry, featureGeometry, ranOn } from './feature-geometry.ts';

/** The features and populations of a case with their figures, and without their coordinates. */
export async function caseMap(record: CaseRecord): Promise<z.output<typeof MapView>> {
  const links = linksOf(record);
  const features: z.output<typeof MapFeatureView>[] = [];
  for (const version of record.of('mapFeature').values()) {
    if (!FIGURES.has(version.body)) await setImmediate();
    features.push(featureView(version, links.get(version.id) ?? NO_LINKS));
  }
  return { features, populations: [...record.of('population').values()].map(populationView) };
}

/** The features named, or all. Throws one UserError for what is hidden and what does not exist. */
export function featuresOf(record: CaseRecord, ids: readonly Id[] | undefined): Version<'mapFeature'>[] {
  const all = record.of('mapFeature');
  if (ids === undefined) return [...all.values()];
  return ids.map((id) => {
    const found = all.get(id);
    if (found !== undefined) return found;
    throw new UserError(`there is no map feature "${id}"`, { cure: 'name one of the case; parley terrain list CASE', code: 'unknown' });
  });
}

/** The same for features of one party, version and phase, which are one map. */
export function mapKeyOf({ partyId, version, phase }: Body<'mapFeature'>): string {
  return JSON.stringify([partyId ?? null, version ?? null, phase ?? null]);
}

/** One GeoJSON feature after another, with its id, its coordinates and what is recorded of it. */
export function* geoJsonText(features: readonly Version<'mapFeature'>[]): Generator<string> {
  yield '{"type":"FeatureCollection","features":[';
  for (const [at, version] of features.entries()) yield `${at === 0 ? '' : ','}\n${JSON.stringify(geoJsonFeature(version))}`;
  yield '\n]}\n';
}

const GEOJSON_TYPE = { zone: 'MultiPolygon', line: 'MultiLineString', place: 'MultiPoint' } as const;

function geoJsonFeature({ id, body, entry }: Version<'mapFeature'>) {
  const { coordinates, shape, ...properties } = body;
  return {
    type: 'Feature',
    id,
    properties: { ...properties, shape, mapKey: mapKeyOf(body), compartment: entry.compartment },
    geometry: { type: GEOJSON_TYPE[shape], coordinates },
  };
}

interface Links {
  readonly issueOptions: { readonly issueId: Id; readonly optionId: Id }[];
  readonly statements: Id[];
  readonly replacedBy: Id[];
}
const NO_LINKS: Links = { issueOptions: [], statements: [], replacedBy: [] };

/** What of the record names each feature. */
function linksOf(record: CaseRecord): Map<Id, Links> {
  const links = new Map<Id, Links>();
  const of = (id: Id): Links => {
    const found = links.get(id) ?? { issueOptions: [], statements: [], replacedBy: [] };
    links.set(id, found);
    return found;
  };
  for (const { id: issueId, body } of record.of('issue').values()) {
    for (const { id: optionId, featureIds = [] } of body.options)
      for (const id of featureIds) of(id).issueOptions.push({ issueId, optionId });
  }
  for (const { id: statementId, body } of record.of('statement').values()) {
    for (const id of body.featureIds ?? []) of(id).statements.push(statementId);
  }
  for (const { id, body } of record.of('mapFeature').values()) if (body.replacesId !== undefined) of(body.replacesId).replacedBy.push(id);
  return links;
}

function featureView({ id, body, entry }: Version<'mapFeature'>, links: Links): z.output<typeof MapFeatureView> {
  const { extent, ...figures } = figuresOf(body);
  return {
    id,
    compartment: entry.compartment,
    name: body.name,
    shape: body.shape,
    category: body.category ?? null,
    partyId: body.partyId ?? null,
    version: body.version ?? null,
    phase: body.phase ?? null,
    on: body.on ?? null,
    accuracyMeters: body.accuracyMeters ?? null,
    madeHow: body.madeHow ?? null,
    replacesId: body.replacesId ?? null,
    replacedBy: links.replacedBy,
    pCode: body.pCode ?? null,
    contested: body.contested ?? false,
    namedBy: body.namedBy ?? null,
    sourceId: body.sourceId ?? null,
    evidence: body.evidence,
    statements: [...new Set([...body.evidence, ...links.statements])],
    issueOptions: links.issueOptions,
    mapKey: mapKeyOf(body),
    extent: [...extent],
    ...figures,
    note: body.note ?? null,
    recordedAt: entry.recordedAt,
  };
}

interface FeatureFigures {
  readonly extent: readonly [number, number, number, number];
  readonly positions: number;
  readonly areaKm2: number | null;
  readonly lengthKm: number | null;
}

/** A body never changes, so its figures are taken once: 100,000 positions take a tenth of a second. */
const FIGURES = new WeakMap<Body<'mapFeature'>, FeatureFigures>();

function figuresOf(body: Body<'mapFeature'>): FeatureFigures {
  const kept = FIGURES.get(body);
  if (kept !== undefined) return kept;
  const own = featureGeometry(body);
  const extent = extentOfFeature(own);
  // Where nothing is half round the earth from anything, no edge crosses the antimeridian.
  const geometry = extent[2] - extent[0] < 180 ? own : ranOn(own);
  const made: FeatureFigures = {
    extent: geometry === own ? extent : extentOfFeature(geometry),
    positions: partsOf(own).reduce((sum, line) => sum + line.length, 0),
    areaKm2: body.shape === 'zone' ? areaKm2(geometry.zone) : null,
    lengthKm: body.shape === 'line' ? lineLengthKm(geometry.lines) : null,
  };
  FIGURES.set(body, made);
  return made;
}

function partsOf({ zone, lines, places }: FeatureGeometry): Line[] {
  return [...zone.flat(), ...lines, places];
}

function extentOfFeature(geometry: FeatureGeometry): FeatureFigures['extent'] {
  return extentOf(partsOf(geometry));
}

function populationView({ id, body, entry }: Version<'population'>): z.output<typeof PopulationView> {
  return {
    id,
    compartment: entry.compartment,
    name: body.name,
    year: body.year,
    beforeDisplacement: body.beforeDisplacement,
    licence: body.licence ?? null,
    sourceId: body.sourceId ?? null,
    note: body.note ?? null,
    cells: body.cells.length,
    people: body.cells.reduce((sum, { people }) => sum + people, 0),
    recordedAt: entry.recordedAt,
  };
}
