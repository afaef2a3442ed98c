import { parentPort } from 'node:worker_threads';
import { type SameUtterance, sameUtterances, type Witness } from '@parley/reader';

/** What a worker is told: statements, as often as it takes, then that these are all. */
export type GroupingNews = { readonly witnesses: readonly Witness[] } | { readonly apart: readonly (readonly string[])[] };
/** What it answers with. */
export type GroupingAnswer = readonly SameUtterance[];

const port = parentPort;
if (port === null) throw new Error('this module is a worker that groups utterances');

const all: Witness[] = [];
port.on('message', (news: GroupingNews) => {
  if ('witnesses' in news) for (const witness of news.witnesses) all.push(witness);
  else port.postMessage(sameUtterances(all, news.apart) satisfies GroupingAnswer);
});
