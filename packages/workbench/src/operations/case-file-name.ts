import { type Label, labelText } from '@parley/model';

/** The ending of every case file. */
export const CASE_FILE_ENDING = '.parley';

/**
 * A file name for a case, without its ending, made of the letters and digits of its title in any
 * script: no separators, no leading dot, nothing that a file system keeps for itself.
 */
export function caseFileName(title: Label): string {
  const words = labelText(title)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  const name = shortened(words).replace(/-+$/, '');
  if (name === '') return 'case';
  return RESERVED.test(name) ? `case-${name}` : name;
}

/** What Windows keeps for devices, whatever the ending. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** File systems allow 255 bytes; this leaves room for a number and the ending. */
const NAME_LIMIT_BYTES = 120;

function shortened(name: string): string {
  let kept = '';
  let bytes = 0;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > NAME_LIMIT_BYTES) break;
    kept += character;
  }
  return kept;
}
