import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableOf } from '@parley/model';
import { openCase } from '../packages/workbench/src/operations/case-session.ts';
import { openDesk } from '../packages/workbench/src/operations/desk.ts';
import { machineRecorder, putDraft, type Recorder } from '../packages/workbench/src/operations/recorder.ts';
import { newToken, serve } from '../packages/workbench/src/server/serve.ts';
import { ENTRIES, makeLargeCase } from './_large-case.ts';
import type { Figures } from './run.ts';

export const name = 'table';

const ROUNDS = 15;

/**
 * A case of 100,000 entries: opening it, its table, and how long a new entry takes to whoever
 * listens. Medians; times in milliseconds, over HTTP on the loopback address where it says so.
 */
export async function run(): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  try {
    return await measure(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string): Promise<Figures> {
  const file = join(folder, 'long.parley');
  const recorder = machineRecorder('bench');
  const made = performance.now();
  await (await makeLargeCase(file, { seed: 7, recorder: numbered(recorder) })).close();
  const makeMs = performance.now() - made;
  globalThis.gc?.();
  const heldOn = '2030-06-01';

  const opened = performance.now();
  const session = await openCase(file, { recorder });
  const openMs = performance.now() - opened;
  const first = performance.now();
  tableOf(session.record, heldOn);
  const firstTableMs = performance.now() - first;
  const another = () =>
    session.commit([putDraft(recorder, 'party', 'one-more', { name: { en: 'One more' }, aliases: [], factions: [] }, 'public')]);
  // Some of a table is kept until the next entry, so each is taken after one.
  const tableMs = await median(() => void tableOf(session.record, heldOn), another);
  const position = session.record.of('position').values().next().value;
  const statement = position && session.record.of('statement').get(position.body.evidence[0] ?? '');
  if (position === undefined || statement === undefined) throw new Error('the case has no position with a statement under it');
  // As a person decides: the statement is accepted, and with it goes the position it bears out.
  const decision = () =>
    session.commit([
      putDraft(recorder, 'statement', statement.id, statement.body, 'public'),
      putDraft(recorder, 'position', position.id, position.body, 'public'),
    ]);
  const afterDecisionMs = await median(() => void tableOf(session.record, heldOn), decision);
  let day = 0;
  const otherDayMs = await median(() => {
    day += 1;
    tableOf(session.record, `2029-01-${String(day).padStart(2, '0')}`);
  });
  await session.close();

  const desk = openDesk({ files: [file], folder, recorder });
  const token = newToken();
  const serving = await serve({ desk, token, port: 0, webRoot: folder, version: '0' });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const [listed] = (await (await fetch(`${serving.url}/api/cases`, { headers })).json()) as { caseId: string }[];
  const url = `${serving.url}/api/cases/${listed?.caseId}`;
  const get = async (path: string) => (await fetch(`${url}${path}`, { headers })).arrayBuffer();
  const body = JSON.stringify({ body: { name: { en: 'One more' } } });
  const post = () => fetch(`${url}/party`, { method: 'POST', headers, body });
  const httpTableMs = await median(() => get(`/table?heldOn=${heldOn}`), post);
  const tableBytes = (await get(`/table?heldOn=${heldOn}`)).byteLength;
  const summaryMs = await median(() => get(''));
  const statementsMs = await median(() => get('/statements?status=suggested'));

  const events = await listen(`${url}/events`, token);
  const ownEventMs = await median(async () => {
    const seen = events.next();
    await post();
    await seen;
  });
  const other = await openCase(file, { recorder });
  const otherEventMs = await median(async () => {
    const seen = events.next();
    const party = { name: { en: 'From elsewhere' }, aliases: [], factions: [] };
    await other.commit([putDraft(recorder, 'party', recorder.newId(), party, 'public')]);
    await seen;
  });
  await other.close();
  events.stop();
  await serving.close();
  await desk.close();
  return rounded({
    entries: ENTRIES,
    makeMs,
    openMs,
    tableFirstMs: firstTableMs,
    tableMs,
    tableAfterDecisionMs: afterDecisionMs,
    tableOfAnotherDayMs: otherDayMs,
    tableHttpMs: httpTableMs,
    tableBytes,
    summaryHttpMs: summaryMs,
    statementsHttpMs: statementsMs,
    entryToEventMs: ownEventMs,
    entryOfAnotherProcessToEventMs: otherEventMs,
    memoryMb: process.memoryUsage().rss / 2 ** 20,
  });
}

/** Ids and salts that are the same on every run. */
function numbered(recorder: Recorder): Recorder {
  let count = 0;
  const next = (): string => {
    count += 1;
    return count.toString(16).padStart(32, '0');
  };
  return { ...recorder, newId: next, newSalt: next };
}

/** The median time of a task, each run after an untimed `before`. */
async function median(task: () => unknown, before: () => unknown = () => undefined): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await before();
    const start = performance.now();
    await task();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number;
}

/** A listener of the event stream; `next` resolves with the next event. */
async function listen(url: string, token: string): Promise<{ next(): Promise<void>; stop(): void }> {
  const stop = new AbortController();
  const reply = await fetch(url, { headers: { authorization: `Bearer ${token}` }, signal: stop.signal });
  const reader = (reply.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  const next = async (): Promise<void> => {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream ended');
      if (decoder.decode(value).includes('event: entries')) return;
    }
  };
  return { next, stop: () => stop.abort() };
}

function rounded(figures: Record<string, number>): Figures {
  return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Math.round(value * 10) / 10]));
}
