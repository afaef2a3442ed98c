import { afterEach, beforeEach, expect, test } from 'vitest';
import { openCase } from '../../operations/case-session.ts';
import { putDraft } from '../../operations/recorder.ts';
import { type Serving, serve } from '../serve.ts';
import { addTo, type Bench, ok, type SmallCase, smallCase, startBench, TOKEN } from '../server.test-support.ts';

let bench: Bench;
let serving: Serving;
let small: SmallCase;
beforeEach(async () => {
  bench = await startBench();
  small = await smallCase(bench);
  serving = await serve({ desk: bench.desk, token: TOKEN, port: 0, webRoot: bench.webRoot, version: '0.0.0' });
});
afterEach(async () => {
  await serving.close();
  await bench.close();
});

interface Event {
  sequence: number;
  subjects: { kind: string; id: string }[];
}

/** Opens the stream of a real connection; `next` waits for the next event, and gives null once the stream has ended. */
async function listen(query = '', headers: Record<string, string> = {}) {
  const reply = await fetch(`${serving.url}${small.url}/events${query}`, { headers: { authorization: `Bearer ${TOKEN}`, ...headers } });
  const reader = (reply.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let read = '';
  const next = async (): Promise<Event | null> => {
    for (;;) {
      const found = /^(?:id: (\d+)\nevent: entries\ndata: (.*)|[^\n].*(?:\n.+)*)\n\n/.exec(read);
      if (found !== null) {
        read = read.slice(found[0].length);
        if (found[2] !== undefined) return JSON.parse(found[2]);
        continue;
      }
      const { value, done } = await reader.read();
      if (done) return null;
      read += decoder.decode(value, { stream: true });
    }
  };
  return { reply, next, stop: () => reader.cancel() };
}

test('an entry recorded here is told at once, each subject once', async () => {
  const { reply, next, stop } = await listen();
  expect(reply.headers.get('content-type')).toContain('text/event-stream');
  const id = await addTo(bench, small.url, 'party', { name: { en: 'A party' } });
  const { sequence } = await ok<{ sequence: number }>(bench.call('GET', small.url));
  expect(await next()).toEqual({ sequence, subjects: [{ kind: 'party', id }] });
  await stop();
});

test('an entry that another process recorded is told too, and is in the table', async () => {
  const { next, stop } = await listen();
  const { file } = await bench.desk.session(small.caseId);
  const other = await openCase(file, { recorder: bench.recorder });
  await other.commit([
    putDraft(bench.recorder, 'party', 'from-elsewhere', { name: { en: 'Elsewhere' }, aliases: [], factions: [] }, 'public'),
  ]);
  expect((await next())?.subjects).toEqual([{ kind: 'party', id: 'from-elsewhere' }]);
  expect(JSON.stringify(await ok(bench.call('GET', `${small.url}/table`)))).toContain('Elsewhere');
  await other.close();
  await stop();
}, 5000);

test('who comes back is told what came since', async () => {
  const { sequence } = await ok<{ sequence: number }>(bench.call('GET', small.url));
  const id = await addTo(bench, small.url, 'party', { name: { en: 'A party' } });
  for (const stream of [await listen(`?after=${sequence}`), await listen('', { 'last-event-id': String(sequence) })]) {
    expect(await stream.next()).toEqual({ sequence: sequence + 1, subjects: [{ kind: 'party', id }] });
    await stream.stop();
  }
});

test('entries in other compartments are not told', async () => {
  const caucus = await addTo(bench, small.url, 'compartment', { name: { en: 'Caucus' } });
  const { next, stop } = await listen('?compartments=public');
  await addTo(bench, small.url, 'party', { name: { en: 'Hidden' } }, caucus);
  const id = await addTo(bench, small.url, 'party', { name: { en: 'Seen' } });
  expect((await next())?.subjects).toEqual([{ kind: 'party', id }]);
  await stop();
});

test('streams end when the server closes, and those left behind hold nothing', async () => {
  const { next } = await listen();
  const left = await listen();
  await left.stop();
  await serving.close();
  expect(await next()).toBeNull();
});
