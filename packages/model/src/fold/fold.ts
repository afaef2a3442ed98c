import type { Entry, StoredEntry } from '../entry/entry.ts';
import { compareEntries } from '../entry/order.ts';
import type { Body, Kind } from '../words/kinds.ts';

/** The version of a subject that holds: its body, and the entry that put it there. */
export interface Version<K extends Kind = Kind> {
  readonly id: string;
  readonly body: Body<K>;
  readonly entry: StoredEntry<K>;
}

/** What to leave out of a view. Left out themselves: nothing is. */
export interface FoldScope {
  /** Only what this store had received by then: "what did we know on 10 July?" */
  readonly knownAt?: string;
  /** Only entries in these compartments. */
  readonly compartments?: ReadonlySet<string>;
}

/** A case as it stands: for each kind, the subjects that are there, by id. */
export interface CaseRecord {
  of<K extends Kind>(kind: K): ReadonlyMap<string, Version<K>>;
  /** The entries whose content was destroyed. */
  readonly destroyed: ReadonlySet<string>;
  /** The compartments of the entries that went in. */
  readonly compartments: ReadonlySet<string>;
  /** Goes up with each entry that went in, so that what was made from the record can be kept until it changes. */
  readonly revision: number;
  /** What went in after `revision`, oldest first: the subjects of the entries, and those that a destruction emptied. */
  changedSince(revision: number): readonly Change[];
}

/** A subject that an entry was about, and how it stood before that entry; undefined where it was not there. */
export interface Change {
  readonly kind: Kind;
  readonly id: string;
  readonly before: Version | undefined;
}

/** Folds entries, in any order and with repeats, into the case they make. */
export function foldEntries(entries: Iterable<StoredEntry>, scope: FoldScope = {}): CaseRecord {
  const fold = startFold(scope);
  for (const entry of entries) fold.add(entry);
  return fold.record;
}

/** A fold that goes on: each entry costs the same however many came before it. */
export interface Fold {
  readonly record: CaseRecord;
  add(entry: StoredEntry): void;
}

/**
 * Starts an empty fold. Of each subject the last entry by clock, then id, holds; so the result does
 * not depend on the order of arrival. A destroyed entry that was the last hides its subject: an
 * earlier version must not come back in its place.
 */
export function startFold(scope: FoldScope = {}): Fold {
  const last = new Map<string, StoredEntry>();
  const kinds = new Map<Kind, Map<string, Version>>();
  const destroyed = new Set<string>();
  const holders = new Map<string, Entry['subject']>();
  const compartments = new Set<string>();
  const changes: Change[] = [];

  const ofKind = (kind: Kind): Map<string, Version> => {
    const found = kinds.get(kind);
    if (found !== undefined) return found;
    const made = new Map<string, Version>();
    kinds.set(kind, made);
    return made;
  };

  const changeOf = ({ kind, id }: Entry['subject']): Change => ({ kind, id, before: ofKind(kind).get(id) });

  const add = (entry: StoredEntry): void => {
    if (scope.knownAt !== undefined && entry.receivedAt > scope.knownAt) return;
    if (scope.compartments !== undefined && !scope.compartments.has(entry.compartment)) return;
    compartments.add(entry.compartment);
    changes.push(changeOf(entry.subject));
    const key = `${entry.subject.kind}/${entry.subject.id}`;
    const before = last.get(key);
    if (before === undefined || compareEntries(before, entry) < 0) {
      if (before !== undefined) holders.delete(before.id);
      last.set(key, entry);
      holders.set(entry.id, entry.subject);
      const subjects = ofKind(entry.subject.kind);
      if (entry.body === null || destroyed.has(entry.id)) subjects.delete(entry.subject.id);
      else subjects.set(entry.subject.id, { id: entry.subject.id, body: entry.body, entry });
    }
    if (entry.subject.kind === 'destruction' && entry.body !== null) bury((entry.body as Body<'destruction'>).entryId);
  };

  const bury = (entryId: string): void => {
    destroyed.add(entryId);
    const subject = holders.get(entryId);
    if (subject === undefined) return;
    changes.push(changeOf(subject));
    ofKind(subject.kind).delete(subject.id);
  };

  const record: CaseRecord = {
    of: <K extends Kind>(kind: K) => ofKind(kind) as unknown as ReadonlyMap<string, Version<K>>,
    destroyed,
    compartments,
    get revision() {
      return changes.length;
    },
    changedSince: (revision) => changes.slice(revision),
  };
  return { record, add };
}
