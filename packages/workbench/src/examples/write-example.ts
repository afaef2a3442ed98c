import { rmSync } from 'node:fs';
import type { Id } from '@parley/model';
import { createCaseFile } from '@parley/store';
import { startSession } from '../operations/case-session.ts';
import { machineRecorder } from '../operations/recorder.ts';
import { exampleDrafts } from './example-drafts.ts';

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
