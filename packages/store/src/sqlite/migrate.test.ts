import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { UserError } from '@parley/model';
import { expect, it } from 'vitest';
import { createCaseFile, openCaseFile } from '../index.ts';
import { caseFolder } from '../testing/case-folder.ts';
import { NOW, party } from '../testing/drafts.ts';
import { connect } from './connection.ts';
import { keyOf } from './encryption.ts';
import { formatOf, migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';

const files = caseFolder();
const NEXT = [...MIGRATIONS, ['ALTER TABLE entries ADD COLUMN note TEXT', "INSERT INTO meta VALUES ('note', 'moved on')"]];

async function caseFile(passphrase?: string): Promise<string> {
  const path = files.path();
  const log = await createCaseFile(path, { caseId: 'talks', now: NOW, ...(passphrase === undefined ? {} : { passphrase }) });
  await log.append([party('a'), party('b')], NOW);
  await log.close();
  return path;
}

it('brings an older file up to date and keeps a copy of it as it was', async () => {
  const path = await caseFile();
  const before = readFileSync(path);
  const database = connect(path, { key: null, mustExist: true });
  const backup = migrate(database, path, NEXT);
  expect(backup).toBe(`${path}.v${MIGRATIONS.length}-backup`);
  expect(formatOf(database)).toBe(NEXT.length);
  expect(database.prepare<[], string>("SELECT value FROM meta WHERE key = 'note'").pluck().get()).toBe('moved on');
  expect(migrate(database, path, NEXT)).toBeNull();
  database.close();

  expect(readFileSync(backup ?? '').equals(before)).toBe(true);
  const log = await openCaseFile(backup ?? '');
  expect(await log.read()).toHaveLength(2);
  await log.close();
});

it('copies an encrypted file encrypted, with what is still in its WAL', async () => {
  const path = await caseFile('secret');
  const open = await openCaseFile(path, { passphrase: 'secret' });
  await open.append([party('in-the-wal')], NOW);
  const database = connect(path, { key: await keyOf('secret', readFileSync(path).subarray(0, 16)), mustExist: true });
  const backup = migrate(database, path, NEXT) ?? '';
  database.close();
  await open.close();
  const log = await openCaseFile(backup, { passphrase: 'secret' });
  expect((await log.read()).map(({ subject }) => subject.id)).toEqual(['a', 'b', 'in-the-wal']);
  await log.close();
});

it('never writes over an earlier copy', async () => {
  const path = await caseFile();
  writeFileSync(`${path}.v${MIGRATIONS.length}-backup`, 'kept from before');
  const database = connect(path, { key: null, mustExist: true });
  expect(migrate(database, path, NEXT)).toBe(`${path}.v${MIGRATIONS.length}-backup-2`);
  database.close();
  expect(readFileSync(`${path}.v${MIGRATIONS.length}-backup`, 'utf8')).toBe('kept from before');
});

it('leaves the file as it was where a step fails', async () => {
  const path = await caseFile();
  const before = readFileSync(path);
  const database = connect(path, { key: null, mustExist: true });
  expect(() => migrate(database, path, [...MIGRATIONS, ['CREATE TABLE more (x TEXT)', 'no such statement']])).toThrow();
  expect(formatOf(database)).toBe(MIGRATIONS.length);
  database.close();
  expect(readFileSync(path).equals(before)).toBe(true);
});

it('refuses a file from a newer version, naming both formats, and leaves it as it was', async () => {
  const path = await caseFile();
  const database = connect(path, { key: null, mustExist: true });
  database.pragma('user_version = 47');
  database.close();
  const before = readFileSync(path);
  const error = await openCaseFile(path).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  expect((error as UserError).message).toMatch(new RegExp(`format 47.*format ${MIGRATIONS.length}`));
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(existsSync(`${path}-wal`)).toBe(false);
});
