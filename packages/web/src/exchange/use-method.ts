import { useEffect, useRef, useState } from 'react';
import { showProblem } from '../state/changes.ts';
import type { MethodAnswer, MethodRequest, MethodResults } from './method-worker.ts';

type Running<M extends MethodRequest['method']> =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly elapsedMs: number }
  | { readonly state: 'done'; readonly result: MethodResults[M]; readonly request: MethodRequest }
  | { readonly state: 'fault'; readonly message: string; readonly cure: string };

/** Runs a method in a worker, so that the view stays alive; it can be stopped, and stops with the view. */
export function useMethod<M extends MethodRequest['method']>() {
  const worker = useRef<Worker | null>(null);
  const [running, setRunning] = useState<Running<M>>({ state: 'idle' });
  const end = () => {
    worker.current?.terminate();
    worker.current = null;
  };
  useEffect(() => () => worker.current?.terminate(), []);
  const start = (request: MethodRequest & { readonly method: M }) => {
    end();
    setRunning({ state: 'running', elapsedMs: 0 });
    const started = new Worker(new URL('./method-worker.ts', import.meta.url), { type: 'module' });
    worker.current = started;
    started.addEventListener('message', ({ data }: MessageEvent<MethodAnswer>) => {
      if (data.kind === 'progress') return setRunning({ state: 'running', elapsedMs: data.elapsedMs });
      end();
      if (data.kind === 'result') setRunning({ state: 'done', result: data.result as MethodResults[M], request });
      else setRunning({ state: 'fault', message: data.message, cure: data.cure });
    });
    started.addEventListener('error', (event) => {
      end();
      setRunning({ state: 'idle' });
      showProblem(new Error(event.message));
    });
    started.postMessage(request);
  };
  const cancel = () => {
    end();
    setRunning({ state: 'idle' });
  };
  return { running, start, cancel };
}
