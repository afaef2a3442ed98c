import { closeSync, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { UserError } from '@parley/model';
import { damaged } from './case-file-errors.ts';
import { SALT_BYTES } from './encryption.ts';

/** What the first bytes of a case file say before it is opened. `salt` is there in an encrypted one. */
export interface CaseFileHeader {
  readonly encrypted: boolean;
  readonly salt: Uint8Array;
}

/** "PRLY": marks a SQLite file as a case file (`PRAGMA application_id`). */
export const APPLICATION_ID = 0x50524c59;
const PAGE_BYTES = 4096;

/** Reads what kind of case file this is. Throws a UserError where it is none, is damaged or cannot be read. */
export function readHeader(path: string): CaseFileHeader {
  return opened.get(realPathOf(path))?.header ?? parseHeader(path);
}

/** Notes that this process has the file open, until the returned function is called. */
export function noteOpened(path: string, header: CaseFileHeader): () => void {
  const key = realPathOf(path);
  const noted = opened.get(key) ?? { header, connections: 0 };
  noted.connections += 1;
  opened.set(key, noted);
  return () => {
    noted.connections -= 1;
    if (noted.connections === 0) opened.delete(key);
  };
}

// Closing any descriptor of a file gives up every POSIX lock that the process has on it, SQLite's
// too; so a file that is open here is never opened a second time beside SQLite.
const opened = new Map<string, { readonly header: CaseFileHeader; connections: number }>();

const SQLITE_MAGIC = Buffer.from('SQLite format 3\0', 'latin1');
// What stays readable of an encrypted file's header: page size 4096, WAL, 32 reserved bytes for the page's tag.
const ENCRYPTED_MARK = Buffer.from([0x10, 0x00, 0x02, 0x02, 0x20, 0x40, 0x20, 0x20]);
const HEADER_BYTES = 100;

function parseHeader(path: string): CaseFileHeader {
  const { bytes, fileBytes } = firstBytes(path);
  const salt = Uint8Array.from(bytes.subarray(0, SALT_BYTES));
  if (bytes.subarray(0, 16).equals(SQLITE_MAGIC)) {
    if (bytes.length < HEADER_BYTES) throw damaged(path, `it has only ${fileBytes} bytes`);
    if (bytes.readUInt32BE(68) !== APPLICATION_ID) throw notACaseFile(path, 'it is a database of another program');
    return { encrypted: false, salt };
  }
  if (bytes.subarray(16, 24).equals(ENCRYPTED_MARK)) {
    if (fileBytes % PAGE_BYTES !== 0) throw damaged(path, `it ends in the middle of a page, after ${fileBytes} bytes`);
    return { encrypted: true, salt };
  }
  throw notACaseFile(path, fileBytes === 0 ? 'it is empty' : 'it does not begin as one');
}

function firstBytes(path: string): { bytes: Buffer; fileBytes: number } {
  let file: number | undefined;
  try {
    // To open a pipe waits for a writer, and all else in this process with it; so it is looked at first.
    if (!statSync(path).isFile()) throw notACaseFile(path, 'it is a folder or a device');
    file = openSync(path, 'r');
    const stat = fstatSync(file);
    const bytes = Buffer.alloc(HEADER_BYTES);
    const length = readSync(file, bytes, 0, HEADER_BYTES, 0);
    return { bytes: bytes.subarray(0, length), fileBytes: stat.size };
  } catch (error) {
    throw readError(path, error);
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readError(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new UserError(`${path}: there is no such file`, {
      cure: `check the name; "parley new ${path}" makes a new case`,
      code: 'unknown',
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new UserError(`${path}: the file may not be read`, {
      cure: 'ask its owner for the right to read and write it',
      code: 'notReadable',
    });
  }
  if (code === 'EISDIR') return notACaseFile(path, 'it is a folder');
  return error;
}

function notACaseFile(path: string, why: string): UserError {
  return new UserError(`${path}: this is not a case file: ${why}`, {
    cure: 'name a file that "parley new" made; to take in a report, use "parley add"',
    code: 'notACaseFile',
  });
}

function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
