import { parentPort } from 'node:worker_threads';
import { UserError } from '@parley/model';
import { runTerrainJob, type TerrainJob } from './terrain-operations.ts';

/** What a thread answers a job with. */
export type TerrainNews =
  | { readonly answer: unknown }
  | { readonly mistake: { readonly message: string; readonly cure: string; readonly code: string } }
  /** GEOS may be left broken by what it failed at: whoever hears of a fault ends the thread. */
  | { readonly fault: unknown; readonly isOutOfMemory: boolean };

const port = parentPort;
if (port === null) throw new Error('this module is a thread of terrain');

const tell = (news: TerrainNews): void => port.postMessage(news);

port.on('message', async (job: TerrainJob) => {
  try {
    tell({ answer: await runTerrainJob(job) });
  } catch (error) {
    if (error instanceof UserError) tell({ mistake: { message: error.message, cure: error.cure, code: error.code } });
    else tell({ fault: error instanceof Error ? error : new Error(String(error)), isOutOfMemory: isOutOfMemory(error) });
  }
});

/** Emscripten says "OOM" or "memory access out of bounds"; a failed `malloc` makes GEOS give up. */
function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && /\bOOM\b|out of memory|out of bounds|enlarge memory|Array buffer allocation failed/i.test(error.message);
}
