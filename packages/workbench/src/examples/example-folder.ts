import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '@parley/model';

// In a checkout the examples stand at its root, in the published package within it; from src/ and dist/ alike.
const PLACES = ['../../../../examples/worked/', '../../examples/worked/'].map((place) => fileURLToPath(new URL(place, import.meta.url)));

/** The names of the worked examples that are here. */
export function exampleSlugs(): string[] {
  const folder = PLACES.find((place) => existsSync(place));
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'case.json')))
    .sort();
}

/** The folder of a worked example by its name; any other folder with a case.json by its path. */
export function exampleFolder(slug: string): string {
  const found = [...PLACES.map((place) => join(place, slug)), slug].find((folder) => existsSync(join(folder, 'case.json')));
  if (found !== undefined && slug !== '') return found;
  throw new UserError(`there is no worked example "${slug}"`, { cure: `name one of ${exampleSlugs().join(', ')}`, code: 'unknown' });
}
