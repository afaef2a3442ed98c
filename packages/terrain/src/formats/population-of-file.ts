import { UserError } from '@parley/model';
import { areaKm2 } from '../area.ts';
import type { PopulationCell } from '../people-within.ts';
import type { MapFile } from './map-feature.ts';
import { numberOf } from './number-of.ts';

/**
 * The polygons of a map file as cells of a population grid, with the number that each feature gives as `people`,
 * `population` or `pop`; the people of several polygons are spread over them by area. Throws a UserError where a feature
 * gives no number, or there is no polygon.
 */
export function populationOfFile({ name, features }: MapFile): { cells: PopulationCell[]; told: string[] } {
  const count = { spread: 0, holes: 0 };
  const cells = features.flatMap(({ properties, zone }, at) => {
    if (zone.length === 0) return [];
    const given = properties.people ?? properties.population ?? properties.pop;
    const people = numberOf(given);
    if (people === null || people < 0)
      throw new UserError(`${name}: feature ${at + 1} gives ${JSON.stringify(given)} for its people`, {
        cure: 'give each area a number as "people"',
        code: 'invalid-population',
      });
    const rings = zone.flatMap(([shell]) => (shell === undefined ? [] : [shell]));
    if (rings.length > 1) count.spread++;
    if (zone.some((polygon) => polygon.length > 1)) count.holes++;
    const areas = rings.map((ring) => areaKm2([[ring]]));
    const total = areas.reduce((sum, area) => sum + area, 0);
    return rings.map((ring, part) => ({ ring, people: rings.length === 1 ? people : (people * (areas[part] ?? 0)) / total }));
  });
  if (cells.length === 0)
    throw new UserError(`${name} has no cells`, { cure: 'give polygons with a number of "people" each', code: 'invalid-population' });
  const told = [
    ...(count.spread > 0 ? [`the people of ${count.spread} area(s) of several parts are spread over them by area`] : []),
    ...(count.holes > 0 ? [`the holes of ${count.holes} area(s) are passed over`] : []),
  ];
  return { cells, told };
}
