import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Id, Instant, UserError } from '@parley/model';
import type { EntryLog } from './entry-log.ts';
import { openWithKey } from './open-case-file.ts';
import { withCaseFileErrors } from './sqlite/case-file-errors.ts';
import { APPLICATION_ID, readHeader } from './sqlite/case-file-header.ts';
import { connect } from './sqlite/connection.ts';
import { type EncryptionKey, keyOf } from './sqlite/encryption.ts';
import { takeSteps } from './sqlite/migrate.ts';

/**
 * Makes a new, empty case file and opens it; with a `passphrase`, encrypted as a whole. `now` is kept
 * as its date of making. Throws a UserError where the path is taken or its folder cannot be written
 * to; a half-made file is never left at the path.
 */
export async function createCaseFile(path: string, options: { caseId: string; passphrase?: string; now: string }): Promise<EntryLog> {
  const caseId = Id.parse(options.caseId);
  const createdAt = Instant.parse(options.now);
  if (/^$|[/\\]$/.test(path))
    throw new UserError(`"${path}" is no name of a file`, { cure: 'name the file to make, such as talks.parley' });
  if (existsSync(path)) throw taken(path);
  if (!existsSync(dirname(path))) {
    throw new UserError(`${path}: there is no folder ${dirname(path)}`, {
      cure: 'make the folder first, or name another',
      code: 'unknown',
    });
  }
  const key = options.passphrase === undefined ? null : await keyOf(options.passphrase);
  const unfinished = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}.new`);
  try {
    withCaseFileErrors(path, () => layOut(unfinished, key, { caseId, createdAt }));
    putInPlace(unfinished, path);
  } finally {
    for (const file of [unfinished, `${unfinished}-wal`, `${unfinished}-shm`]) rmSync(file, { force: true });
  }
  return openWithKey(path, { header: readHeader(path), key, readOnly: false });
}

function layOut(path: string, key: EncryptionKey | null, meta: Record<string, string>): void {
  // SQLite would make it readable by everybody on the machine; its -wal and -shm take after it.
  closeSync(openSync(path, 'wx', 0o600));
  const database = connect(path, { key, mustExist: false });
  try {
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma('journal_mode = WAL');
    database
      .transaction(() => {
        takeSteps(database);
        const insert = database.prepare<[string, string]>('INSERT INTO meta (key, value) VALUES (?, ?)');
        for (const [name, value] of Object.entries(meta)) insert.run(name, value);
      })
      .immediate();
    database.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    database.close();
  }
}

/** Gives the finished file its name, unless somebody took the name meanwhile. */
function putInPlace(unfinished: string, path: string): void {
  try {
    linkSync(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw taken(path);
    // Some file systems (FAT on a stick) have no links; renaming would silently replace, hence the check.
    if (existsSync(path)) throw taken(path);
    renameSync(unfinished, path);
  }
  syncFolder(dirname(path));
}

/** Makes the new name last over a power cut. Windows keeps no such descriptor, and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function taken(path: string): UserError {
  return new UserError(`${path}: there is already such a file`, { cure: 'open it, or choose another name', code: 'exists' });
}
