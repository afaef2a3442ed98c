import type { Amount, Exchange } from './exchange.ts';

/**
 * One way of reading a party's amounts, as weights: how much one more of each item, still to come, adds to what the
 * party would gain by stopping. Own costs count for it, what it is still to receive against it.
 */
export interface Reading {
  /** Index of the party in the exchange. */
  readonly party: number;
  /** By item: the cost to this party of giving one, 0 where it is not the giver. */
  readonly cost: Float64Array;
  /** By item: the worth to this party of receiving one, 0 where it is not the receiver. */
  readonly value: Float64Array;
  readonly breakOffCost: number;
}

export interface Readings {
  readonly list: readonly Reading[];
  /** The amounts above are these times what was given; whole numbers wherever that can be had, so that sums are exact. */
  readonly scale: number;
  /** How far from 0 a sum may be by rounding alone; 0 where all are whole numbers. */
  readonly tolerance: number;
  /** By party: whether its amounts are places in an order, and sums count tranches instead of adding amounts. */
  readonly ranked: readonly boolean[];
}

/** Picks a number out of what is known of an amount. */
export type Pick = (amount: { readonly low: number; readonly high: number }, role: 'cost' | 'value', item: number) => number;

/** Own costs high and received values low: what holds so holds for every value in the ranges. */
export const GUARDED: Pick = ({ low, high }, role) => (role === 'cost' ? high : low);
/** Own costs low and received values high: what does not hold so holds for no value in the ranges. */
export const HOPEFUL: Pick = ({ low, high }, role) => (role === 'cost' ? low : high);

/**
 * The readings of an exchange: one for a party with amounts. A party with an order only has one for each place in it,
 * which counts what weighs at least as much; a sum of amounts that fall with the order is never below zero when no
 * such count is (Abel's summation), so these together speak for all values that fit the order.
 */
export function readingsOf(exchange: Exchange, pick: Pick = GUARDED): Readings {
  const picked = exchange.items.map((item, at) => ({
    cost: numberIn(item.cost, 'cost', at, pick),
    value: numberIn(item.value, 'value', at, pick),
  }));
  const own = exchange.parties.map(({ breakOffCost }) => breakOffCost);
  const numbers = [...own, ...picked.flatMap(({ cost, value }) => [cost ?? 0, value ?? 0])];
  const most = exchange.items.reduce((sum, { count }, at) => sum + count * ((picked[at]?.cost ?? 0) + (picked[at]?.value ?? 0)), 0);
  const scale = wholeScale(numbers, most);
  const ranked = exchange.parties.map(({ id }) => ranksOf(exchange, id).length > 0);
  const list = exchange.parties.flatMap(({ id, breakOffCost }, party) => {
    const weights = (cost: (at: number) => number, value: (at: number) => number): Reading => ({
      party,
      cost: Float64Array.from(exchange.items, ({ giver }, at) => (giver === id ? cost(at) : 0)),
      value: Float64Array.from(exchange.items, ({ receiver }, at) => (receiver === id ? value(at) : 0)),
      breakOffCost: scaled(breakOffCost, scale),
    });
    const ranks = ranksOf(exchange, id);
    if (ranks.length === 0)
      return [
        weights(
          (at) => scaled(picked[at]?.cost ?? 0, scale),
          (at) => scaled(picked[at]?.value ?? 0, scale),
        ),
      ];
    // A place in an order is that of one tranche.
    const counts = (amount: Amount | undefined, rank: number, at: number): number =>
      amount && 'rank' in amount && amount.rank >= rank ? 1 / (exchange.items[at]?.tranche ?? 1) : 0;
    return ranks.map((rank) =>
      weights(
        (at) => counts(exchange.items[at]?.cost, rank, at),
        (at) => counts(exchange.items[at]?.value, rank, at),
      ),
    );
  });
  return { list, scale: scale ?? 1, tolerance: scale === null ? most * 1e-12 : 0, ranked };
}

/** A sum of readings, as given: a count where the party has an order only. */
export function unscaled(sum: number, party: number, { scale, ranked }: Readings): number {
  return ranked[party] ? sum : sum / scale;
}

/** The places that a party's own amounts have, lowest first; empty where it has numbers. */
export function ranksOf({ items }: Exchange, party: string): number[] {
  const ranks = new Set<number>();
  for (const { giver, receiver, cost, value } of items) {
    if (giver === party && 'rank' in cost) ranks.add(cost.rank);
    if (receiver === party && 'rank' in value) ranks.add(value.rank);
  }
  return [...ranks].sort((a, b) => a - b);
}

function numberIn(amount: Amount, role: 'cost' | 'value', item: number, pick: Pick): number | null {
  return 'rank' in amount ? null : pick(amount, role, item);
}

function scaled(amount: number, scale: number | null): number {
  return scale === null ? amount : Math.round(amount * scale);
}

/** The least power of ten that makes all of them whole, up to a million; null where none does or sums would not be exact. */
function wholeScale(numbers: readonly number[], most: number): number | null {
  for (let scale = 1; scale <= 1e6; scale *= 10) {
    if (most * scale > 2 ** 50) return null;
    if (numbers.every((number) => Math.abs(number * scale - Math.round(number * scale)) <= 1e-9 * Math.max(1, number))) return scale;
  }
  return null;
}
