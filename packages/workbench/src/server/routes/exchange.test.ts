import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readExchange } from '@parley/methods';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeExample } from '../../examples/write-example.ts';
import { type Bench, PORT, startBench, TOKEN } from '../server.test-support.ts';

const LAKE = fileURLToPath(new URL('../../../../../examples/worked/lake-ulvessa', import.meta.url));
const EXCHANGE = '/api/cases/lake-ulvessa/exchange/prisoners-staged';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
  await writeExample(LAKE, join(bench.folder, 'lake.parley'), { author: 'ana' });
  await bench.call('GET', '/api/cases');
});
afterAll(() => bench.close());

interface Answer {
  exchange: { parties: { id: string; name: string }[]; items: { id: string; cost: object; value: object }[]; before: object[] };
  unweighed: { partyId: string; itemIds: string[] }[];
  schedules: { id: string; compartment: string }[];
  used: { kind: string; id: string; hash: string }[];
  compartments: string[];
  result: never;
  lines: { itemId: string; state: string; delivered: number; daysLate: number | null; deliveries: string[] }[];
  error: { code: string; message: string };
}
const get = async (path: string): Promise<{ status: number; body: Answer }> => bench.call('GET', `${EXCHANGE}${path}`);

test('an exchange comes as methods take it: places in an order as the team gave it, nothing else', async () => {
  const { status, body } = await get('/view');
  expect(status).toBe(200);
  expect(body.exchange.parties.map(({ name }) => name)).toEqual(['Ilduvian Union', 'Toldrane Council']);
  const lists = body.exchange.items.find(({ id }) => id === 'lists-low');
  expect(lists).toMatchObject({ giver: 'toldrane', receiver: 'ilduvia', count: 3, cost: { rank: 3 }, value: { rank: 6 } });
  expect(body.exchange.before).toContainEqual({ first: 'mine-maps', next: 'strip', after: 'verification' });
  expect(body.unweighed).toEqual([]);
  expect(body.schedules.map(({ id }) => id)).toEqual(['bridging-paper-order', 'lists-at-once']);
});

