import type { Exchange, ExchangeCheck } from '@parley/methods';
import { t } from '../strings/strings.ts';

/** The names of an exchange, for sentences about it. */
export interface Names {
  readonly party: (id: string) => string;
  readonly item: (id: string) => string;
}

export function namesOf(exchange: Pick<Exchange, 'parties' | 'items'>): Names {
  const parties = new Map(exchange.parties.map(({ id, name }) => [id, name]));
  const items = new Map(exchange.items.map(({ id, name }) => [id, name]));
  return { party: (id) => parties.get(id) ?? id, item: (id) => items.get(id) ?? id };
}

/** An amount without digits that say nothing. */
export function amountText(amount: number): string {
  return amount.toLocaleString('en', { maximumFractionDigits: 2 });
}

/** "2 × sheets of mine maps, 1 × lists of lowlanders". */
export function deliverText(deliver: readonly { item: string; count: number }[], names: Names): string {
  return deliver.map(({ item, count }) => t('exchange.pieces', { count, item: names.item(item) })).join(', ');
}

/** Whether a side has only an order: its amounts then count pieces. */
export function isOrdered({ items }: Pick<Exchange, 'items'>, party: string): boolean {
  return items.some(({ giver, receiver, cost, value }) => (giver === party && 'rank' in cost) || (receiver === party && 'rank' in value));
}

/** An amount of a side: as it is, or as so many pieces where the side has only an order. */
export function ofParty(exchange: Exchange, party: string, amount: number): string {
  if (amount === 0) return t('exchange.none');
  return isOrdered(exchange, party) ? t('exchange.piecesCount', { count: amount }) : amountText(amount);
}

export type Verdict = 'safe' | 'unsafe' | 'broken' | 'unknown';

/** What a check comes to. Where a side is not weighed, nothing can be said of safety. */
export function verdictOf(check: ExchangeCheck, unweighed: boolean): Verdict {
  if (check.broken.length > 0 || check.undelivered.length > 0) return 'broken';
  if (unweighed) return 'unknown';
  return check.firstUnsafe === null ? 'safe' : 'unsafe';
}

/** The first unsafe point in a sentence; null where there is none. */
export function firstUnsafeText(exchange: Exchange, { firstUnsafe }: ExchangeCheck): string | null {
  if (firstUnsafe === null) return null;
  const names = namesOf(exchange);
  const { step, day, party, shortBy, deliver } = firstUnsafe;
  const own = deliver.filter(({ item }) => exchange.items.find(({ id }) => id === item)?.giver === party);
  return t('exchange.firstUnsafe', {
    step,
    day: dayName(day),
    party: names.party(party),
    deliver: deliverText(own.length > 0 ? own : deliver, names),
    amount: ofParty(exchange, party, shortBy),
  });
}

/** "D+7"; "D" for the first. */
export function dayName(day: number): string {
  return day === 0 ? 'D' : `D+${day.toLocaleString('en', { maximumFractionDigits: 1, useGrouping: false })}`;
}
