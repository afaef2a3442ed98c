import type { EntryLog } from '../entry-log.ts';
import { createCaseFile, openCaseFile } from '../index.ts';
import { caseFolder } from '../testing/case-folder.ts';
import { NOW } from '../testing/drafts.ts';
import { describeEntryLog, type StoreUnderTest } from '../testing/entry-log-suite.ts';

const files = caseFolder();

async function createStore(caseId: string): Promise<StoreUnderTest> {
  const path = files.path();
  const log = await createCaseFile(path, { caseId, now: NOW });
  const open: EntryLog[] = [log];
  const connectAgain = async (): Promise<EntryLog> => {
    const again = await openCaseFile(path);
    open.push(again);
    return again;
  };
  const remove = async (): Promise<void> => {
    for (const each of open) await each.close();
  };
  return { log, connectAgain, remove };
}

describeEntryLog('SQLite in one file', createStore);
