import { describe, expect, it } from 'vitest';
import { extractAll } from '../extract.ts';
import { refusalOf } from './refusal.test-support.ts';
import { bytesOf, xlsxFile } from './sample-files.test-support.ts';

const HEBREW = 'השר אמר: ״כן״.';
const CSV = `Date;URL;Body;Headline;Source;Desk
2025-07-12;https://w.example/1;"The envoy said ""no"".
The council did not reply.";Talks stall;Lakeside Wire;North
05/06/2025;;${HEBREW};;;
;;;No text here;;
13/06/2025;;Nobody spoke.;;;
`;

describe('a CSV of reports', () => {
  it('gives a report for each row, its columns known by their names in any order', async () => {
    const rows = await extractAll(bytesOf(CSV), { fileName: 'reports.csv' });
    expect(rows.map(({ text }) => text)).toEqual(['The envoy said "no".\nThe council did not reply.', HEBREW, 'Nobody spoke.']);
    expect(rows[0]).toMatchObject({
      title: 'Talks stall',
      publisher: 'Lakeside Wire',
      published: '2025-07-12',
      url: 'https://w.example/1',
      mediaType: 'text/csv',
    });
    expect(rows[0]?.dropped).toEqual(['the columns “Desk”', 'row 4: without text']);
    expect(rows[1]).toMatchObject({ title: null, publisher: null, published: null, language: 'he' });
    expect(rows[1]?.dropped).toEqual([expect.stringMatching(/“05\/06\/2025”.*two ways/)]);
    expect(rows[2]?.published).toBe('2025-06-13');
  });

  it('may be parted by commas or tabs, and be called something else', async () => {
    const table = 'title,published,text\nA,2025,He said so.\n';
    expect(await extractAll(bytesOf(table), { fileName: 'table.txt' })).toMatchObject([
      { title: 'A', published: '2025', text: 'He said so.' },
    ]);
    expect(await extractAll(bytesOf(table.replaceAll(',', '\t')), { fileName: 'table.tsv' })).toMatchObject([
      { title: 'A', text: 'He said so.' },
    ]);
    expect(await extractAll(bytesOf('العنوان,النص\nأ,قال نعم.\n'), { fileName: 'a.csv' })).toMatchObject([
      { title: 'أ', text: 'قال نعم.', language: 'ar' },
    ]);
  });

  it('without a column of text names those found; without text, or broken, is refused', async () => {
    const error = await refusalOf(bytesOf('id,when\n1,2025\n'), 'ids.csv');
    expect(error.message).toMatch(/no column of text; its columns are "id", "when"/);
    expect(error.cure).toMatch(/"text"/);
    expect((await refusalOf(bytesOf('title,text\nA,\n'), 'blank.csv')).message).toMatch(/none of which has text/);
    expect((await refusalOf(bytesOf('title,text\nA,"He said'), 'open.csv')).message).toMatch(/broken table on line \d/);
    expect((await refusalOf(new Uint8Array([0x74, 0x65, 0x78, 0x74, 0x0a, 0xe9]), 'latin.csv')).cure).toMatch(/UTF-8/);
  });
});

describe('a workbook of reports', () => {
  it('gives a report for each row of the sheet that has text, with dates as days', async () => {
    const bytes = xlsxFile({
      Notes: [['who', 'what']],
      Reports: [
        ['text', 'title', 'date'],
        ['The envoy said no.', 'Talks stall', 45850],
        [HEBREW, 'הודעה', '12 July 2025'],
      ],
    });
    const rows = await extractAll(bytes, { fileName: 'reports.xlsx' });
    expect(rows).toMatchObject([
      { text: 'The envoy said no.', title: 'Talks stall', published: '2025-07-12', dropped: ['the other sheets: “Notes”'] },
      { text: HEBREW, title: 'הודעה', published: '2025-07-12', language: 'he' },
    ]);
    expect((await extractAll(bytes, { fileName: 'reports.docx' }))[0]?.mediaType).toMatch(/spreadsheet/);
  });

  it('without a column of text names the sheet and its columns; cut off, it is damaged', async () => {
    const bytes = xlsxFile({
      List: [
        ['id', 'when'],
        ['1', '2025'],
      ],
    });
    expect((await refusalOf(bytes, 'list.xlsx')).message).toMatch(/sheet "List".*its columns are "id", "when"/);
    expect((await refusalOf(bytes.subarray(0, bytes.length - 30), 'cut.xlsx')).message).toMatch(/damaged/);
  });
});
