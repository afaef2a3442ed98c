import { type Body, type Draft, type StoredEntry, UserError } from '@parley/model';
import { appendDrafts } from './append-entries.ts';
import { caseFileError } from './case-file-errors.ts';
import { contentsNamedBy } from './contents.ts';
import { entryOf } from './entry-rows.ts';
import type { Session } from './session.ts';

/** Records tombstones and drops what they name. Runs inside a transaction that the caller began; `overwriteTraces` comes after it. */
export function destroyEntries(session: Session, drafts: readonly Draft<'destruction'>[], now: string): StoredEntry[] {
  const ids = drafts.map((draft) => {
    if (draft.body === null) throw new TypeError(`draft ${draft.id} retracts; a destruction cannot be retracted`);
    return draft.body.entryId;
  });
  for (const id of ids) {
    if (session.statements.entryById.get(id) === undefined) {
      throw new UserError(`there is no entry "${id}"`, { cure: 'name an entry that is there', code: 'unknown' });
    }
  }
  const tombstones = appendDrafts(session, drafts, now);
  dropBodies(session, ids);
  return tombstones;
}

/** Drops the bodies and salts of entries, the words that search has of them, and the bytes that only they named. Whether any was here. */
export function dropBodies(session: Session, ids: readonly string[]): boolean {
  const { statements, search, caseId, path } = session;
  const contents = new Set<string>();
  let dropped = false;
  for (const id of ids) {
    const row = statements.entryById.get(id);
    if (row === undefined) continue;
    const entry = entryOf(row, caseId, path);
    for (const sha256 of contentsNamedBy(entry)) contents.add(sha256);
    search.forget(entry.sequence);
    statements.dropBody.run(id);
    dropped = true;
  }
  if (!dropped) return false;
  dropContents(session, contents);
  search.rebuild();
  return true;
}

function dropContents({ statements }: Session, named: Set<string>): void {
  if (named.size === 0) return;
  for (const text of statements.sourceBodies.iterate()) {
    const body = JSON.parse(text) as Body<'source'>;
    named.delete(body.bytes.sha256);
    named.delete(body.text.sha256);
  }
  for (const sha256 of named) statements.deleteContent.run(sha256);
}

/**
 * Makes the file anew without the dropped content. SQLite zeroes what it deletes, but a page that was
 * split earlier may keep a copy in its free part, and the WAL keeps earlier versions of pages.
 * Throws a UserError where another program stands in the way.
 */
export function overwriteTraces({ database, path }: Session): void {
  try {
    database.exec('VACUUM');
    if (database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 0) return;
  } catch (error) {
    if (!(caseFileError(path, error) instanceof UserError)) throw error;
    throw tracesLeft(path, error);
  }
  throw tracesLeft(path, undefined);
}

function tracesLeft(path: string, cause: unknown): UserError {
  return new UserError(`${path}: the content is destroyed in the record, but traces of it may be left in the file or in ${path}-wal`, {
    cure: 'close the case in every other program, see that the disk has room for a second copy of the file, and destroy the entry again',
    code: 'tracesLeft',
    cause,
  });
}
