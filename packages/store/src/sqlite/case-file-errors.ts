import { UserError } from '@parley/model';
import Database from 'better-sqlite3-multiple-ciphers';

/** Runs `work`, turning what the disk or the file did wrong into a UserError that names the file and the cure. */
export function withCaseFileErrors<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw caseFileError(path, error);
  }
}

/** The UserError for a failure of SQLite or of the file system that a user can mend; any other error as it came. */
export function caseFileError(path: string, error: unknown): unknown {
  const failure = failureOf(error);
  const found = failure && CURES.find(([code]) => failure === code || failure.startsWith(`${code}_`));
  if (!found) return error;
  const [, code, message, cure] = found;
  return new UserError(`${path}: ${message}`, { cure, code, cause: error });
}

function failureOf(error: unknown): string | undefined {
  if (error instanceof Database.SqliteError) return error.code;
  return SYSTEM_CALLS.get((error as NodeJS.ErrnoException | null)?.code ?? '');
}

/** What SQLite says where a system call of our own fails alike. */
const SYSTEM_CALLS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'SQLITE_FULL'],
  ['EDQUOT', 'SQLITE_FULL'],
  ['EROFS', 'SQLITE_READONLY_DIRECTORY'],
  ['EACCES', 'SQLITE_READONLY_DIRECTORY'],
  ['EPERM', 'SQLITE_READONLY_DIRECTORY'],
  ['EIO', 'SQLITE_IOERR'],
]);

/** A file that is a case file no longer. */
export function damaged(path: string, what: string, cause?: unknown): UserError {
  return new UserError(`${path}: the case file is damaged: ${what}`, { cure: RESTORE, code: 'damaged', cause });
}

const RESTORE = 'put back a copy of the file from before the damage; keep the damaged one until that is done';

const CURES: readonly (readonly [sqlite: string, code: string, message: string, cure: string])[] = [
  [
    'SQLITE_FULL',
    'diskFull',
    'the disk is full; nothing of this was recorded, and all before it is safe',
    'free some space, then try again',
  ],
  [
    'SQLITE_READONLY_DIRECTORY',
    'notWritable',
    'its folder cannot be written to',
    'make the folder writable, or copy the file to one that is',
  ],
  [
    'SQLITE_READONLY',
    'notWritable',
    'the file cannot be written to',
    'make the file and its folder writable, or copy the file to a folder that is',
  ],
  [
    'SQLITE_CANTOPEN',
    'notWritable',
    'the file or its folder cannot be opened for writing',
    'make both writable, or copy the file to a folder that is',
  ],
  ['SQLITE_BUSY', 'busy', 'another program is writing to it', 'wait until the other program is done, then try again'],
  ['SQLITE_CORRUPT', 'damaged', 'the case file is damaged', RESTORE],
  ['SQLITE_NOTADB', 'damaged', 'the case file is damaged', RESTORE],
  // A length that damage made huge is asked for as memory.
  ['SQLITE_NOMEM', 'damaged', 'the case file is damaged, or this machine has no memory left', RESTORE],
  ['SQLITE_IOERR_CORRUPTFS', 'damaged', 'the file system under it is damaged', 'check the disk, then put back a copy of the file'],
  [
    'SQLITE_IOERR',
    'ioError',
    'the disk failed while reading or writing; nothing of this was recorded',
    'check the disk and its connection, then open the case again',
  ],
];
