import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { ROOT } from './run.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function check(files: Record<string, string>): { code: number | null; text: string } {
  const folder = mkdtempSync(join(tmpdir(), 'parley-imports-'));
  folders.push(folder);
  const names = new Set(Object.keys(files).map((file) => file.split('/')[1] as string));
  mkdirSync(join(folder, 'node_modules/@parley'), { recursive: true });
  for (const name of names) {
    const manifest = { name: `@parley/${name}`, type: 'module', exports: { '.': { parley: './src/index.ts' } } };
    mkdirSync(join(folder, 'packages', name), { recursive: true });
    writeFileSync(join(folder, 'packages', name, 'package.json'), JSON.stringify(manifest));
    symlinkSync(join(folder, 'packages', name), join(folder, 'node_modules/@parley', name));
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const done = spawnSync(process.execPath, [join(ROOT, 'scripts/check-imports.ts'), folder], { encoding: 'utf8' });
  return { code: done.status, text: done.stdout + done.stderr };
}

const MODEL = { 'packages/model/src/index.ts': 'export const a = 1;\n' };

describe('the gate on imports', () => {
  it('lets through what the rules allow', () => {
    const { code, text } = check({ ...MODEL, 'packages/store/src/index.ts': "import { a } from '@parley/model';\nexport const b = a;\n" });
    expect(text).toContain('0 violations');
    expect(code).toBe(0);
  });

  it.each([
    [
      'the store reaching for the reader',
      'store',
      "import { a } from '@parley/reader';\nexport const b = a;\n",
      'store-imports-only-model',
    ],
    ['the browser app reaching for the store', 'web', "import { a } from '@parley/reader';\nexport const b = a;\n", 'web-imports-only'],
    [
      'a pure package reaching for Node',
      'methods',
      "import { readFileSync } from 'node:fs';\nexport const b = readFileSync;\n",
      'pure-packages-know-no-node',
    ],
    [
      'an import that does not resolve',
      'store',
      "import { a } from 'no-such-package';\nexport const b = a;\n",
      'no-import-that-does-not-resolve',
    ],
    [
      'a type reached for past the door',
      'store',
      "import type { A } from '../../model/src/inner.ts';\nexport type B = A;\n",
      'packages-by-their-name',
    ],
  ])('bites on %s', (_, name, text, rule) => {
    const found = check({
      ...MODEL,
      'packages/model/src/inner.ts': 'export type A = 1;\n',
      'packages/reader/src/index.ts': 'export const a = 1;\n',
      [`packages/${name}/src/index.ts`]: text,
    });
    expect(found.text).toContain(rule);
    expect(found.code).toBe(1);
  });

  it('bites on the model importing anything of ours, and on a circle', () => {
    const ours = check({
      'packages/model/src/index.ts': "export { a } from '@parley/reader';\n",
      'packages/reader/src/index.ts': 'export const a = 1;\n',
    });
    expect(ours.text).toContain('model-imports-only-nothing-of-ours');
    const circle = check({
      'packages/model/src/index.ts': "export { b } from './b.ts';\nexport const a = 1;\n",
      'packages/model/src/b.ts': "import { a } from './index.ts';\nexport const b = a;\n",
    });
    expect(circle.text).toContain('no-circles');
    expect([ours.code, circle.code]).toEqual([1, 1]);
  });

  it('says so where it saw nothing, instead of passing', () => {
    const { code, text } = check({ ...MODEL, 'packages/store/src/readme.txt': 'no code here' });
    expect(text).toContain('no module was seen in packages/store/src');
    expect(code).toBe(1);
  });
});
