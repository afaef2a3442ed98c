import { existsSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addTo, type Bench, ok, refusal, type SmallCase, smallCase, startBench, statementOf } from '../server.test-support.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

describe('case files', () => {
  test('a new case makes a file named from its title, which is listed', async () => {
    const made = await bench.call('POST', '/api/cases', { title: { en: 'Harbour / talks' } });
    expect(made).toMatchObject({ status: 201, body: { details: { title: { en: 'Harbour / talks' } }, encrypted: false, sequence: 1 } });
    expect(existsSync(`${bench.folder}/harbour-talks.parley`)).toBe(true);
    const { caseId } = made.body as { caseId: string };
    expect(await ok(bench.call('GET', '/api/cases'))).toMatchObject([{ caseId, title: { en: 'Harbour / talks' }, locked: false }]);
  });

  test('an encrypted case opens with its passphrase and no other', async () => {
    const made = await ok<{ file: string; caseId: string }>(
      bench.call('POST', '/api/cases', { title: { en: 'Secret' }, passphrase: 'long enough' }),
    );
    const second = await startBench({ files: [made.file] });
    expect(await ok(second.call('GET', '/api/cases'))).toMatchObject([{ caseId: null, title: null, locked: true }]);
    expect(await refusal(second.call('GET', `/api/cases/${made.caseId}`))).toMatchObject({ status: 404 });
    const wrong = await refusal(second.call('POST', '/api/cases/open', { file: made.file, passphrase: 'not this one' }));
    expect(wrong).toMatchObject({ status: 401, code: 'wrongPassphrase' });
    expect(wrong.message).not.toContain('not this one');
    expect(await refusal(second.call('POST', '/api/cases/open', { file: made.file }))).toMatchObject({ status: 401 });
    const opened = await ok(second.call('POST', '/api/cases/open', { file: made.file, passphrase: 'long enough' }));
    expect(opened).toMatchObject({ caseId: made.caseId, encrypted: true });
    expect(second.logged).toEqual([]);
    await second.close();
  });

  test('no file that is not on the desk is opened', async () => {
    for (const file of ['/etc/passwd', '../x.parley']) {
      expect(await refusal(bench.call('POST', '/api/cases/open', { file }))).toMatchObject({ status: 404, code: 'unknown' });
    }
    expect(readdirSync(bench.folder)).toEqual(['web']);
  });
});

describe('a case', () => {
  let small: SmallCase;
  beforeEach(async () => {
    small = await smallCase(bench);
  });

  test('the summary counts what is in it, as of an instant', async () => {
    bench.setNow('2031-03-09T08:00:00.000Z');
    await addTo(bench, small.url, 'statement', statementOf(small));
    const now = await ok<{ counts: { accepted: number; suggested: number } }>(bench.call('GET', small.url));
    expect(now).toMatchObject({
      counts: { parties: 2, issues: 1, sources: 1, accepted: 1 },
      receivedAt: ['2031-03-01T08:00:00.000Z', '2031-03-09T08:00:00.000Z'],
    });
    expect(now.counts.suggested).toBeGreaterThan(0);
    const then = await ok(bench.call('GET', `${small.url}?knownAt=2031-03-05T00:00:00.000Z`));
    expect(then).toMatchObject({ counts: { accepted: 0, sources: 1 } });
    expect(await ok(bench.call('GET', `${small.url}?knownAt=2031-02-01T00:00:00.000Z`))).toMatchObject({ counts: { parties: 0 } });
  });

  test('the chains are checked', async () => {
    const report = await ok<{ entries: number }>(bench.call('GET', `${small.url}/verify`));
    expect(report).toMatchObject({ chains: 1, destroyed: 0, firstFault: null });
    expect(report.entries).toBeGreaterThan(4);
  });

  test('undo puts back what held before, and is refused once the subject changed again', async () => {
    const change = (name: string) =>
      ok<{ entries: { id: string }[] }>(bench.call('PUT', `${small.url}/party/${small.north}`, { body: { name: { en: name } } }));
    const first = await change('Council of the North');
    await change('The Council');
    const conflict = await refusal(bench.call('POST', `${small.url}/undo`, { entries: first.entries.map(({ id }) => id) }));
    expect(conflict).toMatchObject({ status: 409, code: 'conflict' });
    const last = await change('Once more');
    expect((await bench.call('POST', `${small.url}/undo`, { entries: last.entries.map(({ id }) => id) })).status).toBe(200);
    expect(await ok(bench.call('GET', `${small.url}/party/${small.north}`))).toMatchObject({ body: { name: { en: 'The Council' } } });
    expect(await refusal(bench.call('POST', `${small.url}/undo`, { entries: ['none'] }))).toMatchObject({ status: 404 });
  });

  test('a case that is not there is unknown on every route', async () => {
    for (const path of [
      '',
      '/table',
      '/sources',
      '/statements',
      '/figures',
      '/search?q=x',
      '/party',
      '/verify',
      '/events',
      '/export/case.json',
    ]) {
      expect([path, await refusal(bench.call('GET', `/api/cases/none${path}`))]).toMatchObject([path, { status: 404, code: 'unknown' }]);
    }
  });
});
