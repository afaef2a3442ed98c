import Database from 'better-sqlite3-multiple-ciphers';
import { type EncryptionKey, unlock } from './encryption.ts';

/** How long a writer waits for another program's transaction, in milliseconds. */
const BUSY_TIMEOUT_MS = 10_000;

/** Opens a connection with the settings that the promises of the log rest on. Throws SQLite's errors. */
export function connect(path: string, { key, mustExist }: { key: EncryptionKey | null; mustExist: boolean }): Database.Database {
  const database = new Database(path, { fileMustExist: mustExist, timeout: BUSY_TIMEOUT_MS });
  try {
    if (key !== null) unlock(database, key);
    // Nothing of a case is ever put into a temporary file, which would not be encrypted.
    database.pragma('temp_store = MEMORY');
    database.pragma('foreign_keys = ON');
    database.pragma('secure_delete = ON');
    // A commit is on disk before it is acknowledged; NORMAL loses the last ones when the power goes.
    database.pragma('synchronous = FULL');
    // The first read: a wrong key shows here.
    database.pragma('schema_version');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
