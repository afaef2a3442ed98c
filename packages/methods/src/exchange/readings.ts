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
  /**
   * The weights above are these times what was given, or times the share of a tranche that one piece is. All are whole
   * numbers, so that a sum is the same in whichever order it was added up, and sides with an order and with numbers
   * are on one scale.
   */
  readonly scale: number;
  /** How far off a sum may be because amounts had to be rounded to whole numbers, in what was given; 0 where none was. */
  readonly tolerance: number;
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
  const { scale, tolerance } = scaleOf(exchange, picked);
  const list = exchange.parties.flatMap(({ id, breakOffCost }, party) => {
    const weights = (cost: (at: number) => number, value: (at: number) => number): Reading => ({
      party,
      cost: Float64Array.from(exchange.items, ({ giver }, at) => (giver === id ? cost(at) : 0)),
      value: Float64Array.from(exchange.items, ({ receiver }, at) => (receiver === id ? value(at) : 0)),
      breakOffCost: Math.round(breakOffCost * scale),
    });
    const ranks = ranksOf(exchange, id);
    if (ranks.length === 0)
      return [
        weights(
          (at) => Math.round((picked[at]?.cost ?? 0) * scale),
          (at) => Math.round((picked[at]?.value ?? 0) * scale),
        ),
      ];
    // A place in an order is that of one tranche.
    const counts = (amount: Amount | undefined, rank: number, at: number): number =>
      amount && 'rank' in amount && amount.rank >= rank ? Math.round(scale / (exchange.items[at]?.tranche ?? 1)) : 0;
    return ranks.map((rank) =>
      weights(
        (at) => counts(exchange.items[at]?.cost, rank, at),
        (at) => counts(exchange.items[at]?.value, rank, at),
      ),
    );
  });
  return { list, scale, tolerance };
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

/** The least scale on which all weights are whole; where there is none, the finest on which sums stay exact. */
function scaleOf(
  { items, parties }: Exchange,
  picked: readonly { readonly cost: number | null; readonly value: number | null }[],
): { scale: number; tolerance: number } {
  const numbers = [...parties.map(({ breakOffCost }) => breakOffCost), ...picked.flatMap(({ cost, value }) => [cost ?? 0, value ?? 0])];
  // A side with an order weighs pieces by the tranche.
  const pieces = items.filter(({ cost, value }) => 'rank' in cost || 'rank' in value);
  const most =
    parties.reduce((sum, { breakOffCost }) => sum + breakOffCost, 0) +
    items.reduce((sum, { count }, at) => sum + count * ((picked[at]?.cost ?? 0) + (picked[at]?.value ?? 0)), 0) +
    pieces.reduce((sum, { count, tranche }) => sum + (2 * count) / tranche, 0);
  const tranches = pieces.reduce((multiple, { tranche }) => (multiple > MOST_SUM ? multiple : leastCommonMultiple(multiple, tranche)), 1);
  for (let tens = 1; tens <= 1e6; tens *= 10) {
    if (most * tens * tranches > MOST_SUM) break;
    if (numbers.every((number) => Math.abs(number * tens - Math.round(number * tens)) <= 1e-9 * Math.max(1, number)))
      return { scale: tens * tranches, tolerance: 0 };
  }
  return { scale: 2 ** Math.floor(Math.log2(MOST_SUM / most)), tolerance: most * 1e-12 };
}

const MOST_SUM = 2 ** 50;

function leastCommonMultiple(a: number, b: number): number {
  let [divisor, rest] = [a, b];
  while (rest !== 0) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
}
