import { compareEntries, type FoldScope, type Id, type Kind, type StoredEntry } from '@parley/model';
import type { CaseSession } from './case-session.ts';

/** Every version of a subject that a scope lets through, oldest first; retractions among them. */
export function subjectHistory<K extends Kind>(session: CaseSession, kind: K, id: Id, scope: FoldScope = {}): StoredEntry<K>[] {
  const versions: StoredEntry<K>[] = [];
  for (const entry of session.entries) {
    if (entry.subject.id !== id || entry.subject.kind !== kind || !withinScope(entry, scope)) continue;
    versions.push(entry as StoredEntry<K>);
  }
  return versions.sort(compareEntries);
}

/** Whether a scope lets an entry through. */
export function withinScope(entry: StoredEntry, { knownAt, compartments }: FoldScope): boolean {
  return (knownAt === undefined || entry.receivedAt <= knownAt) && (compartments === undefined || compartments.has(entry.compartment));
}
