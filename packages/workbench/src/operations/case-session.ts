import { rmSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import {
  type Body,
  type CaseRecord,
  type Draft,
  destroyed,
  draftChecker,
  type Fold,
  type FoldScope,
  foldEntries,
  type Id,
  type Kind,
  type Label,
  PUBLIC,
  type StoredEntry,
  startFold,
} from '@parley/model';
import { createCaseFile, type EntryLog, openCaseFile } from '@parley/store';
import { putDraft, type Recorder } from './recorder.ts';

/** The subject id of the one `case` subject of a case. */
export const CASE_SUBJECT = 'case';

/** A case that is open: its log, and the record folded from it, kept up to date with every process that writes to it. */
export interface CaseSession {
  readonly caseId: Id;
  readonly file: string;
  readonly log: EntryLog;
  readonly recorder: Recorder;
  /** The case as it stands now, over all the compartments that the file holds. */
  readonly record: CaseRecord;
  /** Every entry, in order of arrival. */
  readonly entries: readonly StoredEntry[];
  /** The case as known at an instant or through some compartments only. */
  recordOf(scope: FoldScope): CaseRecord;
  /** Checks and records drafts together, all or none. Throws a UserError where one does not fit the case. */
  commit(drafts: Iterable<Draft>, contents?: readonly Uint8Array[]): Promise<StoredEntry[]>;
  /**
   * As `commit`, for more drafts than are to be in memory at once: each is asked for, checked and recorded in
   * its turn, all in one transaction, and no entry is given back.
   */
  commitEach(drafts: Iterable<Draft>, contents?: readonly Uint8Array[]): Promise<void>;
  /** Takes in what other processes wrote. */
  refresh(): Promise<void>;
  /** Calls back with the entries that came, whoever wrote them. Returns how to stop. */
  onEntries(listener: (entries: readonly StoredEntry[]) => void): () => void;
  close(): Promise<void>;
}

/** Makes a new case file and opens it. */
export async function newCase(
  file: string,
  { title, description, passphrase, recorder }: { title: Label; description?: Label; passphrase?: string; recorder: Recorder },
): Promise<CaseSession> {
  const log = await createCaseFile(file, {
    caseId: recorder.newId(),
    now: recorder.now(),
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  const session = await startSession(file, log, recorder);
  const details: Body<'case'> = { title, partyOrder: [], issueOrder: [], ...(description === undefined ? {} : { description }) };
  try {
    await session.commit([putDraft(recorder, 'case', CASE_SUBJECT, details, PUBLIC)]);
  } catch (error) {
    // A case without its title is half made, and its name would be taken on the next try.
    await session.close().finally(() => rmSync(file, { force: true }));
    throw error;
  }
  return session;
}

/**
 * Opens a case file; its record leaves out the kinds `without`, of which the work asks nothing and there
 * may be a million. Throws a UserError where it is none, is damaged or the passphrase is wrong.
 */
export async function openCase(
  file: string,
  { passphrase, recorder, without }: { passphrase?: string; recorder: Recorder; without?: readonly Kind[] },
): Promise<CaseSession> {
  return startSession(file, await openCaseFile(file, passphrase === undefined ? {} : { passphrase }), recorder, without);
}

/** A session over an open log. */
export async function startSession(file: string, log: EntryLog, recorder: Recorder, without: readonly Kind[] = []): Promise<CaseSession> {
  const entries: StoredEntry[] = [];
  const fold: Fold = startFold();
  const views = new Map<string, CaseRecord>();
  const listeners = new Set<(entries: readonly StoredEntry[]) => void>();
  let queue: Promise<unknown> = Promise.resolve();

  // One at a time: a read between another's append and its fold would take an entry in twice.
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const done = queue.then(task, task);
    queue = done.catch(() => undefined);
    return done;
  };
  // What was destroyed, here or by another process, must not live on in memory.
  const forget = (entryId: Id): void => {
    const at = entries.findIndex(({ id }) => id === entryId);
    const entry = entries[at];
    if (entry !== undefined) entries[at] = destroyed(entry);
  };
  const pull = async (): Promise<StoredEntry[]> => {
    const fresh: StoredEntry[] = [];
    for (;;) {
      const some = await log.read({ after: (fresh.at(-1) ?? entries.at(-1))?.sequence ?? 0, limit: MANY, without });
      for (const entry of some) fresh.push(entry);
      if (some.length < MANY) break;
      await setImmediate();
    }
    if (fresh.length === 0) return fresh;
    for (const entry of fresh) {
      entries.push(entry);
      fold.add(entry);
      if (entry.subject.kind === 'destruction' && entry.body !== null) forget((entry.body as Body<'destruction'>).entryId);
    }
    views.clear();
    for (const listener of listeners) listener(fresh);
    return fresh;
  };
  const append = async (drafts: Iterable<Draft>, contents?: readonly Uint8Array[]): Promise<Set<Id>> => {
    const appended = await log.append(await checked(fold.record, drafts), recorder.now(), contents);
    return new Set(appended.map(({ id }) => id));
  };
  await pull();
  const unwatch = log.watch(() => void inTurn(pull).catch(() => undefined));

  return {
    caseId: log.caseId,
    file,
    log,
    recorder,
    record: fold.record,
    entries,
    recordOf(scope) {
      if (scope.knownAt === undefined && scope.compartments === undefined) return fold.record;
      const key = `${scope.knownAt ?? ''} ${scope.compartments === undefined ? '*' : [...scope.compartments].sort().join(',')}`;
      const kept = views.get(key);
      if (kept !== undefined) return kept;
      if (views.size >= KEPT_VIEWS) views.delete(views.keys().next().value as string);
      const made = foldEntries(entries, scope);
      views.set(key, made);
      return made;
    },
    commit: (drafts, contents) =>
      inTurn(async () => {
        await pull();
        const ids = await append(drafts, contents);
        // As they were read back: what was handed in and theirs need not both be kept in memory.
        return (await pull()).filter(({ id }) => ids.has(id));
      }),
    commitEach: (drafts, contents) =>
      inTurn(async () => {
        await pull();
        await log.appendEach(eachChecked(fold.record, drafts), recorder.now(), contents);
        await pull();
      }),
    refresh: () => inTurn(async () => void (await pull())),
    onEntries(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async close() {
      unwatch();
      listeners.clear();
      await inTurn(() => log.close());
    },
  };
}

/** How many entries are checked or read at once, some milliseconds of work; then others on this thread have their turn. */
const MANY = 200;

async function checked(record: CaseRecord, drafts: Iterable<Draft>): Promise<Draft[]> {
  const check = draftChecker(record);
  const all: Draft[] = [];
  for (const draft of drafts) if (all.push(check(draft)) % MANY === 0) await setImmediate();
  return all;
}

function* eachChecked(record: CaseRecord, drafts: Iterable<Draft>): Generator<Draft> {
  const check = draftChecker(record);
  for (const draft of drafts) yield check(draft);
}

/** Folded views kept at once: enough for someone who moves the time control back and forth. */
const KEPT_VIEWS = 8;
