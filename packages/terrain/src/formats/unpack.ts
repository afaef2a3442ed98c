import { UserError } from '@parley/model';
import { unzipSync } from 'fflate';

/** What the files that are taken out of an archive may come to, in bytes. */
const MOST_UNPACKED_BYTES = 200 * 1024 * 1024;

/**
 * The files of a ZIP archive whose names end in one of the endings (small letters, with the dot), by their path in it.
 * What a Mac adds of its own is passed over.
 *
 * Throws a UserError for an archive that is cut off or encrypted, and for one that says that it unpacks to more than
 * 200 MB; one that says less than it has is read to where it said.
 */
export function unpack(bytes: Uint8Array, name: string, endings: readonly string[]): Map<string, Uint8Array> {
  if (((bytes[6] ?? 0) & 1) === 1)
    throw new UserError(`${name} is encrypted`, { cure: 'unpack it with its password and give what is in it', code: 'broken-file' });
  let total = 0;
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name: path, originalSize }) => {
        if (/(^|\/)(__MACOSX\/|\._)/.test(path) || !endings.some((ending) => path.toLowerCase().endsWith(ending))) return false;
        total += originalSize;
        if (total > MOST_UNPACKED_BYTES) throw tooLarge(name);
        return true;
      },
    });
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(`${name} is damaged: it cannot be unpacked, as if it was cut off`, {
      cure: 'copy or download it again',
      code: 'broken-file',
      cause,
    });
  }
  return new Map(Object.entries(files));
}

function tooLarge(name: string): UserError {
  return new UserError(`${name} unpacks to more than ${MOST_UNPACKED_BYTES / (1024 * 1024)} MB`, {
    cure: 'keep only the part that is talked about; do not open the file if you do not know where it comes from',
    code: 'tooLarge',
  });
}
