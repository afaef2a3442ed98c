import { type Body, compareEntries, destroyed, Entry, hashBody, hashEntry, parseBody, type StoredEntry, UserError } from '@parley/model';
import { recordEntry } from './append-entries.ts';
import { keepContents } from './contents.ts';
import { dropBodies } from './destroy-entries.ts';
import { digestText } from './digest-text.ts';
import type { EntryRow } from './entry-rows.ts';
import type { Session } from './session.ts';

/** What came of a merge. `dropped` says that a tombstone among the entries destroyed a body that was here. */
export interface Merged {
  readonly entries: StoredEntry[];
  readonly dropped: boolean;
}

/**
 * Takes in entries sealed elsewhere, in the order of their clocks whatever order they are given in.
 * A tombstone that comes with them destroys here what it destroyed there. Runs inside a transaction
 * that the caller began.
 */
export function mergeEntries(
  session: Session,
  entries: readonly Entry[],
  receivedAt: string,
  contents: readonly Uint8Array[] = [],
): Merged {
  const kept = keepContents(session, contents);
  const destroyedIds = new Set(session.statements.destructionBodies.all().map((text) => (JSON.parse(text) as Body<'destruction'>).entryId));
  for (const entry of entries) if (entry.subject.kind === 'destruction' && entry.body !== null) destroyedIds.add(tombstoneOf(entry));

  const taken: StoredEntry[] = [];
  for (const entry of entries.map(checkShape).sort(compareEntries)) {
    const known = session.statements.entryById.get(entry.id);
    if (known !== undefined) checkSame(entry, known);
    else {
      checkEntry(session, entry);
      const stored = recordEntry(session, destroyedIds.has(entry.id) ? destroyed(entry) : entry, receivedAt, kept);
      session.statements.setChainHead.run(entry.author, entry.compartment, stored.sequence);
      taken.push(stored);
    }
  }
  const tombstones = taken.filter((entry) => entry.subject.kind === 'destruction' && entry.body !== null).map(tombstoneOf);
  return { entries: taken, dropped: dropBodies(session, tombstones) };
}

const tombstoneOf = (entry: Entry): string => (entry.body as Body<'destruction'>).entryId;

function checkShape(entry: Entry): Entry {
  const parsed = Entry.safeParse(entry);
  if (!parsed.success) throw broken(entry, `${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`);
  // Checked, and kept as it came: the defaults that a schema fills in would change its hash.
  if (entry.body !== null) parseBody(entry.subject.kind, entry.body);
  return entry;
}

function checkEntry(session: Session, entry: Entry): void {
  if (entry.caseId !== session.caseId) {
    throw new UserError(`entry "${entry.id}" belongs to case "${entry.caseId}", not to "${session.caseId}"`, {
      cure: 'take it into the case it belongs to',
      code: 'otherCase',
    });
  }
  if (hashEntry(entry, digestText) !== entry.hash) throw broken(entry, 'its hash does not match what it says');
  if (entry.salt === null && entry.body !== null) throw broken(entry, 'it has a body without the salt that would prove it');
  if (entry.salt !== null && hashBody(entry.salt, entry.body, digestText) !== entry.bodyHash) {
    throw broken(entry, 'its body was changed after it was recorded');
  }
  const head = session.statements.chainHead.get(entry.author, entry.compartment);
  if (entry.prev !== (head?.hash ?? null)) {
    throw broken(entry, `it follows ${entry.prev ?? 'nothing'}, where its chain stands here at ${head?.hash ?? 'nothing'}`);
  }
  if (head !== undefined && compareEntries(entry, { clock: { time: head.clock_time, count: head.clock_count }, id: head.id }) <= 0) {
    throw broken(entry, 'its clock is not after that of the entry it follows');
  }
}

function checkSame(entry: Entry, known: EntryRow): void {
  if (entry.hash !== known[15]) throw broken(entry, 'another entry with its id is here already');
}

function broken(entry: Entry, fault: string): UserError {
  return new UserError(`entry "${entry.id}" does not check: ${fault}`, {
    cure: 'ask whoever sent it for a fresh copy of everything since you last exchanged; nothing of this one was taken in',
    code: 'brokenChain',
  });
}
