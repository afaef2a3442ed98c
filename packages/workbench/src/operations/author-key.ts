import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Id, UserError } from '@parley/model';

/** Where Parley keeps what belongs to this person: `PARLEY_HOME`, else `XDG_CONFIG_HOME/parley`, else `~/.config/parley`. */
function parleyHome(env: NodeJS.ProcessEnv = process.env): string {
  return env.PARLEY_HOME ?? join(env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'parley');
}

/**
 * The id of this person's key: the first 32 hexadecimal digits of the SHA-256 of an Ed25519 public
 * key, which is made on first use and readable by its owner only. Entries are to be signed with it later.
 */
export function authorId(home: string = parleyHome()): Id {
  const file = join(home, 'author.pem');
  const key = readKey(file) ?? makeKey(home, file);
  const publicBytes = createPublicKey(key).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(publicBytes).digest('hex').slice(0, 32);
}

function readKey(file: string): KeyObject | null {
  let pem: string;
  try {
    pem = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new UserError(`the author key ${file} cannot be read`, { cure: 'give yourself the right to read it', cause: error });
  }
  try {
    return createPrivateKey(pem);
  } catch (error) {
    throw new UserError(`the author key ${file} is damaged`, { cure: 'move it away; a new one is made on the next start', cause: error });
  }
}

function makeKey(home: string, file: string): KeyObject {
  const { privateKey } = generateKeyPairSync('ed25519');
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Two processes may start at once for the first time; the first key written is the person's.
    const winner = (error as NodeJS.ErrnoException).code === 'EEXIST' ? readKey(file) : null;
    if (winner !== null) return winner;
    throw new UserError(`no author key can be kept in ${home}`, { cure: 'set PARLEY_HOME to a folder you may write to', cause: error });
  }
  return privateKey;
}
