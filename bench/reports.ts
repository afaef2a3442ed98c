/**
 * Many reports added to a case, in this thread and in worker threads; and how long a server lets
 * others wait while a long text is added. Reports made up from templates with a fixed seed, some 120
 * words each; `PARLEY_BENCH_REPORTS` sets how many (10,000).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sameUtterances } from '@parley/reader';
import { addInOrder } from '../packages/workbench/src/operations/add-in-order.ts';
import { newCase } from '../packages/workbench/src/operations/case-session.ts';
import { startReadingPool } from '../packages/workbench/src/operations/reading/reading-pool.ts';
import { readHere } from '../packages/workbench/src/operations/reading/report-reader.ts';
import { machineRecorder } from '../packages/workbench/src/operations/recorder.ts';
import { makeReports } from './_made-up-reports.ts';

export const name = 'reports';

const LEXICON = { parties: [], issues: [] };

export async function run(): Promise<Record<string, number | string>> {
  const count = Number(process.env.PARLEY_BENCH_REPORTS ?? 10_000);
  const reports = makeReports(count, 20260712);
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-reports-'));
  try {
    const read: Record<number, number> = {};
    for (const threads of [1, 2]) read[threads] = await readingSeconds(reports, threads);
    const added: Record<number, { seconds: number; utteranceSeconds: number }> = {};
    for (const threads of [0, 1, 2]) added[threads] = await addingSeconds(reports, threads, join(folder, `${threads}.parley`));
    const { longestWaitMs, longSeconds } = await waitBesideLongText();
    const [one, two] = [read[1] as number, read[2] as number];
    const [here, first, second] = [added[0], added[1], added[2]].map((one) => one?.seconds ?? 0) as [number, number, number];
    return {
      reports: count,
      'read, 1 thread, s': rounded(one),
      'read, 2 threads, s': rounded(two),
      'read, 2 threads over 1': rounded(one / two),
      'read and recorded, no thread beside, s': rounded(here),
      'read and recorded, 1 thread beside, s': rounded(first),
      'read and recorded, 2 threads beside, s': rounded(second),
      'read and recorded, 2 threads over none': rounded(here / second),
      'utterances grouped, s': rounded(added[0]?.utteranceSeconds ?? 0),
      '20 MB read in a thread, s': rounded(longSeconds),
      'longest wait of this thread meanwhile, ms': Math.round(longestWaitMs),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readingSeconds(reports: readonly Uint8Array[], threads: number): Promise<number> {
  const pool = startReadingPool({ threads, shortBytes: 0 });
  const job = (bytes: Uint8Array) => pool.read({ bytes, lexicon: LEXICON, alone: false });
  await Promise.all(Array.from({ length: threads }, () => job(reports[0] as Uint8Array)));
  const start = performance.now();
  const under: Promise<unknown>[] = [];
  for (const bytes of reports) {
    under.push(job(bytes));
    if (under.length > 4 * threads) await under.shift();
  }
  await Promise.all(under);
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  return seconds;
}

async function addingSeconds(
  reports: readonly Uint8Array[],
  threads: number,
  file: string,
): Promise<{ seconds: number; utteranceSeconds: number }> {
  const session = await newCase(file, { title: { en: 'Reports' }, recorder: machineRecorder('bench') });
  const pool = threads === 0 ? { read: readHere, width: 1, close: async () => {} } : startReadingPool({ threads, shortBytes: 0 });
  const start = performance.now();
  for await (const { mistake } of addInOrder(session, reports, { inputOf: (bytes) => ({ bytes }), pool }))
    if (mistake !== null) throw mistake;
  const seconds = (performance.now() - start) / 1000;
  await pool.close();
  const witnesses = [...session.record.of('statement').values()].map(({ id, body }) => ({
    id,
    sourceId: body.sourceId,
    speaker: body.speaker,
    content: body.content.map(({ text }) => text).join(' '),
    strength: body.strength,
  }));
  const grouping = performance.now();
  if (threads === 0) sameUtterances(witnesses);
  const utteranceSeconds = (performance.now() - grouping) / 1000;
  await session.close();
  return { seconds, utteranceSeconds };
}

/** How late a clock of this thread is at most that should tick every 2 ms. */
async function waitBesideLongText(): Promise<{ longestWaitMs: number; longSeconds: number }> {
  const [paragraph] = makeReports(1, 7);
  const bytes = new Uint8Array(20_000_000).fill(10);
  for (let at = 0; at + (paragraph as Uint8Array).length < bytes.length; at += (paragraph as Uint8Array).length + 1)
    bytes.set(paragraph as Uint8Array, at);
  const pool = startReadingPool({ threads: 1 });
  let longestWaitMs = 0;
  let last = performance.now();
  const clock = setInterval(() => {
    longestWaitMs = Math.max(longestWaitMs, performance.now() - last);
    last = performance.now();
  }, 2);
  const start = performance.now();
  await pool.read({ bytes, lexicon: LEXICON, alone: false });
  const longSeconds = (performance.now() - start) / 1000;
  clearInterval(clock);
  await pool.close();
  return { longestWaitMs, longSeconds };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
