import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import init from 'geos-wasm';
import { readGeoJson } from './formats/read-geojson.ts';
import type { GeosModule } from './geos/geos-module.ts';
import { geosOverlay } from './geos/geos-overlay.ts';
import type { Overlay } from './overlay.ts';

const geos = (await init({ errorHandler: () => undefined, noticeHandler: () => undefined })) as unknown as GeosModule;

/** An overlay by GEOS, with the grid that is the default. */
export const overlay: Overlay = geosOverlay(geos);

/** Bytes that GEOS holds at most so far. */
export const heapBytes = (): number => geos.Module.HEAPU8.length;

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(resolve(root, process.env.PARLEY_DATA ?? '../shared/data'), 'terrain');

/** Whether the maps for development are on this machine; says so where they are not. */
export const hasMaps: boolean = existsSync(folder);
if (!hasMaps) console.warn(`skipped: no maps at ${folder}; set PARLEY_DATA to the folder that holds terrain/`);

export function mapNamed(name: string) {
  return readGeoJson(readFileSync(join(folder, name), 'utf8'), name);
}
