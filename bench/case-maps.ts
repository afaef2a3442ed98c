/**
 * A case with 20 zones of 100,000 positions: recorded, opened, listed and read over HTTP, as the app does, on a real
 * server; how long it keeps others waiting; and what becomes of a file that is too large.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { newCase } from '../packages/workbench/src/operations/case-session.ts';
import { openDesk } from '../packages/workbench/src/operations/desk.ts';
import { machineRecorder, putDraft } from '../packages/workbench/src/operations/recorder.ts';
import { createServer } from '../packages/workbench/src/server/create-server.ts';

export const name = 'case-maps';

const FEATURES = 20;
const POSITIONS = 100_000;
const TOKEN = 'bench';

export async function run(): Promise<Record<string, number | string>> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'));
  try {
    const figures = { features: FEATURES, positionsEach: POSITIONS, ...(await figuresIn(folder)) };
    return Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Math.round(value * 10) / 10]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function figuresIn(folder: string): Promise<Record<string, number>> {
  const file = join(folder, 'heavy.parley');
  const recorder = machineRecorder('bench');
  const session = await newCase(file, { title: { en: 'Heavy' }, recorder });
  const recordMs: number[] = [];
  for (let at = 0; at < FEATURES; at++) {
    const draft = putDraft(recorder, 'mapFeature', `zone-${at}`, body(at), 'public');
    recordMs.push(await millisecondsOf(() => session.commit([draft])));
  }
  await session.close();

  const desk = openDesk({ files: [file], folder, recorder });
  const app = await createServer({ desk, token: TOKEN, port: 0, webRoot: folder, version: '0' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const port = (app.server.address() as { port: number }).port;
  const call = (method: string, path: string, payload?: string | number): Promise<Answer> => ask(port, { method, path, payload });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  try {
    const openMs = await millisecondsOf(() => desk.session('').catch(() => undefined));
    const cases = JSON.parse((await call('GET', '/api/cases')).text) as { caseId: string }[];
    const url = `/api/cases/${cases[0]?.caseId}`;
    const openedMs = openMs + (await millisecondsOf(() => call('GET', url)));
    delay.enable();
    const firstMs = await millisecondsOf(() => call('GET', `${url}/map`));
    const longestWaitMs = delay.max / 1e6;
    const again = await medianOf(9, () => call('GET', `${url}/map`));
    const list = await call('GET', `${url}/map`);
    const asList = await medianOf(5, () => call('GET', `${url}/mapFeature`));
    const table = await medianOf(5, () => call('GET', `${url}/table`));
    const search = await medianOf(5, () => call('GET', `${url}/search?q=heavy`));
    const exported = await medianOf(3, () => call('GET', `${url}/export/case.json`));
    const two = await medianOf(3, () => call('GET', `${url}/map/features.geojson?ids=zone-0,zone-1`));
    const all = await millisecondsOf(() => call('GET', `${url}/map/features.geojson`));
    const compared = await millisecondsOf(() =>
      call('POST', `${url}/map/compare`, JSON.stringify({ maps: [{ featureIds: ['zone-0'] }, { featureIds: ['zone-1'] }] })),
    );
    const posted = await millisecondsOf(() => call('POST', `${url}/mapFeature`, JSON.stringify({ body: body(99) })));
    const verified = await millisecondsOf(() => call('GET', `${url}/verify`));
    const tooLarge = await millisecondsOf(async () => {
      const { status, text } = await call('POST', `${url}/map/read`, 270_000_000);
      if (status !== 413 || !text.includes('100 MB')) throw new Error(`a file of 200 MB was answered with ${status}: ${text}`);
    });
    return {
      recordOneMs: median(recordMs),
      fileMegabytes: statSync(file).size / 1e6,
      openAndSummaryMs: openedMs,
      mapFirstMs: firstMs,
      longestWaitOfOthersMs: longestWaitMs,
      mapAgainMs: again,
      mapKilobytes: list.text.length / 1000,
      mapFeatureListMs: asList,
      tableMs: table,
      searchMs: search,
      exportJsonMs: exported,
      coordinatesOfTwoMs: two,
      coordinatesOfAllMs: all,
      compareTwoMs: compared,
      postOneMs: posted,
      verifyMs: verified,
      refuse200MegabytesMs: tooLarge,
      memoryMegabytes: process.memoryUsage().rss / 1e6,
    };
  } finally {
    delay.disable();
    await app.close();
    await desk.close();
  }
}

/** A ring with waves, each time others. */
function body(at: number) {
  const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
  const ring = Array.from({ length: POSITIONS }, (_, place): [number, number] => {
    const angle = (2 * Math.PI * place) / POSITIONS;
    const radius = 1 + 0.05 * Math.sin(angle * (500 + at));
    return [rounded(34 + at / 20 + radius * Math.cos(angle)), rounded(31 + radius * Math.sin(angle))];
  });
  ring.push([...(ring[0] as [number, number])]);
  return { name: { en: `Zone ${at}` }, shape: 'zone' as const, coordinates: [[ring]], evidence: [] };
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** A number as payload is a body of so many bytes, which is said and not sent. */
function ask(
  port: number,
  { method, path, payload }: { method: string; path: string; payload: string | number | undefined },
): Promise<Answer> {
  const text = typeof payload === 'string' ? Buffer.from(payload) : null;
  const length = text?.length ?? payload ?? 0;
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', 'content-length': String(length) };
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on('data', (part: Buffer) => parts.push(part));
      reply.on('end', () => {
        resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(parts).toString() });
        sent.destroy();
      });
    });
    sent.on('error', reject);
    if (text !== null || payload === undefined) sent.end(text ?? undefined);
    else sent.flushHeaders();
  });
}

async function millisecondsOf(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

async function medianOf(times: number, work: () => unknown): Promise<number> {
  const all: number[] = [];
  for (let at = 0; at < times; at++) all.push(await millisecondsOf(work));
  return median(all);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
