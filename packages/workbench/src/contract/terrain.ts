import { EdtfDate, Id, Instant, Label, LanguageTag, MadeHow, MapCategory, MapShape } from '@parley/model';
import { z } from 'zod';
import { AsOf, Recorded } from '../contract.ts';

/** What the server and the browser say to each other of maps. Coordinates are longitude and latitude in degrees (WGS 84). */

const Extent = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .meta({ description: 'West, south, east, north; east is above 180 where it crosses the antimeridian' });

/** One feature in a list: all that is recorded of it and its figures, but not its coordinates. */
export const MapFeatureView = z
  .object({
    id: Id,
    compartment: Id,
    name: Label,
    shape: MapShape,
    category: MapCategory.nullable(),
    partyId: Id.nullable(),
    version: z.string().nullable(),
    phase: z.int().nullable(),
    on: EdtfDate.nullable(),
    accuracyMeters: z.number().nullable(),
    madeHow: MadeHow.nullable(),
    replacesId: Id.nullable(),
    /** Later versions of it. */
    replacedBy: z.array(Id),
    pCode: z.string().nullable(),
    contested: z.boolean(),
    namedBy: z.string().nullable(),
    sourceId: Id.nullable(),
    evidence: z.array(Id),
    statements: z.array(Id).meta({ description: 'Its evidence, and the statements that name it' }),
    issueOptions: z.array(z.object({ issueId: Id, optionId: Id })).meta({ description: 'The options of map issues that it is' }),
    mapKey: z.string().meta({ description: 'The same for features of one party, version and phase, which are one map' }),
    extent: Extent,
    positions: z.int(),
    areaKm2: z.number().nullable(),
    lengthKm: z.number().nullable(),
    note: z.string().nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'MapFeatureView' });

export const PopulationView = z
  .object({
    id: Id,
    compartment: Id,
    name: Label,
    year: z.int(),
    beforeDisplacement: z.boolean(),
    licence: z.string().nullable(),
    sourceId: Id.nullable(),
    note: z.string().nullable(),
    cells: z.int(),
    people: z.number().meta({ description: 'Counted in all cells' }),
    recordedAt: Instant,
  })
  .meta({ id: 'PopulationView' });

export const MapView = z
  .object({ features: z.array(MapFeatureView), populations: z.array(PopulationView) })
  .meta({ id: 'MapView', description: 'The features and populations of a case, without coordinates' });

export const FeaturesQuery = AsOf.extend({
  ids: z.string().optional().meta({ description: 'Ids of features, separated by commas; all where left out' }),
});

/** What a map can be exported as. */
export const MAP_FILES = ['geojson', 'kml', 'svg', 'csv', 'xlsx', 'docx', 'pdf'] as const;

export const ExportMapQuery = FeaturesQuery.extend({
  format: z.enum(MAP_FILES),
  table: z
    .enum(['features', 'comparison'])
    .default('features')
    .meta({ description: 'In csv, xlsx and docx: what the features are, or what lies in the maps that they make up' }),
  referenceIds: z.string().optional().meta({ description: 'In figures: the features of the map that the others are held against' }),
  populationId: Id.optional().meta({ description: 'In figures: by what people are counted; they are not where left out' }),
  bom: z.enum(['true', 'false']).default('false').meta({ description: 'Begin csv with a byte order mark, by which Excel knows UTF-8' }),
});

export const FeatureCollection = z
  .object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        id: Id,
        properties: z.looseObject({ name: Label, shape: MapShape, mapKey: z.string(), compartment: Id }),
        geometry: z.object({ type: z.enum(['MultiPolygon', 'MultiLineString', 'MultiPoint']), coordinates: z.array(z.unknown()) }),
      }),
    ),
  })
  .meta({ id: 'MapFeatureCollection', description: 'Features with their coordinates, as GeoJSON' });

/** A file as its bytes. */
const MapBytes = z.object({
  name: z.string().trim().min(1).max(500).meta({ description: 'What the file is called' }),
  base64: z.string().meta({ description: 'Its bytes, at most 100 MB of them' }),
});

export const ReadMap = MapBytes.meta({ id: 'ReadMap' });

export const ReadMapFile = z
  .object({
    features: z.array(
      z.object({
        name: z.string(),
        shape: MapShape,
        coordinates: z.array(z.unknown()),
        properties: z.record(z.string(), z.unknown()),
        positions: z.int(),
      }),
    ),
    told: z.array(z.string()).meta({ description: 'What was repaired, assumed or left out: one sentence each' }),
  })
  .meta({ id: 'ReadMapFile', description: 'What a map file shows, in coordinates as a case keeps them; nothing is recorded' });

/** What is recorded of every feature of a file. What a feature says itself holds where nothing is given here. */
export const ImportFields = z.object({
  partyId: Id.optional(),
  sourceId: Id.optional(),
  on: EdtfDate.optional(),
  version: z.string().trim().min(1).max(200).optional(),
  phase: z.int().min(1).max(99).optional(),
  accuracyMeters: z.number().min(0).max(50_000).optional(),
  madeHow: MadeHow.optional(),
  category: MapCategory.optional(),
  namedBy: z.string().trim().min(1).max(500).optional(),
  contested: z.boolean().optional(),
  evidence: z.array(Id).optional(),
  language: LanguageTag.default('en').meta({ description: 'Of the names in the file' }),
  option: z.object({ issueId: Id, optionId: Id }).optional().meta({ description: 'The option of a map issue that the features are' }),
  compartment: Id.optional(),
});

export const ImportMap = MapBytes.extend(ImportFields.shape).meta({ id: 'ImportMap' });
export const ImportedMap = Recorded.extend({ ids: z.array(Id), told: z.array(z.string()) }).meta({ id: 'ImportedMap' });

export const ImportPopulation = MapBytes.extend({
  label: Label.optional().meta({ description: 'What it is called in the case; the name of the file where left out' }),
  year: z.int().min(1800).max(2200),
  beforeDisplacement: z.boolean(),
  sourceId: Id.optional(),
  licence: z.string().trim().min(1).max(300).optional(),
  compartment: Id.optional(),
}).meta({ id: 'ImportPopulation' });
