import { readFileSync } from 'node:fs';
import { KIND_NAMES } from '@parley/model';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTo, type Bench, PORT, type SmallCase, smallCase, startBench, statementOf, TOKEN } from './server.test-support.ts';

/** The page for people who write scripts: what it says is tried. */
const page = readFileSync(new URL('../../../../docs/http.md', import.meta.url), 'utf8');

let bench: Bench;
let small: SmallCase;
let statement: string;
let conflict: string;
beforeAll(async () => {
  bench = await startBench();
  small = await smallCase(bench);
  statement = await addTo(bench, small.url, 'statement', statementOf(small));
  // What the page asks of a state goes by three options.
  const options = ['patrol', 'close', 'call'].map((id) => ({ id, name: { en: id } }));
  conflict = await addTo(bench, small.url, 'conflict', {
    title: { en: 'Patrols' },
    deciders: [{ id: 'n', partyId: small.north, options }],
  });
  await addTo(bench, small.url, 'preference', {
    conflictId: conflict,
    deciderId: 'n',
    statements: [{ holds: { anyOf: [{ taken: ['patrol'] }] } }],
  });
});
afterAll(() => bench.close());

const headers = { host: `127.0.0.1:${PORT}`, authorization: `Bearer ${TOKEN}` };

test('each reading that docs/http.md shows is answered', async () => {
  const paths = [...page.matchAll(/^get '([^']*)'/gm)].map(([, path]) => path);
  expect(paths.length).toBeGreaterThan(5);
  for (const path of paths) {
    const url = `${small.url}${path?.replace('019e…', conflict)}`;
    expect([path, (await bench.app.inject({ url, headers })).statusCode]).toEqual([path, 200]);
  }
});

test('each writing that docs/http.md shows is recorded', async () => {
  const writes = [...page.matchAll(/^post (\S+)\s+'(\{.*\})'/gm)].map(([, path = '', body = '']) => ({ path, body: JSON.parse(body) }));
  expect(writes.map(({ path }) => path)).toEqual(['/sources', '/party', '/statements/019b…/decision', '/undo']);
  let last: { id: string }[] = [];
  for (const { path, body } of writes) {
    const payload = path === '/undo' ? { entries: last.map(({ id }) => id) } : body;
    const reply = await bench.app.inject({ method: 'POST', url: `${small.url}${path.replace('019b…', statement)}`, headers, payload });
    expect([path, reply.statusCode < 300]).toEqual([path, true]);
    last = reply.json().entries;
    expect(last.length).toBeGreaterThan(0);
  }
});

test('each kind that docs/http.md names has its own routes', async () => {
  const named = /under its own name \(([^)]+)\)/.exec(page)?.[1] ?? '';
  const kinds = [...named.matchAll(/`(\w+)`/g)].map(([, kind]) => kind);
  expect(kinds.sort()).toEqual(KIND_NAMES.filter((kind) => !['case', 'source', 'destruction'].includes(kind)).sort());
  for (const kind of kinds) expect(bench.app.hasRoute({ method: 'POST', url: `/api/cases/:caseId/${kind}` })).toBe(true);
});
