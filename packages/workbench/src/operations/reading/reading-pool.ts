import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { UserError } from '@parley/model';
import type { WorkerNews } from './reading-worker.ts';
import { gatherReports, type ReadFile, type ReadJob, type ReportReader, readHere, readLate } from './report-reader.ts';

/** Reads reports in threads of their own, so that this one goes on answering and all cores read. */
export interface ReadingPool {
  /** As `readHere`, in whichever thread is free first. What is short is read here: to hand it over would take longer. */
  readonly read: ReportReader;
  /** How many files are worth having under way at once. */
  readonly width: number;
  /** Ends the threads; jobs that they have are rejected. */
  close(): Promise<void>;
}

/** More threads than this would wait for the one that records. */
const MAX_THREADS = 8;
/** Read within a few hundredths of a second. */
const SHORT_BYTES = 16 * 1024;

/**
 * A pool of as many threads as there are cores, started when they are needed. What is shorter than
 * `shortBytes` is read here; a plain text of `lateBytes` or more (none, where that is left out) is read
 * while it is recorded, which takes the memory of a short one and keeps others off the case meanwhile.
 */
export function startReadingPool({
  threads = Math.min(availableParallelism(), MAX_THREADS),
  shortBytes = SHORT_BYTES,
  lateBytes = Number.POSITIVE_INFINITY,
} = {}): ReadingPool {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: ((worker: Worker) => void)[] = [];

  const free = (): Worker | Promise<Worker> => {
    for (let known = idle.pop(); known !== undefined; known = idle.pop()) {
      if (isAlive(known)) return known;
      all.delete(known);
    }
    if (all.size < threads) {
      const worker = newWorker();
      all.add(worker);
      return worker;
    }
    return new Promise((resolve) => waiting.push(resolve));
  };
  const giveBack = (worker: Worker): void => {
    const next = waiting.shift();
    if (next !== undefined) next(worker);
    else idle.push(worker);
  };
  const lose = (worker: Worker): void => {
    all.delete(worker);
    const next = waiting.shift();
    if (next === undefined) return;
    const another = newWorker();
    all.add(another);
    next(another);
  };

  return {
    width: 2 * threads,
    async read(job) {
      const late = readLate(job, lateBytes);
      if (late !== null) return late;
      if (job.bytes.length < shortBytes) return readHere(job);
      const worker = await free();
      worker.ref();
      try {
        return await readIn(worker, job);
      } finally {
        worker.unref();
        if (isAlive(worker)) giveBack(worker);
        else lose(worker);
      }
    },
    async close() {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** Under Node from the sources, as in tests and an unbuilt checkout, or from what was built. */
function newWorker(): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const url = new URL(isSource ? './reading-worker.ts' : './reading-worker.js', import.meta.url);
  const worker = new Worker(url, isSource ? { execArgv: ['--conditions=parley', '--no-warnings'] } : {});
  worker.unref();
  return worker;
}

function isAlive(worker: Worker): boolean {
  return worker.threadId > 0;
}

function readIn(worker: Worker, job: ReadJob): Promise<ReadFile> {
  const gathered = gatherReports();
  return new Promise<ReadFile>((resolve, reject) => {
    const settle = (done: () => void): void => {
      worker.off('message', onNews).off('error', onError).off('exit', onExit);
      done();
    };
    const onNews = (news: WorkerNews): void => {
      if ('part' in news) gathered.part(news.part);
      else if ('report' in news) gathered.report(news.report);
      else if ('count' in news) settle(() => resolve({ count: news.count, reports: gathered.reports }));
      else if ('mistake' in news) settle(() => reject(mistake(news.mistake)));
      else settle(() => reject(news.fault));
    };
    const onError = (error: unknown): void => settle(() => reject(error));
    const onExit = (): void => settle(() => reject(new Error('the thread that read the report has ended')));
    worker.on('message', onNews).on('error', onError).on('exit', onExit);
    worker.postMessage(job);
  });
}

function mistake({ message, cure, code }: { message: string; cure: string; code: string }): UserError {
  return new UserError(message, { cure, code });
}
