import { UserError } from '@parley/model';
import { Inflate } from 'fflate';

/** Most that an archive may come to when unpacked, in bytes. */
const MAX_UNPACKED_BYTES = 500 * 1024 * 1024;
/** How many times its packed size a file in an archive may have; office documents stay under 60. */
const MAX_RATIO = 200;
/** Below this a high ratio does no harm, in bytes: an empty sheet packs very well. */
const SMALL_BYTES = 1024 * 1024;
const SLICE_BYTES = 16 * 1024;

interface Entry {
  method: number;
  packedBytes: number;
  unpackedBytes: number;
  headerAt: number;
  isEncrypted: boolean;
}

export interface ZipFile {
  names: ReadonlySet<string>;
  /** The bytes of a file in the archive; null where it is not in it. Throws a UserError for a damaged one. */
  read(name: string): Uint8Array | null;
}

/**
 * An archive whose files are unpacked one by one, as asked for.
 *
 * Throws a UserError for one that is cut off, encrypted, or would unpack to more than 500 MB or 200
 * times its size; sizes are counted while unpacking, because a hostile archive says less than it has.
 */
export function openZip(bytes: Uint8Array, name: string): ZipFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(view, name);
  const declared = [...entries.values()].reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (declared > MAX_UNPACKED_BYTES) throw tooLarge(name, 'more than 500 MB');
  let unpackedSoFar = 0;
  return {
    names: new Set(entries.keys()),
    read(path) {
      const entry = entries.get(path);
      if (!entry) return null;
      const content = unpack(view, entry, { name, path, leftBytes: MAX_UNPACKED_BYTES - unpackedSoFar });
      unpackedSoFar += content.length;
      return content;
    },
  };
}

function entriesOf(view: DataView, name: string): Map<string, Entry> {
  const end = endOfDirectory(view, name);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw damaged(name, 'its directory cannot be read');
    const nameBytes = view.getUint16(at + 28, true);
    if (at + 46 + nameBytes > view.byteLength) throw damaged(name, 'its directory cannot be read');
    const path = new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes));
    entries.set(path, {
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packedBytes: view.getUint32(at + 20, true),
      unpackedBytes: view.getUint32(at + 24, true),
      headerAt: view.getUint32(at + 42, true),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The record at the end of every archive; a comment of up to 64 KB may follow it. */
function endOfDirectory(view: DataView, name: string): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === 0x06054b50) return at;
  throw damaged(name, 'its directory is missing, so the file was cut off');
}

function unpack(view: DataView, entry: Entry, { name, path, leftBytes }: { name: string; path: string; leftBytes: number }): Uint8Array {
  const { headerAt, packedBytes, method } = entry;
  if (entry.isEncrypted)
    throw new UserError(`${name} is encrypted`, { cure: 'open it with its password, save it without one, and give that' });
  if (headerAt + 30 > view.byteLength || view.getUint32(headerAt, true) !== 0x04034b50)
    throw damaged(name, `${path} in it cannot be found`);
  const start = headerAt + 30 + view.getUint16(headerAt + 26, true) + view.getUint16(headerAt + 28, true);
  if (start + packedBytes > view.byteLength) throw damaged(name, `${path} in it is cut off`);
  const packed = new Uint8Array(view.buffer, view.byteOffset + start, packedBytes);
  const mostBytes = Math.min(leftBytes, Math.max(SMALL_BYTES, packedBytes * MAX_RATIO));
  if (method === 0) return packed;
  if (method !== 8) throw damaged(name, `${path} in it is packed by method ${method}, which is not known`);
  return inflate(packed, { name, path, mostBytes });
}

function inflate(packed: Uint8Array, { name, path, mostBytes }: { name: string; path: string; mostBytes: number }): Uint8Array {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const inflater = new Inflate((part, isLast) => {
    length += part.length;
    if (length > mostBytes)
      throw tooLarge(name, length > MAX_UNPACKED_BYTES ? 'more than 500 MB' : `more than ${MAX_RATIO} times its size`);
    parts.push(part);
    isWhole = isLast;
  });
  try {
    for (let at = 0; at < packed.length; at += SLICE_BYTES)
      inflater.push(packed.subarray(at, at + SLICE_BYTES), at + SLICE_BYTES >= packed.length);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw damaged(name, `${path} in it cannot be unpacked`, error);
  }
  if (!isWhole) throw damaged(name, `${path} in it is cut off`);
  return joined(parts, length);
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function damaged(name: string, what: string, cause?: unknown): UserError {
  return new UserError(`${name} is damaged: ${what}`, { cure: 'copy or download it again', cause });
}

function tooLarge(name: string, much: string): UserError {
  return new UserError(`${name} unpacks to ${much}, as no report does`, {
    cure: 'save the report anew, without pictures, and give that; do not open the file if you do not know where it comes from',
    code: 'tooLarge',
  });
}
