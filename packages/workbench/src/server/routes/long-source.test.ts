import { afterAll, expect, it } from 'vitest';
import { startBench } from '../server.test-support.ts';

const bench = await startBench();
afterAll(() => bench.close());

it('answers others while a long text is read', async () => {
  const { body } = await bench.call('POST', '/api/cases', { title: { en: 'Ferries' } });
  const { caseId } = body as { caseId: string };
  const text = `${'Shops in the old town stayed shut, and the harbour was quiet for most of the day.\n'.repeat(8_000)}The envoy said that it was over.\n`;
  // The thread is started before, as it is in a server that has run for a while.
  await bench.call('POST', `/api/cases/${caseId}/sources`, { text: text.slice(0, 20_000), title: 'Short' });

  const start = performance.now();
  let tookMs = Number.POSITIVE_INFINITY;
  const adding = bench.call('POST', `/api/cases/${caseId}/sources`, { text, title: 'Long' }).then((reply) => {
    tookMs = performance.now() - start;
    return reply;
  });
  const answers: number[] = [];
  while (tookMs === Number.POSITIVE_INFINITY) {
    const asked = performance.now();
    expect((await bench.call('GET', '/api/cases')).status).toBe(200);
    answers.push(performance.now() - asked);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect((await adding).status).toBe(201);
  expect((await adding).body).toMatchObject({ suggested: 1 });
  // Read in this thread, the first question would wait for all of it.
  expect(Math.max(...answers)).toBeLessThan(tookMs / 2);
}, 60_000);
