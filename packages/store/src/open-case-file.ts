import { statSync } from 'node:fs';
import { UserError } from '@parley/model';
import Database from 'better-sqlite3-multiple-ciphers';
import type { EntryLog } from './entry-log.ts';
import { damaged, withCaseFileErrors } from './sqlite/case-file-errors.ts';
import { APPLICATION_ID, type CaseFileHeader, noteOpened, readHeader } from './sqlite/case-file-header.ts';
import { connect } from './sqlite/connection.ts';
import { type EncryptionKey, keyOf } from './sqlite/encryption.ts';
import { formatOf, migrate } from './sqlite/migrate.ts';
import { MIGRATIONS } from './sqlite/migrations/index.ts';
import { sqliteEntryLog } from './sqlite/sqlite-entry-log.ts';

/**
 * Opens a case file. A file of an older format is brought up to date, a copy of it kept beside it.
 *
 * Throws a UserError that names the file and the cure where it is not there, is no case file, is
 * damaged, is from a newer version, or the passphrase is wrong, missing or not wanted; the file
 * stays as it was. With `readOnly` (default false) nothing can be recorded and no format is changed.
 */
export async function openCaseFile(path: string, options: { passphrase?: string; readOnly?: boolean } = {}): Promise<EntryLog> {
  const header = readHeader(path);
  if (header.encrypted && options.passphrase === undefined) {
    throw new UserError(`${path}: the case file is encrypted`, { cure: 'give its passphrase', code: 'passphraseNeeded' });
  }
  if (!header.encrypted && options.passphrase !== undefined) {
    throw new UserError(`${path}: the case file is not encrypted`, { cure: 'open it without a passphrase', code: 'notEncrypted' });
  }
  const key = options.passphrase === undefined ? null : await keyOf(options.passphrase, header.salt);
  return openWithKey(path, { header, key, readOnly: options.readOnly ?? false });
}

/** Whether a case file needs a passphrase. Throws a UserError where it is no case file. */
export function isEncrypted(path: string): boolean {
  return readHeader(path).encrypted;
}

/** Opens a case file whose header was read and whose key was made. */
export function openWithKey(path: string, opening: { header: CaseFileHeader; key: EncryptionKey | null; readOnly: boolean }): EntryLog {
  const { header, key, readOnly } = opening;
  return withCaseFileErrors(path, () => {
    const released = noteOpened(path, header);
    let database: Database.Database | undefined;
    try {
      database = connectTo(path, key);
      checkFile(database, path, readOnly);
      if (readOnly) database.pragma('query_only = ON');
      return sqliteEntryLog({ path, caseId: caseIdOf(database, path), readOnly, database, released });
    } catch (error) {
      database?.close();
      released();
      throw error;
    }
  });
}

function connectTo(path: string, key: EncryptionKey | null): Database.Database {
  try {
    return connect(path, { key, mustExist: true });
  } catch (error) {
    if (key !== null && error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') {
      throw new UserError(`${path}: the passphrase does not open this case file`, {
        cure: 'check the passphrase and the keyboard layout; if it is right, the file is damaged: put back a copy',
        code: 'wrongPassphrase',
        cause: error,
      });
    }
    throw error;
  }
}

function checkFile(database: Database.Database, path: string, readOnly: boolean): void {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw damaged(path, 'its header is not that of a case file');
  // Without a WAL that has the rest, a file shorter than its header says was cut off.
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) {
    const pages = database.pragma('page_count', { simple: true }) as number;
    const wantedBytes = pages * (database.pragma('page_size', { simple: true }) as number);
    const fileBytes = statSync(path).size;
    if (fileBytes < wantedBytes) throw damaged(path, `it should have ${wantedBytes} bytes and has ${fileBytes}`);
  }
  if (readOnly && formatOf(database) < MIGRATIONS.length) {
    throw new UserError(`${path}: the case file has the older format ${formatOf(database)}`, {
      cure: 'open it once for writing, which brings it up to date and keeps a copy',
      code: 'olderFormat',
    });
  }
  migrate(database, path);
}

function caseIdOf(database: Database.Database, path: string): string {
  const caseId = database.prepare<[], string>("SELECT value FROM meta WHERE key = 'caseId'").pluck().get();
  if (caseId === undefined) throw damaged(path, 'it does not say which case it holds');
  return caseId;
}
