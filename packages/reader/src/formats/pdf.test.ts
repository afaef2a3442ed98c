import { describe, expect, it } from 'vitest';
import { extractAll } from '../extract.ts';
import { refusalOf } from './refusal.test-support.ts';
import { bytesOf, column, pdfFile } from './sample-files.test-support.ts';

const FIRST = [
  'The minister said on Monday that the harbour would stay shut to all shipping un-',
  'til the council had withdrawn its boats, and that no long-term lease was on offer.',
  'Nobody was hurt.',
  'The council replied that it had offered terms twice. A spokesman said the second offer',
  'included a long-',
];
const SECOND = ['term lease of the northern quay, and that it would stand until the end of the month', 'whatever the minister said.'];
const margins = (page: number) => [
  { x: 72, y: 800, text: 'Harbour Gazette - weekly review' },
  { x: 290, y: 40, text: `Page ${page} of 3` },
];

async function read(bytes: Uint8Array, fileName = 'review.pdf') {
  const [extraction, ...more] = await extractAll(bytes, { fileName });
  expect(more).toEqual([]);
  if (!extraction) throw new Error('nothing was read');
  return extraction;
}

describe('a PDF', () => {
  it('is read by paragraphs, with words joined over lines and pages, and without its margins', async () => {
    const third = column(['On Tuesday the talks went on.']);
    const bytes = pdfFile(
      [
        [...column(FIRST), ...margins(1)],
        [...column(SECOND), ...margins(2)],
        [...third, ...margins(3)],
      ],
      {
        info: '/Title (Review of the week)',
      },
    );
    const { text, title, mediaType, pages, dropped, language } = await read(bytes);
    expect([title, mediaType, language]).toEqual(['Review of the week', 'application/pdf', 'en']);
    expect(text.split('\n')).toEqual([
      'The minister said on Monday that the harbour would stay shut to all shipping until the council had withdrawn its boats, and that no long-term lease was on offer. Nobody was hurt.',
      'The council replied that it had offered terms twice. A spokesman said the second offer included a long-term lease of the northern quay, and that it would stand until the end of the month whatever the minister said.',
      'On Tuesday the talks went on.',
    ]);
    expect(pages).toEqual([
      { page: 1, start: 0 },
      { page: 2, start: text.indexOf('term lease of the northern') },
      { page: 3, start: text.indexOf('On Tuesday') },
    ]);
    expect(dropped.join('\n')).toMatch(/3 pages: “Harbour Gazette/);
    expect(dropped).toContain('3 page numbers');
    expect(dropped.join('\n')).toMatch(/hyphen/);
  });

  it('is read without running heads whose words change, where they carry the number of the page', async () => {
    const heads = ['The north 11', '12 The north', 'The south 13', '14 The coast'];
    const pages = heads.map((text, at) => [
      { x: 72, y: 800, text },
      ...column([`On day ${at + 3} the council met.`, `It sat for ${9 - at} hours.`]),
    ]);
    const { text, dropped } = await read(pdfFile(pages));
    expect(text).not.toMatch(/north|south|coast/);
    for (const day of [3, 4, 5, 6]) expect(text).toContain(`On day ${day} the council met. It sat for ${12 - day} hours.`);
    expect(dropped).toEqual(['4 running heads with the number of the page']);
  });

  it('keeps numbers and lines that are no margins', async () => {
    const { text, dropped } = await read(pdfFile([column(['The toll so far:', '57', 'people, the ministry said.'])]));
    expect(text).toContain('57');
    expect(dropped).toEqual([]);
  });

  it('is read column by column, in the order of the file', async () => {
    const left = column(['The left column starts here', 'and goes on below.']);
    const right = column(['The right column follows it', 'to the end.'], { x: 320 });
    const { text } = await read(pdfFile([[...left, ...right]]));
    expect(text.replaceAll('\n', ' ')).toBe('The left column starts here and goes on below. The right column follows it to the end.');
  });

  it('is known by its bytes, whatever it is called', async () => {
    for (const name of ['report.txt', 'report.docx', 'report']) {
      expect((await read(pdfFile([column(['The envoy said so.'])]), name)).mediaType).toBe('application/pdf');
    }
  });

  it('tells which pages have no text', async () => {
    const { dropped, pages } = await read(pdfFile([column(['The envoy said so.']), [], column(['The other denied it.'])]));
    expect(dropped.join('\n')).toMatch(/page 2: no text/);
    expect(pages.map(({ page }) => page)).toEqual([1, 3]);
  });

  it('without any text is called a scan, and text recognition is the cure', async () => {
    const error = await refusalOf(pdfFile([[], []]), 'scan.pdf');
    expect(error.message).toMatch(/2 pages and no text/);
    expect(error.cure).toMatch(/text recognition/);
  });

  it('that is encrypted is refused as such', async () => {
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<00> <00>]`;
    const error = await refusalOf(pdfFile([column(['Secret.'])], { trailer: encrypt }), 'locked.pdf');
    expect(error.message).toMatch(/encrypted/);
    expect(error.cure).toMatch(/password/);
  });

  it('that is cut off is read as far as it goes, and told; or refused', async () => {
    const whole = pdfFile([column(FIRST), column(SECOND)]);
    const { text, dropped } = await read(whole.subarray(0, whole.length - 12));
    expect(text).toContain('The minister said');
    expect(dropped.join('\n')).toMatch(/cut off/);
    expect((await refusalOf(whole.subarray(0, 200), 'cut.pdf')).message).toMatch(/damaged/);
    expect((await refusalOf(bytesOf('%PDF-1.7 …'), 'none.pdf')).message).toMatch(/damaged PDF/);
  });

  it('leaves the bytes as they were, those of a Buffer too', async () => {
    const bytes = Buffer.from(pdfFile([column(['The envoy said so.'])]));
    const before = Buffer.from(bytes);
    await read(bytes);
    expect(bytes).toEqual(before);
  });
});
