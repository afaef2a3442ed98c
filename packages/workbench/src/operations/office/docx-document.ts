import { contentTypes, relationships, xmlPackage, xmlText } from './xml-package.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** A part of a document: a heading, a paragraph, or a table whose first row is its head, with widths in twentieths of a point. */
export type DocxBlock =
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly rows: readonly (readonly string[])[]; readonly widths: readonly number[] };

/** A document for a word processor (WordprocessingML, ECMA-376) on A4. */
export function docxDocument(blocks: readonly DocxBlock[], { isLandscape = false }: { isLandscape?: boolean } = {}): Uint8Array {
  const parts = blocks.map((block) => {
    if ('heading' in block) return paragraph(block.heading, true);
    return 'text' in block ? paragraph(block.text) : table(block.rows, block.widths);
  });
  const size = isLandscape ? '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' : '<w:pgSz w:w="11906" w:h="16838"/>';
  const page = `<w:sectPr>${size}<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
  return xmlPackage({
    '[Content_Types].xml': contentTypes({ 'word/document.xml': TYPE }),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    // A word processor wants a paragraph after a table that ends a document.
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${parts.join('')}${paragraph('')}${page}</w:body></w:document>`,
  });
}

function table(rows: readonly (readonly string[])[], widths: readonly number[]): string {
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const lines = rows.map((cells, at) => {
    const head = at === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
    return `<w:tr>${head}${cells.map((cell, column) => `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/></w:tcPr>${paragraph(cell, at === 0)}</w:tc>`).join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

/** A paragraph; words from right to left are marked as such, so that they stand as they should. */
function paragraph(text: string, isBold = false): string {
  const isRtl = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
  const style = `${isBold ? '<w:b/><w:bCs/>' : ''}${isRtl ? '<w:rtl/>' : ''}`;
  return `<w:p>${isRtl ? '<w:pPr><w:bidi/></w:pPr>' : ''}<w:r>${style === '' ? '' : `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`;
}
