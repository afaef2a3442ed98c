import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '@parley/model';
import Database from 'better-sqlite3-multiple-ciphers';
import { describe, expect, it } from 'vitest';
import { createCaseFile, isEncrypted, openCaseFile } from './index.ts';
import { caseFolder } from './testing/case-folder.ts';
import { bytesOf, destruction, NOW, party, source, statement } from './testing/drafts.ts';

const files = caseFolder();
const WORDS = 'Zanzibarquokka';
const PASSPHRASE = 'señal azul';

/** A closed case file with a few entries that have `WORDS` in them. */
async function caseFile(options: { passphrase?: string; entries?: number } = {}): Promise<string> {
  const path = files.path();
  const { entries = 200, ...opening } = options;
  const log = await createCaseFile(path, { caseId: 'talks', now: NOW, ...opening });
  const text = `${WORDS} said so. `.repeat(50);
  await log.append([source('s', `${WORDS} report`, text)], NOW, [bytesOf(text)]);
  const drafts = Array.from({ length: entries }, (_, number) => statement(`x${number}`, WORDS, `${WORDS} said thing ${number}`));
  await log.append(drafts, NOW);
  await log.close();
  return path;
}

/** The UserError that `work` throws. */
async function mistake(work: Promise<unknown>): Promise<UserError> {
  const error = await work.then(
    () => new Error('nothing was thrown'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw error;
  expect(error.cure).not.toBe('');
  return error;
}

const beside = (path: string): string[] => readdirSync(dirname(path)).filter((name) => name.includes(path.slice(dirname(path).length + 1)));

describe('a new case file', () => {
  it('is one file once it is closed', async () => {
    const path = await caseFile();
    expect(beside(path)).toEqual([path.split('/').pop()]);
    const log = await openCaseFile(path);
    expect(log.caseId).toBe('talks');
    expect(await log.read()).toHaveLength(201);
    await log.close();
    expect(beside(path)).toHaveLength(1);
  });

  it('is read and written by its owner only', async () => {
    if (process.platform === 'win32') return console.log('skipped: Windows has no such modes');
    const path = files.path();
    const log = await createCaseFile(path, { caseId: 'talks', now: NOW });
    await log.append([party('p', WORDS)], NOW);
    const modes = beside(path).map((name) => [name, (statSync(join(dirname(path), name)).mode & 0o777).toString(8)]);
    expect(modes.length).toBeGreaterThan(1);
    for (const mode of modes) expect(mode).toEqual([mode[0], '600']);
    await log.close();
  });

  it('can be copied alone while it is open, once checkpointed by any close', async () => {
    const path = await caseFile();
    const [kept, brief] = [await openCaseFile(path), await openCaseFile(path)];
    await brief.append([party('late')], NOW);
    await brief.close();
    const copy = files.path();
    copyFileSync(path, copy);
    const log = await openCaseFile(copy);
    expect(await log.read()).toHaveLength(202);
    await log.close();
    await kept.close();
  });

  it('does not replace what is there, and leaves nothing half-made', async () => {
    const path = files.path();
    writeFileSync(path, 'mine');
    expect((await mistake(createCaseFile(path, { caseId: 'talks', now: NOW }))).message).toContain(path);
    expect(readFileSync(path, 'utf8')).toBe('mine');
    const nowhere = join(files.folder, 'no', 'such', 'case.parley');
    expect((await mistake(createCaseFile(nowhere, { caseId: 'talks', now: NOW }))).message).toContain(dirname(nowhere));
    expect((await mistake(createCaseFile(files.path(), { caseId: 'talks', now: NOW, passphrase: '' }))).message).toContain('passphrase');
    expect(readdirSync(files.folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  it('refuses to record where it was opened for reading only', async () => {
    const path = await caseFile();
    const before = readFileSync(path);
    const log = await openCaseFile(path, { readOnly: true });
    expect(await log.read()).toHaveLength(201);
    expect(await log.search(WORDS)).toHaveLength(50);
    expect((await mistake(log.append([party('a')], NOW))).code).toBe('notWritable');
    await log.close();
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(beside(path)).toHaveLength(1);
  });
});

describe('an encrypted case file', () => {
  it('has no word of the case in the file or beside it, and opens with its passphrase however that is composed', async () => {
    const path = await caseFile({ passphrase: PASSPHRASE });
    const log = await openCaseFile(path, { passphrase: PASSPHRASE.normalize('NFD') });
    await log.append([statement('more', WORDS, `${WORDS} said more`)], NOW);
    const names = beside(path);
    expect(names).toContain(`${path.split('/').pop()}-wal`);
    for (const name of names) {
      const bytes = readFileSync(join(dirname(path), name));
      for (const word of [WORDS, WORDS.toLowerCase(), 'SQLite format', 'talks', 'CREATE TABLE']) expect(bytes.includes(word)).toBe(false);
    }
    expect(await log.search(WORDS, { limit: 500 })).toHaveLength(202);
    expect((await log.verify()).firstFault).toBeNull();
    await log.close();
  });

  it('has words in the clear without a passphrase, so that the check above can fail', async () => {
    expect(readFileSync(await caseFile()).includes(WORDS)).toBe(true);
  });

  it('has another key for each file', async () => {
    const [one, two] = [await caseFile({ passphrase: 'same' }), await caseFile({ passphrase: 'same' })];
    expect(readFileSync(one).subarray(0, 16).equals(readFileSync(two).subarray(0, 16))).toBe(false);
  });

  it('tells apart the wrong, the missing and the needless passphrase, and changes nothing', async () => {
    const [closed, open] = [await caseFile({ passphrase: PASSPHRASE }), await caseFile()];
    expect([isEncrypted(closed), isEncrypted(open)]).toEqual([true, false]);
    const before = [readFileSync(closed), readFileSync(open)];
    const wrong = await mistake(openCaseFile(closed, { passphrase: 'not it' }));
    const missing = await mistake(openCaseFile(closed));
    const needless = await mistake(openCaseFile(open, { passphrase: PASSPHRASE }));
    expect([wrong, missing, needless].map(({ code }) => code)).toEqual(['wrongPassphrase', 'passphraseNeeded', 'notEncrypted']);
    expect([wrong.message.includes(closed), missing.message.includes(closed), needless.message.includes(open)]).toEqual([true, true, true]);
    expect([readFileSync(closed).equals(before[0] as Buffer), readFileSync(open).equals(before[1] as Buffer)]).toEqual([true, true]);
  });

  it('notices a changed byte on any page', async () => {
    const path = await caseFile({ passphrase: PASSPHRASE });
    const bytes = readFileSync(path);
    for (let page = 0; page < bytes.length / 4096; page += 7) {
      const spoilt = files.path();
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(page * 4096 + 2000) ^ 1, page * 4096 + 2000);
      writeFileSync(spoilt, changed);
      const error = await mistake(openCaseFile(spoilt, { passphrase: PASSPHRASE }).then((log) => log.verify().finally(() => log.close())));
      expect(['wrongPassphrase', 'damaged']).toContain(error.code);
      expect(error.message).toContain(spoilt);
    }
  });
});

describe('a file that is no case file', () => {
  it.each<[string, () => string | Buffer]>([
    ['empty', () => ''],
    ['a text', () => 'The talks went on. '.repeat(1000)],
    ['a short text', () => 'no'],
    ['a PDF', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(8192, 0xa5)])],
    ['zeros', () => Buffer.alloc(8192)],
    ['another SQLite database', otherDatabase],
  ])('is named when it is %s, and stays as it was', async (_what, make) => {
    const path = files.path();
    writeFileSync(path, make());
    const before = readFileSync(path);
    for (const opening of [{}, { passphrase: 'x' }, { readOnly: true }]) {
      const error = await mistake(openCaseFile(path, opening));
      expect(error).toMatchObject({ code: 'notACaseFile' });
      expect(error.message).toContain(path);
    }
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(beside(path)).toHaveLength(1);
  });

  it('is a folder, or not there at all', async () => {
    const folder = files.path();
    mkdirSync(folder);
    expect((await mistake(openCaseFile(folder))).code).toBe('notACaseFile');
    const nowhere = files.path();
    expect((await mistake(openCaseFile(nowhere))).message).toContain(nowhere);
    expect((await mistake(openCaseFile(join(await caseFile(), 'x.parley')))).code).toBe('unknown');
    expect(existsSync(nowhere)).toBe(false);
  });
});

describe('a damaged case file', () => {
  it.each([
    ['cut off after some pages', (path: string) => truncateSync(path, 5 * 4096)],
    ['cut off in the middle of a page', (path: string) => truncateSync(path, statSync(path).size - 1000)],
    ['cut off in its header', (path: string) => truncateSync(path, 60)],
    ['without its first page of tables', (path: string) => overwrite(path, 100, Buffer.alloc(3000, 0xee))],
    ['with a page of zeros', (path: string) => overwrite(path, 3 * 4096, Buffer.alloc(4096))],
    ['with a page of noise', (path: string) => overwrite(path, 6 * 4096, Buffer.alloc(4096, 0x5a))],
  ])('is told of when %s, and stays as it was', async (_what, damage) => {
    for (const passphrase of [undefined, PASSPHRASE]) {
      const path = await caseFile(passphrase === undefined ? {} : { passphrase });
      damage(path);
      const before = readFileSync(path);
      const opened = openCaseFile(path, passphrase === undefined ? {} : { passphrase });
      const error = await mistake(opened.then((log) => log.verify().finally(() => log.close())));
      expect(['damaged', 'wrongPassphrase', 'notACaseFile']).toContain(error.code);
      expect(error.message).toContain(path);
      expect(readFileSync(path).equals(before)).toBe(true);
    }
  });

  it.each([
    [
      'a word of a body',
      `UPDATE entries SET body = replace(body, '${WORDS} said thing 7"', '${WORDS} said thing 8"') WHERE sequence = 9`,
      9,
    ],
    ['a lost entry', 'DELETE FROM entries WHERE sequence = 50', 51],
    ['a moved entry', 'UPDATE entries SET clock_time = clock_time + 1 WHERE sequence = 3', 3],
    ['changed kept bytes', "UPDATE contents SET bytes = CAST('changed' AS BLOB)", 1],
    ['lost kept bytes', 'DELETE FROM contents', 1],
    ['a body that is no JSON', "UPDATE entries SET body = '{' WHERE sequence = 4", null],
  ])('has its first bad entry named: %s', async (_what, sql, sequence) => {
    const path = await caseFile();
    const before = await openCaseFile(path);
    const entries = await before.read();
    await before.close();
    const database = new Database(path);
    database.pragma('foreign_keys = OFF');
    expect(database.prepare(sql).run().changes).toBeGreaterThan(0);
    database.close();

    const log = await openCaseFile(path);
    if (sequence === null) {
      const error = await mistake(log.verify());
      expect(error.message).toContain(entries[3]?.id);
      expect((await mistake(log.read())).message).toContain(path);
    } else {
      expect((await log.verify()).firstFault?.entryId).toBe(entries[sequence - 1]?.id);
    }
    await log.close();
  });
});

describe('destroyed words', () => {
  it('stand nowhere in the file or beside it any more', async () => {
    const path = await caseFile({ entries: 600 });
    const log = await openCaseFile(path);
    const secret = 'Umbrellaxylophone';
    const text = `${secret} was named here. `.repeat(400);
    // Into the middle of pages that split later, and superseded, and found by search.
    const drafts = Array.from({ length: 40 }, (_, number) =>
      statement(`secret${number}`, secret, `${secret} said ${number}`.repeat(1 + (number % 9))),
    );
    const report = source('named', `${secret} report`, text);
    await log.append([report, ...drafts], NOW, [bytesOf(text)]);
    await log.append(
      Array.from({ length: 500 }, (_, number) => statement(`after${number}`, 'Ann', `something else ${number}`)),
      NOW,
    );
    expect(await log.search(secret)).not.toEqual([]);
    const anywhere = () => beside(path).filter((name) => holds(readFileSync(join(dirname(path), name)), secret));
    expect(anywhere()).not.toEqual([]);

    await log.destroy(
      [report, ...drafts].map(({ id }) => destruction(id)),
      NOW,
    );
    expect(anywhere()).toEqual([]);
    expect(await log.search(secret)).toEqual([]);
    expect(await log.search('something', { limit: 1000 })).toHaveLength(500);
    expect(await log.verify()).toMatchObject({ destroyed: 41, firstFault: null });
    await log.close();
    expect(anywhere()).toEqual([]);
  });
});

/** Whether the bytes hold the word, or a beginning of it such as a search index keeps of a word like its neighbour. */
function holds(bytes: Buffer, word: string): boolean {
  return [word, word.toLowerCase(), word.slice(1, 9)].some((form) => bytes.includes(form));
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const all = readFileSync(path);
  bytes.copy(all, at);
  writeFileSync(path, all);
}

function otherDatabase(): Buffer {
  const path = files.path();
  const database = new Database(path);
  database.exec('CREATE TABLE recipes (name TEXT)');
  database.close();
  return readFileSync(path);
}
