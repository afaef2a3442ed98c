import { geoEquirectangular, geoPath } from 'd3-geo';
import type { MapCanvasProps, ZoneCoordinates } from './types.ts';

/** Maps drawn over each other on a base map. */
export function MapCanvas({ left, onSelect, name }: MapCanvasProps) {
  const zones = left.filter(({ shape }) => shape === 'zone');
  const all = {
    type: 'MultiPoint' as const,
    coordinates: zones.flatMap(({ coordinates }) => (coordinates as ZoneCoordinates).flat(2)) as never,
  };
  const projection = geoEquirectangular().fitSize([800, 600], all);
  const path = geoPath(projection);
  return (
    <svg viewBox="0 0 800 600" role="img" aria-label={name}>
      {zones.map(({ id, coordinates }) => (
        <path
          key={id}
          d={(coordinates as ZoneCoordinates)
            .flat()
            .map((ring) => path({ type: 'LineString', coordinates: ring as never }))
            .join('')}
          fillOpacity={0.2}
          stroke="currentColor"
          onClick={() => onSelect?.(id)}
        />
      ))}
    </svg>
  );
}
