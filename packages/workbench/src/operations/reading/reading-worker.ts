import { parentPort } from 'node:worker_threads';
import { UserError } from '@parley/model';
import type { Reading } from '@parley/reader';
import { type ReadJob, type ReportFacts, readJob } from './report-reader.ts';

/** What a worker tells of the job that it has. */
export type WorkerNews =
  | { readonly report: ReportFacts }
  | { readonly part: Reading }
  | { readonly count: number }
  | { readonly mistake: { message: string; cure: string; code: string } }
  | { readonly fault: unknown };

const port = parentPort;
if (port === null) throw new Error('this module is a worker of the reading pool');

const tell = (news: WorkerNews): void => port.postMessage(news);

port.on('message', async (job: ReadJob) => {
  try {
    tell({ count: await readJob(job, { report: (report) => tell({ report }), part: (part) => tell({ part }) }) });
  } catch (error) {
    if (error instanceof UserError) tell({ mistake: { message: error.message, cure: error.cure, code: error.code } });
    else tell({ fault: error });
  }
});
