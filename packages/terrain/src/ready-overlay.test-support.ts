import init from 'geos-wasm';
import type { GeosModule } from './geos/geos-module.ts';
import { geosOverlay } from './geos/geos-overlay.ts';
import type { Overlay } from './overlay.ts';

const geos = (await init({ errorHandler: () => undefined, noticeHandler: () => undefined })) as unknown as GeosModule;

/** An overlay by GEOS, with the grid that is the default. */
export const overlay: Overlay = geosOverlay(geos);

/** Bytes that GEOS holds at most so far. */
export const heapBytes = (): number => geos.Module.HEAPU8.length;

/** The same, with the way of large zones for all of them. */
export const quickOverlay: Overlay = geosOverlay(geos, 1e-7, 0);