test('a result starts in the narrowest compartment of what it used, and names it by its hash', async () => {
  const { body } = await get('/check?scheduleId=bridging-paper-order');
  expect(body.compartments).toEqual(['team']);
  expect(body.used.map(({ kind }) => kind)).toEqual(['exchange', 'weighing', 'weighing', 'schedule']);
  for (const { hash } of body.used) expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test('through the public compartment alone nobody learns that the team weighed anything, or has a schedule', async () => {
  const { body } = await get('/view?compartments=public');
  expect(body.schedules.map(({ id }) => id)).toEqual(['bridging-paper-order']);
  expect(body.unweighed.map(({ partyId }) => partyId)).toEqual(['ilduvia', 'toldrane']);
  expect(body.compartments).toEqual(['public']);
  expect(JSON.stringify(body)).not.toContain('weighed-by');
  const check = await get('/check?scheduleId=bridging-paper-order&compartments=public');
  expect(check.status).toBe(400);
  expect(check.body.error).toMatchObject({ code: 'exchange-unweighed', message: expect.stringContaining('nobody has weighed') });
  // Hidden and not there are one.
  const hidden = await get('/check?scheduleId=lists-at-once&compartments=public');
  expect([hidden.status, hidden.body.error.code]).toEqual([400, 'exchange-unweighed']);
  const ledger = await get('/ledger?scheduleId=lists-at-once&compartments=public');
  const absent = await get('/ledger?scheduleId=none&compartments=public');
  expect([ledger.status, absent.status]).toEqual([404, 404]);
  expect(ledger.body.error.message.replace('lists-at-once', 'none')).toBe(absent.body.error.message);
});

test('before the team knew of it there is no exchange', async () => {
  const { status, body } = await get('/view?knownAt=2024-04-01T00:00:00.000Z');
  expect([status, body.error.code]).toEqual([404, 'unknown']);
});

test('two schedules are checked with the same weighings: lists that cross at one moment need less', async () => {
  const { body } = await get('/compare?scheduleIds=bridging-paper-order,lists-at-once');
  const [paper, ours] = body.result as {
    scheduleId: string;
    check: { safe: boolean; delta: number; firstUnsafe: { step: number } | null };
  }[];
  expect(paper?.check.safe).toBe(false);
  expect(paper?.check.delta).toBeGreaterThan(ours?.check.delta ?? Number.NaN);
});

test('a plan keeps to what it says, and is no worse than any schedule of the case', async () => {
  const { body } = await get('/plan');
  const plan = body.result as { delta: number; exact: boolean; schedule: object[]; check: { broken: object[]; undelivered: object[] } };
  expect(plan.exact).toBe(true);
  expect([plan.check.broken, plan.check.undelivered]).toEqual([[], []]);
  const compared = (await get('/compare?scheduleIds=bridging-paper-order')).body.result as { check: { delta: number } }[];
  expect(plan.delta).toBeLessThanOrEqual(compared[0]?.check.delta ?? Number.NaN);
});

test('the ledger up to a day lies beside the plan: what crossed, what came late, what is withheld', async () => {
  const { body } = await get('/ledger?scheduleId=bridging-paper-order&heldOn=2024-06-30');
  expect(body.lines.slice(0, 4)).toMatchObject([
    { itemId: 'wounded-low', state: 'delivered', delivered: 1, daysLate: 0, deliveries: ['crossed-low-0624'] },
    { itemId: 'wounded-high', state: 'delivered', delivered: 1, daysLate: 0 },
    { itemId: 'mine-maps', state: 'withheld', delivered: 1, daysLate: 3, deliveries: ['sheet-one-0627', 'sheet-two-0627'] },
    { itemId: 'strip', state: 'notYet', delivered: 0, daysLate: 0 },
  ]);
  const before = await get('/ledger?scheduleId=bridging-paper-order&heldOn=2024-06-25');
  expect(before.body.lines.map(({ state }) => state).slice(0, 3)).toEqual(['delivered', 'notYet', 'notYet']);
  expect(JSON.stringify(before.body)).not.toContain('sheet-two');
});

test('a schedule of another exchange and one that goes back in days are refused', async () => {
  const body = {
    exchangeId: 'prisoners-staged',
    title: { en: 'Back' },
    steps: [5, 2].map((day) => ({ day, deliver: [{ itemId: 'strip' }] })),
  };
  const refused = (await bench.call('POST', '/api/cases/lake-ulvessa/schedule', { body })) as { status: number; body: Answer };
  expect([refused.status, refused.body.error.message]).toEqual([400, expect.stringContaining('step 2 is on D+2, before step 1 on D+5')]);
  const unknown = await get('/check?scheduleId=none');
  expect([unknown.status, unknown.body.error.code]).toEqual([404, 'unknown']);
});

test('what holds of a schedule for all values, and what would make it safe, the least costly first', async () => {
  const robust = (await get('/robust?scheduleId=bridging-paper-order&seed=7')).body.result as {
    safeForAll: boolean;
    deltaForAll: number;
    samples: number;
  };
  expect(robust).toMatchObject({ safeForAll: false, deltaForAll: 2, samples: 1000 });
  const { body } = await get('/remedy?scheduleId=bridging-paper-order');
  const { remedies, lastTranche } = body.result as {
    remedies: { kind: string; cost: number; delta: number }[];
    lastTranche: { party: string };
  };
  expect(remedies.map(({ cost }) => cost)).toEqual(remedies.map(({ cost }) => cost).sort((a, b) => a - b));
  expect(remedies.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['reorder', 'deposit', 'furtherPhase']));
  expect(lastTranche).toMatchObject({ party: 'ilduvia' });
  expect(body.compartments).toEqual(['team']);
});

test('a schedule goes out as a calendar and an annex without what it weighs, and as a table with it', async () => {
  const file = (name: string, more = '') =>
    bench.app.inject({
      url: `${EXCHANGE}/export/${name}?scheduleId=bridging-paper-order${more}`,
      headers: { host: `127.0.0.1:${PORT}`, authorization: `Bearer ${TOKEN}` },
    });
  const calendar = await file('schedule.ics', '&compartments=public');
  expect(calendar.headers['content-type']).toContain('text/calendar');
  expect(calendar.body).toContain('DTSTART;VALUE=DATE:20240624');
  const annex = await file('annex.docx', '&compartments=public');
  expect([annex.statusCode, annex.rawPayload.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  const table = await file('schedule.csv');
  expect(table.body.split('\r\n')[1]).toContain('rank');
  expect((await file('schedule.csv', '&compartments=public')).statusCode).toBe(400);
  const json = (await file('schedule.json')).json() as object;
  // What goes out is read back as the same exchange.
  expect(readExchange(json).schedule).toHaveLength(11);
});

test('a schedule that is older than the terms says what it delivers that is there no more', async () => {
  const kept = (await bench.call('GET', EXCHANGE)) as { body: { body: { items: { id: string; count: number }[] } } };
  const items = kept.body.body.items.map((item) => (item.id === 'lists-low' ? { ...item, count: 2 } : item));
  expect((await bench.call('PUT', EXCHANGE, { body: { ...kept.body.body, items } })).status).toBe(200);
  const { status, body } = await get('/check?scheduleId=bridging-paper-order');
  expect([status, body.error.message]).toEqual([400, 'step 10 delivers 1 of "lists-low", of which 0 are left']);
});
