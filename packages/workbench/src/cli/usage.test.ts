import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desktop, newDesktop } from './parley.test-support.ts';
import { createProgram } from './program.ts';

let desktop: Desktop;
beforeAll(() => {
  desktop = newDesktop();
});
afterAll(() => desktop.remove());

describe('help', () => {
  it.each(createProgram().commands.map((command) => [command.name(), command] as const))(
    'of %s has an example of itself',
    (name, command) => {
      let shown = '';
      command.configureOutput({
        writeOut(text) {
          shown += text;
        },
      });
      command.exitOverride();
      expect(() => command.outputHelp()).not.toThrow();
      expect(shown).toMatch(new RegExp(`Example:\\n  parley ${name} `));
      for (const { description } of command.options) expect(description).not.toBe('');
    },
  );
});

describe.concurrent('usage', () => {
  it('prints help and the version on standard output, exit code 0', async () => {
    const [help, version] = await Promise.all([desktop.parley('table', '--help'), desktop.parley('--version')]);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help.stdout).toContain('--held-on');
    expect(version).toMatchObject({ code: 0, stderr: '' });
    expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each<[string[], RegExp]>([
    [[], /Usage: parley/],
    [['tabel'], /^parley: unknown command 'tabel'\n.*table/],
    [['new', 'x.parley', '--title', 'X', '--passphrase'], /^parley: there is no terminal to ask for a passphrase on\n.*PARLEY_PASSPHRASE/],
  ])('%j is the user’s mistake: exit code 2, nothing on standard output', async (args, words) => {
    const { code, stdout, stderr } = await desktop.parley(...args);
    expect(stderr).toMatch(words);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

describe('a mistake names what is at fault', () => {
  it.each<[string[], RegExp]>([
    [['table'], /missing required argument 'file'/],
    [['table', 'x.parley', '--color'], /unknown option '--color'/],
    [['new', 'x.parley'], /--title/],
    [['new', 'no/such/folder.parley', '--title', 'X'], /no\/such/],
    [['new', 'x.parley', '--title', 'X', '--title-lang', 'english!'], /english!/],
  ])('%j', async (args, words) => {
    expect((await desktop.mistakeOf(...args)).message).toMatch(words);
  });
});

it('says under an old Node which one it needs, instead of crashing', () => {
  const old = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.20.2"})';
  const bin = fileURLToPath(new URL('../../bin/parley.js', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, ['--import', old, bin, 'table', 'talks.parley'], { encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^parley: this is Node 20\.20\.2, and Parley needs Node 22 or later\n/);
});
