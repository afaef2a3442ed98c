import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { UserError } from '@parley/model';

/** The largest report that is read into memory, in bytes; the reader's own limit is the same. */
export const MAX_REPORT_BYTES = 100 * 1024 * 1024;

/** The bytes of a report. Throws a UserError for a file that is not there, may not be read, is a folder or too large. */
export function readReport(path: string): Uint8Array {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new UserError(`${path} is a folder`, { cure: 'name the files in it' });
    if (stat.size > MAX_REPORT_BYTES) {
      const megabytes = Math.ceil(stat.size / (1024 * 1024));
      throw new UserError(`${path} has ${megabytes} MB, and the limit is 100 MB`, { cure: 'split it, or keep only the part on the talks' });
    }
    return readAtMost(path, stat.size);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new UserError(`${path}: there is no such file`, { cure: 'check the name and the folder', cause: error });
    if (code === 'EACCES' || code === 'EPERM')
      throw new UserError(`${path} may not be read`, { cure: 'ask its owner for the right to read it', cause: error });
    if (code === 'EIO' || code === 'ENXIO')
      throw new UserError(`${path} cannot be read (${code})`, { cure: 'name a file with text in it', cause: error });
    throw error;
  }
}

/** A pipe or a device says no size beforehand, and a device may never end. A file of the size that it says is in memory once. */
function readAtMost(path: string, saidBytes: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    let bytes = new Uint8Array(saidBytes === 0 ? CHUNK_BYTES : saidBytes + 1);
    for (let total = 0; ; ) {
      const length = readSync(file, bytes, total, Math.min(CHUNK_BYTES, bytes.length - total), null);
      if (length === 0) return bytes.subarray(0, total);
      total += length;
      if (total > MAX_REPORT_BYTES)
        throw new UserError(`${path} goes on after 100 MB, which is the limit`, { cure: 'split it, or keep only the part on the talks' });
      if (total === bytes.length) bytes = grown(bytes);
    }
  } finally {
    closeSync(file);
  }
}

function grown(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const more = new Uint8Array(2 * bytes.length);
  more.set(bytes);
  return more;
}

const CHUNK_BYTES = 1024 * 1024;
