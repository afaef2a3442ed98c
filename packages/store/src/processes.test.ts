import { foldEntries } from '@parley/model';
import { expect, it } from 'vitest';
import { createCaseFile, openCaseFile } from './index.ts';
import { caseFolder } from './testing/case-folder.ts';
import { NOW, party } from './testing/drafts.ts';
import { spawnWriter } from './testing/spawn-writer.ts';

const files = caseFolder();

it('keeps every acknowledged entry over 20 kills of a writing program', { timeout: 60_000 }, async () => {
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

it('keeps its locks while the file is opened again in the same program and closed in another', async () => {
  const path = files.path();
  const log = await createCaseFile(path, { caseId: 'talks', now: NOW });
  await log.append([party('before')], NOW);
  await (await openCaseFile(path)).close();
  const log2 = await openCaseFile(path, { readOnly: true });
  // Had the locks gone, this program would take the WAL away from under the first connection.
  await spawnWriter(path, 'bea', 1).ended;
  await log.append([party('after')], NOW);
  await spawnWriter(path, 'cleo', 1).ended;
  await log2.close();
  await log.close();

  const again = await openCaseFile(path);
  expect((await again.read()).map(({ subject }) => subject.id)).toEqual(['before', 'bea-0', 'after', 'cleo-0']);
  await again.close();
});
