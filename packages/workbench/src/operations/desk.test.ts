import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '@parley/model';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newCase } from './case-session.ts';
import { type Desk, openDesk } from './desk.ts';
import { machineRecorder } from './recorder.ts';

const recorder = machineRecorder('ana');
let folder: string;
let desk: Desk;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-desk-'));
  desk = openDesk({ files: [], folder, recorder });
});
afterEach(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a folder that is not there yet holds no cases', async () => {
  expect(await openDesk({ files: [], folder: join(folder, 'none'), recorder }).files()).toEqual([]);
});

test('a named file that is not there is refused at once', () => {
  expect(() => openDesk({ files: [join(folder, 'none.parley')], folder, recorder })).toThrow(UserError);
});

test('two cases of one title get two files', async () => {
  await desk.create({ en: 'Talks' });
  await desk.create({ en: 'Talks' });
  expect(readdirSync(folder).filter((name) => name.endsWith('.parley'))).toEqual(['talks-2.parley', 'talks.parley']);
});

test('a case made elsewhere while the desk is open turns up, and what is no case file says so', async () => {
  const made = await newCase(join(folder, 'b.parley'), { title: { en: 'B' }, recorder });
  await made.close();
  writeFileSync(join(folder, 'a.parley'), 'this is no case file, it is a note of some length, longer than any header');
  const [a, b] = await desk.files();
  expect(a).toMatchObject({ caseId: null, locked: false });
  expect(a?.fault).toContain('a.parley');
  expect(b).toMatchObject({ caseId: made.caseId, title: { en: 'B' }, fault: null });
  expect((await desk.session(made.caseId)).file).toBe(join(folder, 'b.parley'));
});

test('a locked case is listed without its title, and opens with its passphrase only', async () => {
  const made = await newCase(join(folder, 'secret.parley'), { title: { en: 'Secret' }, passphrase: 'long enough', recorder });
  await made.close();
  expect(await desk.files()).toMatchObject([{ caseId: null, title: null, locked: true, fault: null }]);
  await expect(desk.session(made.caseId)).rejects.toMatchObject({ code: 'unknown' });
  await expect(desk.unlock(made.file, 'another')).rejects.toBeInstanceOf(UserError);
  const session = await desk.unlock(made.file, 'long enough');
  expect(desk.isEncrypted(session)).toBe(true);
  expect(await desk.files()).toMatchObject([{ caseId: made.caseId, title: { en: 'Secret' }, locked: false }]);
});

test('only files of the desk are unlocked', async () => {
  await expect(desk.unlock('/etc/passwd', 'x')).rejects.toMatchObject({ code: 'unknown' });
});

test('of two copies of a case the second says what it is a copy of', async () => {
  const made = await newCase(join(folder, 'a.parley'), { title: { en: 'A' }, recorder });
  await made.close();
  copyFileSync(made.file, join(folder, 'b.parley'));
  const [a, b] = await desk.files();
  expect(a).toMatchObject({ caseId: made.caseId, fault: null });
  expect(b?.fault).toContain('a.parley');
});
