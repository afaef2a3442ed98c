import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportPaths } from './report-paths.ts';

let folder: string;
const inFolder = (name: string): string => join(folder, name);
const found = (...paths: string[]): string[] =>
  reportPaths(paths.map(inFolder)).files.map((file) => relative(folder, file).replaceAll('\\', '/'));

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'parley-paths-'));
  for (const name of [
    'b.txt',
    'a.md',
    'in/d.pdf',
    'in/c.txt',
    'in/.git/e.txt',
    '.hidden.txt',
    'talks.parley',
    'talks.parley-wal',
    'odd[1].txt',
  ]) {
    mkdirSync(dirname(inFolder(name)), { recursive: true });
    writeFileSync(inFolder(name), 'x');
  }
  mkdirSync(inFolder('bare'));
  if (process.platform !== 'win32') symlinkSync(inFolder('in'), inFolder('in/round'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the files behind a path', () => {
  it('of a folder are all within it, by name, without hidden ones, case files and ways back', () => {
    expect(found('.')).toEqual(['a.md', 'b.txt', 'in/c.txt', 'in/d.pdf', 'odd[1].txt']);
  });

  it('of a glob are those that match, in folders below too', () => {
    expect(found('*.txt')).toEqual(['b.txt', 'odd[1].txt']);
    expect(found('i*/*.{pdf,txt}')).toEqual(['in/c.txt', 'in/d.pdf']);
    expect(found('in')).toEqual(['in/c.txt', 'in/d.pdf']);
  });

  it('of a file are itself, though its name looks like a pattern or is hidden, and though it is not there', () => {
    expect(found('odd[1].txt', '.hidden.txt', 'gone.txt')).toEqual(['odd[1].txt', '.hidden.txt', 'gone.txt']);
  });

  it('come once, in the order asked for', () => {
    expect(found('in/d.pdf', 'in', 'in/*.txt')).toEqual(['in/d.pdf', 'in/c.txt']);
  });

  it('are none for a folder without reports and a glob without matches, which is told of each', () => {
    const { files, failed } = reportPaths([inFolder('bare'), inFolder('*.docx'), inFolder('b.txt')]);
    expect(files).toEqual([inFolder('b.txt')]);
    expect(failed.map(({ path }) => path)).toEqual([inFolder('bare'), inFolder('*.docx')]);
    for (const { path, error } of failed) {
      expect(error.message).toContain(path);
      expect(error.cure.length).toBeGreaterThan(10);
    }
  });
});
