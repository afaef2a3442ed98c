/** The directory of a TIFF (Adobe, revision 6.0, 1992) or BigTIFF with the keys of GeoTIFF (OGC 19-008r4), as far as grids need it. */

/** Numbers of a tag, or its text. */
export type Tags = ReadonlyMap<number, readonly number[] | string>;

export interface TiffDirectory {
  readonly isLittleEndian: boolean;
  readonly tags: Tags;
}

/** The tags of the first picture. Throws an Error for what is cut off or says more of itself than there is. */
export function tiffDirectory(bytes: Uint8Array): TiffDirectory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittleEndian = view.getUint16(0) === 0x4949;
  const isBig = view.getUint16(2, isLittleEndian) === 43;
  const offset = (at: number): number => (isBig ? Number(view.getBigUint64(at, isLittleEndian)) : view.getUint32(at, isLittleEndian));
  const start = offset(isBig ? 8 : 4);
  const count = isBig ? Number(view.getBigUint64(start, isLittleEndian)) : view.getUint16(start, isLittleEndian);
  const [headBytes, entryBytes, inlineBytes] = isBig ? [8, 20, 8] : [2, 12, 4];
  if (start + headBytes + count * entryBytes > bytes.length) throw new Error('the directory is cut off');
  const tags = new Map<number, readonly number[] | string>();
  for (let entry = 0; entry < count; entry++) {
    const at = start + headBytes + entry * entryBytes;
    const [tag, type] = [view.getUint16(at, isLittleEndian), view.getUint16(at + 2, isLittleEndian)];
    const size = SIZES[type];
    if (!WANTED.has(tag) || size === undefined) continue;
    const values = offset(at + 4);
    const from = values * size <= inlineBytes ? at + (isBig ? 12 : 8) : offset(at + (isBig ? 12 : 8));
    if (from + values * size > bytes.length) throw new Error(`tag ${tag} is cut off`);
    if (type === ASCII) tags.set(tag, asciiOf(bytes.subarray(from, from + values)));
    else
      tags.set(
        tag,
        Array.from({ length: values }, (_, place) => numberAt(view, from + place * size, type, isLittleEndian)),
      );
  }
  return { isLittleEndian, tags };
}

/** The keys of GeoTIFF by their numbers. */
export function geoKeys(tags: Tags): ReadonlyMap<number, number | string> {
  const [directory, doubles, text] = [tags.get(34735), tags.get(34736), tags.get(34737)];
  const keys = new Map<number, number | string>();
  if (!Array.isArray(directory)) return keys;
  for (let at = 4; at + 3 < directory.length; at += 4) {
    const [key, place, count, value] = directory.slice(at, at + 4) as [number, number, number, number];
    if (place === 0) keys.set(key, value);
    else if (place === 34737 && typeof text === 'string') keys.set(key, text.slice(value, value + count).replace(/\|$/, ''));
    else if (place === 34736 && Array.isArray(doubles)) keys.set(key, doubles[value]);
  }
  return keys;
}

const ASCII = 2;
/** Bytes of a value by the number of its type. */
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 6: 1, 8: 2, 9: 4, 11: 4, 12: 8, 16: 8, 17: 8, 18: 8 };

const WANTED: ReadonlySet<number> = new Set([
  256, 257, 258, 259, 273, 277, 278, 279, 284, 317, 322, 323, 324, 325, 339, 33550, 33922, 34264, 34735, 34736, 34737, 42113,
]);

function numberAt(view: DataView, at: number, type: number, little: boolean): number {
  if (type === 1) return view.getUint8(at);
  if (type === 3) return view.getUint16(at, little);
  if (type === 4) return view.getUint32(at, little);
  if (type === 6) return view.getInt8(at);
  if (type === 8) return view.getInt16(at, little);
  if (type === 9) return view.getInt32(at, little);
  if (type === 11) return view.getFloat32(at, little);
  if (type === 12) return view.getFloat64(at, little);
  return Number(type === 17 ? view.getBigInt64(at, little) : view.getBigUint64(at, little));
}

function asciiOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return Array.from(end === -1 ? bytes : bytes.subarray(0, end), (byte) => String.fromCharCode(byte)).join('');
}
