import { geoDistance } from 'd3-geo';
import { useState } from 'react';
import { type Plane, type PlaneSpec, planeOf, planeSpecFor } from './plane.ts';
import type { Extent } from './types.ts';

/** How far the middle may go before another plane is worth bringing everything to it, in radians. */
const NEAR = 0.05;

/** The plane that suits an extent; the one before is kept as long as it suits too. */
export function usePlane(extent: Extent): Plane {
  const [kept, setKept] = useState(() => planeOf(planeSpecFor(extent)));
  const wanted = planeSpecFor(extent);
  if (suits(kept.spec, wanted)) return kept;
  const plane = planeOf(wanted);
  setKept(plane);
  return plane;
}

function suits(kept: PlaneSpec, wanted: PlaneSpec): boolean {
  return kept.kind === wanted.kind && geoDistance([kept.longitude, kept.latitude], [wanted.longitude, wanted.latitude]) < NEAR;
}
