/**
 * Well-known binary (OGC 06-103r4, 8), little-endian and flat: how coordinates go to GEOS and come back, to the last bit.
 */
import type { Line, Position, Ring, Zone } from '../geometry.ts';

const [POINT, LINE, POLYGON, MULTI_LINE, MULTI_POLYGON] = [1, 2, 3, 5, 6] as const;

export function zoneToWkb(zone: Zone): Uint8Array {
  let bytes = 9;
  for (const polygon of zone) bytes += polygon.reduce((sum, ring) => sum + 4 + 16 * ring.length, 9);
  const writer = new Writer(bytes);
  writer.head(MULTI_POLYGON, zone.length);
  for (const polygon of zone) {
    writer.head(POLYGON, polygon.length);
    for (const ring of polygon) writer.positions(ring);
  }
  return writer.bytes;
}

export function linesToWkb(lines: readonly Line[]): Uint8Array {
  const writer = new Writer(lines.reduce((sum, line) => sum + 9 + 16 * line.length, 9));
  writer.head(MULTI_LINE, lines.length);
  for (const line of lines) {
    writer.head(LINE);
    writer.positions(line);
  }
  return writer.bytes;
}

/** The polygons and lines of any geometry; points and empty parts are passed over. */
export function fromWkb(bytes: Uint8Array): { zone: Zone; lines: Line[] } {
  const zone: Ring[][] = [];
  const lines: Line[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const count = (): number => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const positions = (): Position[] => {
    const read: Position[] = new Array(count());
    for (let index = 0; index < read.length; index++, at += 16) {
      read[index] = [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
    }
    return read;
  };
  const geometry = (): void => {
    at += 1;
    const type = count();
    if (type === POINT) at += 16;
    else if (type === LINE) {
      const line = positions();
      if (line.length > 0) lines.push(line);
    } else if (type === POLYGON) {
      const rings = Array.from({ length: count() }, positions);
      if (rings.length > 0) zone.push(rings);
    } else for (let left = count(); left > 0; left--) geometry();
  };
  geometry();
  return { zone, lines };
}

class Writer {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  head(type: number, parts?: number): void {
    this.#view.setUint8(this.#at, 1);
    this.#view.setUint32(this.#at + 1, type, true);
    this.#at += 5;
    if (parts !== undefined) this.#count(parts);
  }

  positions(line: readonly Position[]): void {
    this.#count(line.length);
    for (const [x, y] of line) {
      this.#view.setFloat64(this.#at, x, true);
      this.#view.setFloat64(this.#at + 8, y, true);
      this.#at += 16;
    }
  }

  #count(value: number): void {
    this.#view.setUint32(this.#at, value, true);
    this.#at += 4;
  }
}
