import { readFileSync, statSync } from 'node:fs';
import { UserError } from '@parley/model';

/** The largest report that is read into memory, in bytes; the reader's own limit is the same. */
const MAX_REPORT_BYTES = 100 * 1024 * 1024;

/** The bytes of a report. Throws a UserError for a file that is not there, may not be read, is a folder or too large. */
export function readReport(path: string): Uint8Array {
  try {
    const stat = statSync(path);
    if (stat.isDirectory()) throw new UserError(`${path} is a folder`, { cure: 'name the files in it' });
    if (stat.size > MAX_REPORT_BYTES) {
      const megabytes = Math.ceil(stat.size / (1024 * 1024));
      throw new UserError(`${path} has ${megabytes} MB, and the limit is 100 MB`, { cure: 'split it, or keep only the part on the talks' });
    }
    return readFileSync(path);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      throw new UserError(`${path}: there is no such file`, { cure: 'check the name and the folder', cause: error });
    if (code === 'EACCES' || code === 'EPERM')
      throw new UserError(`${path} may not be read`, { cure: 'ask its owner for the right to read it', cause: error });
    throw error;
  }
}
