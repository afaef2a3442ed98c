import type { Kind } from '@parley/model';
import { isEncrypted } from '@parley/store';
import type { Command } from 'commander';
import { authorId } from '../operations/author-key.ts';
import { type CaseSession, openCase } from '../operations/case-session.ts';
import { machineRecorder } from '../operations/recorder.ts';
import { type PassphraseOptions, passphraseFor } from './passphrase.ts';

/** Opens a case file, does the work and closes it again, whatever happens. The work asks nothing of the kinds `without`. */
export async function withCase<T>(
  file: string,
  options: PassphraseOptions,
  work: (session: CaseSession) => Promise<T> | T,
  without: readonly Kind[] = [],
): Promise<T> {
  const session = await openCaseFor(file, options, without);
  try {
    return await work(session);
  } finally {
    await session.close();
  }
}

/** Opens a case file, asking for its passphrase where it has one. */
async function openCaseFor(file: string, options: PassphraseOptions, without: readonly Kind[]): Promise<CaseSession> {
  const passphrase = (await isEncrypted(file)) ? await passphraseFor(file, options) : undefined;
  const recorder = machineRecorder(authorId());
  return openCase(file, { recorder, without, ...(passphrase === undefined ? {} : { passphrase }) });
}

/** The option that every command on a case file has. */
export function passphraseOption(command: Command): Command {
  return command.option('--passphrase-file <file>', 'take the passphrase from the first line of this file');
}
