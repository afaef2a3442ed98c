import { UserError } from '@parley/model';
import { type MapFile, readMapFile } from '@parley/terrain';

/** A file as it was given. */
export interface MapBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a map file: the name or the code of the features that are meant; all where left out. */
  readonly only?: string | undefined;
}

/**
 * Reads a map file of any format that is known, and leaves of it the features that are meant: those with the name, or with
 * the words as one of their properties, such as a P-code. Throws a UserError where there are none.
 */
export async function readNamedMap({ name, bytes, only }: MapBytes, options: { nearLongitude?: number }): Promise<MapFile> {
  const file = await readMapFile(bytes, name, options);
  if (only === undefined) return file;
  const wanted = only.trim().toLowerCase();
  const means = (value: unknown): boolean =>
    (typeof value === 'string' || typeof value === 'number') && String(value).trim().toLowerCase() === wanted;
  const features = file.features.filter(({ name: called, properties }) => means(called) || Object.values(properties).some(means));
  if (features.length > 0) return { ...file, features };
  const names = [...new Set(file.features.flatMap(({ name: called }) => (called === null ? [] : [called])))];
  throw new UserError(`${name}: there is no feature "${only}" in the file`, {
    cure: names.length === 0 ? 'its features have no names; give the file alone' : `name one: ${names.slice(0, 6).join(', ')}`,
    code: 'unknown',
  });
}
