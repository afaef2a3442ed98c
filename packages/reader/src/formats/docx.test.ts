import { describe, expect, it } from 'vitest';
import { extractAll } from '../extract.ts';
import { refusalOf } from './refusal.test-support.ts';
import { bytesOf, docxFile, run, wordPart, zipFile } from './sample-files.test-support.ts';

const paragraph = (inside: string): string => `<w:p><w:pPr><w:rPr><w:ins w:id="9" w:author="Aya"/></w:rPr></w:pPr>${inside}</w:p>`;
const read = async (bytes: Uint8Array, fileName = 'draft.docx') => {
  const [extraction] = await extractAll(bytes, { fileName });
  if (!extraction) throw new Error('nothing was read');
  return extraction;
};

describe('a Word document', () => {
  it('gives paragraphs and tables, insertions kept and deletions dropped, footnotes and comments with their authors', async () => {
    const cell = (text: string): string => `<w:tc><w:p>${run(text)}</w:p></w:tc>`;
    const bytes = docxFile(
      [
        paragraph(
          `${run('The parties ')}<w:ins w:id="1" w:author="Aya">${run('shall')}</w:ins><w:del w:id="2" w:author="Aya"><w:r><w:delText>may</w:delText></w:r></w:del>${run(' withdraw')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' from the quay.')}<w:r><w:commentReference w:id="0"/></w:r>`,
        ),
        `<w:tbl><w:tblPr/><w:tr>${cell('Zone')}${cell('Day')}</w:tr><w:tr>${cell('North &amp; east')}${cell('D+7')}</w:tr></w:tbl>`,
        paragraph(`<w:r><w:t>First line</w:t><w:br/><w:t>second line</w:t></w:r><w:r><w:drawing/></w:r>`),
        paragraph(''),
      ].join(''),
      {
        'word/footnotes.xml': wordPart(
          'footnotes',
          `<w:footnote w:id="-1"><w:p/></w:footnote><w:footnote w:id="2"><w:p>${run('As of 3 May.')}</w:p></w:footnote>`,
        ),
        'word/comments.xml': wordPart(
          'comments',
          `<w:comment w:id="0" w:author="Noor Haddad"><w:p>${run('They will not sign this.')}</w:p></w:comment>`,
        ),
        'docProps/core.xml': '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Draft of the annex</dc:title></cp:coreProperties>',
        'word/header1.xml': wordPart('hdr', ''),
      },
    );
    const { text, title, dropped, pages } = await read(bytes);
    expect(text.split('\n')).toEqual([
      'The parties shall withdraw[1] from the quay.',
      'Zone | Day',
      'North & east | D+7',
      'First line',
      'second line',
      '[1] As of 3 May.',
      '[Comment by Noor Haddad] They will not sign this.',
    ]);
    expect([title, pages]).toEqual(['Draft of the annex', []]);
    const told = dropped.join('\n');
    for (const words of [/1 tracked deletion:/, /1 tracked insertion:/, /1 comment:/, /1 picture/, /headers and footers/])
      expect(told).toMatch(words);
  });

  it('keeps Arabic and Hebrew in the order in which they are read', async () => {
    const arabic = 'قال الوزير إن المحادثات ستستأنف يوم الأحد.';
    const hebrew = 'דובר הממשלה אמר כי ההצעה נדחתה.';
    const right = `<w:pPr><w:bidi/></w:pPr>`;
    const { text, language } = await read(
      docxFile(`<w:p>${right}<w:r><w:rPr><w:rtl/></w:rPr><w:t>${arabic}</w:t></w:r></w:p><w:p>${right}${run(hebrew)}</w:p>`),
    );
    expect(text).toBe(`${arabic}\n${hebrew}`);
    expect(['ar', 'he']).toContain(language);
    expect(text.slice(text.indexOf('המ'), text.indexOf('המ') + 6)).toBe('הממשלה');
  });

  it('is known by its bytes, whatever it is called', async () => {
    expect((await read(docxFile(paragraph(run('So she said.'))), 'draft.pdf')).text).toBe('So she said.');
  });

  it('that is damaged is refused with what is wrong', async () => {
    const whole = docxFile(paragraph(run('The envoy said that they would meet again. '.repeat(40))));
    expect((await refusalOf(whole.subarray(0, whole.length - 60), 'cut.docx')).message).toMatch(/damaged.*cut off/);
    const broken = zipFile({ 'word/document.xml': '<w:document><w:body>\n<w:p></w:body></w:document>' });
    expect((await refusalOf(broken, 'broken.docx')).message).toMatch(/broken XML: <\/w:body> where <\/p> is due on line 2/);
    expect((await refusalOf(zipFile({ 'word/document.xml': '<w:document/>' }), 'bare.docx')).message).toMatch(/no Word document/);
    expect((await refusalOf(docxFile(''), 'blank.docx')).message).toMatch(/without text/);
    expect((await refusalOf(zipFile({ 'notes.txt': 'x' }), 'other.docx')).message).toMatch(/ZIP archive and neither/);
    expect((await refusalOf(zipFile({ mimetype: 'application/vnd.oasis.opendocument.text' }), 'open.docx')).cure).toMatch(
      /save it as \.docx/,
    );
    expect((await refusalOf(bytesOf('PK\x03\x04 and no more'), 'stub.docx')).message).toMatch(/cut off/);
    const garbled = whole.slice();
    garbled.fill(0xff, 200, 260);
    expect((await refusalOf(garbled, 'garbled.docx')).message).toMatch(/damaged|broken|not valid/);
  });

  it('that is encrypted or of the old kind is refused as such', async () => {
    const old = new Uint8Array(2048);
    old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect((await refusalOf(old, 'old.doc')).message).toMatch(/old office document/);
    old.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024);
    expect((await refusalOf(old, 'locked.docx')).message).toMatch(/encrypted/);
  });
});

describe('an archive that unpacks to too much', () => {
  const bomb = zipFile({ 'word/document.xml': new Uint8Array(30 * 1024 * 1024) });

  it('is refused by the ratio', async () => {
    const error = await refusalOf(bomb, 'bomb.docx');
    expect(error.message).toMatch(/more than 200 times its size/);
    expect(error.code).toBe('tooLarge');
  });

  it('is refused though it says that it is small', async () => {
    const liar = bomb.slice();
    const view = new DataView(liar.buffer);
    for (let at = 0; at < liar.length - 46; at++) if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    expect((await refusalOf(liar, 'liar.docx')).message).toMatch(/more than 200 times/);
  });

  it('is refused by the sum that it says it has', async () => {
    const large = docxFile('').slice();
    const view = new DataView(large.buffer);
    for (let at = 0; at < large.length - 46; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 400 * 1024 * 1024, true);
    expect((await refusalOf(large, 'large.docx')).message).toMatch(/more than 500 MB/);
  });
});
