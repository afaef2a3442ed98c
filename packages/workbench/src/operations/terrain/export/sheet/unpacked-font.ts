/** WOFF (World Wide Web Consortium 2012, "WOFF File Format 1.0"): the tables of a font, each packed by itself. */
import { unzlibSync } from 'fflate';

const HEADER = 44;
const ENTRY = 20;

/** The font within a WOFF file. fontkit reads the file too, but unpacks the outlines again for each letter. */
export function unpackedFont(woff: Uint8Array): Uint8Array {
  const from = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  const count = from.getUint16(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const [tag, offset, packedLength, length, checksum] = [0, 4, 8, 12, 16].map((field) => from.getUint32(HEADER + at * ENTRY + field)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    const packed = woff.subarray(offset, offset + packedLength);
    return { tag, checksum, bytes: packedLength < length ? unzlibSync(packed) : packed };
  });
  const directory = 12 + count * 16;
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const font = new Uint8Array(tables.reduce((total, { bytes }) => total + padded(bytes.length), directory));
  const to = new DataView(font.buffer);
  const power = Math.floor(Math.log2(count));
  to.setUint32(0, from.getUint32(4));
  for (const [at, value] of [count, 16 * 2 ** power, power, 16 * (count - 2 ** power)].entries()) to.setUint16(4 + at * 2, value);
  let offset = directory;
  for (const [at, { tag, checksum, bytes }] of tables.entries()) {
    for (const [field, value] of [tag, checksum, offset, bytes.length].entries()) to.setUint32(12 + at * 16 + field * 4, value);
    font.set(bytes, offset);
    offset += padded(bytes.length);
  }
  return font;
}
