import { UserError } from '@parley/model';
import type { Exchange, ExchangeStep } from './exchange.ts';

/**
 * Whether steps are of this exchange. Throws a UserError for an item that is not in it, and for more of an item than
 * there are: a schedule may be older than the terms it is for.
 */
export function checkSteps({ items }: Exchange, steps: readonly ExchangeStep[]): void {
  const left = new Map(items.map(({ id, count }) => [id, count]));
  steps.forEach(({ deliver }, at) => {
    for (const { item, count } of deliver) {
      const rest = left.get(item);
      if (rest === undefined)
        throw new UserError(`step ${at + 1} delivers "${item}", which is not an item of the exchange`, {
          cure: 'take the step out, or add the item to the terms',
          code: 'exchange-item',
        });
      if (count > rest)
        throw new UserError(`step ${at + 1} delivers ${count} of "${item}", of which ${rest} are left`, {
          cure: 'deliver fewer, or say in the terms that there are more',
          code: 'exchange-count',
        });
      left.set(item, rest - count);
    }
  });
}
