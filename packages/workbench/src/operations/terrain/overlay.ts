import { type GeosModule, geosOverlay, type Overlay } from '@parley/terrain';

let ready: Promise<Overlay> | undefined;

/**
 * GEOS (LGPL), loaded when first asked for; the operations on maps are handed it ready. Nothing else names the package,
 * so that another build of GEOS can take its place.
 */
export function readyOverlay(): Promise<Overlay> {
  ready ??= load();
  return ready;
}

async function load(): Promise<Overlay> {
  const { default: init } = await import('geos-wasm');
  // What GEOS has to say of a fault is in the answer of the call; it would else go to the terminal.
  const geos = await init({ errorHandler: () => undefined, noticeHandler: () => undefined });
  return geosOverlay(geos as unknown as GeosModule);
}
