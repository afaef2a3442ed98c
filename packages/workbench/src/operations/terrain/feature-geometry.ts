import type { Body } from '@parley/model';
import { type Line, lineNear, longitudeOf, type Position, placeNear, type Zone, zoneNear } from '@parley/terrain';

/** A map feature in the geometry that the operations on maps take. What it is not is empty. */
export interface FeatureGeometry {
  readonly zone: Zone;
  readonly lines: readonly Line[];
  readonly places: readonly Position[];
}

/** Where a feature runs, as it is kept: longitudes from −180 to 180. */
export function featureGeometry({ shape, coordinates }: Body<'mapFeature'>): FeatureGeometry {
  return {
    zone: shape === 'zone' ? (coordinates as Zone) : [],
    lines: shape === 'line' ? (coordinates as Line[]) : [],
    places: shape === 'place' ? (coordinates as Position[]) : [],
  };
}

/** The same with longitudes that run on across the antimeridian. */
export function ranOn({ zone, lines, places }: FeatureGeometry): FeatureGeometry {
  const longitude = longitudeOf([...(zone[0] ?? []), ...lines, places].slice(0, 1));
  return {
    zone: zoneNear(zone, longitude),
    lines: lines.map((line) => lineNear(line, longitude)),
    places: places.map((place) => placeNear(place, longitude)),
  };
}
