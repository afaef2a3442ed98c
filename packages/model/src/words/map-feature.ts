import { z } from 'zod';
import { EdtfDate } from './edtf-date.ts';
import { Id } from './id.ts';
import { Label } from './label.ts';

/** Longitude and latitude in degrees (WGS 84), as GeoJSON orders them. */
export type MapPosition = readonly [longitude: number, latitude: number];
/** Polygons, each a closed shell and its holes. */
export type ZoneCoordinates = readonly (readonly (readonly MapPosition[])[])[];
export type LineCoordinates = readonly (readonly MapPosition[])[];
export type PlaceCoordinates = readonly MapPosition[];

export const MAP_SHAPES = ['zone', 'line', 'place'] as const;
export const MapShape = z.enum(MAP_SHAPES).meta({ id: 'MapShape', description: 'What a map feature is drawn as' });
export type MapShape = z.infer<typeof MapShape>;

/** What a feature stands for. Municipalities, camps, hospitals, crossings and roads are ground, and no claim. */
export const MAP_CATEGORIES = [
  'withdrawal',
  'buffer',
  'control',
  'border',
  'municipality',
  'camp',
  'hospital',
  'crossing',
  'road',
  'other',
] as const;
export const MapCategory = z.enum(MAP_CATEGORIES).meta({ id: 'MapCategory', description: 'What a map feature stands for' });
export type MapCategory = z.infer<typeof MapCategory>;

/** How the lines came to be, which says how far they can be trusted. */
export const MADE_HOW = ['survey', 'official file', 'digitised', 'sketch', 'from text'] as const;
export const MadeHow = z.enum(MADE_HOW).meta({ id: 'MadeHow', description: 'How a map feature was made' });
export type MadeHow = z.infer<typeof MadeHow>;

/** How many positions one feature may have. */
export const MOST_POSITIONS = 250_000;

/**
 * GeoJSON coordinates of a MultiPolygon, a MultiLineString or a MultiPoint. Checked by {@link MapFeature}: a schema for
 * each number of a quarter of a million positions would take seconds.
 */
const Coordinates = (
  z.array(z.unknown()).min(1, 'it has no positions') as unknown as z.ZodType<
    ZoneCoordinates | LineCoordinates | PlaceCoordinates,
    ZoneCoordinates | LineCoordinates | PlaceCoordinates
  >
).meta({
  id: 'MapCoordinates',
  description:
    'GeoJSON coordinates in longitude and latitude (WGS 84): of a MultiPolygon for a zone, a MultiLineString for a line, a MultiPoint for a place',
});

/** All of a map feature but where it runs. */
export const MapFeatureDetails = z.object({
  name: Label,
  shape: MapShape,
  category: MapCategory.optional(),
  /** Whose map it is; absent: the team's own, or the ground's. */
  partyId: Id.optional(),
  /** Which of a party's maps: "second map". Features with the same party, version and phase are one map. */
  version: z.string().trim().min(1).max(200).optional(),
  phase: z.int().min(1).max(99).optional(),
  /** The date of the map. */
  on: EdtfDate.optional(),
  /** How far off the line may be drawn. */
  accuracyMeters: z.number().min(0).max(50_000).optional(),
  madeHow: MadeHow.optional(),
  /** The earlier version of this feature, which stays. */
  replacesId: Id.optional(),
  /** A place code that stays when names change: an OCHA P-code, ISO 3166-2. */
  pCode: z.string().trim().min(1).max(50).optional(),
  /** Drawn as contested. */
  contested: z.boolean().optional(),
  /** Who calls it so. */
  namedBy: z.string().trim().min(1).max(500).optional(),
  sourceId: Id.optional(),
  /** Statements about it. */
  evidence: z.array(Id).default([]),
  note: z.string().max(10_000).optional(),
});

/** One zone, line or place of somebody's map, or of the ground. A map shows what its maker says, not what is there. */
export const MapFeature = MapFeatureDetails.extend({ coordinates: Coordinates })
  .superRefine(({ name, shape, coordinates }, context) => {
    const fault = geometryFault(shape, coordinates);
    if (fault === null) return;
    const called = Object.values(name)[0] ?? '';
    context.addIssue({ code: 'custom', message: `${shape} "${called}": ${fault}`, path: ['coordinates'] });
  })
  .meta({ id: 'MapFeature', description: 'One zone, line or place of a map' });
