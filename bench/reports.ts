/**
 * Many short reports read by one and by two threads, and some of them added to a case by two; how long it takes to
 * group their utterances; and how long others wait for this thread while a text of 5 MB, dense with
 * statements, is added. Reports made up from templates with a fixed seed, some 120 words each;
 * `PARLEY_BENCH_REPORTS` sets how many (10,000).
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sameUtterances } from '@parley/reader';
import { addInOrder } from '../packages/workbench/src/operations/add-in-order.ts';
import { addSources } from '../packages/workbench/src/operations/add-source.ts';
import { newCase } from '../packages/workbench/src/operations/case-session.ts';
import { startReadingPool } from '../packages/workbench/src/operations/reading/reading-pool.ts';
import { machineRecorder } from '../packages/workbench/src/operations/recorder.ts';
import { makeCorpus, makeReports } from './_made-up-reports.ts';

export const name = 'reports';

/** Recording is done by one thread whatever reads, so some of them tell as much as all. */
const MOST_ADDED = 500;
const LEXICON = { parties: [], issues: [] };

export async function run(): Promise<Record<string, number | string>> {
  const count = Number(process.env.PARLEY_BENCH_REPORTS ?? 10_000);
  const reports = makeReports(count, 20260712);
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-reports-'));
  try {
    const read: Record<number, number> = {};
    for (const threads of [1, 2]) read[threads] = await readingSeconds(reports, threads);
    const { seconds, utteranceSeconds, processorSeconds } = await addingSeconds(
      reports.slice(0, MOST_ADDED),
      2,
      join(folder, 'reports.parley'),
    );
    const { longestWaitMs, longSeconds } = await waitBesideLongText(join(folder, 'long.parley'));
    const [one, two] = [read[1] as number, read[2] as number];
    return {
      reports: count,
      'read, 1 thread, s': rounded(one),
      'read, 2 threads, s': rounded(two),
      'read, 2 threads over 1': rounded(one / two),
      'of them added to a case': Math.min(count, MOST_ADDED),
      'read by 2 threads and recorded, s': rounded(seconds),
      'the same, s of the processor': rounded(processorSeconds),
      'utterances grouped, s': rounded(utteranceSeconds),
      '5 MB added, s': rounded(longSeconds),
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
): Promise<{ seconds: number; processorSeconds: number; utteranceSeconds: number }> {
  const session = await newCase(file, { title: { en: 'Reports' }, recorder: machineRecorder('bench') });
  const pool = startReadingPool({ threads, shortBytes: 0 });
  const [start, before] = [performance.now(), process.cpuUsage()];
  for await (const { mistake } of addInOrder(session, reports, { inputOf: (bytes) => ({ bytes }), pool }))
    if (mistake !== null) throw mistake;
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  await pool.close();
  const witnesses = [...session.record.of('statement').values()].map(({ id, body }) => ({
    id,
    sourceId: body.sourceId,
    speaker: body.speaker,
    content: body.content.map(({ text }) => text).join(' '),
    strength: body.strength,
  }));
  const grouping = performance.now();
  sameUtterances(witnesses);
  const utteranceSeconds = (performance.now() - grouping) / 1000;
  await session.close();
  return { seconds, processorSeconds: (user + system) / 1e6, utteranceSeconds };
}

/** How late a clock of this thread is at most that should tick every 2 ms. */
async function waitBesideLongText(file: string): Promise<{ longestWaitMs: number; longSeconds: number }> {
  const bytes = new TextEncoder().encode(makeCorpus(5_000_000, 7));
  const session = await newCase(file, { title: { en: 'A long text' }, recorder: machineRecorder('bench') });
  const pool = startReadingPool({ threads: 1 });
  let longestWaitMs = 0;
  let last = performance.now();
  const clock = setInterval(() => {
    longestWaitMs = Math.max(longestWaitMs, performance.now() - last);
    last = performance.now();
  }, 2);
  const start = performance.now();
  await addSources(session, { bytes }, pool.read);
  const longSeconds = (performance.now() - start) / 1000;
  // Once more, for what came last.
  await new Promise((resolve) => setTimeout(resolve, 10));
  clearInterval(clock);
  await pool.close();
  await session.close();
  return { longestWaitMs, longSeconds };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
