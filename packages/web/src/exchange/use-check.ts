import { checkSchedule, checkSteps, type Exchange, type ExchangeCheck, type ExchangeStep } from '@parley/methods';
import { UserError } from '@parley/model';
import { useMemo } from 'react';

/** The check of steps, made here and now; or why it cannot be made. */
export function useCheck(
  exchange: Exchange | undefined,
  steps: readonly ExchangeStep[],
): { check: ExchangeCheck | null; fault: string | null } {
  return useMemo(() => {
    if (exchange === undefined) return { check: null, fault: null };
    try {
      checkSteps(exchange, steps);
      return { check: checkSchedule(exchange, steps), fault: null };
    } catch (error) {
      if (error instanceof UserError) return { check: null, fault: `${error.message}; ${error.cure}` };
      throw error;
    }
  }, [exchange, steps]);
}
