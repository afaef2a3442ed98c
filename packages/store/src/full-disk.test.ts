import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '@parley/model';
import { afterAll, describe, expect, it } from 'vitest';
import { createCaseFile, openCaseFile } from './index.ts';
import { caseFolder } from './testing/case-folder.ts';
import { bytesOf, NOW, party, source } from './testing/drafts.ts';

const files = caseFolder();
const disk = mountSmallDisk();
if (typeof disk === 'string') console.warn(`full-disk.test.ts: skipped, because no small file system can be mounted here: ${disk}`);
const mounted = typeof disk === 'string' ? undefined : disk;
afterAll(() => mounted?.unmount());

describe.skipIf(mounted === undefined)('on a small disk', () => {
  const at = (name: string): string => join(mounted?.folder ?? '', name);
  const filler = at('filler');
  const fill = (): void => {
    // What is left of the disk, to the last page.
    for (const size of [256 * 1024, 16 * 1024, 4096]) {
      for (let number = 0; ; number += 1) {
        try {
          writeFileSync(`${filler}-${size}-${number}`, Buffer.alloc(size), { flag: 'wx' });
        } catch {
          break;
        }
      }
    }
  };
  const free = (named = 'filler'): void => {
    for (const name of readdirSync(mounted?.folder ?? '')) if (name.startsWith(named)) rmSync(at(name));
  };

  it('names the full disk, records nothing of what did not fit, and goes on once there is room', async () => {
    const path = at('full.parley');
    const log = await createCaseFile(path, { caseId: 'talks', now: NOW });
    await log.append([party('a')], NOW);
    fill();
    const text = 'words '.repeat(200_000);
    const attempt = await log.append([party('b'), source('s', 'Large', text)], NOW, [bytesOf(text)]).catch((error: unknown) => error);
    expect(attempt).toBeInstanceOf(UserError);
    expect(attempt).toMatchObject({ code: 'diskFull' });
    expect((attempt as UserError).message).toContain(path);
    expect((await log.read()).map(({ subject }) => subject.id)).toEqual(['a']);
    expect(await log.search('words')).toEqual([]);

    const refused = await createCaseFile(at('new.parley'), { caseId: 'other', now: NOW }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'diskFull' });
    expect(readdirSync(mounted?.folder ?? '').filter((name) => name.includes('new.parley'))).toEqual([]);

    free();
    await log.append([party('c')], NOW);
    await log.close();
    const again = await openCaseFile(path);
    expect((await again.read()).map(({ subject }) => subject.id)).toEqual(['a', 'c']);
    expect((await again.verify()).firstFault).toBeNull();
    await again.close();
    free('full');
  });

  it('loses nothing that was acknowledged until the disk was full, even when closed while it is', async () => {
    const path = at('brim.parley');
    const log = await createCaseFile(path, { caseId: 'talks', now: NOW });
    let acknowledged = 0;
    const outcome = await (async () => {
      for (;;) {
        await log.append(
          Array.from({ length: 50 }, (_, number) => party(`p${acknowledged + number}`, 'x'.repeat(400))),
          NOW,
        );
        acknowledged += 50;
      }
    })().catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 'diskFull' });
    await log.close().catch((error: unknown) => expect(error).toMatchObject({ code: 'diskFull' }));

    // To a larger disk, with what stands beside it.
    const elsewhere = files.path('brim.parley');
    for (const end of ['', '-wal']) {
      if (readdirSync(mounted?.folder ?? '').includes(`brim.parley${end}`)) copyFileSync(`${path}${end}`, `${elsewhere}${end}`);
    }
    const again = await openCaseFile(elsewhere);
    expect(await again.read()).toHaveLength(acknowledged);
    expect((await again.verify()).firstFault).toBeNull();
    await again.close();
    free('brim');
  });

  it('names a disk that cannot be written to', async () => {
    const path = at('fixed.parley');
    await (await createCaseFile(path, { caseId: 'talks', now: NOW })).close();
    mounted?.remount('ro');
    try {
      for (const work of [openCaseFile(path), createCaseFile(at('new.parley'), { caseId: 'talks', now: NOW })]) {
        const error = await work.catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(UserError);
        expect(error).toMatchObject({ code: 'notWritable' });
      }
    } finally {
      mounted?.remount('rw');
    }
  });
});

/** A file system of 4 MB, or the reason why there is none. */
function mountSmallDisk(): { folder: string; remount(mode: 'ro' | 'rw'): void; unmount(): void } | string {
  const folder = join(files.folder, 'disk');
  mkdirSync(folder);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    return (error as Error).message.split('\n').at(-1) || 'mount failed';
  }
  return {
    folder,
    remount: (mode) => void execFileSync('mount', ['-o', `remount,${mode},size=4m`, folder], { stdio: 'pipe' }),
    unmount: () => void execFileSync('umount', [folder], { stdio: 'pipe' }),
  };
}
