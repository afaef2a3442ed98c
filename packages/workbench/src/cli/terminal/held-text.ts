import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** Text that is printed after other text, kept in a tenth of its length: nothing of a report is put on a disk. */
export interface HeldText {
  /** How often something was added. */
  readonly count: number;
  add(text: string): void;
  /** What was added, joined, in pieces of about a megabyte. */
  pieces(): Generator<string>;
}

const PIECE_LENGTH = 1 << 20;

export function holdText(): HeldText {
  const packed: Buffer[] = [];
  let last: string[] = [];
  let length = 0;
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(text) {
      count++;
      last.push(text);
      length += text.length;
      if (length < PIECE_LENGTH) return;
      packed.push(deflateRawSync(last.join(''), { level: 1 }));
      last = [];
      length = 0;
    },
    *pieces() {
      for (const piece of packed) yield inflateRawSync(piece).toString();
      if (last.length > 0) yield last.join('');
    },
  };
}
