import type { Amount, Exchange, ExchangeCheck } from '@parley/methods';
import { type CsvCell, csvTable } from '../export/csv-table.ts';

/** The columns, as `parley exchange check` reads them back. */
const SCHEDULE_COLUMNS = [
  'step',
  'day',
  'giver',
  'receiver',
  'item',
  'count',
  'tranche',
  'kind',
  'cost',
  'value',
  'earliest',
  'duration days',
  'verification days',
  'detection',
  'after',
  'pay',
] as const;

/**
 * A schedule as rows, one a delivery; what belongs to the item stands in each. Read back, the rows give the same
 * schedule; batches, phases, deposits and what breaking off costs do not fit into rows and are only in the JSON.
 */
function scheduleRows(exchange: Exchange, check: ExchangeCheck): CsvCell[][] {
  const byId = new Map(exchange.items.map((item) => [item.id, item]));
  return check.steps.flatMap(({ number, startDay, deliver, pay }) => {
    const paying: CsvCell[][] =
      pay > 0 ? [[number, `D+${startDay}`, exchange.counter?.giver, exchange.counter?.receiver, ...Array(11).fill(null), pay]] : [];
    const rows = deliver.map(({ item: id, count }): CsvCell[] => {
      const item = byId.get(id);
      const after = exchange.before.filter(({ next, after: kind }) => next === id && kind === 'delivery').map(({ first }) => first);
      return [
        number,
        `D+${startDay}`,
        item?.giver,
        item?.receiver,
        id,
        count,
        item?.tranche,
        item?.kind,
        item && amountCell(item.cost),
        item && amountCell(item.value),
        item?.earliestDay ?? null,
        item?.durationDays,
        item?.verification?.days ?? null,
        item?.verification?.detection ?? null,
        after.join('; '),
        null,
      ];
    });
    return [...paying, ...rows];
  });
}

/** The rows with the names of the columns first, as a spreadsheet shows them. */
export function scheduleTable(exchange: Exchange, check: ExchangeCheck): CsvCell[][] {
  return [[...SCHEDULE_COLUMNS], ...scheduleRows(exchange, check)];
}

/** The rows as CSV by RFC 4180. */
export function scheduleCsv(exchange: Exchange, check: ExchangeCheck): string {
  const columns = SCHEDULE_COLUMNS.map((name, at) => [name, (row: CsvCell[]): CsvCell => row[at]] as const);
  return csvTable<CsvCell[]>(columns, scheduleRows(exchange, check));
}

function amountCell(amount: Amount): CsvCell {
  if ('rank' in amount) return `rank ${amount.rank}`;
  return amount.low === amount.high ? amount.low : `${amount.low}-${amount.high}`;
}
