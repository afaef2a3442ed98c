/**
 * A program that records parties in a case file until it is stopped, and prints the id of each entry
 * once it is acknowledged. Arguments: the file, a name for its entries, and how many at most.
 */
import { writeSync } from 'node:fs';
import { openCaseFile } from '../index.ts';
import { NOW, put } from './drafts.ts';

const [path = '', name = '', most = 'Infinity'] = process.argv.slice(2);
const log = await openCaseFile(path);
for (let number = 0; number < Number(most); number += 1) {
  const draft = { ...put('party', `${name}-${number}`, { name: { en: name } }, { author: name }), id: `${name}-${number}` };
  await log.append([draft], NOW);
  writeSync(1, `${draft.id}\n`);
}
await log.close();
