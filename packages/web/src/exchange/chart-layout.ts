import type { CheckedStep, Exchange } from '@parley/methods';

/** A class as a row of the chart, under the side that gives it. */
interface Row {
  readonly kind: 'side' | 'item';
  readonly id: string;
  readonly name: string;
  /** How many pieces there are of an item. */
  readonly count: number;
  readonly top: number;
  readonly height: number;
}

/** One class in one step, as a block on its row. */
export interface Block {
  readonly step: number;
  readonly item: string;
  readonly count: number;
  /** How many of the class are given once this is. */
  readonly soFar: number;
  /** Days, with places within the day for steps that share it. */
  readonly from: number;
  readonly to: number;
  readonly verified: number;
  readonly top: number;
}

export interface Layout {
  readonly rows: readonly Row[];
  readonly blocks: readonly Block[];
  /** By step: where it stands, in days. */
  readonly places: readonly number[];
  /** The days shown: from 0 to this. */
  readonly lastDay: number;
  readonly height: number;
}

const SIDE_HEIGHT = 24;
export const ITEM_HEIGHT = 26;

/** Where everything of a schedule stands: classes by giver from top to bottom, days across. */
export function layoutOf(exchange: Pick<Exchange, 'parties' | 'items'>, steps: readonly CheckedStep[]): Layout {
  const rows = rowsOf(exchange);
  const tops = new Map(rows.filter(({ kind }) => kind === 'item').map(({ id, top }) => [id, top]));
  const places = placesOf(steps);
  const soFar = new Map<string, number>();
  const items = new Map(exchange.items.map((item) => [item.id, item]));
  const blocks = steps.flatMap(({ number, startDay, deliver }, at) =>
    deliver.map(({ item, count }): Block => {
      const given = (soFar.get(item) ?? 0) + count;
      soFar.set(item, given);
      const from = places[at] ?? startDay;
      // A step lasts as long as the longest of its items; a block only as long as its own.
      const to = from + (items.get(item)?.durationDays ?? 0);
      const verified = to + (items.get(item)?.verification?.days ?? 0);
      return { step: number, item, count, soFar: given, from, to, verified, top: tops.get(item) ?? 0 };
    }),
  );
  const end = Math.max(0, ...steps.map(({ verifiedDay }) => verifiedDay));
  return {
    rows,
    blocks,
    places,
    lastDay: Math.max(7, Math.ceil(end * 1.04) + 1),
    height: rows.reduce((sum, { height }) => sum + height, 0),
  };
}

function rowsOf({ parties, items }: Pick<Exchange, 'parties' | 'items'>): Row[] {
  const rows: Row[] = [];
  let top = 0;
  const add = (row: Omit<Row, 'top'>): void => {
    rows.push({ ...row, top });
    top += row.height;
  };
  for (const { id, name } of parties) {
    const own = items.filter(({ giver }) => giver === id);
    if (own.length === 0) continue;
    add({ kind: 'side', id, name, count: 0, height: SIDE_HEIGHT });
    for (const item of own) add({ kind: 'item', id: item.id, name: item.name, count: item.count, height: ITEM_HEIGHT });
  }
  return rows;
}

/** Steps of one day stand one behind the other within it, in the first three quarters of the day. */
function placesOf(steps: readonly CheckedStep[]): number[] {
  const ofDay = Map.groupBy(steps, ({ startDay }) => startDay);
  return steps.map((step) => {
    const day = ofDay.get(step.startDay) ?? [step];
    return step.startDay + (0.75 * day.indexOf(step)) / day.length;
  });
}

/** Days at which the axis has a line, not more than fit. */
export function ticksOf(lastDay: number, most: number): number[] {
  const step = [1, 2, 7, 14, 28, 56, 91, 182, 364].find((days) => lastDay / days <= most) ?? Math.ceil(lastDay / most);
  return Array.from({ length: Math.floor(lastDay / step) + 1 }, (_, at) => at * step);
}
