import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, type Ended, newDesktop, REPORT } from './parley.test-support.ts';

let desktop: Desktop;

beforeAll(async () => {
  desktop = newDesktop();
  desktop.write('report.txt', REPORT);
  desktop.write('pass.txt', 'a long passphrase\n');
  await must(desktop.parley('new', 'talks.parley', '--title', 'Ferry talks'));
  await Promise.all([
    must(desktop.parley('issue', 'talks.parley', 'Night ferries', '--id', 'ferries', '--option', 'Allowed')),
    must(desktop.parley('new', 'locked.parley', '--title', 'Locked', '--passphrase-file', 'pass.txt')),
  ]);
});
afterAll(() => desktop.remove());

async function must(running: Promise<Ended>): Promise<Ended> {
  const ended = await running;
  if (ended.code !== 0) throw new Error(ended.stderr);
  return ended;
}

function digestOf(name: string): string {
  return createHash('sha256')
    .update(readFileSync(desktop.path(name)))
    .digest('hex');
}

/** What the user reads: the fault with the value in it, then the cure. Nothing of ours may show, and the case stays as it was. */
async function refused(file: string, args: readonly string[], ...words: (string | RegExp)[]): Promise<Ended> {
  const before = digestOf(file);
  const ended = await desktop.parley(...args);
  expect(ended.code, ended.stderr).toBe(2);
  const [fault, cure] = ended.stderr.split('\n');
  expect(fault).toMatch(/^parley: /);
  for (const word of words) expect(fault).toMatch(word);
  expect(cure?.length).toBeGreaterThan(5);
  expect(ended.stderr).not.toMatch(/\n\s+at /);
  expect(digestOf(file)).toBe(before);
  return ended;
}

describe.concurrent('a report that cannot be read', () => {
  const add = (name: string): Promise<Ended> => refused('talks.parley', ['add', 'talks.parley', name], name);
  it('is empty', () => {
    desktop.write('empty.txt', '');
    return add('empty.txt');
  });
  it('is binary', () => {
    desktop.write(
      'photo.txt',
      Uint8Array.from({ length: 4096 }, (_, place) => (place * 37) % 256),
    );
    return add('photo.txt');
  });
  it('is in another encoding than it says', () => {
    desktop.write(
      'latin.html',
      Buffer.concat([
        Buffer.from('<html><head><meta charset="utf-8"></head><body><p>D'),
        Buffer.from([0xe9, 0x20]),
        Buffer.from('sint</p></body></html>'),
      ]),
    );
    return add('latin.html');
  });
  it('is over 100 MB', async () => {
    desktop.write('huge.txt', '');
    truncateSync(desktop.path('huge.txt'), 101 * 1024 * 1024);
    const { stderr } = await add('huge.txt');
    expect(stderr).toContain('101 MB');
  });
  it('is a device that never ends', async () => {
    if (!existsSync('/dev/zero')) return void console.log('skipped: this machine has no /dev/zero');
    const { stderr } = await refused('talks.parley', ['add', 'talks.parley', '/dev/zero'], '/dev/zero');
    expect(stderr).toContain('100 MB');
  });
  it('is a folder, or is not there', async () => {
    mkdirSync(desktop.path('reports'));
    await Promise.all([add('reports'), add('gone.txt')]);
  });
});

it('HTML with scripts is read without them', async () => {
  desktop.write(
    'page.html',
    `<html><body><script>alert("The League said no.")</script><article><p>${REPORT.replaceAll('\n', '</p><p>')}</p></article></body></html>`,
  );
  const { stdout } = await must(desktop.parley('read', 'page.html', '--text'));
  expect(stdout).toContain('Harbour League');
  expect(stdout).not.toMatch(/alert|<p>/);
});

describe.concurrent('a case file that cannot be opened', () => {
  it('is none', () => refused('report.txt', ['table', 'report.txt'], 'report.txt', 'not a case file'));
  it('is not there', () => refused('talks.parley', ['table', 'none.parley'], 'none.parley'));
  it('is a pipe, which nobody writes to', () => {
    if (process.platform === 'win32') return console.log('skipped: Windows has no mkfifo');
    execFileSync('mkfifo', [desktop.path('pipe.parley')]);
    return refused('talks.parley', ['table', 'pipe.parley'], 'pipe.parley', 'not a case file');
  });
  it('has no name when a new one is made', async () => {
    await refused('talks.parley', ['new', '', '--title', 'X'], '""');
    await refused('talks.parley', ['new', 'folder/', '--title', 'X'], '"folder/"');
  });
  it('is there already when a new one is made', () => refused('talks.parley', ['new', 'talks.parley', '--title', 'Again'], 'talks.parley'));
  it('is cut off', async () => {
    copyFileSync(desktop.path('talks.parley'), desktop.path('cut.parley'));
    truncateSync(desktop.path('cut.parley'), 9000);
    await refused('cut.parley', ['table', 'cut.parley'], 'cut.parley', 'damaged');
  });
  it('is from a newer version', async () => {
    copyFileSync(desktop.path('talks.parley'), desktop.path('newer.parley'));
    change('newer.parley', 'PRAGMA user_version = 999');
    await refused('newer.parley', ['table', 'newer.parley'], 'newer.parley', /newer|999/);
  });
  it('is encrypted: no passphrase, a wrong one, an empty file of one', async () => {
    desktop.write('wrong.txt', 'another passphrase');
    desktop.write('blank.txt', '\n');
    await refused('locked.parley', ['table', 'locked.parley'], 'locked.parley', 'encrypted');
    const { stderr } = await refused(
      'locked.parley',
      ['table', 'locked.parley', '--passphrase-file', 'wrong.txt'],
      'locked.parley',
      'passphrase',
    );
    expect(stderr).not.toContain('another passphrase');
    await refused('locked.parley', ['table', 'locked.parley', '--passphrase-file', 'blank.txt'], 'blank.txt');
    const opened = await desktop.parleyWith(
      { PARLEY_PASSPHRASE: 'a long passphrase' },
      'table',
      'locked.parley',
      '--passphrase-file',
      'pass.txt',
    );
    expect(opened.stdout).toContain('Locked');
  });
});

