import {
  type Exchange,
  type ExchangePlan,
  type ExchangeStep,
  planExchange,
  type RemedyResult,
  type RobustResult,
  remedy,
  robust,
} from '@parley/methods';
import { UserError } from '@parley/model';

/** What the worker does: plan an order, or say what would make one safe; within a time. */
export interface MethodRequest {
  readonly method: 'plan' | 'remedy';
  readonly exchange: Exchange;
  /** The schedule that a remedy is for. */
  readonly steps: readonly ExchangeStep[];
  readonly budgetMs: number;
}

export interface MethodResults {
  readonly plan: ExchangePlan;
  readonly remedy: { readonly remedy: RemedyResult; readonly robust: RobustResult };
}

/** What it tells: how far it is, then the result or why there is none. */
export type MethodAnswer =
  | { readonly kind: 'progress'; readonly elapsedMs: number }
  | { readonly kind: 'result'; readonly result: MethodResults['plan' | 'remedy'] }
  | { readonly kind: 'fault'; readonly message: string; readonly cure: string };

const TOLD_EVERY_MS = 150;
/** 64 MB of labels: more than that is left to the command. */
const MOST_STATES = 2 ** 24;

const answer = (message: MethodAnswer): void => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<MethodRequest>) => {
  const start = performance.now();
  let told = start;
  const shouldStop = (): boolean => {
    const now = performance.now();
    if (now - told > TOLD_EVERY_MS) {
      told = now;
      answer({ kind: 'progress', elapsedMs: now - start });
    }
    return now - start > data.budgetMs;
  };
  try {
    answer({ kind: 'result', result: resultOf(data, shouldStop) });
  } catch (error) {
    if (error instanceof UserError) answer({ kind: 'fault', message: error.message, cure: error.cure });
    else throw error;
  }
});

function resultOf({ method, exchange, steps }: MethodRequest, shouldStop: () => boolean): MethodResults['plan' | 'remedy'] {
  if (method === 'plan') return planExchange(exchange, { maxStates: MOST_STATES, shouldStop });
  return {
    robust: robust(exchange, { schedule: steps, samples: 1000, maxStates: MOST_STATES, shouldStop }),
    remedy: remedy(exchange, steps, { shouldStop }),
  };
}
