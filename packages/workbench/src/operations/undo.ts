import { type Draft, type Id, type StoredEntry, UserError } from '@parley/model';
import type { CaseSession } from './case-session.ts';
import { putDraft, retractDraft } from './recorder.ts';

/**
 * Puts back what held before the named entries, by new entries: the record only grows.
 *
 * Throws a UserError with code `conflict` where a later entry changed one of their subjects.
 */
export async function undo(session: CaseSession, entryIds: readonly Id[]): Promise<StoredEntry[]> {
  await session.refresh();
  const wanted = new Set(entryIds);
  const drafts: Draft[] = [];
  for (const [subject, entries] of bySubject(session.entries, wanted)) {
    const last = entries.at(-1) as StoredEntry;
    if (!wanted.has(last.id)) {
      throw new UserError(`${subject} was changed again since`, {
        cure: 'undo the later change first, or change it by hand',
        code: 'conflict',
      });
    }
    const before = entries
      .slice(
        0,
        entries.findIndex(({ id }) => wanted.has(id)),
      )
      .at(-1);
    const { kind, id } = last.subject;
    if (kind === 'destruction') throw new UserError(`${subject} is a tombstone`, { cure: 'tombstones stay', code: 'conflict' });
    if (before?.body != null) {
      drafts.push(putDraft(session.recorder, kind, id, before.body, before.compartment));
      // It goes back to where it was, and may not stay behind where it had moved to. The drafts are turned round below.
      if (last.body !== null && last.compartment !== before.compartment)
        drafts.push(retractDraft(session.recorder, kind, id, last.compartment));
    } else if (last.body !== null) drafts.push(retractDraft(session.recorder, kind, id, last.compartment));
  }
  const found = new Set([...session.entries].flatMap(({ id }) => (wanted.has(id) ? [id] : [])));
  const unknown = entryIds.find((id) => !found.has(id));
  if (unknown !== undefined) throw new UserError(`there is no entry "${unknown}"`, { cure: 'name entries of this case', code: 'unknown' });
  return session.commit(drafts.reverse());
}

/** The history of each subject that a wanted entry is about, oldest first. */
function bySubject(entries: readonly StoredEntry[], wanted: ReadonlySet<Id>): Map<string, StoredEntry[]> {
  const keyOf = ({ subject }: StoredEntry) => `${subject.kind} "${subject.id}"`;
  const subjects = new Map<string, StoredEntry[]>();
  for (const entry of entries) if (wanted.has(entry.id)) subjects.set(keyOf(entry), []);
  for (const entry of entries) subjects.get(keyOf(entry))?.push(entry);
  return subjects;
}
