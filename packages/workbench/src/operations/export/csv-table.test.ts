import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvTable } from './csv-table.ts';

/** Reads CSV by RFC 4180, independently of how it is written. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

const one = (value: string | number | null): string =>
  parseCsv(csvTable([['cell', (cell: typeof value) => cell]], [value]))[1]?.[0] ?? 'none';

it('gives back every text that it was given, quotes and line ends included', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.string(), fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', 'ä', 'م') }))), (rows) => {
      const read = parseCsv(
        csvTable(
          [
            ['a', ([a]: [string, string]) => a],
            ['b', ([, b]: [string, string]) => b],
          ],
          rows,
        ),
      );
      expect(read).toHaveLength(rows.length + 1);
      rows.forEach((row, place) => {
        for (const [column, cell] of row.entries()) expect(read[place + 1]?.[column]?.replace(/^'/, '')).toBe(cell.replace(/^'/, ''));
      });
    }),
  );
});

it.each(['=1+1', '+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("http://example.org","x")', ' =1', '＝1'])(
  'keeps a spreadsheet from running %j',
  (text) => {
    expect(one(text)).toBe(`'${text}`);
  },
);

it('leaves numbers and harmless text as they are', () => {
  expect(one(-5)).toBe('-5');
  expect(one('a = b')).toBe('a = b');
  expect(one(null)).toBe('');
});
