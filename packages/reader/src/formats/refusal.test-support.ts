import { UserError } from '@parley/model';
import { expect } from 'vitest';
import { type ExtractOptions, extractAll } from '../extract.ts';

/** Reads a file that must be refused as the user's; its name must be told, and a cure. */
export async function refusalOf(bytes: Uint8Array, fileName: string, options: ExtractOptions = {}): Promise<UserError> {
  const error = await extractAll(bytes, { fileName, ...options }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).toContain(fileName);
  expect((error as UserError).cure.length).toBeGreaterThan(10);
  return error as UserError;
}
