/** The main file (.shp) of a Shapefile (ESRI, "Shapefile technical description", 1998). */
import { UserError } from '@parley/model';
import { type Extent, extentOf } from '../geometry.ts';
import type { Json } from './json.ts';
import { polygonsOfRings } from './polygons-of-rings.ts';

/** The shapes of a .shp, one for each row of its table, and what had to be put right. */
export interface Shapes {
  /** As GeoJSON has them; null for a record without a shape. */
  readonly geometries: readonly (Json | null)[];
  /** What holds all of them; infinite and reversed where there are none. */
  readonly extent: Extent;
  readonly told: readonly string[];
}

/** Reads a .shp. Heights and measures are passed over. Throws a UserError for one that is cut off or damaged. */
export function readShapes(bytes: Uint8Array, name: string): Shapes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < HEAD_BYTES || view.getInt32(0) !== SHAPEFILE) throw damaged(name, 'its head is not that of a .shp');
  const end = 2 * view.getInt32(24);
  if (end > view.byteLength) throw damaged(name, `it has ${view.byteLength} of the ${end} bytes that its head gives`);
  const records: (Record | null)[] = [];
  for (let at = HEAD_BYTES; at + 12 <= end; ) {
    const bytesOfRecord = 2 * view.getInt32(at + 4);
    if (bytesOfRecord < 4 || at + 8 + bytesOfRecord > end) throw damaged(name, `record ${records.length + 1} goes beyond its end`);
    records.push(recordOf(new DataView(view.buffer, view.byteOffset + at + 8, bytesOfRecord), `${name}: record ${records.length + 1}`));
    at += 8 + bytesOfRecord;
  }
  // The head gives an extent too, but not always the right one.
  return { ...geometriesOf(records), extent: extentOf(records.flatMap((record) => record?.parts ?? [])) };
}

const HEAD_BYTES = 100;
const SHAPEFILE = 9994;

type Places = [number, number][];

interface Record {
  /** 1 places, 3 lines, 5 rings, 31 a surface in space. */
  readonly kind: number;
  readonly parts: Places[];
  readonly hasHeights: boolean;
}

function geometriesOf(records: readonly (Record | null)[]): { geometries: (Json | null)[]; told: string[] } {
  const count = { heights: 0, surfaces: 0, reversed: 0, stray: 0 };
  const geometries = records.map((record): Json | null => {
    if (record === null) return null;
    if (record.hasHeights) count.heights++;
    if (record.kind === 1) return { type: 'MultiPoint', coordinates: record.parts[0] };
    if (record.kind === 3) return { type: 'MultiLineString', coordinates: record.parts };
    if (record.kind === 5) {
      const { polygons, stray, isReversed } = polygonsOfRings(record.parts);
      count.stray += stray;
      if (isReversed) count.reversed++;
      return { type: 'MultiPolygon', coordinates: polygons };
    }
    count.surfaces++;
    return null;
  });
  const told = [
    ...(count.heights > 0 ? ['heights are passed over'] : []),
    ...(count.surfaces > 0 ? [`${count.surfaces} surface(s) in space (MultiPatch) are left out`] : []),
    ...(count.reversed > 0 ? [`the rings of ${count.reversed} feature(s) are wound the wrong way round and were taken the other way`] : []),
    ...(count.stray > 0 ? [`${count.stray} ring(s) wound as holes lie in no other ring and were taken as land`] : []),
  ];
  return { geometries, told };
}

/** A record: null for one without a shape. Kinds of ten more have heights, of twenty more measures; both stand behind the places. */
function recordOf(view: DataView, where: string): Record | null {
  const type = view.getInt32(0, true);
  if (type === 0) return null;
  const kind = type === 31 || type > 28 ? type : type % 10;
  const hasHeights = type > 10 && type < 20;
  const places = (from: number, count: number): Places => {
    if (count < 0 || from + 16 * count > view.byteLength) throw damaged(where, 'it has fewer places than it says');
    return Array.from({ length: count }, (_, at) => [view.getFloat64(from + 16 * at, true), view.getFloat64(from + 16 * at + 8, true)]);
  };
  const number = (at: number): number => {
    if (at + 4 > view.byteLength) throw damaged(where, 'it is too short');
    return view.getInt32(at, true);
  };
  if (kind === 31) return { kind, parts: [], hasHeights };
  if (kind === 1) return { kind: 1, parts: [places(4, 1)], hasHeights };
  if (kind === 8) return { kind: 1, parts: [places(40, number(36))], hasHeights };
  if (kind !== 3 && kind !== 5) throw damaged(where, `there is no shape of the type ${type}`);
  const [partCount, placeCount] = [number(36), number(40)];
  if (partCount < 0 || 44 + 4 * partCount > view.byteLength) throw damaged(where, 'it has fewer parts than it says');
  const starts = Array.from({ length: partCount }, (_, at) => number(44 + 4 * at));
  const parts = starts.map((start, at) => {
    const next = starts[at + 1] ?? placeCount;
    if (start < 0 || next < start || next > placeCount) throw damaged(where, 'its parts do not follow each other');
    return places(44 + 4 * partCount + 16 * start, next - start);
  });
  return { kind, parts, hasHeights };
}

function damaged(name: string, what: string): UserError {
  return new UserError(`${name} is damaged: ${what}`, { cure: 'copy or export it again', code: 'broken-file' });
}
