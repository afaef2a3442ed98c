/**
 * The case file: recording, opening, reading, searching and checking 100,000 entries, beside what
 * the same disk gives to a bare table of node:sqlite and to a file of JSON lines, both of them
 * without chains, search or encryption, and as careful: each record is synced before the next.
 */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Draft, foldEntries, KINDS, type Kind, seal } from '@parley/model';
import { createCaseFile, openCaseFile } from '@parley/store';

export const name = 'store';

const ENTRIES = 100_000;
const SINGLE = 3_000;
const BATCH = 1_000;
const SEED = 20250712;
const NOW = '2025-07-12T09:30:00.000Z';

export async function run(): Promise<Record<string, number | string>> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  try {
    const drafts = makeDrafts(ENTRIES);
    const figures = { ...(await caseFileFigures(folder, drafts)), ...peerFigures(folder, drafts), entries: ENTRIES, seed: SEED };
    return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Math.round(value * 100) / 100]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function caseFileFigures(folder: string, drafts: readonly Draft[]): Promise<Record<string, number>> {
  const path = join(folder, 'case.parley');
  const writing = await createCaseFile(path, { caseId: 'bench', now: NOW });
  const single = await secondsOf(async () => {
    for (const draft of drafts.slice(0, SINGLE)) await writing.append([draft], NOW);
  });
  const batched = await secondsOf(async () => {
    for (let at = SINGLE; at < ENTRIES; at += BATCH) await writing.append(drafts.slice(at, at + BATCH), NOW);
  });
  await writing.close();
  const sealing = await secondsOf(async () => {
    for (const draft of drafts) seal(draft, { caseId: 'bench', clock: { time: 1, count: 1 }, prev: null });
  });

  const begun = performance.now();
  const log = await openCaseFile(path);
  const entries = await log.read();
  const opened = performance.now();
  foldEntries(entries);
  const folded = performance.now();
  const verify = await secondsOf(async () => {
    const { firstFault } = await log.verify();
    if (firstFault !== null) throw new Error(firstFault.fault);
  });
  const search = await secondsOf(async () => {
    if ((await log.search('crossing thousand')).length === 0) throw new Error('the search found nothing');
  });
  await log.close();
  return {
    singleAppendsPerSecond: SINGLE / single,
    batchedRowsPerSecond: (ENTRIES - SINGLE) / batched,
    sealOnlyPerSecond: ENTRIES / sealing,
    openAndReadMs: opened - begun,
    foldMs: folded - opened,
    verifyMs: verify * 1000,
    searchMs: search * 1000,
  };
}

function peerFigures(folder: string, drafts: readonly Draft[]): Record<string, number> {
  const lines = drafts.map((draft) => `${JSON.stringify(draft)}\n`);

  const database = new DatabaseSync(join(folder, 'peer.sqlite'));
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE entries (sequence INTEGER PRIMARY KEY, entry TEXT NOT NULL)',
  );
  const insert = database.prepare('INSERT INTO entries (entry) VALUES (?)');
  const begun = performance.now();
  for (const line of lines.slice(0, SINGLE)) insert.run(line);
  const single = performance.now();
  for (let at = SINGLE; at < ENTRIES; at += BATCH) {
    database.exec('BEGIN IMMEDIATE');
    for (const line of lines.slice(at, at + BATCH)) insert.run(line);
    database.exec('COMMIT');
  }
  const batched = performance.now();
  for (const { entry } of database.prepare('SELECT entry FROM entries ORDER BY sequence').all()) JSON.parse(String(entry));
  const read = performance.now();
  database.close();

  const file = openSync(join(folder, 'peer.jsonl'), 'a');
  const started = performance.now();
  for (const line of lines.slice(0, SINGLE)) {
    writeSync(file, line);
    fsyncSync(file);
  }
  const ended = performance.now();
  closeSync(file);

  return {
    peerSqliteSingleAppendsPerSecond: (SINGLE / (single - begun)) * 1000,
    peerSqliteBatchedRowsPerSecond: ((ENTRIES - SINGLE) / (batched - single)) * 1000,
    peerSqliteReadMs: read - batched,
    peerJsonLinesSingleAppendsPerSecond: (SINGLE / (ended - started)) * 1000,
  };
}

/** Half statements, half positions, by a generator with a fixed seed. */
function makeDrafts(count: number): Draft[] {
  const random = mulberry32(SEED);
  const pick = (choices: readonly string[]): string => choices[Math.floor(random() * choices.length)] ?? '';
  return Array.from({ length: count }, (_, number) => {
    const issueId = `issue-${Math.floor(random() * 20)}`;
    const partyId = `party-${Math.floor(random() * 7)}`;
    if (number % 2 === 1) {
      const evidence = [`statement-${number - 1}`];
      return draft('position', number, {
        partyId,
        issueId,
        optionId: 'first',
        stance: 'demands',
        voice: 'official',
        from: '2025-07',
        evidence,
      });
    }
    const words = Array.from({ length: 12 }, () => pick(WORDS)).join(' ');
    const content = [{ start: 0, end: words.length, text: words }];
    const links = [{ issueId, optionId: 'first', stance: 'demands' }];
    return draft('statement', number, {
      sourceId: 'source',
      speaker: { name: pick(WORDS), partyId },
      content,
      strength: 'demands',
      links,
      status: 'accepted',
    });
  });
}

function draft(kind: Kind, number: number, body: unknown): Draft {
  const id = `01980000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
  const frame = {
    id,
    author: '01980000-0000-7000-9000-000000000001',
    compartment: 'public',
    recordedAt: NOW,
    salt: `salt-of-entry-${number}`,
  };
  return { ...frame, subject: { kind, id: `${kind}-${number}` }, action: 'put', body: KINDS[kind].parse(body) } as Draft;
}

const WORDS =
  'crossing thousand envoy corridor map prisoner delegation guarantee monitor school river harbour deposit clause withdraw'.split(' ');

/** Tommy Ettinger's generator with 32 bits of state; public domain. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}
