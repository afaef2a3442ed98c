/** How TIFF packs its blocks: LZW, Deflate and PackBits (Adobe, revision 6.0, 1992, and its supplement of 2002). */
import { unzlibSync } from 'fflate';

/** Packed in a way that this does not know. */
export class UnknownPacking extends Error {}

/** The bytes of a block, never more than its size. Throws an Error for one that is cut off or damaged, UnknownPacking for another method. */
export function unpackBlock(packed: Uint8Array, method: number, size: number): Uint8Array {
  if (method === 1) {
    if (packed.length < size) throw new Error('a block is cut off');
    return packed.slice(0, size);
  }
  if (method === 5) return unpackLzw(packed, size);
  // What goes beyond the size is not written.
  if (method === 8 || method === 32946) return unzlibSync(packed, { out: new Uint8Array(size) });
  if (method === 32773) return unpackBits(packed, size);
  throw new UnknownPacking(`it is packed by ${PACKINGS[method] ?? `method ${method}`}`);
}

/** Those that are known and not read. */
const PACKINGS: Readonly<Record<number, string>> = {
  6: 'JPEG',
  7: 'JPEG',
  34887: 'LERC',
  34925: 'LZMA',
  50000: 'Zstandard',
  50001: 'WebP',
};

/** T. Welch 1984, "A technique for high-performance data compression", Computer 17, in the way of TIFF: codes of 9 to 12 bits, first bit first. */
function unpackLzw(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  const [before, last, lengths] = [new Uint16Array(4096), new Uint8Array(4096), new Uint32Array(4096)];
  for (let code = 0; code < 256; code++) {
    last[code] = code;
    lengths[code] = 1;
  }
  let [written, next, width, previous, held, bits, at] = [0, 258, 9, -1, 0, 0, 0];
  /** Writes the string of a code and gives its first byte. */
  const write = (code: number): number => {
    const length = lengths[code] as number;
    let byte = 0;
    for (let place = written + length - 1, part = code; place >= written; place--) {
      byte = last[part] as number;
      if (place < size) out[place] = byte;
      part = before[part] as number;
    }
    written += length;
    return byte;
  };
  while (written < size) {
    while (bits < width) {
      if (at >= packed.length) throw new Error('a block is cut off');
      held = ((held << 8) | (packed[at++] as number)) & 0xffffff;
      bits += 8;
    }
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === 257) throw new Error('a block ends too early');
    if (code === 256) {
      [next, width, previous] = [258, 9, -1];
      continue;
    }
    if (code > next || (previous === -1 && code > 255) || next > 4095) throw new Error('a block is damaged');
    if (previous !== -1) {
      before[next] = previous;
      lengths[next] = (lengths[previous] as number) + 1;
      // Where the string is the one that is just made, its last byte is its first.
      if (code === next) last[next] = firstOf(previous);
    }
    const first = write(code);
    if (previous !== -1) last[next++] = first;
    if (next >= (1 << width) - 1 && width < 12) width++;
    previous = code;
  }
  return out;

  function firstOf(code: number): number {
    let part = code;
    while (part > 255) part = before[part] as number;
    return part;
  }
}

function unpackBits(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size);
  let [at, written] = [0, 0];
  while (written < size) {
    const head = packed[at++];
    if (head === undefined) throw new Error('a block is cut off');
    if (head < 128) {
      out.set(packed.subarray(at, Math.min(at + head + 1, at + size - written)), written);
      at += head + 1;
      written += head + 1;
    } else if (head > 128) {
      out.fill(packed[at++] ?? 0, written, written + 257 - head);
      written += 257 - head;
    }
  }
  return out;
}
