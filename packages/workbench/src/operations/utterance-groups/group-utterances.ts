import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type SameUtterance, sameUtterances, type Witness } from '@parley/reader';
import type { GroupingAnswer, GroupingNews } from './utterance-worker.ts';

/** Grouped within a few hundredths of a second: a thread would take longer to start. */
const FEW = 2000;
/** Handed over at once: copied within a few milliseconds, after which others have their turn. */
const BATCH = 2000;

/** As `sameUtterances`, in a thread of its own where there are many statements, so that this one goes on answering. */
export async function groupUtterances(
  witnesses: readonly Witness[],
  apart: readonly (readonly string[])[],
  few = FEW,
): Promise<readonly SameUtterance[]> {
  if (witnesses.length <= few) return sameUtterances(witnesses, apart);
  const worker = newWorker();
  try {
    const answer = new Promise<GroupingAnswer>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
      worker.once('exit', () => reject(new Error('the thread that groups utterances has ended')));
    });
    // It may fail while this one still hands over.
    answer.catch(() => undefined);
    const tell = (news: GroupingNews): void => worker.postMessage(news);
    for (let at = 0; at < witnesses.length; at += BATCH) {
      tell({ witnesses: witnesses.slice(at, at + BATCH) });
      await setImmediate();
    }
    tell({ apart });
    return await answer;
  } finally {
    await worker.terminate();
  }
}

/** Under Node from the sources, as in tests and an unbuilt checkout, or from what was built. */
function newWorker(): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  const url = new URL(isSource ? './utterance-worker.ts' : './utterance-worker.js', import.meta.url);
  return new Worker(url, isSource ? { execArgv: ['--conditions=parley', '--no-warnings'] } : {});
}
