/** The pixels of a TIFF, block by block (Adobe, revision 6.0, 1992; technical notes 1 and 3 for the predictors). */

import type { TiffDirectory } from './tiff-directory.ts';
import { UnknownPacking, unpackBlock } from './tiff-packing.ts';

export type Window = readonly [left: number, top: number, right: number, bottom: number];

export interface TiffPixels {
  readonly width: number;
  readonly height: number;
  readonly bands: number;
  /** Hears of each pixel of the first band in a window; NaN for one of a block that is not there. */
  each(window: Window, hear: (value: number, column: number, row: number) => void): void;
}

/**
 * Throws an Error for a picture whose tags do not fit each other; `each` throws one for a block that is cut off, and
 * UnknownPacking. No block takes more memory than its tags give, and that at most 256 MB.
 */
export function tiffPixels(bytes: Uint8Array, { isLittleEndian, tags }: TiffDirectory): TiffPixels {
  const numbers = (tag: number): readonly number[] => {
    const found = tags.get(tag);
    return Array.isArray(found) ? found : [];
  };
  const first = (tag: number, otherwise: number): number => numbers(tag)[0] ?? otherwise;
  const [width, height, bands] = [first(256, 0), first(257, 0), first(277, 1)];
  const isTiled = numbers(322).length > 0;
  const blockWidth = isTiled ? first(322, 0) : width;
  const blockHeight = isTiled ? first(323, 0) : Math.min(height, first(278, height));
  const samples = first(284, 1) === 2 ? 1 : bands;
  const sample: Sample = { bytes: first(258, 1) / 8, format: first(339, 1), isLittleEndian };
  const rowBytes = blockWidth * samples * sample.bytes;
  for (const number of [width, height, bands, blockWidth, blockHeight])
    if (!(number >= 1 && number <= MOST_SIDE)) throw new Error('the picture has no size');
  if (rowBytes * blockHeight > MOST_BLOCK_BYTES) throw new Error('its blocks are too large');
  const [offsets, lengths] = isTiled ? [numbers(324), numbers(325)] : [numbers(273), numbers(279)];
  const across = Math.ceil(width / blockWidth);
  if (offsets.length < across * Math.ceil(height / blockHeight) || lengths.length < offsets.length) throw new Error('blocks are missing');

  const block = (at: number, rows: number): DataView | null => {
    const [offset = 0, length = 0] = [offsets[at], lengths[at]];
    if (length === 0) return null;
    if (offset + length > bytes.length) throw new Error('a block is cut off');
    const unpacked = unpackBlock(bytes.subarray(offset, offset + length), first(259, 1), rowBytes * rows);
    undoPredictor(unpacked, first(317, 1), { rowBytes, samples, sample });
    return new DataView(unpacked.buffer, unpacked.byteOffset, unpacked.byteLength);
  };
  const read = readerOf(sample, first(317, 1) === 3);
  const each: TiffPixels['each'] = ([left, top, right, bottom], hear) => {
    for (let blockRow = Math.floor(top / blockHeight); blockRow * blockHeight < bottom; blockRow++) {
      for (let blockColumn = Math.floor(left / blockWidth); blockColumn * blockWidth < right; blockColumn++) {
        const [x, y] = [blockColumn * blockWidth, blockRow * blockHeight];
        const rows = isTiled ? blockHeight : Math.min(blockHeight, height - y);
        const view = block(blockRow * across + blockColumn, rows);
        for (let row = Math.max(top, y); row < Math.min(bottom, y + rows); row++)
          for (let column = Math.max(left, x); column < Math.min(right, x + blockWidth); column++) {
            const at = (row - y) * rowBytes + (column - x) * samples * sample.bytes;
            hear(view === null ? Number.NaN : read(view, at), column, row);
          }
      }
    }
  };
  return { width, height, bands, each };
}

const MOST_SIDE = 1_000_000;
const MOST_BLOCK_BYTES = 256 * 1024 * 1024;

interface Sample {
  readonly bytes: number;
  /** 1 whole numbers from 0, 2 whole numbers, 3 floating point. */
  readonly format: number;
  readonly isLittleEndian: boolean;
}

/** Rows are packed as differences: of neighbours (2), or of the bytes of floating point, the first of all before the second (3). */
function undoPredictor(
  block: Uint8Array,
  predictor: number,
  { rowBytes, samples, sample }: { rowBytes: number; samples: number; sample: Sample },
): void {
  if (predictor === 1) return;
  if (predictor !== 2 && predictor !== 3) throw new UnknownPacking(`it has the predictor ${predictor}`);
  for (let start = 0; start + rowBytes <= block.length; start += rowBytes) {
    const row = block.subarray(start, start + rowBytes);
    if (predictor === 2) addNeighbours(row, samples, sample);
    else {
      for (let at = samples; at < rowBytes; at++) row[at] = (row[at] as number) + (row[at - samples] as number);
      const planes = row.slice();
      const values = rowBytes / sample.bytes;
      for (let value = 0; value < values; value++)
        for (let byte = 0; byte < sample.bytes; byte++) row[value * sample.bytes + byte] = planes[byte * values + value] as number;
    }
  }
}

function addNeighbours(row: Uint8Array, samples: number, { bytes, isLittleEndian }: Sample): void {
  const view = new DataView(row.buffer, row.byteOffset, row.byteLength);
  const step = samples * bytes;
  for (let at = step; at + bytes <= row.length; at += bytes) {
    if (bytes === 1) view.setUint8(at, view.getUint8(at) + view.getUint8(at - step));
    else if (bytes === 2)
      view.setUint16(at, view.getUint16(at, isLittleEndian) + view.getUint16(at - step, isLittleEndian), isLittleEndian);
    else if (bytes === 4)
      view.setUint32(at, view.getUint32(at, isLittleEndian) + view.getUint32(at - step, isLittleEndian), isLittleEndian);
    else view.setBigUint64(at, view.getBigUint64(at, isLittleEndian) + view.getBigUint64(at - step, isLittleEndian), isLittleEndian);
  }
}

/** Reads a value; the third predictor leaves the first byte first, whatever the file does. */
function readerOf({ bytes, format, isLittleEndian }: Sample, isBigEndian: boolean): (view: DataView, at: number) => number {
  const little = isLittleEndian && !isBigEndian;
  if (format === 3 && bytes === 4) return (view, at) => view.getFloat32(at, little);
  if (format === 3 && bytes === 8) return (view, at) => view.getFloat64(at, little);
  if (format === 1 && bytes === 1) return (view, at) => view.getUint8(at);
  if (format === 1 && bytes === 2) return (view, at) => view.getUint16(at, little);
  if (format === 1 && bytes === 4) return (view, at) => view.getUint32(at, little);
  if (format === 2 && bytes === 1) return (view, at) => view.getInt8(at);
  if (format === 2 && bytes === 2) return (view, at) => view.getInt16(at, little);
  if (format === 2 && bytes === 4) return (view, at) => view.getInt32(at, little);
  throw new UnknownPacking(`it has numbers of ${bytes * 8} bits of the kind ${format}`);
}
