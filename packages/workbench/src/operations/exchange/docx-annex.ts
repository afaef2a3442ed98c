import { dayText, type Exchange, type ExchangeCheck } from '@parley/methods';
import { deliveryText } from './exchange-results.ts';
import { contentTypes, relationships, xmlPackage, xmlText } from './xml-package.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/**
 * A schedule as the table of an annex to an agreement, for a word processor (WordprocessingML, ECMA-376): step, day,
 * who gives what to whom, until when it is verified. Only what would be agreed: no weights, exposures or deposits.
 */
export function docxAnnex(exchange: Exchange, check: ExchangeCheck): Uint8Array {
  const heading = paragraph(exchange.title ?? 'Schedule of the exchange', true);
  const conditions = exchange.phases.flatMap(({ name, fromDay, toDay, condition }) => {
    const days = `${fromDay === null ? '' : `from ${dayText(fromDay)} `}${toDay === null ? '' : `to ${dayText(toDay)}`}`.trim();
    return days === '' && condition === null
      ? []
      : [paragraph(`Phase ${name}${days === '' ? '' : `, ${days}`}${condition === null ? '' : `: ${condition}`}`)];
  });
  const body = `${heading}${conditions.join('')}${table(annexRows(exchange, check))}${paragraph('')}`;
  const page =
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>';
  return xmlPackage({
    '[Content_Types].xml': contentTypes({ 'word/document.xml': TYPE }),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body}${page}</w:body></w:document>`,
  });
}

const HEAD = ['Step', 'Day', 'By', 'To', 'What', 'Verified by'] as const;
const WIDTHS = [800, 1300, 1900, 1900, 2700, 1300] as const;

function annexRows(exchange: Exchange, { steps }: ExchangeCheck): string[][] {
  const nameOf = (id: string): string => exchange.parties.find((party) => party.id === id)?.name ?? id;
  const rows = steps.flatMap(({ number, startDay, endDay, verifiedDay, deliver, pay }) => {
    const day = startDay === endDay ? dayText(startDay) : `${dayText(startDay)} to ${dayText(endDay)}`;
    const byPair = Map.groupBy(deliver, ({ item: id }) => {
      const item = exchange.items.find((one) => one.id === id);
      return JSON.stringify([nameOf(item?.giver ?? ''), nameOf(item?.receiver ?? '')]);
    });
    const given = [...byPair].map(([pair, pieces]) => {
      const [by, to] = JSON.parse(pair) as [string, string];
      const isVerified = pieces.some(({ item: id }) => exchange.items.find((one) => one.id === id)?.verification !== null);
      return [String(number), day, by, to, deliveryText(exchange, pieces), isVerified ? dayText(verifiedDay) : ''];
    });
    const { counter } = exchange;
    const paid =
      pay > 0 && counter !== null
        ? [[String(number), day, nameOf(counter.giver), nameOf(counter.receiver), deliveryText(exchange, [], pay), '']]
        : [];
    return [...paid, ...given];
  });
  return [[...HEAD], ...rows];
}

function table(rows: readonly (readonly string[])[]): string {
  const border = (side: string): string => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('');
  const grid = WIDTHS.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const lines = rows.map((cells, at) => {
    const head = at === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : '';
    return `<w:tr>${head}${cells.map((cell, column) => `<w:tc><w:tcPr><w:tcW w:w="${WIDTHS[column]}" w:type="dxa"/></w:tcPr>${paragraph(cell, at === 0)}</w:tc>`).join('')}</w:tr>`;
  });
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

/** A paragraph; words from right to left are marked as such, so that they stand as they should. */
function paragraph(text: string, isBold = false): string {
  const isRtl = /^[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
  const style = `${isBold ? '<w:b/><w:bCs/>' : ''}${isRtl ? '<w:rtl/>' : ''}`;
  return `<w:p>${isRtl ? '<w:pPr><w:bidi/></w:pPr>' : ''}<w:r>${style === '' ? '' : `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${xmlText(text)}</w:t></w:r></w:p>`;
}
