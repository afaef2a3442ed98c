/** The table of a Shapefile: dBASE, level 5 and before, of which this reads what Shapefiles use (ESRI 1998, 25). */
import { UserError } from '@parley/model';
import { tableEncoding, wholeLetters } from './dbf-encoding.ts';
import { decodedAs } from './decode-text.ts';
import type { Json } from './json.ts';

export interface DbfTable {
  /** A row for each record; null for one that is marked as deleted. */
  readonly rows: readonly (Json | null)[];
  readonly told: readonly string[];
}

/**
 * Reads a .dbf. Throws a UserError for one that is cut off or damaged.
 *
 * @param declared what the .cpg beside it says of its encoding; null where there is none
 */
export function readDbf(bytes: Uint8Array, declared: string | null, name: string): DbfTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.byteLength < 33) throw damaged(name, 'it has no head');
  const [count, headBytes, rowBytes] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
  const columns = columnsOf(bytes, headBytes);
  if (rowBytes === 0 || headBytes + count * rowBytes > bytes.length)
    throw damaged(name, `it has ${bytes.length} of the ${headBytes + count * rowBytes} bytes that its head gives`);
  const cells = Array.from({ length: count }, (_, row) => bytes.subarray(headBytes + row * rowBytes, headBytes + (row + 1) * rowBytes));
  const texts = columns.filter(({ type }) => type === 'C').flatMap(({ from, to }) => cells.map((cell) => trimmed(cell.subarray(from, to))));
  const { encoding, told } = tableEncoding(declared, bytes[29] ?? 0, [...texts, ...columns.map(({ called }) => called)].filter(isNotAscii));
  const reader = new TextReader(encoding);
  const names = columns.map(({ called }) => reader.text(called));
  const rows = cells.map((cell): Json | null => {
    if (cell[0] === DELETED) return null;
    return Object.fromEntries(columns.map(({ type, from, to }, at) => [names[at], cellValue(type, cell.subarray(from, to), reader)]));
  });
  const memos = columns.filter(({ type }) => type === 'M').length;
  return { rows, told: [...told, ...reader.told(), ...(memos === 0 ? [] : [`${memos} column(s) of long text (memo) are left out`])] };
}

const DELETED = 0x2a;

interface Column {
  readonly called: Uint8Array;
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

function columnsOf(bytes: Uint8Array, headBytes: number): Column[] {
  const columns: Column[] = [];
  let from = 1;
  for (let at = 32; at + 32 <= headBytes && at + 32 <= bytes.length && bytes[at] !== 0x0d; at += 32) {
    const called = bytes.subarray(at, at + 11);
    const end = called.indexOf(0);
    const to = from + (bytes[at + 16] ?? 0);
    columns.push({ called: end === -1 ? called : called.subarray(0, end), type: String.fromCharCode(bytes[at + 11] ?? 0), from, to });
    from = to;
  }
  return columns;
}

function cellValue(type: string, cell: Uint8Array, reader: TextReader): unknown {
  if (type === 'C') return reader.text(trimmed(cell));
  if (type === 'I' && cell.length === 4) return new DataView(cell.buffer, cell.byteOffset, 4).getInt32(0, true);
  if (type === 'O' && cell.length === 8) return new DataView(cell.buffer, cell.byteOffset, 8).getFloat64(0, true);
  if (type === 'M') return null;
  const text = String.fromCharCode(...trimmed(cell)).trim();
  if (type === 'N' || type === 'F') return text === '' || !Number.isFinite(Number(text)) ? null : Number(text);
  if (type === 'L') return /^[YyTt]$/.test(text) ? true : /^[NnFf]$/.test(text) ? false : null;
  if (type === 'D') return /^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : null;
  return text;
}

class TextReader {
  readonly #encoding: string;
  #misfits = 0;

  constructor(encoding: string) {
    this.#encoding = encoding;
  }

  text(bytes: Uint8Array): string {
    if (!isNotAscii(bytes)) return String.fromCharCode(...bytes);
    const text = decodedAs(this.#encoding, this.#encoding === 'utf-8' ? wholeLetters(bytes) : bytes);
    if (text !== null) return text.trimEnd();
    this.#misfits++;
    return decodedAs('windows-1252', bytes) ?? '';
  }

  told(): string[] {
    return this.#misfits === 0 ? [] : [`${this.#misfits} name(s) do not fit ${this.#encoding} and are read as windows-1252`];
  }
}

/** Without the blanks and zeros that fill a column up. */
function trimmed(cell: Uint8Array): Uint8Array {
  const zero = cell.indexOf(0);
  let end = zero === -1 ? cell.length : zero;
  while (end > 0 && cell[end - 1] === 0x20) end--;
  return cell.subarray(0, end);
}

function isNotAscii(bytes: Uint8Array): boolean {
  return bytes.some((byte) => byte >= 0x80);
}

function damaged(name: string, what: string): UserError {
  return new UserError(`${name} is damaged: ${what}`, { cure: 'copy or export it again', code: 'broken-file' });
}
