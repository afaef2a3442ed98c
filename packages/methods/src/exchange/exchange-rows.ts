import { UserError } from '@parley/model';
import { shown } from './days.ts';

/** What the columns of a schedule may be called; case, spaces and marks do not count. */
const COLUMNS = {
  item: ['item', 'id', 'what', 'class'],
  giver: ['giver', 'from', 'gives', 'by'],
  receiver: ['receiver', 'to', 'receives'],
  count: ['count', 'number', 'howmany', 'quantity'],
  day: ['day', 'date', 'dplus'],
  step: ['step', 'batch'],
  tranche: ['tranche', 'tranchesize'],
  kind: ['kind', 'type'],
  cost: ['cost', 'costtogiver'],
  value: ['value', 'worth', 'worthtoreceiver'],
  earliest: ['earliest', 'earliestday', 'notbefore'],
  duration: ['durationdays', 'duration'],
  verification: ['verificationdays', 'verification', 'verified'],
  detection: ['detection', 'detectionprobability'],
  after: ['after', 'afteritem'],
  pay: ['pay', 'payment', 'paid'],
} as const;
type Column = keyof typeof COLUMNS;

/**
 * A schedule in rows, the first naming the columns, as the JSON that `readExchange` takes: a row a delivery, in the
 * order in which they happen. `item`, `giver` and `receiver` are needed, `cost` and `value` with an item's first row;
 * counts of one item add up. A range is written `2-4`, a place in the giver's or receiver's own order `rank 3`; rows
 * with the same `step` happen at once; `pay` is a payment, by the giver of its row; `after` names items to be delivered first, parted by semicolons.
 * Throws a UserError for a column that is missing and for a cell that cannot be read.
 */
export function exchangeFromRows(rows: readonly (readonly string[])[]): Record<string, unknown> {
  const [head = [], ...body] = rows;
  const plain = head.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ''));
  const place = (column: Column): number => plain.findIndex((name) => (COLUMNS[column] as readonly string[]).includes(name));
  for (const column of ['item', 'giver', 'receiver'] as const)
    if (place(column) < 0)
      throw new UserError(
        `the schedule has no column "${column}"; its columns are ${head.map((name) => `"${name}"`).join(', ') || 'without names'}`,
        {
          cure: 'name the columns in the first row: day, item, count, giver, receiver, cost, value',
        },
      );
  const items = new Map<string, Record<string, unknown>>();
  const before: string[][] = [];
  let counter: Record<string, string> | undefined;
  const schedule: { step: string; day: string | undefined; deliver: Map<string, number>; pay: number }[] = [];
  body.forEach((cells, at) => {
    const cell = (column: Column): string => cells[place(column)]?.trim() ?? '';
    if (cells.every((one) => one.trim() === '')) return;
    const row = `row ${at + 2}`;
    const id = cell('item');
    const pay = cell('pay') === '' ? 0 : numberIn(cell('pay'), `${row}: pay`);
    if (id === '' && pay === 0) throw new UserError(`${row} names no item`, { cure: 'fill its column "item", or take the row out' });
    if (pay > 0) counter ??= { giver: cell('giver'), receiver: cell('receiver') };
    const count = cell('count') === '' ? 1 : numberIn(cell('count'), `${row}: count`);
    if (id !== '') {
      const known = items.get(id);
      const item = known ?? { id, count: 0 };
      item.count = Number(item.count) + positive(count, row);
      for (const field of ['giver', 'receiver', 'kind', 'earliest'] as const)
        if (cell(field) !== '') item[field] = asBefore(item[field], cell(field), `${row}: the ${field} of ${id}`);
      for (const field of ['cost', 'value'] as const)
        if (cell(field) !== '')
          item[field] = asBefore(item[field], amountIn(cell(field), `${row}: ${field}`), `${row}: the ${field} of ${id}`);
      if (cell('tranche') !== '') item.tranche = numberIn(cell('tranche'), `${row}: tranche`);
      if (cell('duration') !== '') item.durationDays = numberIn(cell('duration'), `${row}: duration`);
      if (cell('verification') !== '')
        item.verification = {
          days: numberIn(cell('verification'), `${row}: verification`),
          ...(cell('detection') === '' ? {} : { detection: numberIn(cell('detection'), `${row}: detection`) }),
        };
      items.set(id, item);
      if (known === undefined) for (const first of cell('after').split(';')) if (first.trim() !== '') before.push([first.trim(), id]);
    }
    const last = schedule.at(-1);
    const isSame = last !== undefined && cell('step') !== '' && last.step === cell('step');
    if (isSame && cell('day') !== '') asBefore(last.day, cell('day'), `${row}: the day of step ${last.step}`);
    const step = isSame ? last : { step: cell('step'), day: cell('day') || undefined, deliver: new Map<string, number>(), pay: 0 };
    if (!isSame) schedule.push(step);
    step.pay += pay;
    if (id !== '') step.deliver.set(id, (step.deliver.get(id) ?? 0) + count);
  });
  return {
    items: [...items.values()],
    before,
    ...(counter === undefined ? {} : { counter }),
    schedule: schedule.map(({ day, deliver, pay }) => ({ day, deliver: Object.fromEntries(deliver), ...(pay > 0 ? { pay } : {}) })),
  };
}

/** What a row says, where no row before it said something else of the same item or step. */
function asBefore(before: unknown, now: unknown, what: string): unknown {
  if (before === undefined || JSON.stringify(before) === JSON.stringify(now)) return now;
  throw new UserError(`${what} is ${shown(now)}, and a row before it says ${shown(before)}`, {
    cure: 'say the same in both, or give what differs a name of its own',
  });
}

function positive(count: number, row: string): number {
  if (Number.isInteger(count) && count > 0) return count;
  throw new UserError(`${row}: count is ${count}`, { cure: 'write a whole number of 1 or more', code: 'exchange-number' });
}

function amountIn(cell: string, what: string): unknown {
  const rank = /^(?:rank|#)\s*(\d+)$/i.exec(cell);
  if (rank) return { rank: Number(rank[1]) };
  const range = /^([\d.]+)\s*(?:-|–|\.\.|to)\s*([\d.]+)$/.exec(cell);
  return range ? [numberIn(range[1] ?? '', what), numberIn(range[2] ?? '', what)] : numberIn(cell, what);
}

function numberIn(cell: string, what: string): number {
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(cell) ? Number(cell) : Number.NaN;
  if (Number.isFinite(number)) return number;
  throw new UserError(`${what} is "${cell.slice(0, 40)}"`, {
    cure: 'write a number, with a point before its decimals',
    code: 'exchange-number',
  });
}
