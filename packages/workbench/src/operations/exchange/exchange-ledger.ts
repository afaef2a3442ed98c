import { type Body, type CaseRecord, type Day, firstDay, type Id, type Version } from '@parley/model';

/** One class in one step of a schedule, beside what became of it. */
interface LedgerLine {
  /** From 1. */
  readonly step: number;
  readonly day: number;
  /** The calendar day of it; null where nobody said what day D is. */
  readonly date: Day | null;
  readonly itemId: Id;
  readonly count: number;
  readonly delivered: number;
  /** How many of those delivered were found as agreed. */
  readonly verified: number;
  readonly state: 'delivered' | 'partly' | 'late' | 'withheld' | 'notYet';
  /** Days between the day of the plan and the last delivery, or the day asked of where some is lacking; null where D is unknown. */
  readonly daysLate: number | null;
  /** The lines of the ledger that say so. */
  readonly deliveries: readonly Id[];
}

/** What has really happened, beside a schedule. */
export interface ExchangeLedger {
  readonly lines: readonly LedgerLine[];
  /** Delivered over and above the schedule. */
  readonly beyond: readonly { readonly deliveryId: Id; readonly itemId: Id; readonly count: number }[];
  readonly deliveries: readonly Version<'delivery'>[];
}

/**
 * The ledger of an exchange up to a day, laid beside a schedule: what was delivered of a class fills its
 * steps in their order. What was found not to be as agreed fills none.
 */
export function exchangeLedger(record: CaseRecord, schedule: Body<'schedule'>, heldOn: Day): ExchangeLedger {
  const deliveries = [...record.of('delivery').values()]
    .filter(({ body }) => body.exchangeId === schedule.exchangeId && firstDay(body.on) <= heldOn)
    .sort((a, b) => (firstDay(a.body.on) < firstDay(b.body.on) ? -1 : 1));
  const stocks = new Map<Id, Stock>();
  const lines = schedule.steps.flatMap(({ day, deliver }, at) => {
    const date = schedule.startsOn === undefined ? null : dayAfter(schedule.startsOn, day);
    return deliver.map(({ itemId, count }): LedgerLine => {
      const stock = stocks.get(itemId) ?? stockOf(deliveries, itemId);
      stocks.set(itemId, stock);
      return { step: at + 1, day, date, itemId, count, ...taken(stock, count, date, heldOn) };
    });
  });
  const beyond = [...new Set(deliveries.map(({ body }) => body.itemId))].flatMap((itemId) =>
    (stocks.get(itemId) ?? stockOf(deliveries, itemId)).pieces.map(({ id, count }) => ({ deliveryId: id, itemId, count })),
  );
  return { lines, beyond, deliveries };
}

/** What has been delivered of a class and is not yet laid beside a step, oldest first; and what is said to be withheld of it. */
interface Stock {
  readonly pieces: { id: Id; count: number; on: Day; isVerified: boolean }[];
  readonly withheld: { id: Id; count: number }[];
}

function stockOf(deliveries: readonly Version<'delivery'>[], itemId: Id): Stock {
  const own = deliveries.filter(({ body }) => body.itemId === itemId);
  return {
    pieces: own
      .filter(({ body }) => body.outcome === 'delivered' || body.outcome === 'verified')
      .map(({ id, body }) => ({ id, count: body.count, on: firstDay(body.on), isVerified: body.outcome === 'verified' })),
    withheld: own
      .filter(({ body }) => body.outcome === 'withheld' || body.outcome === 'notAsAgreed')
      .map(({ id, body }) => ({ id, count: body.count })),
  };
}

function taken(stock: Stock, count: number, date: Day | null, heldOn: Day) {
  let delivered = 0;
  let verified = 0;
  let last: Day | null = null;
  const deliveries: Id[] = [];
  while (delivered < count && stock.pieces[0] !== undefined) {
    const piece = stock.pieces[0];
    const part = Math.min(piece.count, count - delivered);
    delivered += part;
    if (piece.isVerified) verified += part;
    last = piece.on;
    deliveries.push(piece.id);
    piece.count -= part;
    if (piece.count === 0) stock.pieces.shift();
  }
  const isDue = date !== null && date <= heldOn;
  const held = delivered < count && (isDue || date === null) ? stock.withheld.shift() : undefined;
  if (held !== undefined) deliveries.push(held.id);
  return {
    delivered,
    verified,
    state: stateOf({ delivered, count, isDue, isWithheld: held !== undefined }),
    daysLate: daysLate(),
    deliveries,
  };

  function daysLate(): number | null {
    if (date === null) return null;
    const until = delivered === count ? (last ?? date) : heldOn;
    return Math.max(0, daysBetween(date, until));
  }
}

interface Filled {
  readonly delivered: number;
  readonly count: number;
  readonly isDue: boolean;
  readonly isWithheld: boolean;
}

function stateOf({ delivered, count, isDue, isWithheld }: Filled): LedgerLine['state'] {
  if (delivered === count) return 'delivered';
  if (isWithheld) return 'withheld';
  if (delivered > 0) return 'partly';
  return isDue ? 'late' : 'notYet';
}

const MS_A_DAY = 86_400_000;

function dayAfter(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MS_A_DAY).toISOString().slice(0, 10);
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_A_DAY);
}