it('a broken chain is named by its first bad entry', async () => {
  copyFileSync(desktop.path('talks.parley'), desktop.path('forged.parley'));
  change('forged.parley', `UPDATE entries SET body = replace(body, 'Night ferries', 'Day ferries')`);
  const { stdout } = await must(desktop.parley('history', 'talks.parley', 'issue', 'ferries', '--json'));
  const entryId = (JSON.parse(stdout) as { id: string }[])[0]?.id ?? 'none';
  await refused('forged.parley', ['verify', 'forged.parley'], entryId);
  const { code, stdout: json } = await desktop.parley('verify', 'forged.parley', '--json');
  expect(code).toBe(2);
  expect(JSON.parse(json)).toMatchObject({ ok: false, firstFault: { entryId } });
});

// In this process, because that a mistake ends with exit code 2 is shown above.
describe('what does not exist, or is no value', () => {
  it.each<[string[], string]>([
    [['add', 'talks.parley', 'report.txt', '--published', '2031-02-30'], '2031-02-30'],
    [['add', 'talks.parley', 'report.txt', '--reliability', 'G'], 'G'],
    [['add', 'talks.parley', 'report.txt', '--kind', 'note'], 'note'],
    [['add', 'talks.parley', 'report.txt', 'page.html', '--title', 'One for two'], 'One for two'],
    [['table', 'talks.parley', '--compartments', 'nowhere'], 'nowhere'],
    [['table', 'talks.parley', '--held-on', '2031-07'], '2031-07'],
    [['table', 'talks.parley', '--known-at', 'yesterday'], 'yesterday'],
    [['accept', 'talks.parley', 's-404'], 's-404'],
    [['reject', 'talks.parley', 's-404'], 's-404'],
    [['history', 'talks.parley', 'party', 'p-404'], 'p-404'],
    [['history', 'talks.parley', 'treaty', 'p-404'], 'treaty'],
    [['destroy', 'talks.parley', 'e-404', '--reason', 'test'], 'e-404'],
    [['statements', 'talks.parley', '--party', 'The Moon'], 'The Moon'],
    [['issue', 'talks.parley', 'Water', '--kind', 'amount'], 'Water'],
    [['issue', 'talks.parley', 'Night ferries'], 'Night ferries'],
    [['party', 'talks.parley', 'A', '--id', 'no spaces'], 'no spaces'],
    [['export', 'talks.parley', '--format', 'xls', '--out', 'x'], 'xls'],
    [['export', 'talks.parley', '--format', 'json', '--out', 'none/such.json'], 'none/such.json'],
    [['export', 'talks.parley', '--format', 'csv', '--out', 'report.txt'], 'report.txt'],
    [['serve', 'talks.parley', '--port', '70000'], '70000'],
    [['example', 'atlantis', 'a.parley'], 'atlantis'],
  ])('%j', async (args, word) => {
    const before = digestOf('talks.parley');
    const mistake = await desktop.mistakeOf(...args);
    expect(mistake.message).toContain(word);
    expect(mistake.cure.length).toBeGreaterThan(5);
    expect(digestOf('talks.parley')).toBe(before);
  });

  it('a compartment to add to', () =>
    refused('talks.parley', ['add', 'talks.parley', 'report.txt', '--compartment', 'nowhere'], 'report.txt', 'nowhere'));
});

const disk = smallDisk();
if (typeof disk === 'string') console.warn(`bad-input.test.ts: the full disk was skipped, because none can be mounted here: ${disk}`);

describe.skipIf(typeof disk === 'string')('a full disk', () => {
  it('records nothing of the report, and says so', async () => {
    const { folder, unmount } = disk as Exclude<typeof disk, string>;
    try {
      await must(desktop.parley('new', `${folder}/full.parley`, '--title', 'Full'));
      desktop.write('long.txt', `${REPORT}\n\n${'words on end. '.repeat(70_000)}`);
      const { code, stderr } = await desktop.parley('add', `${folder}/full.parley`, 'long.txt');
      expect(code).toBe(2);
      expect(stderr).toMatch(/^parley: .*the disk is full/);
      const { stdout } = await must(desktop.parley('verify', `${folder}/full.parley`, '--json'));
      expect(JSON.parse(stdout)).toMatchObject({ ok: true, entries: 1 });
    } finally {
      unmount();
    }
  });
});

/** A file system of 600 kB; the reason where none can be made. */
function smallDisk(): { folder: string; unmount(): void } | string {
  const folder = mkdtempSync(join(tmpdir(), 'parley-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=600k', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (error) {
    rmSync(folder, { recursive: true });
    return (error as Error).message.split('\n').at(-1) || 'mount failed';
  }
  return {
    folder,
    unmount() {
      execFileSync('umount', [folder], { stdio: 'pipe' });
      rmSync(folder, { recursive: true });
    },
  };
}

function change(name: string, sql: string): void {
  const database = new DatabaseSync(desktop.path(name));
  database.exec(sql);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}
