import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '@parley/model';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addSource, addSources } from './add-source.ts';
import { type CaseSession, newCase } from './case-session.ts';
import { machineRecorder, putDraft } from './recorder.ts';

const recorder = machineRecorder('ana');
let folder: string;
let session: CaseSession;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parley-sources-'));
  session = await newCase(join(folder, 'ferries.parley'), { title: { en: 'Ferries' }, recorder });
});
afterEach(async () => {
  await session.close();
  rmSync(folder, { recursive: true, force: true });
});

const HEAD = 'title,published,publisher,url,text\n';
const FIRST = 'Night ferries,2031-02-05,Coast Wire,https://coast.example/1,The Harbour League said that it would accept night ferries.\n';
const SECOND = 'رد,2031-02-06,,,قال متحدث باسم المجلس: «نرفض أي عبّارة ليلية».\n';
const THIRD = 'Pier,2031-02-07,Coast Wire,,The Island Board demanded a lit pier.\n';
const add = (text: string, more: object = {}) =>
  addSources(session, { bytes: new TextEncoder().encode(text), fileName: 'reports.csv', ...more });
const sources = () => [...session.record.of('source').values()].map(({ body }) => body);

describe('a file of several reports', () => {
  it('makes a source of each, with its own details and statements, over the same bytes', async () => {
    const added = await add(HEAD + FIRST + SECOND);
    expect(added).toHaveLength(2);
    expect(sources()).toMatchObject([
      {
        title: 'Night ferries',
        published: '2031-02-05',
        publisher: 'Coast Wire',
        note: 'From https://coast.example/1',
        mediaType: 'text/csv',
      },
      { title: 'رد', published: '2031-02-06', language: 'ar' },
    ]);
    expect(new Set(sources().map(({ bytes }) => bytes.sha256)).size).toBe(1);
    for (const { sourceId, recorded, suggested, figures } of added) {
      const body = session.record.of('source').get(sourceId)?.body;
      const text = new TextDecoder().decode((await session.log.content(body?.text.sha256 ?? '')) ?? undefined);
      const statements = [...session.record.of('statement').values()].filter((one) => one.body.sourceId === sourceId);
      expect(statements).toHaveLength(suggested);
      for (const { start, end, text: words } of statements.flatMap((one) => one.body.content)) expect(text.slice(start, end)).toBe(words);
      expect(recorded).toHaveLength(1 + suggested + figures);
      expect(recorded[0]?.subject).toEqual({ kind: 'source', id: sourceId });
    }
    expect(added[0]?.suggested).toBeGreaterThan(0);
  });

  it('is passed over the second time; of one that grew, only what is new comes in', async () => {
    const [first, second] = await add(HEAD + FIRST + SECOND);
    const before = session.entries.length;
    expect((await add(HEAD + FIRST + SECOND)).map(({ duplicateOf }) => duplicateOf)).toEqual([first?.sourceId, second?.sourceId]);
    expect(session.entries).toHaveLength(before);
    const grown = await add(HEAD + FIRST + THIRD + SECOND + THIRD);
    expect(grown.map(({ duplicateOf }) => duplicateOf)).toEqual([first?.sourceId, null, second?.sourceId, grown[1]?.sourceId]);
    expect(sources().map(({ title }) => title)).toEqual(['Night ferries', 'رد', 'Pier']);
  });

  it('is new in another compartment, which is told nothing of the first', async () => {
    await add(HEAD + FIRST + SECOND);
    await session.commit([putDraft(recorder, 'compartment', 'team', { name: { en: 'Team' }, within: 'public' }, 'public')]);
    expect((await add(HEAD + FIRST + SECOND, { compartment: 'team' })).map(({ duplicateOf }) => duplicateOf)).toEqual([null, null]);
  });

  it('takes no one title, and is no one report; then nothing is recorded', async () => {
    const before = session.entries.length;
    await expect(add(HEAD + FIRST + SECOND, { title: 'All' })).rejects.toThrow('the title "All" for 2 reports');
    await expect(addSource(session, { bytes: new TextEncoder().encode(HEAD + FIRST + SECOND), fileName: 'two.csv' })).rejects.toThrow(
      'two.csv holds 2',
    );
    await expect(add('id,when\n1,2031\n')).rejects.toThrow(UserError);
    expect(session.entries).toHaveLength(before);
  });
});

it('the same file added twice at once makes one source', async () => {
  const text = Array.from({ length: 150 }, (_, day) => `The Harbour League said that it would run ferry ${day}.\n`).join('');
  const twice = await Promise.all([1, 2].map(() => add(text, { fileName: 'long.txt' })));
  const added = twice.flat();
  expect(session.record.of('source').size).toBe(1);
  expect(added.map(({ duplicateOf }) => duplicateOf === null)).toEqual([true, false]);
  expect(added[1]?.duplicateOf).toBe(added[0]?.sourceId);
  // Enough to be recorded step by step.
  expect(added[0]?.recorded.length).toBeGreaterThan(200);
  expect(session.record.of('statement').size).toBe(added[0]?.suggested);
});