export type MapFeature = z.infer<typeof MapFeature>;

/** What is wrong with the coordinates of a shape, with the value at fault; null where nothing is. */
export function geometryFault(shape: MapShape, coordinates: unknown): string | null {
  const counted = { positions: 0 };
  const parts = listed(coordinates);
  const fault =
    parts.length === 0
      ? 'it has no positions'
      : shape === 'place'
        ? positionsFault(parts, counted)
        : firstFault(parts, (part, at) => (shape === 'line' ? lineFault(part, at, counted) : polygonFault(part, at, counted)));
  if (counted.positions > MOST_POSITIONS) return `it has more than ${MOST_POSITIONS} positions`;
  return fault;
}

/** How many positions a geometry has. */
export function positionCount(coordinates: unknown): number {
  if (!Array.isArray(coordinates)) return 0;
  if (typeof coordinates[0] === 'number') return 1;
  return coordinates.reduce<number>((sum, part) => sum + positionCount(part), 0);
}

interface Counted {
  positions: number;
}

function polygonFault(polygon: unknown, at: number, counted: Counted): string | null {
  const rings = listed(polygon);
  if (rings.length === 0) return `polygon ${at + 1} has no ring`;
  return firstFault(rings, (ring, place) => ringFault(ring, `ring ${place + 1} of polygon ${at + 1}`, counted));
}

function ringFault(ring: unknown, called: string, counted: Counted): string | null {
  const positions = listed(ring);
  if (positions.length < 4) return `${called} has ${positions.length} positions; a ring has 4 at least, the last as the first`;
  const fault = positionsFault(positions, counted);
  if (fault !== null) return fault;
  const [first, last] = [positions[0], positions.at(-1)] as [MapPosition, MapPosition];
  if (first[0] !== last[0] || first[1] !== last[1])
    return `${called} is open: it begins at ${first.join(', ')} and ends at ${last.join(', ')}`;
  return enclosesNothing(positions as readonly MapPosition[]) ? `${called} encloses nothing: all of it lies on one line` : null;
}

function lineFault(line: unknown, at: number, counted: Counted): string | null {
  const positions = listed(line);
  if (positions.length < 2) return `line ${at + 1} has ${positions.length === 1 ? 'one position' : 'no positions'}; a line has 2 at least`;
  return positionsFault(positions, counted);
}

function positionsFault(positions: readonly unknown[], counted: Counted): string | null {
  counted.positions += positions.length;
  if (counted.positions > MOST_POSITIONS) return `it has more than ${MOST_POSITIONS} positions`;
  return firstFault(positions, positionFault);
}

function positionFault(position: unknown): string | null {
  const [longitude, latitude] = listed(position);
  if (typeof longitude !== 'number' || typeof latitude !== 'number' || !Number.isFinite(longitude) || !Number.isFinite(latitude))
    return `${shown(position)} is no place; give longitude and latitude as numbers`;
  if ((position as unknown[]).length !== 2) return `${shown(position)} has more than longitude and latitude; leave heights out`;
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return null;
  if (Math.abs(latitude) > 90 && Math.abs(longitude) <= 90 && Math.abs(latitude) <= 180)
    return `there is no latitude ${latitude}: ${longitude}, ${latitude} seems to be latitude before longitude`;
  return `${longitude}, ${latitude} is not in longitude −180 to 180 and latitude −90 to 90`;
}

/** Straight back and forth: no position is off the line through two of the others. */
function enclosesNothing(ring: readonly MapPosition[]): boolean {
  const [originX, originY] = ring[0] as MapPosition;
  const other = ring.find(([x, y]) => x !== originX || y !== originY);
  if (other === undefined) return true;
  const [dx, dy] = [other[0] - originX, other[1] - originY];
  return ring.every(([x, y]) => dx * (y - originY) === dy * (x - originX));
}

function firstFault(parts: readonly unknown[], faultOf: (part: unknown, at: number) => string | null): string | null {
  for (let at = 0; at < parts.length; at++) {
    const fault = faultOf(parts[at], at);
    if (fault !== null) return fault;
  }
  return null;
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}
