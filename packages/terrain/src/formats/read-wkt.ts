/** Well-known text of geometries (ISO 19125-1, OGC 06-103r4) and its extension EWKT by PostGIS, which puts `SRID=n;` before. */
import { UserError } from '@parley/model';
import type { Json } from './json.ts';
import { mapFileOf, type RawLayer } from './map-builder.ts';
import type { MapFile, ReadOptions } from './map-feature.ts';
import { projectionOfName } from './projection.ts';

/** Whether a text begins as well-known text does. */
export const BEGINS_AS_WKT =
  /^\uFEFF?\s*(?:SRID\s*=\s*\d+\s*;\s*)?(?:POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION|TRIANGLE|TIN|POLYHEDRALSURFACE|CIRCULARSTRING|COMPOUNDCURVE|CURVEPOLYGON|MULTICURVE|MULTISURFACE)\s*(?:ZM|Z|M)?\s*(?:\(|EMPTY)/i;

/**
 * The geometries of a text, one after another with nothing, a semicolon or a comma between them. Each may have its own
 * `SRID`. Throws a UserError for what is no such text, for curves, and for an SRID that is not known.
 */
export function readWkt(text: string, name: string, options: ReadOptions = {}): MapFile {
  const scan = new Scan(text, name);
  const layers: RawLayer[] = [];
  const told = new Set<string>();
  while (!scan.atEnd()) {
    const srid = scan.srid();
    const projection = srid === null || srid === 0 ? undefined : projectionOfName(`EPSG:${srid}`, name);
    const geometry = scan.geometry(0);
    const fresh = (projection?.told ?? []).filter((line) => !told.has(line));
    for (const line of fresh) told.add(line);
    layers.push({ features: [{ properties: {}, geometry }], told: fresh, ...(projection === undefined ? {} : { projection }) });
    scan.between();
  }
  return mapFileOf(name, layers, options);
}

const TYPES: Readonly<Record<string, readonly [type: string, depth: number]>> = {
  POINT: ['Point', 0],
  LINESTRING: ['LineString', 1],
  POLYGON: ['Polygon', 2],
  TRIANGLE: ['Polygon', 2],
  MULTIPOINT: ['MultiPoint', 1],
  MULTILINESTRING: ['MultiLineString', 2],
  MULTIPOLYGON: ['MultiPolygon', 3],
};

/** How deep collections may lie in each other. */
const DEEPEST = 32;

class Scan {
  readonly #text: string;
  readonly #name: string;
  #at = 0;

  constructor(text: string, name: string) {
    this.#text = text.replace(/^\uFEFF/, '');
    this.#name = name;
  }

  atEnd(): boolean {
    return this.#take(/\s*/y) !== null && this.#at >= this.#text.length;
  }

  srid(): number | null {
    const found = this.#take(/\s*SRID\s*=\s*(\d{1,9})\s*;/iy);
    return found === null ? null : Number(found[1]);
  }

  between(): void {
    this.#take(/\s*[;,]?/y);
  }

  geometry(depth: number): Json {
    const word = this.#take(/\s*([A-Z]+?)\s*(ZM|Z|M)?(?=\s*(?:\(|EMPTY))/iy);
    const called = word?.[1]?.toUpperCase() ?? '';
    const hasHeight = word?.[2]?.toUpperCase().startsWith('Z') ?? null;
    if (called === 'GEOMETRYCOLLECTION') return { type: 'GeometryCollection', geometries: this.#collection(depth) };
    const known = TYPES[called];
    if (known === undefined) throw this.#broken(called === '' ? 'it goes on with' : `${called} is not read`);
    const [type, levels] = known;
    return { type, coordinates: this.#isEmpty() ? [] : this.#nested(levels, hasHeight) };
  }

  #collection(depth: number): Json[] {
    if (depth >= DEEPEST) throw this.#broken(`more than ${DEEPEST} collections lie in each other`);
    if (this.#isEmpty()) return [];
    return this.#inBrackets(() => this.geometry(depth + 1));
  }

  #nested(levels: number, hasHeight: boolean | null): unknown {
    if (levels === 0) return this.#inBrackets(() => this.#position(hasHeight))[0];
    if (levels > 1) return this.#inBrackets(() => (this.#isEmpty() ? [] : this.#nested(levels - 1, hasHeight)));
    // The places of a MULTIPOINT may stand in brackets of their own.
    return this.#inBrackets(() => (this.#sees('(') ? this.#nested(0, hasHeight) : this.#position(hasHeight)));
  }

  #inBrackets<T>(one: () => T): T[] {
    if (this.#take(/\s*\(/y) === null) throw this.#broken('a bracket is due before');
    const found = [one()];
    while (this.#take(/\s*,/y) !== null) found.push(one());
    if (this.#take(/\s*\)/y) === null) throw this.#broken('a comma or a closing bracket is due before');
    return found;
  }

  /** Without a letter behind the type, a third number is a height; after M it is a measure. */
  #position(hasHeight: boolean | null): number[] {
    const found = this.#take(/\s*([^\s,()]+)\s+([^\s,()]+)(?:\s+([^\s,()]+))?(?:\s+([^\s,()]+))?/y);
    if (found === null) throw this.#broken('two numbers are due before');
    const [, x, y, third] = found;
    return [Number(x), Number(y), ...(third === undefined || hasHeight === false ? [] : [Number(third)])];
  }

  #isEmpty(): boolean {
    return this.#take(/\s*EMPTY\b/iy) !== null;
  }

  #sees(mark: string): boolean {
    this.#take(/\s*/y);
    return this.#text.startsWith(mark, this.#at);
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }

  #broken(what: string): UserError {
    const rest = this.#text.slice(this.#at, this.#at + 40).trim();
    return new UserError(`${this.#name} is broken WKT: ${what} ${rest === '' ? 'its end, as if it was cut off' : `"${rest}"`}`, {
      cure: 'copy the text again, or convert the map to GeoJSON',
      code: 'broken-file',
    });
  }
}
