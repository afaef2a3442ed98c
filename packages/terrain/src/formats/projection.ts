import { UserError } from '@parley/model';
import proj4 from 'proj4';
import type { Position } from '../geometry.ts';
import { datumByName } from './datums.ts';

/** What the coordinates of a file are in, and the way from there to longitude and latitude on WGS 84. */
export interface Projection {
  /** Null where they are longitude and latitude already. */
  readonly inverse: ((position: Position) => Position) | null;
  /** The way back; null likewise. */
  readonly forward: ((position: Position) => Position) | null;
  /** Whether straight edges of the file are straight in metres, so that long ones bend in longitude and latitude. */
  readonly isPlane: boolean;
  /** What a person should know of it: one sentence each. */
  readonly told: readonly string[];
}

/** Longitude and latitude in degrees. */
export const WGS84: Projection = { inverse: null, forward: null, isPlane: false, told: [] };

/**
 * A projection by a name such as `EPSG:28191`, `urn:ogc:def:crs:EPSG::32636` or `OGC:CRS84`.
 * Throws a UserError where it is not known.
 */
export function projectionOfName(called: string, file: string): Projection {
  if (/CRS:?:?84$/i.test(called)) return WGS84;
  const code = /(?:^|EPSG|ESRI)[:/]*(?:[\d.]*[:/])?(\d{4,6})$/i.exec(called)?.[1];
  const number = code === undefined ? 0 : Number(code);
  if (DEGREES.has(number)) return WGS84;
  const definition = definitionOf(number);
  if (definition === null) throw unknownProjection(file, `is in the coordinates ${called}`);
  return through(definition, [`coordinates are brought from ${called.replace(/^urn:ogc:def:crs:(\w+):[\d.]*:/i, '$1:')} to WGS 84`]);
}

/**
 * A projection by its description in well-known text, as the .prj of a Shapefile has it (OGC 01-009, in the dialect of
 * ESRI too). Throws a UserError for what is no such text, and for a projection or a datum that is not known.
 */
export function projectionOfWkt(text: string, file: string): Projection {
  const called = /^\s*\w+\s*\[\s*"([^"]*)"/.exec(text)?.[1];
  const datumName = /\b(?:DATUM|ENSEMBLE|TRF)\s*\[\s*"([^"]*)"/i.exec(text)?.[1];
  if (called === undefined || datumName === undefined) throw unknownProjection(file, `has "${text.trim().slice(0, 60)}" for a projection`);
  const isPlane = /^\s*PROJ/i.test(text);
  if (!isPlane && !/UNIT\s*\[\s*"deg/i.test(text)) throw unknownProjection(file, `is in the coordinates ${called}, which are not degrees`);
  const datum = /TOWGS84/i.test(text) ? 'same' : datumByName(datumName);
  if (datum === null) throw unknownProjection(file, `stands on the datum ${datumName}, and how far that is off WGS 84 is not known here`);
  const told = [`coordinates are brought from ${called.replaceAll('_', ' ')} to WGS 84`];
  if (datum === 'same') return !isPlane && !/TOWGS84/i.test(text) ? WGS84 : through(text, told, isPlane);
  if (/^\s*[A-Z]*CRS\s*\[/i.test(text))
    throw unknownProjection(
      file,
      `stands on the datum ${datumName} in well-known text of the newer kind (WKT 2), for which its way is not read`,
    );
  // Inside the datum, behind its ellipsoid, is where such text has its way to WGS 84. ESRI leaves it out.
  const shifted = text.replace(
    /(DATUM\s*\[.*?(?:SPHEROID|ELLIPSOID)\s*\[[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\])/is,
    `$1,TOWGS84[${datum.toWgs84.join(',')}]`,
  );
  const way = `its datum is brought to WGS 84 by EPSG:${datum.epsg}, good to ${datum.withinMeters} m`;
  return through(shifted, [...told, way], isPlane);

  function through(definition: string, sentences: string[], plane: boolean): Projection {
    try {
      return inverseOf(definition, sentences, plane);
    } catch {
      throw unknownProjection(file, `is in the coordinates ${called}, a projection that is not known here`);
    }
  }
}

/** Told, and not refused: a file that does not say what its coordinates are in, when they can hardly be anything else. */
export function assumedDegrees(what: string): Projection {
  return { ...WGS84, told: [`${what}: its coordinates are taken as longitude and latitude (WGS 84), within which they lie`] };
}

function through(definition: string, told: string[]): Projection {
  return inverseOf(definition, told, true);
}

function inverseOf(definition: string, told: readonly string[], isPlane: boolean): Projection {
  const { inverse, forward } = proj4(definition);
  return {
    inverse: ([x, y]) => inverse([x, y]) as [number, number],
    forward: ([x, y]) => forward([x, y]) as [number, number],
    isPlane,
    told,
  };
}

/** WGS 84, and ETRS89, NAD83, GDA94 and GDA2020 within the metre or two that they are from it. */
const DEGREES: ReadonlySet<number> = new Set([4326, 4258, 4269, 4283, 7844, 4979]);

function definitionOf(code: number): string | null {
  if (OTHERS[code] !== undefined) return OTHERS[code];
  if (code === 3857 || code === 900913 || code === 102100 || code === 102113) return 'EPSG:3857';
  const zone = code % 100;
  if (zone < 1 || zone > 60) return null;
  const hundreds = Math.floor(code / 100);
  if (hundreds === 326 || hundreds === 258) return `+proj=utm +zone=${zone} +datum=WGS84 +units=m +no_defs`;
  return hundreds === 327 ? `+proj=utm +zone=${zone} +south +datum=WGS84 +units=m +no_defs` : null;
}

const CASSINI =
  '+proj=cass +lat_0=31.7340969444444 +lon_0=35.2120805555556 +x_0=170251.555 +a=6378300.789 +b=6356566.435 +units=m +no_defs';
const PALESTINE_1923 = '+towgs84=-275.7224,94.7824,340.8944,-8.001,-4.42,-11.821,1';
const ISRAEL_TM =
  '+proj=tmerc +lat_0=31.7343936111111 +lon_0=35.2045169444444 +k=1.0000067 +x_0=219529.584 +y_0=626907.39 +ellps=GRS80 +units=m +no_defs';

/** Projections beyond those that go by a rule, as the EPSG dataset defines them. */
const OTHERS: Readonly<Record<number, string>> = {
  28191: `${CASSINI} +y_0=126867.909 ${PALESTINE_1923}`,
  28193: `${CASSINI} +y_0=1126867.909 ${PALESTINE_1923}`,
  2039: `${ISRAEL_TM} +towgs84=23.772,17.49,17.859,-0.3132,-1.85274,1.67299,-5.4262`,
  6984: `${ISRAEL_TM} +towgs84=0,0,0`,
  6991: `${ISRAEL_TM} +towgs84=0,0,0`,
  54009: '+proj=moll +lon_0=0 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs',
  6933: '+proj=cea +lat_ts=30 +lon_0=0 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs',
};

function unknownProjection(file: string, what: string): UserError {
  return new UserError(`${file} ${what}`, {
    cure: 'convert it to longitude and latitude (WGS 84, EPSG:4326) in a GIS',
    code: 'unknown-projection',
  });
}
