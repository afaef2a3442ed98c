import type { Line } from './geometry.ts';
import { lineNear, placeNear, zoneNear } from './one-turn.ts';
import type { PopulationCell } from './people-within.ts';
import type { GroundUnit } from './placed-unit.ts';
import type { Site } from './sites-within.ts';

/** What of the ground is looked for in each map; null in the results where it is not given. */
export interface Ground {
  readonly population?: readonly PopulationCell[] | undefined;
  readonly sites?: readonly Site[] | undefined;
  readonly roads?: readonly Line[] | undefined;
  /** Municipalities, camps and the like, with their borders. */
  readonly units?: readonly GroundUnit[] | undefined;
}

/** The same ground with its longitudes in one turn round the earth. */
export function groundNear({ population, sites, roads, units }: Ground, longitude: number): Ground {
  return {
    population: population?.map(({ ring, people }) => ({ ring: lineNear(ring, longitude), people })),
    sites: sites?.map((site) => ({ ...site, at: placeNear(site.at, longitude) })),
    roads: roads?.map((road) => lineNear(road, longitude)),
    units: units?.map(({ name, zone }) => ({ name, zone: zoneNear(zone, longitude) })),
  };
}
