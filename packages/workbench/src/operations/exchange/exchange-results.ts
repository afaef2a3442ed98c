import type { Delivery, Exchange, ExchangeCheck, ExchangePlan, ExchangeStep } from '@parley/methods';

/** An item by its id; several, or more than one of it, by id and count: in a form that a file may hold as its `order`. */
type OrderEntry = string | number | { readonly deliver: Readonly<Record<string, number>> };

/** A plan as scripts read it. */
export function planResult(exchange: Exchange, plan: ExchangePlan, hasNumberIds: boolean): Record<string, unknown> {
  const { check } = plan;
  return {
    method: plan.method,
    delta: plan.delta,
    exact: plan.exact,
    order: plan.schedule.filter(({ deliver }) => deliver.length > 0).map((step) => orderEntry(step, hasNumberIds)),
    exposure: byParty(exchange, check, ({ greatest }) => greatest),
    exposureDays: byParty(exchange, check, ({ exposureDays }) => exposureDays),
    deposits: check.deposits,
    durationDays: check.durationDays,
    ...(plan.method === 'barter'
      ? {
          lowerBound: plan.lowerBound,
          gap: plan.gap,
          optimalOrders: plan.optimalOrders,
          pareto: plan.pareto,
          paretoComplete: plan.paretoComplete,
        }
      : { band: plan.band }),
    steps: check.steps,
    note: plan.note,
  };
}

/** A check as scripts read it. */
export function checkResult(exchange: Exchange, check: ExchangeCheck): Record<string, unknown> {
  const { safe, firstUnsafe, delta, ...rest } = check;
  return {
    safe,
    firstUnsafe,
    delta,
    ...rest,
    exposure: byParty(exchange, check, ({ greatest }) => greatest),
    exposureDays: byParty(exchange, check, ({ exposureDays }) => exposureDays),
  };
}

/** What a step gives, in words: `a0`, `13 hostages + 39 prisoners`. */
export function deliveryText(exchange: Exchange, deliver: readonly Delivery[], pay = 0): string {
  const names = new Map(exchange.items.map(({ id, name }) => [id, name]));
  const parts = deliver.map(({ item, count }) => (count === 1 ? (names.get(item) ?? item) : `${count} ${names.get(item) ?? item}`));
  return [...(pay > 0 ? [`${amountText(pay)} ${exchange.counter?.unit ?? ''}`.trim()] : []), ...parts].join(' + ');
}

/** A number with at most three decimals. */
export function amountText(amount: number): string {
  return amount.toLocaleString('en', { maximumFractionDigits: 3 });
}

function orderEntry({ deliver }: ExchangeStep, hasNumberIds: boolean): OrderEntry {
  const [only] = deliver;
  if (only !== undefined && deliver.length === 1 && only.count === 1) return hasNumberIds ? Number(only.item) : only.item;
  return { deliver: Object.fromEntries(deliver.map(({ item, count }) => [item, count])) };
}

function byParty(
  exchange: Exchange,
  check: ExchangeCheck,
  of: (exposure: ExchangeCheck['exposure'][string]) => number,
): Record<string, number> {
  return Object.fromEntries(exchange.parties.map(({ id }) => [id, of(check.exposure[id] ?? { greatest: 0, atStep: 0, exposureDays: 0 })]));
}
