import type { Entry, StoredEntry } from '@parley/model';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { EntryLog } from '../entry-log.ts';
import { appendDrafts, appendEachInSteps, appendInSteps } from './append-entries.ts';
import { withCaseFileErrors } from './case-file-errors.ts';
import { destroyEntries, overwriteTraces } from './destroy-entries.ts';
import { type EntryRow, entryOf } from './entry-rows.ts';
import { mergeEntries } from './merge-entries.ts';
import { searchIndexOf } from './search-index.ts';
import { prepareStatements, type Session } from './session.ts';
import { inLongTransaction, inTransaction } from './transaction.ts';
import { verifyLog } from './verify-log.ts';
import { watchLog } from './watch-log.ts';

/** An open case file before it is an entry log. */
export interface OpenedCaseFile {
  readonly path: string;
  readonly caseId: string;
  readonly readOnly: boolean;
  readonly database: Database.Database;
  /** Called once, after the connection is closed. */
  readonly released: () => void;
}

const DEFAULT_SEARCH_LIMIT = 50;

/** More drafts than this are recorded step by step. */
const MANY_DRAFTS = 200;

/**
 * The entry log over an open case file. The driver is synchronous: each operation is done when its
 * promise is made, but for recording many drafts, in whose transaction others have their turn on this
 * thread; what would see or write into that transaction waits for its end.
 */
export function sqliteEntryLog({ path, caseId, readOnly, database, released }: OpenedCaseFile): EntryLog {
  const statements = prepareStatements(database);
  const search = searchIndexOf(database, (sha256) => statements.content.get(sha256));
  const session: Session = { path, caseId, readOnly, database, statements, search };
  const watch = watchLog(session);
  const reading = <T>(work: () => T): T => withCaseFileErrors(path, work);

  const recorded = (entries: StoredEntry[]): StoredEntry[] => {
    if (entries.length > 0) watch.notify();
    return entries;
  };

  let writing: Promise<unknown> | null = null;
  const whenFree = async (): Promise<void> => {
    while (writing !== null) await writing;
  };
  const appendMany = <T>(steps: Generator<void, T>): Promise<T> => {
    const done = inLongTransaction(session, steps);
    writing = done
      .catch(() => undefined)
      .finally(() => {
        writing = null;
      });
    return done;
  };

  return {
    caseId,
    async append(drafts, now, contents) {
      if (writing !== null) await whenFree();
      if (drafts.length > MANY_DRAFTS) return recorded(await appendMany(appendInSteps(session, drafts, now, contents)));
      return recorded(inTransaction(session, () => appendDrafts(session, drafts, now, contents)));
    },
    async appendEach(drafts, now, contents) {
      if (writing !== null) await whenFree();
      const count = await appendMany(appendEachInSteps(session, drafts, now, contents));
      if (count > 0) watch.notify();
      return count;
    },
    async merge(entries: readonly Entry[], receivedAt, contents) {
      if (writing !== null) await whenFree();
      const merged = inTransaction(session, () => mergeEntries(session, entries, receivedAt, contents));
      recorded(merged.entries);
      if (merged.dropped) overwriteTraces(session);
      return merged.entries;
    },
    async read({ after = 0, limit = -1, without = [] } = {}) {
      if (writing !== null) await whenFree();
      const rows = (): EntryRow[] =>
        without.length === 0
          ? statements.readEntries.all(after, limit)
          : statements.readEntriesWithout.all(after, JSON.stringify(without), limit);
      return reading(() => rows().map((row) => entryOf(row, caseId, path)));
    },
    async content(sha256) {
      return reading(() => statements.content.get(sha256) ?? null);
    },
    async destroy(drafts, now) {
      if (writing !== null) await whenFree();
      const entries = recorded(inTransaction(session, () => destroyEntries(session, drafts, now)));
      overwriteTraces(session);
      return entries;
    },
    async search(query, { limit = DEFAULT_SEARCH_LIMIT, compartments } = {}) {
      if (writing !== null) await whenFree();
      return reading(() => search.search(query, { limit, compartments: compartments ?? null }));
    },
    async verify() {
      if (writing !== null) await whenFree();
      return reading(() => database.transaction(() => verifyLog(session)).deferred());
    },
    watch: (listener) => watch.add(listener),
    async close() {
      if (writing !== null) await whenFree();
      if (!database.open) return;
      watch.stop();
      try {
        if (!readOnly) reading(() => database.pragma('wal_checkpoint(TRUNCATE)'));
      } finally {
        // The last connection to close takes the -wal and -shm files away.
        database.close();
        released();
      }
    },
  };
}
