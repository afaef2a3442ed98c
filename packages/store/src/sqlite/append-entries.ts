import { type Draft, type Entry, type StoredEntry, seal, tick, UserError } from '@parley/model';
import Database from 'better-sqlite3-multiple-ciphers';
import { keepContents, requireContents } from './contents.ts';
import { rowOf } from './entry-rows.ts';
import type { Session } from './session.ts';

/** Seals drafts onto their chains and records them. Runs inside a transaction that the caller began. */
export function appendDrafts(session: Session, drafts: readonly Draft[], now: string, contents: readonly Uint8Array[] = []): StoredEntry[] {
  const { statements, caseId } = session;
  keepContents(session, contents);
  const heads = new Map<string, string | null>();
  let clock = statements.lastClock.get() ?? null;
  const wallTime = Date.parse(now);

  return drafts.map((draft) => {
    const chain = `${draft.author} ${draft.compartment}`;
    const head = heads.get(chain);
    const prev = head === undefined ? (statements.chainHead.get(draft.author, draft.compartment)?.[15] ?? null) : head;
    clock = tick(clock, wallTime);
    const entry = seal(draft, { caseId, clock, prev });
    heads.set(chain, entry.hash);
    return recordEntry(session, entry, now);
  });
}

/** Writes one sealed entry and indexes its words. */
export function recordEntry(session: Session, entry: Entry, receivedAt: string): StoredEntry {
  requireContents(session, entry);
  try {
    const { lastInsertRowid } = session.statements.insertEntry.run(...rowOf(entry, receivedAt));
    session.search.add(entry);
    return { ...entry, receivedAt, sequence: Number(lastInsertRowid) };
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE') {
      throw new UserError(`there is already an entry "${entry.id}"`, { cure: 'give each new entry an id of its own', code: 'duplicate' });
    }
    throw error;
  }
}
