import { Worker } from 'node:worker_threads';
import { UserError } from '@parley/model';
import { type BargainAnswers, type BargainJob, runBargainJob } from './bargain-job.ts';
import type { BargainNews } from './bargain-worker.ts';

/** Does bargains in threads of their own, so that the server goes on answering. */
export interface BargainThreads {
  /** Does a job; what is short is done here. `signal` ends it, and the thread with it. */
  run<J extends BargainJob>(job: J, signal?: AbortSignal): Promise<BargainAnswers[J['what']]>;
  close(): Promise<void>;
}

/** At once; further ones wait. */
const MOST_THREADS = 2;
/** How long a job may go on past its budget, as where one step of it is long. */
const GRACE_MS = 20_000;
/** What is done here takes a few hundredths of a second. */
const SHORT_PACKAGES = 64;
const SHORT_SAMPLES = 500;

export function startBargainThreads({ hereToo = true } = {}): BargainThreads {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: (() => void)[] = [];
  let busy = 0;

  const start = async (): Promise<Worker> => {
    // Whoever is waked finds a place free, unless a newcomer has taken it.
    while (busy >= MOST_THREADS) await new Promise<void>((resolve) => waiting.push(resolve));
    busy += 1;
    const known = idle.pop();
    if (known !== undefined) return known;
    const worker = newWorker();
    all.add(worker);
    worker.once('exit', () => {
      all.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    });
    return worker;
  };
  const end = (worker: Worker): void => {
    busy -= 1;
    if (worker.threadId > 0) idle.push(worker);
    waiting.shift()?.();
  };

  return {
    async run<J extends BargainJob>(job: J, signal?: AbortSignal) {
      if (hereToo && isShort(job)) return (await runBargainJob(job)) as BargainAnswers[J['what']];
      const worker = await start();
      worker.ref();
      try {
        return (await runIn(worker, job, signal)) as BargainAnswers[J['what']];
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

function isShort(job: BargainJob): boolean {
  const { issues, parties } = (job.what === 'orders' ? job.orders : job.input).domain;
  const packages = issues.reduce((product, { options }) => product * options.length, 1);
  if (packages > SHORT_PACKAGES || parties.length > 2) return false;
  if (job.what === 'numbers') return true;
  // Ranges and comparisons take a program for every pair of packages.
  const isOrdersOnly = job.orders.stated.every(({ weights, values, comparisons }) => !(weights || values || comparisons));
  return isOrdersOnly && (job.input.samples ?? Number.POSITIVE_INFINITY) <= SHORT_SAMPLES;
}

/** Under Node from the sources, as in tests and an unbuilt checkout, or from what was built. */
function newWorker(): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const url = new URL(isSource ? './bargain-worker.ts' : './bargain-worker.js', import.meta.url);
  const worker = new Worker(url, isSource ? { execArgv: ['--conditions=parley', '--no-warnings'] } : {});
  worker.unref();
  return worker;
}

async function runIn(worker: Worker, job: BargainJob, signal: AbortSignal | undefined): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const stop = (why: UserError): void => {
    worker.off('exit', onExit);
    void worker.terminate().then(() => reject(why));
  };
  const onNews = (news: BargainNews): void => {
    if ('answer' in news) resolve(news.answer);
    else if ('mistake' in news) reject(new UserError(news.mistake.message, { cure: news.mistake.cure, code: news.mistake.code }));
    else reject(news.fault);
  };
  const onExit = (): void => reject(new Error('the thread of the bargain has ended'));
  const onAbort = (): void => stop(new UserError('the work was stopped', { cure: 'ask again', code: 'stopped' }));
  const late = setTimeout(
    () => stop(new UserError('the bargain is too large to be looked through in time', { cure: 'ask for fewer packages or samples' })),
    job.budgetMs + GRACE_MS,
  );
  worker.on('message', onNews).on('error', reject).on('exit', onExit);
  signal?.addEventListener('abort', onAbort);
  try {
    if (signal?.aborted) onAbort();
    else worker.postMessage(job);
    return await promise;
  } finally {
    clearTimeout(late);
    worker.off('message', onNews).off('error', reject).off('exit', onExit);
    signal?.removeEventListener('abort', onAbort);
  }
}
