import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Id } from '@parley/model';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { type Desk, openDesk } from '../operations/desk.ts';
import { machineRecorder, type Recorder } from '../operations/recorder.ts';
import { createServer } from './create-server.ts';

export const TOKEN = 'the-token-of-this-launch';
export const PORT = 4870;

/** A server over real case files in a folder of its own, on a clock that the test sets. */
export interface Bench {
  readonly app: FastifyInstance;
  readonly desk: Desk;
  readonly folder: string;
  readonly webRoot: string;
  /** The lines logged for faults. */
  readonly logged: string[];
  readonly recorder: Recorder;
  setNow(instant: string): void;
  /** Sends a request as the app in the browser does, and gives the status and the JSON of the reply. */
  call(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown): Promise<{ status: number; body: never }>;
  close(): Promise<void>;
}

export async function startBench({ files = [] }: { files?: readonly string[] } = {}): Promise<Bench> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-server-'));
  const webRoot = join(folder, 'web');
  mkdirSync(join(webRoot, 'assets'), { recursive: true });
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Parley</title>');
  writeFileSync(join(webRoot, 'assets/app-1a2b3c.js'), 'export {};');
  let now = '2031-03-01T08:00:00.000Z';
  const recorder: Recorder = { ...machineRecorder('ana'), now: () => now, newId: () => v7() };
  const desk = openDesk({ files, folder, recorder });
  const logged: string[] = [];
  const app = await createServer({ desk, token: TOKEN, port: PORT, webRoot, version: '0.0.0', log: (line) => void logged.push(line) });
  return {
    app,
    desk,
    folder,
    webRoot,
    logged,
    recorder,
    setNow(instant) {
      now = instant;
    },
    async call(method, url, body) {
      const reply = await app.inject({
        method,
        url,
        headers: { host: `127.0.0.1:${PORT}`, authorization: `Bearer ${TOKEN}` },
        ...(body === undefined ? {} : { payload: body as object }),
      });
      return { status: reply.statusCode, body: reply.json() as never };
    },
    async close() {
      await app.close();
      await desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The report that the case below is made from. */
export const REPORT = [
  'The Northern Council said on Monday that its boats would leave the harbour by June.',
  'A spokesman for the Southern Assembly told Radio Delta: "We reject any patrol in the strait."',
  'At least 40 boats were counted.',
].join('\n\n');

/** A case with two parties, an issue and a report in it, all public. */
export interface SmallCase {
  readonly url: string;
  readonly caseId: Id;
  readonly north: Id;
  readonly south: Id;
  readonly issue: Id;
  readonly sourceId: Id;
}

export async function smallCase(bench: Bench): Promise<SmallCase> {
  const made = await ok<{ caseId: Id }>(bench.call('POST', '/api/cases', { title: { en: 'Harbour talks' } }));
  const url = `/api/cases/${made.caseId}`;
  const add = (kind: string, body: unknown, compartment?: Id) => addTo(bench, url, kind, body, compartment);
  const north = await add('party', { name: { en: 'Northern Council' } });
  const south = await add('party', { name: { en: 'Southern Assembly' } });
  const issue = await add('issue', {
    name: { en: 'Harbour' },
    terms: ['harbour', 'strait'],
    options: [
      { id: 'leave', name: { en: 'Boats leave' } },
      { id: 'patrol', name: { en: 'Joint patrol' } },
    ],
  });
  const { sourceId } = await ok<{ sourceId: Id }>(
    bench.call('POST', `${url}/sources`, { text: REPORT, title: 'Wire', published: '2031-02' }),
  );
  return { url, caseId: made.caseId, north, south, issue, sourceId };
}

/** Records a subject by its raw route; gives its id. */
export async function addTo(bench: Bench, url: string, kind: string, body: unknown, compartment?: Id): Promise<Id> {
  const recorded = await ok<{ entries: { subject: { id: Id } }[] }>(
    bench.call('POST', `${url}/${kind}`, { body, ...(compartment === undefined ? {} : { compartment }) }),
  );
  return recorded.entries[0]?.subject.id ?? '';
}

/** An accepted statement of the northern party in the words of the report. */
export function statementOf({ sourceId, north, issue }: SmallCase, words = 'its boats would leave the harbour by June') {
  const start = REPORT.indexOf(words);
  return {
    sourceId,
    speaker: { name: 'Northern Council', partyId: north },
    content: [{ start, end: start + words.length, text: words }],
    strength: 'offers',
    links: [{ issueId: issue, optionId: 'leave', stance: 'accepts' }],
    status: 'accepted',
  };
}

/** The body of a reply that must have worked. */
export async function ok<T>(reply: Promise<{ status: number; body: never }>): Promise<T> {
  const { status, body } = await reply;
  if (status >= 400) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** The error of a reply, and its status. */
export async function refusal(reply: Promise<{ status: number; body: never }>): Promise<{ status: number; code: string; message: string }> {
  const { status, body } = await reply;
  const { error } = body as { error: { code: string; message: string; cure: string } };
  if (error.cure === '') throw new Error('an error without a cure');
  return { status, code: error.code, message: error.message };
}
