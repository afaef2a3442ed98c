import { type Id, type StoredEntry, UserError } from '@parley/model';
import type { CaseSession } from './case-session.ts';
import { putDraft } from './recorder.ts';

/**
 * Destroys the content of entries for good and leaves a tombstone for each, in the compartment of
 * the entry. Throws a UserError for an entry that is not there, or is a tombstone itself.
 */
export async function destroyEntries(session: CaseSession, entryIds: readonly Id[], reason: string): Promise<StoredEntry[]> {
  await session.refresh();
  const byId = new Map(session.entries.map((entry) => [entry.id, entry] as const));
  const drafts = [...new Set(entryIds)].map((entryId) => {
    const entry = byId.get(entryId);
    if (entry === undefined) {
      throw new UserError(`there is no entry "${entryId}"`, { cure: 'take an id from "parley history"', code: 'unknown' });
    }
    if (entry.subject.kind === 'destruction') {
      throw new UserError(`entry "${entryId}" is the tombstone of another`, { cure: 'tombstones stay', code: 'conflict' });
    }
    return putDraft(session.recorder, 'destruction', session.recorder.newId(), { entryId, reason }, entry.compartment);
  });
  const tombstones = await session.log.destroy(drafts, session.recorder.now());
  await session.refresh();
  return tombstones;
}
