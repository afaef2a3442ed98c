import { type Exchange, type ExchangePlan, planExchange } from '@parley/methods';
import { UserError } from '@parley/model';

/** What is asked of the worker: a plan within a time. */
export interface PlanRequest {
  readonly exchange: Exchange;
  readonly budgetMs: number;
}

/** What it tells: how far it is, then the plan or why there is none. */
export type PlanAnswer =
  | { readonly kind: 'progress'; readonly elapsedMs: number }
  | { readonly kind: 'plan'; readonly plan: ExchangePlan }
  | { readonly kind: 'fault'; readonly message: string; readonly cure: string };

const TOLD_EVERY_MS = 150;
/** 64 MB of labels: more than that is left to the command. */
const MOST_STATES = 2 ** 24;

const answer = (message: PlanAnswer): void => self.postMessage(message);

self.addEventListener('message', ({ data }: MessageEvent<PlanRequest>) => {
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
    answer({ kind: 'plan', plan: planExchange(data.exchange, { maxStates: MOST_STATES, shouldStop }) });
  } catch (error) {
    if (error instanceof UserError) answer({ kind: 'fault', message: error.message, cure: error.cure });
    else throw error;
  }
});
