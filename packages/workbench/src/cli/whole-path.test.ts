import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, newDesktop, REPORT, SECOND_REPORT } from './parley.test-support.ts';

// One case from its making to its export; each step stands on those before it.
describe('from a report to the table', () => {
  let desktop: Desktop;
  const ok = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await desktop.parley(...args);
    expect(code, stderr).toBe(0);
    return stdout;
  };
  const json = async <T>(...args: string[]): Promise<T> => JSON.parse(await ok(...args)) as T;

  beforeAll(() => {
    desktop = newDesktop();
    desktop.write('report.txt', REPORT);
    desktop.write('second.txt', SECOND_REPORT);
  });
  afterAll(() => desktop.remove());

  it('makes a case that says what to do first', async () => {
    expect(await ok('new', 'talks.parley', '--title', 'Ferry talks')).toContain('a new case');
    const table = await ok('table', 'talks.parley');
    expect(table).toContain('Ferry talks');
    for (const step of ['parley party', 'parley issue', 'parley add']) expect(table).toContain(step);
  });

  it('takes parties, a third party and an issue', async () => {
    await ok('party', 'talks.parley', 'Harbour League', '--id', 'league', '--alias', 'the League', 'League');
    await ok('party', 'talks.parley', 'Island Board', '--id', 'board', '--faction', 'Fishers');
    await ok('party', 'talks.parley', 'Delta Mission', '--third-party', 'mediator');
    const issue = await json<{ id: string; options: { id: string }[] }>(
      'issue',
      'talks.parley',
      'Night ferries',
      '--id',
      'ferries',
      '--option',
      'Allowed',
      'None before summer',
      '--term',
      'night ferry',
      'night ferries',
      '--json',
    );
    expect(issue.id).toBe('ferries');
    expect(issue.options).toHaveLength(2);
  });

  it('reads reports, passes over one that is there, goes on after one that cannot be read', async () => {
    const first = await ok('add', 'talks.parley', 'report.txt', '--publisher', 'The Gazette', '--published', '2031-03-04');
    expect(first).toMatch(/report\.txt: [1-9]\d* statements and 1 figure suggested/);

    desktop.write('empty.txt', '');
    const { code, stdout, stderr } = await desktop.parley(
      'add',
      'talks.parley',
      'report.txt',
      'empty.txt',
      'gone.txt',
      'second.txt',
      '--published',
      '2031-03-05',
      '--json',
    );
    expect(code).toBe(2);
    const { added, failed } = JSON.parse(stdout) as {
      added: { file: string; duplicateOf: string | null }[];
      failed: { file: string; cure: string }[];
    };
    expect(added.map(({ file, duplicateOf }) => [file, duplicateOf !== null])).toEqual([
      ['report.txt', true],
      ['second.txt', false],
    ]);
    expect(failed.map(({ file }) => file)).toEqual(['empty.txt', 'gone.txt']);
    expect(stderr.match(/^parley: /gm)).toHaveLength(2);
  });

  it('counts what is suggested, and shows a position once a person accepts it', async () => {
    const suggested = await json<{ id: string; statement: { content: { text: string }[]; speaker: { partyId?: string } } }[]>(
      'statements',
      'talks.parley',
      '--status',
      'suggested',
      '--json',
    );
    const offer = suggested.find(({ statement }) => statement.content.some(({ text }) => text.includes('accept night ferries')));
    expect(offer?.statement.speaker.partyId).toBe('league');
    expect(await ok('table', 'talks.parley')).toMatch(/\d suggested, to review/);

    await ok(
      'accept',
      'talks.parley',
      offer?.id ?? '',
      '--stance',
      'may-accept',
      '--option',
      'allowed',
      '--from',
      '2031-03-04',
      '--voice',
      'official',
    );
    const table = await ok('table', 'talks.parley', '--held-on', '2031-03-10');
    expect(table).toContain('may accept: Allowed');
    expect(table).toContain('2031-03-04, official, 1 source');
    expect(table).toContain('rejected by none');
    expect(table).not.toContain('\u001b');
    expect(await ok('table', 'talks.parley', '--held-on', '2031-03-01')).not.toContain('may accept: Allowed');
    expect(await ok('table', 'talks.parley', '--known-at', '2020-01-01')).toContain('0 sources');
  });

  it('gives the table as JSON, and lets a reader of its output go early', async () => {
    const table = await json<{ cells: { partyId: string; stances: unknown[] }[] }>(
      'table',
      'talks.parley',
      '--held-on',
      '2031-03-10',
      '--json',
    );
    expect(table.cells.find(({ partyId }) => partyId === 'league')?.stances).toHaveLength(1);
    const { code, stdout, stderr } = await desktop.shell('parley statements talks.parley --json | head -n 1');
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '[\n', stderr: '' });
  });

  it('rejects, finds again, and keeps the history', async () => {
    const [first] = await json<{ id: string }[]>('statements', 'talks.parley', '--status', 'suggested', '--json');
    await ok('reject', 'talks.parley', first?.id ?? '');
    const versions = await json<{ action: string; body: { status: string } }[]>(
      'history',
      'talks.parley',
      'statement',
      first?.id ?? '',
      '--json',
    );
    expect(versions.map(({ body }) => body.status)).toEqual(['suggested', 'rejected']);
    expect(await ok('search', 'talks.parley', 'pier')).toContain('[pier]');
    expect(await ok('figures', 'talks.parley')).toContain('at least 40');
  });

  it('reads a report without a case: the reading alone, offsets into the text as read', async () => {
    const reading = await json<{ statements: { content: { start: number; end: number; text: string }[] }[]; figures: unknown[] }>(
      'read',
      'report.txt',
      '--json',
    );
    const text = await ok('read', 'report.txt', '--text');
    expect(reading.statements.length).toBeGreaterThan(1);
    for (const { content } of reading.statements) for (const span of content) expect(text.slice(span.start, span.end)).toBe(span.text);
    expect(await ok('read', 'report.txt')).toContain('relayed by Radio Delta');
  });

  it('destroys an entry, after which the chain still checks', async () => {
    const [version] = await json<{ id: string }[]>('history', 'talks.parley', 'party', 'board', '--json');
    await ok('destroy', 'talks.parley', version?.id ?? '', '--reason', 'taken down by mistake');
    expect(await json('verify', 'talks.parley', '--json')).toMatchObject({ ok: true, destroyed: 1, firstFault: null });
    expect(readFileSync(desktop.path('talks.parley')).includes('Fishers')).toBe(false);
  });

  it('names what still holds the words of a destroyed source', async () => {
    await ok('new', 'once.parley', '--title', 'Once');
    const { added } = await json<{ added: { sourceId: string; suggested: number }[] }>('add', 'once.parley', 'report.txt', '--json');
    const [source] = await json<{ id: string }[]>('history', 'once.parley', 'source', added[0]?.sourceId ?? '', '--json');
    const statements = await json<{ id: string }[]>('statements', 'once.parley', '--json');
    const destroyed = await json<{ takenFromIt: string[] }>('destroy', 'once.parley', source?.id ?? '', '--reason', 'a name', '--json');
    expect(destroyed.takenFromIt.length).toBeGreaterThanOrEqual(statements.length);
    await ok('destroy', 'once.parley', ...destroyed.takenFromIt, '--reason', 'a name');
    expect(readFileSync(desktop.path('once.parley')).includes('Harbour League')).toBe(false);
  });

  it('exports all formats, refusing to replace a file', async () => {
    await ok('export', 'talks.parley', '--format', 'csv', '--out', 'tables', '--bom');
    for (const name of ['statements', 'positions', 'figures']) {
      expect(readFileSync(desktop.path(`tables/${name}.csv`), 'utf8').startsWith('\ufeff')).toBe(true);
    }
    expect(await json('export', 'talks.parley', '--format', 'json')).toMatchObject({ manifest: { format: 'parley-case' } });
    await ok('export', 'talks.parley', '--format', 'prov', '--out', 'prov.json');
    const before = readFileSync(desktop.path('prov.json'));
    const again = await desktop.parley('export', 'talks.parley', '--format', 'prov', '--out', 'prov.json');
    expect(again.code).toBe(2);
    expect(again.stderr).toContain('--force');
    expect(readFileSync(desktop.path('prov.json')).equals(before)).toBe(true);
  });

  it('leaves one file behind, checkpointed', () => {
    expect(existsSync(desktop.path('talks.parley'))).toBe(true);
    expect(existsSync(desktop.path('talks.parley-wal'))).toBe(false);
  });
});
