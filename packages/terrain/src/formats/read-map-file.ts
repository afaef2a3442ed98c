import { UserError } from '@parley/model';
import { decodeText } from './decode-text.ts';
import type { MapFile, ReadOptions } from './map-feature.ts';
import { readGeoJson } from './read-geojson.ts';

/** The largest map file that is read, in bytes; also what a packed one may come to when unpacked. */
export const MOST_MAP_BYTES = 100 * 1024 * 1024;

/**
 * A map file in any format that is known, chosen by what is in it, then by how its name ends. What was repaired, assumed
 * or left out is told.
 *
 * Throws a UserError for a file that is empty, too large, cut off or of another format, and for coordinates that cannot
 * be brought to longitude and latitude on WGS 84.
 *
 * @param name what the file is called; errors repeat it
 */
export async function readMapFile(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<MapFile> {
  checkSize(bytes, name);
  return readGeoJson(decodeText(bytes, name), name, options);
}

function checkSize({ length }: Uint8Array, name: string): void {
  if (length === 0) throw new UserError(`${name} is empty`, { cure: 'export the map again', code: 'empty-map' });
  if (length <= MOST_MAP_BYTES) return;
  const megabytes = Math.ceil(length / (1024 * 1024));
  throw new UserError(`${name} has ${megabytes} MB, and the limit is ${MOST_MAP_BYTES / (1024 * 1024)} MB`, {
    cure: 'keep only the part that is talked about, or simplify it',
    code: 'tooLarge',
  });
}
