import type { CaseRecord, Id, Instant } from '@parley/model';
import { labelText, UserError } from '@parley/model';
import { MAP_IS_CLAIM, mapName, plainText, type WrittenFeature, writeMapFile } from '@parley/terrain';
import type { MAP_FILES } from '../../../contract/terrain.ts';
import { CaseMaps } from '../case-maps.ts';
import { comparedMaps, type MapDoing } from '../map-results.ts';
import { comparisonTable, countedText, figureRows } from './comparison-table.ts';
import { featureTable } from './feature-table.ts';
import { compartmentNames, type ReleasedMap, releasedMap } from './released-map.ts';
import type { SheetFigures } from './sheet/map-sheet.ts';
import { tableFile } from './table-file.ts';

export type MapFormat = (typeof MAP_FILES)[number];

export interface MapExportInput {
  readonly format: MapFormat;
  /** The features; all where left out. */
  readonly ids?: readonly Id[] | undefined;
  /** In a table what the features are, or what lies in the maps that they make up. Default: what they are. */
  readonly table?: 'features' | 'comparison' | undefined;
  /** The features of the map that others are held against. */
  readonly referenceIds?: readonly Id[] | undefined;
  /** By what people are counted; they are not where left out. */
  readonly populationId?: Id | undefined;
  /** Begin CSV with a byte order mark. */
  readonly bom?: boolean | undefined;
}

export interface MapExport {
  readonly fileName: string;
  readonly body: string | Uint8Array;
  /** The names of the compartments it was made from. */
  readonly compartments: readonly string[];
  readonly told: readonly string[];
}

/**
 * The map of a case as a file for other programs or for paper. Made from what the record holds and nothing else, rules of
 * attribution honoured; a file says from which compartments it was made.
 *
 * Throws a UserError for a feature or population that is hidden or not there, and for a reference without a zone.
 */
export async function exportMap(record: CaseRecord, input: MapExportInput, now: Instant, doing: MapDoing): Promise<MapExport> {
  const { format, table = 'features' } = input;
  const map = releasedMap(record, input.ids);
  if (format === 'geojson' || format === 'kml' || format === 'svg') return exported(map, `map.${format}`, writeMapFile(map, format));
  if (format === 'pdf') {
    const compared = await comparison(record, map, input, doing);
    const whole = compared?.map ?? map;
    const { mapSheet } = await import('./sheet/map-sheet.ts');
    return exported(whole, 'map.pdf', await mapSheet(whole, compared?.figures ?? null, new Date(now)));
  }
  if (table === 'features') return exported(map, `features.${format}`, tableOfFeatures(map, format, input.bom));
  const compared = await comparison(record, map, input, doing);
  const whole = compared?.map ?? map;
  const about = [...(compared?.figures.about ?? []), ...aboutOf(whole)];
  const rows = comparisonTable(compared?.figures.rows ?? [], about);
  const file = tableFile(rows, format, { title: whole.title, sheetName: 'comparison', about: [], bom: input.bom ?? false });
  return exported(whole, `comparison.${format}`, file);
}

function exported({ compartments, told }: ReleasedMap, fileName: string, body: string | Uint8Array): MapExport {
  return { fileName, body, compartments, told };
}

/** What a page has room for; a sheet has all columns. */
const ON_PAGE = [
  'name',
  'party',
  'version',
  'phase',
  'category',
  'date',
  'accuracy_m',
  'made_how',
  'source',
  'p_code',
  'area_km2',
  'compartment',
];

function tableOfFeatures(map: ReleasedMap, format: 'csv' | 'xlsx' | 'docx', bom = false): string | Uint8Array {
  const rows = featureTable(map.features);
  return tableFile(rows, format, { title: map.title, sheetName: 'features', about: aboutOf(map), columnsOnPage: ON_PAGE, bom });
}

function aboutOf({ compartments, told }: ReleasedMap): string[] {
  return [MAP_IS_CLAIM, ...told, `Made from: ${compartments.join(', ')}`];
}

/** What lies in each map of zones; null where there is none. Nothing that may not leave the case goes into the figures. */
async function comparison(
  record: CaseRecord,
  map: ReleasedMap,
  { referenceIds, populationId }: MapExportInput,
  doing: MapDoing,
): Promise<{ figures: SheetFigures; map: ReleasedMap } | null> {
  const ground = releasedMap(record).features.filter(isGround);
  const against = referenceIds === undefined ? null : releasedMap(record, referenceIds);
  const reference = against?.features.filter(({ shape }) => shape === 'zone') ?? [];
  if (against !== null && referenceIds?.length && reference.length === 0)
    throw new UserError(`"${referenceIds.join(',')}" shows no zone that could be a reference`, {
      cure: against.withheld === 0 ? 'name features that are zones' : 'name another: where it comes from may not be attributed',
      code: 'no-area',
    });
  const held = new Set(reference.map(({ id }) => id));
  const claimed = map.features.filter((feature) => isClaimed(feature) && !held.has(feature.id));
  const maps = [...Map.groupBy(claimed, ({ mapKey }) => mapKey).values()];
  if (maps.length === 0) return null;
  const asked = (features: readonly WrittenFeature[]) => ({
    // Pieces of ground are nobody's map, and go by their own names.
    name: features.every(isGround) ? features.map(({ name }) => plainText(labelText(name))).join(', ') : mapName(features),
    featureIds: features.map(({ id }) => id),
  });
  const found = await comparedMaps(
    new CaseMaps(record),
    {
      maps: maps.map(asked),
      ...(reference.length === 0 ? {} : { reference: asked(reference) }),
      ...(populationId === undefined ? {} : { populationId }),
      groundIds: ground.map(({ id }) => id),
    },
    doing,
  );
  const { population, result } = found;
  const countedBy = population && { ...population, name: labelText(population.name) };
  // A site goes out by the name that may go out.
  const names = new Map(ground.map(({ id, name }) => [id, plainText(labelText(name))] as const));
  const renamed = <S extends { readonly id: Id; readonly name: string }>(sites: readonly S[] | null): S[] | null =>
    sites?.map((site) => ({ ...site, name: names.get(site.id) ?? site.name })) ?? null;
  const figuresOf = (figures: (typeof result)['maps'][number]) => ({
    ...figures,
    sites: renamed(figures.sites),
    units: renamed(figures.units),
  });
  const rows = figureRows(
    { ...result, reference: result.reference && figuresOf(result.reference), maps: result.maps.map(figuresOf) },
    countedBy,
  );
  const counted = countedBy === null ? [] : [`People are counted by ${countedText(countedBy)}`];
  return {
    figures: {
      rows,
      about: [...counted, ...(against?.told ?? []), ...found.told, `Figures: ${result.note.definition} (${result.note.source})`],
    },
    map: { ...map, compartments: [...new Set([...map.compartments, ...compartmentNames(record, compartmentsOf(record, found.used))])] },
  };
}

function compartmentsOf(record: CaseRecord, used: readonly { readonly kind: string; readonly id: Id }[]): Id[] {
  return used.flatMap(({ kind, id }) => record.of(kind as 'mapFeature').get(id)?.entry.compartment ?? []);
}

/** As the comparison takes it: places, roads, and pieces of ground with borders. */
function isGround({ shape, category }: WrittenFeature): boolean {
  if (shape === 'place') return true;
  return shape === 'line' ? category === 'road' : category === 'municipality' || category === 'camp' || category === 'hospital';
}

function isClaimed(feature: WrittenFeature): boolean {
  return feature.shape === 'zone' && !isGround(feature);
}
