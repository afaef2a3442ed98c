import type { BargainOrders } from '@parley/methods';
import { UserError } from '@parley/model';
import { afterAll, describe, expect, test } from 'vitest';
import { runBargainJob } from './bargain-job.ts';
import { startBargainThreads } from './bargain-threads.ts';

const threads = startBargainThreads({ hereToo: false });
afterAll(() => threads.close());

const issues = ['a', 'b'].map((id) => ({ id, name: id, options: ['1', '2'].map((option) => ({ id: option, name: option })) }));
const orders = (stated: BargainOrders['stated'] = []): BargainOrders => ({
  domain: { issues, parties: ['n', 's'].map((id) => ({ id, name: id })), constraints: [], missingMandates: [] },
  stated,
});
const job = (more: object = {}, stated?: BargainOrders['stated']) =>
  ({ what: 'orders', orders: orders(stated), input: { samples: 200, seed: 3, ...more }, budgetMs: 10_000 }) as const;

/** Seconds of work. */
const long = { ...job({ samples: 300_000 }), orders: { ...orders(), domain: { ...orders().domain, issues: wideIssues() } } };
function wideIssues() {
  return ['a', 'b', 'c', 'd', 'e'].map((id) => ({
    id,
    name: id,
    options: ['1', '2', '3', '4'].map((option) => ({ id: option, name: option })),
  }));
}

describe('threads of the bargain', () => {
  test('answer as it would be answered here', async () => {
    expect(await threads.run(job({ openings: true }))).toEqual(await runBargainJob(job({ openings: true })));
  });

  test('hand on what is wrong as a mistake of the user, and go on', async () => {
    const contrary = [{ partyId: 'n', importance: [{ issueIds: ['a', 'b'] }, { issueIds: ['b', 'a'] }] }];
    const answer = threads.run(job({}, contrary));
    await expect(answer).rejects.toBeInstanceOf(UserError);
    await expect(answer).rejects.toMatchObject({ code: 'contradiction' });
    expect((await threads.run(job())).shares.feasiblePackages).toBe(4);
  });

  test('stop when nobody waits any more, and start anew for the next', async () => {
    const control = new AbortController();
    const ends = expect(threads.run(long, control.signal)).rejects.toMatchObject({ code: 'stopped' });
    setTimeout(() => control.abort(), 100);
    await ends;
    expect((await threads.run(job())).shares.feasiblePackages).toBe(4);
  });

  test('keep to their budget, and say that they were cut off', async () => {
    const { shares } = await threads.run({ ...long, budgetMs: 50 });
    expect(shares.note.complete).toBe(false);
  });

  test('more jobs than threads are all done', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => threads.run(job())));
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(1);
  });
});
