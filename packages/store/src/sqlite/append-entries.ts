import { type Draft, type Entry, type StoredEntry, seal, tick, UserError } from '@parley/model';
import Database from 'better-sqlite3-multiple-ciphers';
import { keepContents, requireContents } from './contents.ts';
import { digestText } from './digest-text.ts';
import { rowOf } from './entry-rows.ts';
import type { Session } from './session.ts';

/** How many entries are recorded in one step: some milliseconds of work. */
const STEP = 100;

/** Seals drafts onto their chains and records them. Runs inside a transaction that the caller began. */
export function appendDrafts(session: Session, drafts: readonly Draft[], now: string, contents?: readonly Uint8Array[]): StoredEntry[] {
  const steps = appendInSteps(session, drafts, now, contents);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** As {@link appendDrafts}, step by step, so that whoever runs it can do other things between. */
export function* appendInSteps(
  session: Session,
  drafts: readonly Draft[],
  now: string,
  contents?: readonly Uint8Array[],
): Generator<void, StoredEntry[]> {
  const entries: StoredEntry[] = [];
  yield* appendEachInSteps(session, drafts, now, contents, (entry) => entries.push(entry));
  return entries;
}

/** As {@link appendInSteps}, for drafts that are made as they are asked for; gives how many there were. */
export function* appendEachInSteps(
  session: Session,
  drafts: Iterable<Draft>,
  now: string,
  contents: readonly Uint8Array[] = [],
  take: (entry: StoredEntry) => void = () => {},
): Generator<void, number> {
  const { statements, caseId } = session;
  const kept = keepContents(session, contents);
  const heads = new Map<string, NewHead>();
  let clock = statements.lastClock.get() ?? null;
  const wallTime = Date.parse(now);

  let count = 0;
  for (const draft of drafts) {
    const { author, compartment } = draft;
    const chain = `${author} ${compartment}`;
    const prev = heads.get(chain)?.hash ?? statements.chainHead.get(author, compartment)?.hash ?? null;
    clock = tick(clock, wallTime);
    const entry = recordEntry(session, seal(draft, { caseId, clock, prev }, digestText), now, kept);
    heads.set(chain, { author, compartment, hash: entry.hash, sequence: entry.sequence });
    take(entry);
    count += 1;
    if (count % STEP === 0) yield;
  }
  for (const { author, compartment, sequence } of heads.values()) statements.setChainHead.run(author, compartment, sequence);
  return count;
}

interface NewHead {
  readonly author: string;
  readonly compartment: string;
  readonly hash: string;
  readonly sequence: number;
}

/** Writes one sealed entry and indexes its words; the caller sets the head of its chain. `kept` are contents at hand. */
export function recordEntry(
  session: Session,
  entry: Entry,
  receivedAt: string,
  kept: ReadonlyMap<string, Uint8Array> = new Map(),
): StoredEntry {
  requireContents(session, entry);
  try {
    const { lastInsertRowid } = session.statements.insertEntry.run(...rowOf(entry, receivedAt));
    const stored = { ...entry, receivedAt, sequence: Number(lastInsertRowid) };
    session.search.add(stored, kept);
    return stored;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_UNIQUE') {
      throw new UserError(`there is already an entry "${entry.id}"`, { cure: 'give each new entry an id of its own', code: 'duplicate' });
    }
    throw error;
  }
}
