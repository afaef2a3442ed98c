import { Worker } from 'node:worker_threads';
import { UserError } from '@parley/model';
import type { TerrainAnswer, TerrainArguments, TerrainJob, TerrainOperation } from './terrain-operations.ts';
import type { TerrainNews } from './terrain-worker.ts';

/** Does operations on maps in threads that hold GEOS, so that the server goes on answering. */
export interface TerrainThreads {
  /**
   * Does an operation of `@parley/terrain` by its name, with its arguments but for the overlay. Throws the UserError that
   * the operation throws, and one with the code `stopped`, `too-long` or `too-large` where it was stopped from outside, took
   * longer than its time, or needed more memory than a thread has. A thread that fails is replaced.
   */
  run<N extends TerrainOperation>(operation: N, rest: TerrainArguments<N>, limits?: TerrainLimits): Promise<TerrainAnswer<N>>;
  close(): Promise<void>;
}

interface TerrainLimits {
  /** Ends the operation, and the thread with it. */
  readonly signal?: AbortSignal | undefined;
  /** Default: two minutes. */
  readonly mostMs?: number | undefined;
}

/** At once; further ones wait. Each holds GEOS, and may fill half a gigabyte with heavy maps. */
const MOST_THREADS = 2;
const MOST_MS = 120_000;
const MOST_HEAP_MB = 3072;

export function startTerrainThreads({ threads = MOST_THREADS, heapMegabytes = MOST_HEAP_MB } = {}): TerrainThreads {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  const start = async (signal: AbortSignal | undefined): Promise<Worker> => {
    // Whoever is waked finds a place free, unless a newcomer has taken it.
    while (busy >= threads) await new Promise<void>((resolve) => waiting.push(resolve));
    if (signal?.aborted) {
      waiting.shift()?.();
      throw stopped();
    }
    busy += 1;
    const known = idle.pop();
    if (known !== undefined) return known;
    const worker = newWorker(heapMegabytes);
    all.add(worker);
    worker.once('exit', () => {
      all.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    });
    // An idle thread that fails is let go; one at work tells whoever waits for it.
    worker.on('error', () => undefined);
    return worker;
  };
  const end = (worker: Worker): void => {
    busy -= 1;
    if (worker.threadId > 0 && all.has(worker)) idle.push(worker);
    waiting.shift()?.();
  };

  return {
    async run<N extends TerrainOperation>(operation: N, rest: TerrainArguments<N>, { signal, mostMs = MOST_MS }: TerrainLimits = {}) {
      const worker = await start(signal);
      worker.ref();
      try {
        return (await runIn(worker, { operation, rest }, signal, mostMs)) as TerrainAnswer<N>;
      } finally {
        worker.unref();
        end(worker);
      }
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** Under Node from the sources, as in tests and an unbuilt checkout, or from what was built. */
function newWorker(maxOldGenerationSizeMb: number): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const url = new URL(isSource ? './terrain-worker.ts' : './terrain-worker.js', import.meta.url);
  const resourceLimits = { maxOldGenerationSizeMb };
  const worker = new Worker(url, isSource ? { execArgv: ['--conditions=parley', '--no-warnings'], resourceLimits } : { resourceLimits });
  worker.unref();
  return worker;
}

async function runIn(worker: Worker, job: TerrainJob, signal: AbortSignal | undefined, mostMs: number): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const replaceFor = (why: unknown): void => {
    worker.off('exit', onExit);
    void worker.terminate().then(() => reject(why));
  };
  const onNews = (news: TerrainNews): void => {
    if ('answer' in news) resolve(news.answer);
    else if ('mistake' in news) reject(new UserError(news.mistake.message, { cure: news.mistake.cure, code: news.mistake.code }));
    else replaceFor(news.isOutOfMemory ? tooLarge(news.fault) : news.fault);
  };
  const onError = (error: unknown): void => replaceFor(isOutOfMemory(error) ? tooLarge(error) : error);
  const onExit = (code: number): void => reject(new Error(`the thread of terrain has ended with ${code}`));
  const onAbort = (): void => replaceFor(stopped());
  const late = setTimeout(() => replaceFor(tooLong(job.operation, mostMs)), mostMs);
  worker.on('message', onNews).on('error', onError).on('exit', onExit);
  signal?.addEventListener('abort', onAbort);
  try {
    if (signal?.aborted) onAbort();
    else worker.postMessage(job);
    return await promise;
  } finally {
    clearTimeout(late);
    worker.off('message', onNews).off('error', onError).off('exit', onExit);
    signal?.removeEventListener('abort', onAbort);
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function stopped(): UserError {
  return new UserError('the work was stopped', { cure: 'ask again', code: 'stopped' });
}

function tooLong(operation: string, mostMs: number): UserError {
  return new UserError(`${operation} was not done within ${Math.round(mostMs / 1000)} seconds`, {
    cure: 'choose fewer maps, or maps with fewer corners',
    code: 'too-long',
  });
}

function tooLarge(cause: unknown): UserError {
  return new UserError('the maps need more memory than there is for them', {
    cure: 'choose fewer maps, or maps with fewer corners',
    code: 'too-large',
    cause,
  });
}
