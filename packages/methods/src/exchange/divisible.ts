/**
 * Deliveries against a divisible counter-item: the order with the smallest total deposit, and the band in which the
 * counter-item must stand at each step.
 *
 * Built from the last delivery backwards: first what is worth no less than it costs, by rising cost; then the rest by
 * falling worth. Matsubara and Yokoo (2002), "Defection-free exchange mechanisms"; Sandholm and Ferrandon (2000),
 * "Safe exchange planner". It is the rule of Johnson (1954) for two machines. O(n log n) for n classes.
 */
import { UserError } from '@parley/model';
import type { Limits, MethodNote } from '../method-note.ts';
import { checkSchedule } from './check.ts';
import type { ExchangeCheck } from './check-result.ts';
import type { Exchange, ExchangeStep } from './exchange.ts';
import { type Band, bandOf, withPayments } from './payments.ts';
import { GUARDED, type Pick } from './readings.ts';
import { type Unit, unitsOf } from './units.ts';

export interface DivisiblePlan {
  readonly method: 'divisible';
  /** The guarantee needed in all: the deposits of both sides together, split between them as they like. */
  readonly delta: number;
  readonly exact: boolean;
  /** Steps with the counter-item laid over them; the whole deposit falls to the side that delivers. */
  readonly schedule: readonly ExchangeStep[];
  readonly band: readonly Band[];
  readonly check: ExchangeCheck;
  readonly note: MethodNote;
}

/**
 * Plans deliveries against a divisible counter-item. Precedence other than by the rule's own order is kept where the
 * order happens to keep it, else the plan is built backwards among what may come last: a good order, and `exact` is
 * false. Throws a UserError where the exchange has no counter-item.
 */
export function divisible(exchange: Exchange, { pick = GUARDED }: Limits & { readonly pick?: Pick } = {}): DivisiblePlan {
  if (exchange.counter === null)
    throw new UserError('the exchange has no divisible counter-item', { cure: 'plan it as a barter, or add "counter"' });
  const units = unitsOf(exchange);
  const weighed = weigh(exchange, units, pick);
  const hasPrecedence = units.some(({ after }) => after.length > 0);
  const byRule = stepsOf(units, [...weighed].sort(lastFirst));
  const steps = hasPrecedence ? stepsOf(units, backwardsWithin(units, weighed)) : byRule;
  const schedule = withPayments(exchange, steps);
  const band = bandOf(exchange, steps, pick);
  const delta = widestGap(band);
  // Without precedence nothing is smaller than the rule's own order, so what reaches that is exact with it too.
  const exact = delta <= widestGap(bandOf(exchange, byRule, pick));
  return {
    method: 'divisible',
    delta: Math.round(delta * 1e9) / 1e9,
    exact,
    schedule,
    band,
    check: checkSchedule(exchange, schedule, { pick }),
    note: {
      method: 'divisible',
      definition: 'The order of deliveries with the smallest D_supplier + D_demander, the counter-item divisible.',
      source: 'Matsubara and Yokoo (2002); Sandholm and Ferrandon (2000)',
      parameters: {},
      kind: exact ? 'exact' : 'bound',
      complete: true,
      steps: schedule.length,
    },
  };
}

/** The steps of an order that was built from its end. */
function stepsOf(units: readonly Unit[], backwards: readonly Weighed[]): ExchangeStep[] {
  return [...backwards].reverse().flatMap(({ unit }) => {
    const { deliver = [], count = 0 } = units[unit] ?? {};
    return Array.from({ length: count }, (): ExchangeStep => ({ day: null, deliver, pay: 0 }));
  });
}

function widestGap(band: readonly Band[]): number {
  return band.reduce((most, { low, high }) => Math.max(most, low - high), 0);
}

interface Weighed {
  readonly unit: number;
  readonly cost: number;
  readonly value: number;
}

function weigh({ items }: Exchange, units: readonly Unit[], pick: Pick): Weighed[] {
  const amount = new Map(
    items.map(({ id, cost, value }, at) => [
      id,
      { cost: 'low' in cost ? pick(cost, 'cost', at) : 0, value: 'low' in value ? pick(value, 'value', at) : 0 },
    ]),
  );
  return units.map(({ deliver }, unit) => ({
    unit,
    cost: deliver.reduce((sum, { item, count }) => sum + count * (amount.get(item)?.cost ?? 0), 0),
    value: deliver.reduce((sum, { item, count }) => sum + count * (amount.get(item)?.value ?? 0), 0),
  }));
}

function lastFirst(a: Weighed, b: Weighed): number {
  const [aGains, bGains] = [a.value >= a.cost, b.value >= b.cost];
  if (aGains !== bGains) return aGains ? -1 : 1;
  return (aGains ? a.cost - b.cost : b.value - a.value) || b.unit - a.unit;
}

/** The same rule among what nothing left must wait for. */
function backwardsWithin(units: readonly Unit[], weighed: readonly Weighed[]): Weighed[] {
  const left = new Set(weighed);
  const order: Weighed[] = [];
  while (left.size > 0) {
    const waitedFor = new Set([...left].flatMap(({ unit }) => units[unit]?.after ?? []));
    let next: Weighed | undefined;
    for (const one of left) if (!waitedFor.has(one.unit) && (next === undefined || lastFirst(one, next) < 0)) next = one;
    if (next === undefined) throw new Error('precedence in a circle was let through');
    order.push(next);
    left.delete(next);
  }
  return order;
}
