import { dayText, type Exchange, type ExchangeCheck } from '@parley/methods';
import { type DocxBlock, docxDocument } from '../office/docx-document.ts';
import { deliveryText } from './exchange-results.ts';

/**
 * A schedule as the table of an annex to an agreement, for a word processor (DOCX): step, day,
 * who gives what to whom, until when it is verified. Only what would be agreed: no weights, exposures or deposits.
 */
export function docxAnnex(exchange: Exchange, check: ExchangeCheck): Uint8Array {
  const conditions = exchange.phases.flatMap(({ name, fromDay, toDay, condition }): DocxBlock[] => {
    const days = `${fromDay === null ? '' : `from ${dayText(fromDay)} `}${toDay === null ? '' : `to ${dayText(toDay)}`}`.trim();
    return days === '' && condition === null
      ? []
      : [{ text: `Phase ${name}${days === '' ? '' : `, ${days}`}${condition === null ? '' : `: ${condition}`}` }];
  });
  const table: DocxBlock = { rows: annexRows(exchange, check), widths: WIDTHS };
  return docxDocument([{ heading: exchange.title ?? 'Schedule of the exchange' }, ...conditions, table]);
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
