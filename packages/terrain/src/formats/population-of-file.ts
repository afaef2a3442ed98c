import { UserError } from '@parley/model';
import type { PopulationCell } from '../people-within.ts';
import type { MapFile } from './map-feature.ts';
import { numberOf } from './number-of.ts';

/**
 * The polygons of a map file as cells of a population grid, with the number that each gives as `people`, `population` or
 * `pop`. Throws a UserError where a polygon gives none, or there is no polygon.
 */
export function populationOfFile({ name, features }: MapFile): PopulationCell[] {
  const cells = features.flatMap(({ properties, zone }, at) => {
    if (zone.length === 0) return [];
    const given = properties.people ?? properties.population ?? properties.pop;
    const people = numberOf(given);
    const [[shell] = []] = zone;
    if (people !== null && people >= 0 && zone.length === 1 && shell !== undefined) return [{ ring: shell, people }];
    throw new UserError(`${name}: feature ${at + 1} gives ${JSON.stringify(given)} people in ${zone.length} polygons`, {
      cure: 'give each cell one polygon and a number as "people"',
      code: 'invalid-population',
    });
  });
  if (cells.length > 0) return cells;
  throw new UserError(`${name} has no cells`, { cure: 'give polygons with a number of "people" each', code: 'invalid-population' });
}
