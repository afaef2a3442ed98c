/**
 * What holds of an exchange whose amounts are ranges, or only places in each side's own order.
 *
 * For ranges, F_X is least with own costs high and received values low, so what is safe so is safe for all values in
 * them. For orders, F_X >= 0 for all values that fit exactly when, for each place, no more of what is still to be given
 * than of what is still to be received weighs as much as that place (Abel's summation; the first-order stochastic
 * dominance of Hadar and Russell 1969, "Rules for ordering uncertain prospects").
 */
import type { Limits, MethodNote } from '../method-note.ts';
import { type Random, randomFrom } from '../numeric/random.ts';
import { type BarterOptions, barter } from './barter.ts';
import { checkSchedule } from './check.ts';
import type { UnsafeStep } from './check-result.ts';
import { divisible } from './divisible.ts';
import type { Amount, Exchange, ExchangeStep } from './exchange.ts';
import { planExchange } from './plan-exchange.ts';
import { HOPEFUL, ranksOf } from './readings.ts';

export interface RobustResult {
  readonly method: 'robust';
  /** The schedule that was looked at: the one given, else the order that needs least for all values. */
  readonly schedule: readonly ExchangeStep[];
  /** With this guarantee the schedule is safe whatever the values are, as long as they fit. */
  readonly deltaForAll: number;
  /** No order, whatever the values, needs less than this. Null where a side has an order only: values may be as good as nothing. */
  readonly deltaForNone: number | null;
  /** Safe for all values that fit, with the deposits that are held. */
  readonly safeForAll: boolean;
  /** The first step that is not safe for all; null where all are. */
  readonly firstUnsafe: UnsafeStep | null;
  /** Of `samples` values drawn, the share for which the schedule is safe with the deposits that are held. Never a chance. */
  readonly safeShare: number;
  /** Guarantee needed over the values drawn: the least, the middle and the greatest. */
  readonly sampledDelta: { readonly least: number; readonly median: number; readonly greatest: number };
  readonly samples: number;
  readonly note: MethodNote;
}

export interface RobustOptions extends Limits, Pick<BarterOptions, 'maxStates' | 'maxSearch'> {
  /** The schedule to look at; where left out, one is planned. */
  readonly schedule?: readonly ExchangeStep[];
  /** Values to draw. Default 1,000. */
  readonly samples?: number;
  /** Default 1. */
  readonly seed?: number;
}

/**
 * What holds for all values that fit, and for which share of drawn ones. Ranges are drawn from evenly; orders as
 * evenly spread amounts in order, the weightiest of a side put at 1, so that a guarantee counts its tranches.
 */
export function robust(exchange: Exchange, options: RobustOptions = {}): RobustResult {
  const { samples = 1000, seed = 1, shouldStop = () => false } = options;
  const schedule = options.schedule ?? planExchange(exchange, { ...options, count: false, maxLabels: 0 }).schedule;
  const check = checkSchedule(exchange, schedule);
  const random = randomFrom(seed);
  const deltas: number[] = [];
  let safe = 0;
  while (deltas.length < samples && !shouldStop()) {
    const drawn = checkSchedule(drawValues(exchange, random), schedule);
    deltas.push(drawn.delta);
    if (drawn.firstUnsafe === null) safe += 1;
  }
  deltas.sort((a, b) => a - b);
  return {
    method: 'robust',
    schedule,
    deltaForAll: check.delta,
    deltaForNone: exchange.parties.some(({ id }) => ranksOf(exchange, id).length > 0) ? null : leastDelta(exchange, options),
    safeForAll: check.firstUnsafe === null,
    firstUnsafe: check.firstUnsafe,
    safeShare: deltas.length === 0 ? 0 : safe / deltas.length,
    sampledDelta: { least: deltas[0] ?? 0, median: deltas[deltas.length >> 1] ?? 0, greatest: deltas.at(-1) ?? 0 },
    samples: deltas.length,
    note: {
      method: 'robust',
      definition: 'Safe for all values in the ranges, or that fall with the order; and the share of drawn values for which it is safe.',
      source: 'Sandholm and Lesser (1995), with own costs high and received values low; Abel summation for orders',
      parameters: { seed, samples },
      kind: 'sampled',
      complete: deltas.length === samples,
      steps: deltas.length,
    },
  };
}

function leastDelta(exchange: Exchange, options: RobustOptions): number {
  if (exchange.counter !== null) return divisible(exchange, { pick: HOPEFUL }).delta;
  return barter(exchange, { ...options, pick: HOPEFUL, count: false, maxLabels: 0 }).lowerBound;
}

/** The exchange with a number for each amount. */
function drawValues(exchange: Exchange, random: Random): Exchange {
  const weights = new Map(exchange.parties.map(({ id }) => [id, weightsOf(ranksOf(exchange, id), random)]));
  const draw = (amount: Amount, party: string, tranche: number): Amount => {
    const number =
      'rank' in amount ? (weights.get(party)?.get(amount.rank) ?? 0) / tranche : amount.low + random() * (amount.high - amount.low);
    return { low: number, high: number };
  };
  return {
    ...exchange,
    items: exchange.items.map((item) => ({
      ...item,
      cost: draw(item.cost, item.giver, item.tranche),
      value: draw(item.value, item.receiver, item.tranche),
    })),
  };
}

/** Amounts that rise with the place, the highest 1. */
function weightsOf(ranks: readonly number[], random: Random): Map<number, number> {
  const amounts = ranks.map(() => random()).sort((a, b) => a - b);
  const most = amounts.at(-1) || 1;
  return new Map(ranks.map((rank, at) => [rank, (amounts[at] ?? 0) / most]));
}
