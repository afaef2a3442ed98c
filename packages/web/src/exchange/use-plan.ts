import type { Exchange, ExchangePlan } from '@parley/methods';
import { useEffect, useRef, useState } from 'react';
import { showProblem } from '../state/changes.ts';
import type { PlanAnswer, PlanRequest } from './plan-worker.ts';

export type Planning =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly elapsedMs: number }
  | { readonly state: 'done'; readonly plan: ExchangePlan; readonly exchange: Exchange }
  | { readonly state: 'fault'; readonly message: string; readonly cure: string };

/** Plans in a worker, so that the view stays alive; it can be stopped, and stops with the view. */
export function usePlan() {
  const worker = useRef<Worker | null>(null);
  const [planning, setPlanning] = useState<Planning>({ state: 'idle' });
  const end = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => () => worker.current?.terminate(), []);
  const start = (exchange: Exchange, budgetMs: number) => {
    end();
    setPlanning({ state: 'running', elapsedMs: 0 });
    const started = new Worker(new URL('./plan-worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    started.addEventListener('message', ({ data }: MessageEvent<PlanAnswer>) => {
      if (data.kind === 'progress') return setPlanning({ state: 'running', elapsedMs: data.elapsedMs });
      end();
      if (data.kind === 'plan') setPlanning({ state: 'done', plan: data.plan, exchange });
      else setPlanning({ state: 'fault', message: data.message, cure: data.cure });
    });
    started.addEventListener('error', (event) => {
      end();
      setPlanning({ state: 'idle' });
      showProblem(new Error(event.message));
    });
    started.postMessage({ exchange, budgetMs } satisfies PlanRequest);
  };
  const cancel = () => {
    end();
    setPlanning({ state: 'idle' });
  };
  return { planning, start, cancel };
}
