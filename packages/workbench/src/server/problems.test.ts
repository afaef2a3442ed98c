import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Bench, PORT, refusal, smallCase, startBench, TOKEN } from './server.test-support.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

const headers = { host: `127.0.0.1:${PORT}`, authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };

test('a request that does not fit names the field and the value', async () => {
  const { url } = await smallCase(bench);
  const day = await refusal(bench.call('GET', `${url}/table?heldOn=2031-02-30`));
  expect(day).toMatchObject({ status: 400, code: 'invalid' });
  expect(day.message).toContain('heldOn');
  expect(day.message).toContain('2031-02-30');
  const status = await refusal(bench.call('GET', `${url}/statements?status=maybe`));
  expect(status.message).toMatch(/status: .*"maybe"/);
  const party = await refusal(bench.call('POST', `${url}/party`, { body: { name: { 'not a tag': 'X' } } }));
  expect(party.message).toContain('body.name');
  const empty = await refusal(bench.call('POST', `${url}/party`, {}));
  expect(empty.message).toContain('body');
});

test('what is not JSON, not well-formed or too large is refused in the same shape', async () => {
  const text = await bench.app.inject({
    method: 'POST',
    url: '/api/cases',
    headers: { ...headers, 'content-type': 'text/plain' },
    payload: '{}',
  });
  expect([text.statusCode, text.json().error.code]).toEqual([415, 'mediaType']);
  const broken = await bench.app.inject({ method: 'POST', url: '/api/cases', headers, payload: '{"title": {' });
  expect([broken.statusCode, broken.json().error.code]).toEqual([400, 'invalid']);
  const large = await bench.app.inject({
    method: 'POST',
    url: '/api/cases',
    headers,
    payload: JSON.stringify({ x: 'x'.repeat(9 * 1024 * 1024) }),
  });
  expect([large.statusCode, large.json().error.code]).toEqual([413, 'tooLarge']);
  const address = await bench.app.inject({ url: '/api/cases/%E0%A4%A', headers });
  expect(address.statusCode).toBe(400);
  expect(address.json().error.message).not.toBe('');
});

test('a fault of ours gives a reference and no details, and logs nothing of the case', async () => {
  const { url, caseId } = await smallCase(bench);
  const session = await bench.desk.session(caseId);
  const search = session.log.search;
  session.log.search = () => {
    throw new Error('the withdrawal line at Qasr');
  };
  const { status, message } = await refusal(bench.call('GET', `${url}/search?q=withdrawal`));
  session.log.search = search;
  expect(status).toBe(500);
  expect(message).not.toMatch(/withdrawal|Qasr/);
  const reference = /reference (\S+)\)/.exec(message)?.[1] ?? 'none';
  expect(bench.logged.filter((line) => line.includes(reference))).toHaveLength(1);
  const logged = bench.logged.join('\n');
  expect(logged).toContain('/api/cases/:caseId/search');
  expect(logged).toContain('problems.test.ts');
  expect(logged).not.toMatch(/withdrawal|Qasr/);
  expect(logged).not.toContain(caseId);
});
