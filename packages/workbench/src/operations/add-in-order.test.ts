import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '@parley/model';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { addInOrder } from './add-in-order.ts';
import { addSources, type SourceInput } from './add-source.ts';
import { type CaseSession, newCase } from './case-session.ts';
import { type ReadingPool, startReadingPool } from './reading/reading-pool.ts';
import { readHere } from './reading/report-reader.ts';
import { machineRecorder, putDraft } from './recorder.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-pool-'));
/** Hands everything over, however short. */
const pool = startReadingPool({ threads: 2, shortBytes: 0 });
const sessions: CaseSession[] = [];
afterEach(async () => {
  await Promise.all(sessions.splice(0).map((session) => session.close()));
});
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A case with a party and ids that come in order, so that two cases can be compared. */
async function ferries(name: string): Promise<CaseSession> {
  let id = 0;
  const recorder = { ...machineRecorder('ana'), now: () => '2031-03-01T08:00:00.000Z', newId: () => `id-${String(id++).padStart(4, '0')}` };
  const session = await newCase(join(folder, `${name}.parley`), { title: { en: 'Ferries' }, recorder });
  sessions.push(session);
  const party = { name: { en: 'Harbour League' }, aliases: ['league'], factions: [] };
  await session.commit([putDraft(recorder, 'party', 'league', party, 'public')]);
  return session;
}

const report = (text: string, more: Partial<SourceInput> = {}): SourceInput => ({ bytes: new TextEncoder().encode(text), ...more });
const LONG = Array.from({ length: 150 }, (_, day) => `Rain closed the road on day ${day} of the month.\n`).join('');
const REPORTS: SourceInput[] = [
  report(`${LONG}The Harbour League said on Tuesday that it would accept night ferries. More than 300 trucks were waiting.`, {
    published: '2031-02-05',
  }),
  report('“Never,” said the envoy.\n“Not a single ferry.”'),
  report('\0'),
  report(
    'title,published,text\nPier,2031-02-07,The Island Board demanded a pier.\nQuay,2031-02-08,The League denied that it had agreed.\n',
    {
      fileName: 'reports.csv',
    },
  ),
  report('“Never,” said the envoy.\n“Not a single ferry.”'),
  report(`${LONG}The Harbour League said on Tuesday that it would accept night ferries. More than 400 trucks were waiting.`),
  report('Selon l’envoyé, le pont est fermé.\nLe ministre a déclaré que « les bateaux reviendront demain ».', { fileName: 'a.txt' }),
];

async function added(session: CaseSession, inputs: readonly SourceInput[], through: ReadingPool) {
  const files = [];
  for await (const { item, added, mistake } of addInOrder(session, inputs, { inputOf: (input) => input, pool: through }))
    files.push({ place: inputs.indexOf(item), added, mistake: mistake?.message ?? null });
  return files;
}

describe('files read by several threads', () => {
  it('come to the record that each alone would come to, in the order given', async () => {
    const [alone, together] = [await ferries('alone'), await ferries('together')];
    const one = await added(alone, REPORTS, { read: readHere, width: 1, close: async () => {} });
    const several = await added(together, REPORTS, pool);
    expect(several.map(({ place }) => place)).toEqual([0, 1, 2, 3, 4, 5, 6]);
    const told = (files: typeof one) =>
      files.map(({ added, ...file }) => ({ ...file, added: added.map(({ recorded: _, ...source }) => source) }));
    expect(told(several)).toEqual(told(one));
    expect(several[4]?.added[0]?.duplicateOf).toBe(several[1]?.added[0]?.sourceId);
    expect(several[5]?.added[0]?.similar).toHaveLength(1);
    expect(together.entries.map(({ subject, body }) => ({ subject, body }))).toEqual(
      alone.entries.map(({ subject, body }) => ({ subject, body })),
    );
    expect(together.record.of('statement').size).toBeGreaterThan(5);
  });

  it('come to the same record where texts are read while they are recorded', async () => {
    const [alone, late] = [await ferries('whole'), await ferries('late')];
    // Several parts, of which a quotation that is left open holds up the statements.
    const open = `“We shall wait,” the envoy said. “Nobody leaves. More than 20 boats are ready.\n\n“`;
    const long = report(`${LONG.repeat(8)}${open}Not one of the 30 boats sails. `.concat(LONG.repeat(8), REPORTS.length.toString()));
    const latePool = startReadingPool({ threads: 1, shortBytes: Number.POSITIVE_INFINITY, lateBytes: 1 });
    const one = await added(alone, [...REPORTS, long], { read: readHere, width: 1, close: async () => {} });
    const several = await added(late, [...REPORTS, long], latePool);
    await latePool.close();
    const told = (files: typeof one) =>
      files.map(({ added, ...file }) => ({ ...file, added: added.map(({ recorded: _, ...source }) => source) }));
    expect(told(several)).toEqual(told(one));
    expect(several[0]?.added[0]).toMatchObject({ recorded: [], duplicateOf: null });
    expect(late.entries.map(({ subject, body }) => ({ subject, body }))).toEqual(
      alone.entries.map(({ subject, body }) => ({ subject, body })),
    );
  });

  it('name the mistake in a file that cannot be read, and read on', async () => {
    const session = await ferries('mistakes');
    await expect(addSources(session, report('\0'), pool.read)).rejects.toThrow(UserError);
    await expect(addSources(session, report('a,b'), pool.read)).resolves.toHaveLength(1);
    const title = addSources(session, report('title,published,text\nA,2031-02-07,B.\nC,2031-02-07,D.\n', { title: 'Both' }), pool.read);
    await expect(title).rejects.toThrow('the title "Both" for 2 reports in one file');
  });

  it('let this thread do other things meanwhile', async () => {
    let longestWaitMs = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longestWaitMs = Math.max(longestWaitMs, performance.now() - last);
      last = performance.now();
    }, 2);
    const text = 'Shops in the old town stayed shut, and the harbour was quiet for most of the day.\n'.repeat(2000);
    const { reports } = await pool.read({ ...report(text), lexicon: { parties: [], issues: [] }, alone: false });
    const readingMs = await timed(() => readHere({ ...report(text), lexicon: { parties: [], issues: [] }, alone: false }));
    clearInterval(timer);
    expect(reports[0]?.textLength).toBe(text.length);
    expect(longestWaitMs).toBeLessThan(readingMs / 2);
  });
});

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

it('a thread that ends under way is told of, and another takes its place', async () => {
  const small = startReadingPool({ threads: 1, shortBytes: 0 });
  const job = { lexicon: { parties: [], issues: [] }, alone: false };
  const lost = small.read({ ...report(LONG.repeat(250)), ...job });
  setTimeout(() => void small.close(), 50);
  await expect(lost).rejects.toThrow('has ended');
  await expect(small.read({ ...report('The envoy said that it was over.'), ...job })).resolves.toMatchObject({ count: 1 });
  await small.close();
});
