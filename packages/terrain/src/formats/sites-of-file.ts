import { UserError } from '@parley/model';
import type { Site } from '../sites-within.ts';
import type { MapFile } from './map-feature.ts';

/** The places of a map file as sites, by the names it gives them. Throws a UserError where it has none. */
export function sitesOfFile({ name, features }: MapFile): Site[] {
  const sites = features.flatMap((feature, at) =>
    feature.places.map((place): Site => ({ name: feature.name ?? `feature ${at + 1}`, at: place })),
  );
  if (sites.length > 0) return sites;
  throw new UserError(`${name} shows no places`, { cure: 'give a map with points', code: 'no-places' });
}
