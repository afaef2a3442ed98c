import { readFileSync } from 'node:fs';
import { UserError } from '@parley/model';
import { askPassphrase, canAsk } from './terminal/ask-passphrase.ts';

export interface PassphraseOptions {
  readonly passphraseFile?: string;
}

/** The passphrase that opens an encrypted case file: from a file, from the environment, or asked for. */
export async function passphraseFor(file: string, options: PassphraseOptions): Promise<string> {
  const given = givenPassphrase(options);
  if (given !== undefined) return given;
  if (canAsk()) return askPassphrase(`Passphrase of ${file}`);
  throw new UserError(`${file} is encrypted and there is no terminal to ask for its passphrase on`, { cure: HOW });
}

/** The passphrase for a new case file, asked for twice where nothing gives it; undefined for none. */
export async function newPassphrase(options: PassphraseOptions & { passphrase?: boolean }): Promise<string | undefined> {
  const given = givenPassphrase(options);
  if (given !== undefined || !options.passphrase) return given;
  if (!canAsk()) throw new UserError('there is no terminal to ask for a passphrase on', { cure: HOW });
  const passphrase = await askPassphrase('Passphrase (it cannot be recovered)');
  if (passphrase === '') throw new UserError('the passphrase is empty', { cure: 'type one, or leave --passphrase out' });
  if ((await askPassphrase('The same again')) !== passphrase) throw new UserError('the two passphrases differ', { cure: 'try again' });
  return passphrase;
}

const HOW = 'give it by --passphrase-file FILE or by the variable PARLEY_PASSPHRASE';

/** The passphrase of --passphrase-file or of PARLEY_PASSPHRASE; undefined for none. */
export function givenPassphrase({ passphraseFile }: PassphraseOptions): string | undefined {
  if (passphraseFile !== undefined) return firstLineOf(passphraseFile);
  return process.env.PARLEY_PASSPHRASE || undefined;
}

function firstLineOf(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UserError(`the passphrase file ${path} cannot be read`, { cure: 'name a file that you may read', cause });
  }
  const line = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '';
  if (line === '')
    throw new UserError(`the first line of the passphrase file ${path} is empty`, { cure: 'write the passphrase into its first line' });
  return line;
}
