import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeApi } from './describe-api.ts';
import { type Bench, startBench } from './server.test-support.ts';

interface Operation {
  operationId?: string;
  summary?: string;
  tags?: string[];
  responses: Record<string, unknown>;
}
interface Document {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, unknown> };
}

let bench: Bench;
let document: Document;
beforeAll(async () => {
  bench = await startBench();
  document = (await bench.call('GET', '/api/openapi.json')).body;
});
afterAll(() => bench.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => ({ path, method, one })));

test('docs/openapi.json is what the routes say; after a change run: node --conditions=parley scripts/openapi.ts', async () => {
  const published = readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8');
  // Compared as lines, so that a difference is shown as one.
  expect((await describeApi()).split('\n')).toEqual(published.split('\n'));
});

test('every route is in the document, with a summary, a name of its own and its errors', () => {
  const names = operations().map(({ one }) => one.operationId);
  expect(names.length).toBeGreaterThan(60);
  expect(new Set(names).size).toBe(names.length);
  for (const { path, method, one } of operations()) {
    expect([path, method, one.summary?.length ?? 0]).toSatisfy(([, , length]) => length > 10);
    expect(Object.keys(one.responses), `${method} ${path}`).toEqual(expect.arrayContaining(['400', '401', '404', '500']));
  }
});

test('no route of the server is left out of the document', () => {
  const registered = [...bench.app.printRoutes({ commonPrefix: false }).matchAll(/ \(([A-Z, ]+)\)$/gm)]
    .flatMap(([, methods = '']) => methods.split(', '))
    .filter((method) => method !== 'HEAD');
  // The document itself, the launch link and the files of the browser app are no part of it.
  expect(registered.length - 3).toBe(operations().length);
});

test('it is OpenAPI 3.1, and every schema it refers to is there and used', () => {
  expect(document.openapi).toBe('3.1.0');
  const named = new Set([...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name));
  expect([...named].filter((name) => !(`${name}` in document.components.schemas))).toEqual([]);
  const unused = Object.keys(document.components.schemas).filter((name) => !named.has(name));
  expect(unused).toEqual(['EntriesEvent']);
});
