import { UserError } from '@parley/model';
import type { Exchange, ExchangeStep } from './exchange.ts';
import { GUARDED, type Pick } from './readings.ts';

/**
 * Where a counter-item may stand when a step's items are delivered: how much of it is then still to be given.
 * Each deposit widens the band on its side.
 */
export interface Band {
  /** At least so much must be left, or the side that delivers does better to stop. Lowered by its deposit. */
  readonly low: number;
  /** At most so much may be left, or the side that gives the counter-item does better to stop. Raised by its deposit. */
  readonly high: number;
}

/** The band at each step of an order: the cost of all still to be delivered, and the worth of what comes after the step. */
export function bandOf(exchange: Exchange, steps: readonly ExchangeStep[], pick: Pick = GUARDED): Band[] {
  const amounts = new Map(
    exchange.items.map(({ id, cost, value }, at) => {
      if ('rank' in cost || 'rank' in value)
        throw new UserError(`${id} has a place in an order only`, { cure: 'a divisible counter-item needs numbers or ranges' });
      return [id, { cost: pick(cost, 'cost', at), value: pick(value, 'value', at) }];
    }),
  );
  const band: Band[] = [];
  let low = 0;
  let high = 0;
  for (const { deliver } of [...steps].reverse()) {
    const after = high;
    for (const { item, count } of deliver) {
      low += count * (amounts.get(item)?.cost ?? 0);
      high += count * (amounts.get(item)?.value ?? 0);
    }
    band.push({ low, high: after });
  }
  return band.reverse();
}

/**
 * An order with the counter-item laid over it: as late as the band lets it be with no deposit from the side that
 * gives it, so that the whole deposit falls to the other. Steps that pay already are left as they are.
 */
export function withPayments(exchange: Exchange, steps: readonly ExchangeStep[]): ExchangeStep[] {
  if (exchange.counter === null || steps.some(({ pay }) => pay > 0)) return [...steps];
  const band = bandOf(exchange, steps);
  const first = steps[0]?.deliver ?? [];
  const worth = (band[0]?.high ?? 0) + first.reduce((sum, { item, count }) => sum + count * lowWorth(exchange, item), 0);
  const cost = band[0]?.low ?? 0;
  // Halfway between what the items cost and what they are worth, where nobody has named a total.
  let left = exchange.counter.total ?? (worth > cost ? (worth + cost) / 2 : worth);
  return steps.map((step, at) => {
    const rest = at === steps.length - 1 ? 0 : Math.min(left, band[at]?.high ?? 0);
    const pay = left - rest;
    left = rest;
    return { ...step, pay };
  });
}

function lowWorth({ items }: Exchange, id: string): number {
  const value = items.find((item) => item.id === id)?.value;
  return value !== undefined && 'low' in value ? value.low : 0;
}
