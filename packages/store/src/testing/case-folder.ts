import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Paths in a folder of this test file's own, which goes when its tests are done. */
export function caseFolder(): { readonly folder: string; path(name?: string): string } {
  const folder = mkdtempSync(join(tmpdir(), 'parley-store-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let made = 0;
  return {
    folder,
    path: (name) => {
      made += 1;
      return join(folder, name ?? `case-${made}.parley`);
    },
  };
}
