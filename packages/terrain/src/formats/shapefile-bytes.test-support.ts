import { strToU8, zipSync } from 'fflate';

type Place = readonly number[];

/** A shape as tests write it; null for a record without one. */
export interface Shape {
  /** 1 place, 3 lines, 5 rings, 8 places; 10 more with heights. */
  readonly type: number;
  readonly parts: readonly (readonly Place[])[];
}

/** A .shp of the shapes, by the description of the format: independent of what reads it. */
export function shpOf(shapes: readonly (Shape | null)[]): Uint8Array {
  const records = shapes.map((shape) => (shape === null ? new Uint8Array(4) : contentOf(shape)));
  const bytes = new Uint8Array(100 + records.reduce((sum, record) => sum + 8 + record.length, 0));
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, bytes.length / 2);
  view.setInt32(28, 1000, true);
  view.setInt32(32, shapes.find((shape) => shape !== null)?.type ?? 0, true);
  let at = 100;
  for (const [number, record] of records.entries()) {
    view.setInt32(at, number + 1);
    view.setInt32(at + 4, record.length / 2);
    bytes.set(record, at + 8);
    at += 8 + record.length;
  }
  return bytes;
}

function contentOf({ type, parts }: Shape): Uint8Array {
  const places = parts.flat();
  const kind = type % 10;
  const head = kind === 1 ? 4 : kind === 8 ? 40 : 44 + 4 * parts.length;
  const hasHeights = type > 10;
  const tail = !hasHeights ? 0 : kind === 1 ? 16 : 16 + 8 * places.length;
  const view = new DataView(new ArrayBuffer(head + 16 * places.length + tail));
  view.setInt32(0, type, true);
  if (kind === 8) view.setInt32(36, places.length, true);
  if (kind === 3 || kind === 5) {
    view.setInt32(36, parts.length, true);
    view.setInt32(40, places.length, true);
    let start = 0;
    for (const [at, part] of parts.entries()) {
      view.setInt32(44 + 4 * at, start, true);
      start += part.length;
    }
  }
  for (const [at, [x = 0, y = 0, z = 0]] of places.entries()) {
    view.setFloat64(head + 16 * at, x, true);
    view.setFloat64(head + 16 * at + 8, y, true);
    if (hasHeights) view.setFloat64(head + 16 * places.length + (kind === 1 ? 0 : 16) + 8 * at, z, true);
  }
  return new Uint8Array(view.buffer);
}

export interface Table {
  /** Column by name: its type and width. */
  readonly columns: readonly { readonly name: string; readonly type: 'C' | 'N' | 'L' | 'D'; readonly width: number }[];
  /** The bytes of each cell as the table holds them; text is taken as ASCII. */
  readonly rows: readonly (readonly (string | Uint8Array)[])[];
  readonly driver?: number;
  readonly deleted?: readonly number[];
}

/** A .dbf of the table. */
export function dbfOf({ columns, rows, driver = 0, deleted = [] }: Table): Uint8Array {
  const headBytes = 33 + 32 * columns.length;
  const rowBytes = 1 + columns.reduce((sum, { width }) => sum + width, 0);
  const bytes = new Uint8Array(headBytes + rowBytes * rows.length + 1).fill(0x20, headBytes);
  const view = new DataView(bytes.buffer);
  bytes[0] = 3;
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headBytes, true);
  view.setUint16(10, rowBytes, true);
  bytes[29] = driver;
  for (const [at, { name, type, width }] of columns.entries()) {
    bytes.set(strToU8(name).subarray(0, 10), 32 + 32 * at);
    bytes[32 + 32 * at + 11] = type.charCodeAt(0);
    bytes[32 + 32 * at + 16] = width;
  }
  bytes[headBytes - 1] = 0x0d;
  for (const [row, cells] of rows.entries()) {
    let at = headBytes + row * rowBytes;
    if (deleted.includes(row)) bytes[at] = 0x2a;
    at += 1;
    for (const [column, cell] of cells.entries()) {
      const { width = 0 } = columns[column] ?? {};
      bytes.set((typeof cell === 'string' ? strToU8(cell) : cell).subarray(0, width), at);
      at += width;
    }
  }
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** An archive of files by their paths. */
export function zipOf(files: Readonly<Record<string, Uint8Array | string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, file]) => [path, typeof file === 'string' ? strToU8(file) : file])));
}

/** A square as the format winds its shells: clockwise. */
export function clockwise(west: number, south: number, side: number): [number, number][] {
  return [
    [west, south],
    [west, south + side],
    [west + side, south + side],
    [west + side, south],
    [west, south],
  ];
}
