import { readFileSync, statSync } from 'node:fs';
import { foldEntries } from '@parley/model';
import { expect, it } from 'vitest';
import { createCaseFile, isEncrypted, openCaseFile } from './index.ts';
import { caseFolder } from './testing/case-folder.ts';
import { NOW, party } from './testing/drafts.ts';
import { spawnWriter } from './testing/spawn-writer.ts';

const files = caseFolder();

it('keeps every acknowledged entry over 20 kills of a writing program', { timeout: 180_000 }, async () => {
  const path = files.path();
  await (await createCaseFile(path, { caseId: 'talks', now: NOW })).close();
  const acknowledged: string[] = [];
  for (let kill = 0; kill < 20; kill += 1) {
    const writer = spawnWriter(path, `w${kill}`);
    // Killed at another moment each time: within the first commit up to within a checkpoint.
    await writer.until(1 + kill * 12);
    writer.process.kill('SIGKILL');
    await writer.ended;
    acknowledged.push(...writer.acknowledged);
  }
  const log = await openCaseFile(path);
  const kept = new Set((await log.read()).map(({ id }) => id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(2000);
  expect((await log.verify()).firstFault).toBeNull();
  await log.close();
});

it('lets two programs write at once, and each is told of the entries of the other within a second', async () => {
  const path = files.path();
  const log = await createCaseFile(path, { caseId: 'talks', now: NOW });
  const seen: number[] = [];
  log.watch((sequence) => seen.push(sequence));

  const writers = [spawnWriter(path, 'bea', 60), spawnWriter(path, 'cleo', 60)];
  for (let number = 0; number < 30; number += 1) {
    await log.append([party(`own-${number}`)], NOW);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await Promise.all(writers.map(({ ended }) => ended));
  await expect.poll(() => seen.at(-1), { timeout: 1000, interval: 20 }).toBe(150);

  const entries = await log.read();
  expect(entries.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
  expect(foldEntries(entries).of('party').size).toBe(150);
  expect(await log.verify()).toMatchObject({ entries: 150, chains: 3, firstFault: null });
  await log.close();
});

it.skipIf(process.platform !== 'linux')('keeps its lock on the file while the file is opened again in the same program', async () => {
  const path = files.path();
  const log = await createCaseFile(path, { caseId: 'talks', now: NOW });
  await log.append([party('before')], NOW);
  expect(sharedLocks(path)).toBe(1);
  await (await openCaseFile(path)).close();
  expect(isEncrypted(path)).toBe(false);
  expect(sharedLocks(path)).toBe(1);
  await log.close();
  expect(sharedLocks(path)).toBe(0);
});

if (process.platform !== 'linux')
  console.warn('processes.test.ts: the test of locks is skipped, because only Linux lists them in /proc/locks');

/** How many locks this program holds on the byte range by which SQLite marks a file as open. */
function sharedLocks(path: string): number {
  const inode = statSync(path).ino;
  const lines = readFileSync('/proc/locks', 'utf8').split('\n');
  return lines.filter((line) => line.includes(` ${process.pid} `) && line.includes(`:${inode} 1073741826 `)).length;
}
