import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Id, UserError } from '@parley/model';
import { createCaseFile } from '@parley/store';
import { startSession } from '../operations/case-session.ts';
import { machineRecorder } from '../operations/recorder.ts';
import { exampleDrafts } from './example-drafts.ts';

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

/**
 * Makes a case file of an example, each entry received when the example says. Throws a UserError
 * where the file is there already or the example does not fit itself; then no file is left.
 */
export async function writeExample(
  folder: string,
  file: string,
  { author, passphrase }: { author: Id; passphrase?: string },
): Promise<{ caseId: Id; sources: number }> {
  const { caseId, batches } = exampleDrafts(folder, { author });
  let at = batches[0]?.recordedAt ?? new Date(0).toISOString();
  const recorder = { ...machineRecorder(author), now: () => at };
  const log = await createCaseFile(file, { caseId, now: at, ...(passphrase === undefined ? {} : { passphrase }) });
  const session = await startSession(file, log, recorder);
  try {
    for (const { recordedAt, drafts, contents } of batches) {
      at = recordedAt;
      await session.commit(drafts, contents);
    }
    await session.close();
  } catch (error) {
    await session.close();
    rmSync(file, { force: true });
    throw error;
  }
  return { caseId, sources: batches.length - 1 };
}
