import { memo, useMemo } from 'react';
import type { Plane } from './plane.ts';
import { pathOf } from './projected.ts';
import type { Base } from './use-base-map.ts';
import { inWindow, type MapWindow, pathIn } from './window.ts';

interface BaseLayerProps {
  readonly base: Base | null;
  readonly plane: Plane;
  readonly window: MapWindow;
}

/** Land and, faintly, borders as the atlas draws them. */
export const BaseLayer = memo(function BaseLayer({ base, plane, window }: BaseLayerProps) {
  const paths = useMemo(
    () => (base === null ? null : { land: pathIn(window, base.land), borders: pathIn(window, base.borders) }),
    [base, window],
  );
  return (
    <g className="map-base">
      <path className="map-sea" d={seaIn(plane, window)} />
      <path className="map-land" d={paths?.land ?? ''} />
      <path className="map-borders" d={paths?.borders ?? ''} />
    </g>
  );
});

/** What the plane shows of the earth: a disc, or the outline of the world. */
function seaIn({ spec, reach, toPlane }: Plane, window: MapWindow): string {
  if (spec.kind !== 'world') {
    const [x, y] = inWindow(window, [0, 0]);
    const radius = reach.maxX * window.scale;
    // Near by the disc is larger than any drawing can hold.
    if (radius > 20 * window.width) return `M0 0H${window.width}V${window.height}H0Z`;
    return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;
  }
  const latitudes = Array.from({ length: 91 }, (_, at) => 90 - 2 * at);
  const east = latitudes.map((latitude) => toPlane([spec.longitude + 180 - 1e-6, latitude]) ?? [0, 0]);
  const west = latitudes.toReversed().map((latitude) => toPlane([spec.longitude - 180 + 1e-6, latitude]) ?? [0, 0]);
  return pathIn(window, [pathOf([...east, ...west].flat(), true)]);
}
