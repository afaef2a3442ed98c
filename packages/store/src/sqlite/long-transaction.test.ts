import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { UserError } from '@parley/model';
import { expect, it } from 'vitest';
import { createCaseFile, openCaseFile } from '../index.ts';
import { caseFolder } from '../testing/case-folder.ts';
import { bytesOf, NOW, party, source } from '../testing/drafts.ts';

const files = caseFolder();
const many = (name: string, count = 1000) => Array.from({ length: count }, (_, at) => party(`${name}-${at}`));

it('records many drafts together while others have their turn; who asks of the log meanwhile sees all of them', async () => {
  const log = await createCaseFile(files.path(), { caseId: 'talks', now: NOW });
  const told: number[] = [];
  log.watch((sequence) => told.push(sequence));
  let turns = 0;
  const clock = setInterval(() => turns++, 1);
  const text = 'a report on night ferries';
  const long = log.append([...many('long'), source('s', 'Ferries', text)], NOW, [bytesOf(text)]);
  const [read, next, found] = [log.read(), log.append([party('next')], NOW), log.search('ferries')];
  expect((await long).map(({ sequence }) => sequence)).toEqual(Array.from({ length: 1001 }, (_, at) => at + 1));
  clearInterval(clock);
  expect(turns).toBeGreaterThan(2);
  expect((await read).length).toBeGreaterThanOrEqual(1001);
  expect((await next)[0]?.sequence).toBe(1002);
  expect((await found).map(({ subject }) => subject.id)).toEqual(['s']);
  expect(told).toEqual([1001, 1002]);
  expect(await log.verify()).toMatchObject({ entries: 1002, chains: 1, firstFault: null });
  await log.close();
});

it('records nothing of many drafts where the last does not fit, and goes on', async () => {
  const path = files.path();
  const log = await createCaseFile(path, { caseId: 'talks', now: NOW });
  const drafts = many('long');
  const long = log.append([...drafts, drafts[0] as (typeof drafts)[number]], NOW);
  const next = log.append([party('next')], NOW);
  await expect(long).rejects.toThrow(UserError);
  expect((await next).map(({ sequence }) => sequence)).toEqual([1]);
  void log.append(many('more'), NOW);
  await log.close();
  const again = await openCaseFile(path);
  expect(await again.verify()).toMatchObject({ entries: 1001, firstFault: null });
  await again.close();
});

it('a program killed while it records many drafts has recorded none of them', async () => {
  const path = files.path();
  const log = await createCaseFile(path, { caseId: 'talks', now: NOW });
  await log.append([party('before')], NOW);
  await log.close();
  const writer = spawn(process.execPath, ['--conditions=parley', '--no-warnings', '--input-type=module', '-e', writerOf(path)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // It says so from within its transaction.
  await Promise.race([once(writer.stdout, 'data'), once(writer, 'exit')]);
  writer.kill('SIGKILL');
  if (writer.exitCode === null) await once(writer, 'exit');
  expect(writer.signalCode).toBe('SIGKILL');
  const again = await openCaseFile(path);
  expect((await again.read()).map(({ subject }) => subject.id)).toEqual(['before']);
  expect((await again.verify()).firstFault).toBeNull();
  await again.close();
});

function writerOf(path: string): string {
  const inSources = (name: string): string => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));
  return `
    const { writeSync } = await import('node:fs');
    const { openCaseFile } = await import(${inSources('../index.ts')});
    const { party, NOW } = await import(${inSources('../testing/drafts.ts')});
    const log = await openCaseFile(${JSON.stringify(path)});
    const drafts = Array.from({ length: 20_000 }, (_, at) => ({ ...party('killed-' + at), id: 'killed-' + at }));
    let turns = 0;
    const tick = () => {
      if (++turns === 100) writeSync(1, 'under way');
      setImmediate(tick);
    };
    tick();
    await log.append(drafts, NOW);
    process.exit(1);
  `;
}
