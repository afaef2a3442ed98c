import type { Band, ZoneBand } from './accuracy.ts';
import { areaKm2 } from './area.ts';
import { extentOf, type Zone } from './geometry.ts';
import { bandOf, exactly } from './ground-parts.ts';
import type { Overlay } from './overlay.ts';
import { withShortEdges } from './with-short-edges.ts';

/** A piece of the ground that should not be cut without need: a municipality, a camp with its border. */
export interface GroundUnit {
  readonly name: string;
  readonly zone: Zone;
}

/** How much of a unit lies in a map. */
export interface PlacedUnit {
  readonly name: string;
  readonly areaKm2: number;
  /** In per cent of the unit's area. */
  readonly shareInside: Band;
  /**
   * `inside`, `outside` and `cut` hold however the border of the map is off by its accuracy; `uncertain` where that
   * decides. A hundredth of a per cent counts for nothing.
   */
  readonly where: 'inside' | 'cut' | 'uncertain' | 'outside';
}

/** How each unit lies towards a map, the most inside first. Units without an area are left out. */
export function placedUnits(overlay: Overlay, map: ZoneBand, units: readonly GroundUnit[]): PlacedUnit[] {
  const [west, south, east, north] = extentOf(map.most.flat());
  const placed = units.flatMap(({ name, zone }): PlacedUnit[] => {
    const whole = overlay.repair(withShortEdges(zone));
    const area = areaKm2(whole);
    if (!(area > 0)) return [];
    const [unitWest, unitSouth, unitEast, unitNorth] = extentOf(whole.flat());
    const isApart = unitWest > east || unitEast < west || unitSouth > north || unitNorth < south;
    const share = isApart ? exactly(0) : bandOf(map, (part) => Math.min(100, (100 * areaKm2(overlay.overlap(whole, part))) / area));
    return [{ name, areaKm2: area, shareInside: share, where: whereOf(share) }];
  });
  return placed.sort((a, b) => b.shareInside.value - a.shareInside.value);
}

function whereOf({ low, high }: Band): PlacedUnit['where'] {
  if (low >= 100 - NOTHING) return 'inside';
  if (high <= NOTHING) return 'outside';
  return low > NOTHING && high < 100 - NOTHING ? 'cut' : 'uncertain';
}

const NOTHING = 0.01;
