import { type ChildProcess, spawn } from 'node:child_process';
import { copyFileSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../packages/workbench/src/cli/program.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MAIN = join(ROOT, 'packages/workbench/src/cli/main.ts');
const REPORTS = join(ROOT, 'examples/worked/lake-ulvessa/reports');
const PUBLISHED = join(ROOT, 'examples/published');

/** The `npx parley …` lines of a page's sh blocks, in order; a line that ends in a backslash goes on. */
function commandsIn(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map((block) => block[1] ?? '');
  return blocks.flatMap((block) => block.replaceAll('\\\n', ' ').split('\n')).filter((line) => line.startsWith('npx parley '));
}

/** Runs every command of each page in order, in one folder a page, as a reader would who follows it. */
function runCommandsOf(pages: readonly string[]): void {
  describe.each(pages)('%s', (page) => {
    let folder: string;
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'parley-docs-'));
      // The files that the pages speak of.
      copyFileSync(join(REPORTS, 'wire-0305.txt'), join(folder, 'report.txt'));
      copyFileSync(join(REPORTS, 'courier-analysis-0408.html'), join(folder, 'second-report.html'));
      copyFileSync(join(REPORTS, 'note-channel-a-0503.md'), join(folder, 'note.md'));
      copyFileSync(join(PUBLISHED, 'exchange-three-by-three/exchange.json'), join(folder, 'exchange.json'));
      copyFileSync(join(PUBLISHED, 'exchange-november-2023/schedule.csv'), join(folder, 'schedule.csv'));
      copyFileSync(join(REPORTS, '../bargain.csv'), join(folder, 'talks.csv'));
      copyFileSync(join(ROOT, 'examples/published/division-camp-david-1978/points.csv'), join(folder, 'points.csv'));
      for (const name of ['union-march.geojson', 'council-april.geojson', 'sites.geojson', 'people.csv']) {
        copyFileSync(join(ROOT, 'examples/maps/ulvessa-shore', name), join(folder, name));
      }
      for (const name of ['as-described.kml', 'by-the-letters.wkt']) {
        copyFileSync(join(ROOT, 'examples/maps/naqoura-sea', name), join(folder, name));
      }
      for (const [slug, name] of [
        ['elmira-1991', 'elmira.json'],
        ['syria-iraq', 'syria.json'],
      ] as const) {
        copyFileSync(join(ROOT, 'examples/published', slug, 'conflict.json'), join(folder, name));
      }
      writeFileSync(join(folder, 'passphrase.txt'), 'a passphrase for the docs\n');
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    it.each(commandsIn(readFileSync(join(ROOT, page), 'utf8')))('%s', async (command) => {
      const { code, output } = await run(command, folder);
      expect(code, output).toBe(0);
    });
  });
}

function run(line: string, cwd: string): Promise<{ code: number | null; output: string }> {
  const serves = line.startsWith('npx parley serve');
  // The port that pages speak of may be taken on this machine.
  const command = serves && !line.includes('--port') ? `${line} --port 0` : line;
  const parley = `npx() { shift; "${process.execPath}" --conditions=parley "${MAIN}" "$@"; }`;
  const env = {
    ...process.env,
    PARLEY_HOME: join(cwd, '.home'),
    NODE_NO_WARNINGS: '1',
    NODE_COMPILE_CACHE: join(tmpdir(), 'parley-compile-cache'),
  };
  const child = spawn('sh', ['-c', `trap : INT\n${parley}\n${command}`], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  if (serves) endOnceServing(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

/** What goes on until Ctrl+C gets it, as soon as it has printed its link; the shell has a trap that lets it pass. */
function endOnceServing(child: ChildProcess): void {
  child.stdout?.once('data', () => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  });
}

const PAGES = globSync(['*.md', 'docs/*.md', 'packages/*/README.md'], { cwd: ROOT })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => commandsIn(readFileSync(join(ROOT, path), 'utf8')).length > 0)
  .sort();

describe('the commands of the docs', () => {
  it('are found', () => {
    expect(PAGES).toContain('docs/commands.md');
  });
  runCommandsOf(PAGES);
});

/** Of a command and of those under it. */
function optionsOf({ options, commands }: ReturnType<typeof createProgram>): ReturnType<typeof createProgram>['options'] {
  return [...options, ...commands.flatMap(optionsOf)];
}

describe('docs/commands.md', () => {
  const page = readFileSync(join(ROOT, 'docs/commands.md'), 'utf8');
  const sections = new Map(
    page
      .split(/^### parley /m)
      .slice(1)
      .map((section) => [section.split('\n', 1)[0] ?? '', section]),
  );
  const common = page.slice(0, page.indexOf('## Making a case'));

  it('has a section for each command, and for no other', () => {
    expect([...sections.keys()].sort()).toEqual(
      createProgram()
        .commands.map((command) => command.name())
        .sort(),
    );
  });

  it.each(createProgram().commands.map((command) => [command.name(), command] as const))('names every option of %s', (name, command) => {
    const section = sections.get(name) ?? '';
    for (const { long } of optionsOf(command)) {
      const told = section.includes(String(long)) || common.includes(String(long));
      expect(told, `${long} of parley ${name} is not in docs/commands.md`).toBe(true);
    }
    expect(
      commandsIn(section).some((line) => line.startsWith(`npx parley ${name} `)),
      'an example',
    ).toBe(true);
  });

  it('names no option that is not there', () => {
    for (const [name, section] of sections) {
      const command = createProgram().commands.find((one) => one.name() === name);
      const known = command && optionsOf(command).map(({ long }) => long);
      for (const line of commandsIn(section)) {
        const own = line.startsWith(`npx parley ${name} `) ? line.split(' | ')[0] : '';
        for (const [option] of (own ?? '').matchAll(/(?<= )--[a-z-]+/g)) expect(known).toContain(option);
      }
    }
  });
});
