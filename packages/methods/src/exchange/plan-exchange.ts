import { type BarterOptions, type BarterPlan, barter } from './barter.ts';
import { type DivisiblePlan, divisible } from './divisible.ts';
import type { Exchange } from './exchange.ts';

/** A plan by the method that fits the exchange. */
export type ExchangePlan = BarterPlan | DivisiblePlan;

/** Plans an exchange: `divisible` where it has a divisible counter-item, else `barter`. */
export function planExchange(exchange: Exchange, options: BarterOptions = {}): ExchangePlan {
  return exchange.counter === null ? barter(exchange, options) : divisible(exchange, options);
}
