import { once } from 'node:events';
import { Readable } from 'node:stream';
import { createDeflateRaw, createInflateRaw } from 'node:zlib';

/** Text that is printed after other text, kept in a tenth of its length: nothing of a report is put on a disk. */
export interface HeldText {
  /** How many items were added. */
  readonly count: number;
  /** Done when the items take no more than their packed length. */
  add(items: readonly string[]): Promise<void>;
  /** What was added, joined, in UTF-8. To be asked for once, at the end. */
  pieces(): AsyncIterable<Uint8Array>;
}

/** What is handed over at once, in UTF-16 code units: to hand over each item alone would take longer than to pack it. */
const PIECE_LENGTH = 1 << 16;

/** One packer for all of it: each has memory of its own, which is given back late. */
export function holdText(): HeldText {
  const packer = createDeflateRaw({ level: 1 });
  const packed: Buffer[] = [];
  packer.on('data', (piece: Buffer) => packed.push(piece));
  let waiting = '';
  let count = 0;
  return {
    get count() {
      return count;
    },
    async add(items) {
      count += items.length;
      waiting += items.join('');
      if (waiting.length < PIECE_LENGTH) return;
      const piece = waiting;
      waiting = '';
      if (!packer.write(piece)) await once(packer, 'drain');
    },
    async *pieces() {
      packer.end(waiting);
      await once(packer, 'end');
      yield* Readable.from(packed).pipe(createInflateRaw({ chunkSize: PIECE_LENGTH }));
    },
  };
}
