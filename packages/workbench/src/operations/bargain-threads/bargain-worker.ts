import { parentPort } from 'node:worker_threads';
import { UserError } from '@parley/model';
import { type BargainJob, runBargainJob } from './bargain-job.ts';

/** What a thread answers a job with. */
export type BargainNews =
  | { readonly answer: unknown }
  | { readonly mistake: { readonly message: string; readonly cure: string; readonly code: string } }
  | { readonly fault: unknown };

const port = parentPort;
if (port === null) throw new Error('this module is a thread of the bargain');

const tell = (news: BargainNews): void => port.postMessage(news);

port.on('message', async (job: BargainJob) => {
  try {
    tell({ answer: await runBargainJob(job) });
  } catch (error) {
    if (error instanceof UserError) tell({ mistake: { message: error.message, cure: error.cure, code: error.code } });
    else tell({ fault: error });
  }
});
