/** About how many bytes of a text are one row of the index: it takes several times as much memory, and time, for a long one. */
const PART_BYTES = 128 * 1024;
/** How far back from the end of a part a space is looked for, so that no word is cut. */
const LOOK_BACK_BYTES = 4096;

/** A text in UTF-8 in parts that end between words; one that is not long is one part. */
export function* textParts(bytes: Uint8Array, partBytes = PART_BYTES): Generator<string> {
  const decoder = new TextDecoder();
  let from = 0;
  do {
    const to = endOfPart(bytes, from, partBytes);
    yield decoder.decode(bytes.subarray(from, to));
    from = to;
  } while (from < bytes.length);
}

function endOfPart(bytes: Uint8Array, from: number, partBytes: number): number {
  const end = from + partBytes;
  if (end >= bytes.length) return bytes.length;
  for (let at = end; at > Math.max(from, end - LOOK_BACK_BYTES); at--) if (isSpace(bytes[at - 1])) return at;
  // No space far and wide: between two characters, at least.
  let at = end;
  while (at > from + 1 && ((bytes[at] as number) & 0xc0) === 0x80) at--;
  return at;
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
