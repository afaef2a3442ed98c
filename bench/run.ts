/**
 * Runs the benchmarks: `npm run bench` all, `npm run bench -- NAME` one, `--json` prints one object of figures.
 *
 * Each module of this folder that exports `run` is a benchmark; it is run in a process of its own,
 * so that one's memory and warmed-up code do not count for another.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Figures = Record<string, number | string>;

const here = fileURLToPath(new URL('.', import.meta.url));
const args = process.argv.slice(2);
const json = args.includes('--json');
const inside = args.includes('--inside');
const names = args.filter((arg) => !arg.startsWith('--'));

if (inside) {
  const { run } = (await import(new URL(`${names[0]}.ts`, import.meta.url).href)) as { run: () => Promise<Figures> };
  process.stdout.write(JSON.stringify(await run()));
} else {
  const known = readdirSync(here)
    .filter((file) => file.endsWith('.ts') && !['run.ts'].includes(file) && !file.startsWith('_') && !file.endsWith('.test.ts'))
    .map((file) => basename(file, '.ts'));
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) {
    console.error(`bench: there is no benchmark "${unknown}"; there are: ${known.join(', ')}`);
    process.exit(2);
  }
  const all: Record<string, Figures> = {};
  for (const name of names.length > 0 ? names : known) {
    // The nursery that `parley read` and `parley add` have, in packages/workbench/bin/parley.js.
    const nursery = name === 'reader' ? ['--max-semi-space-size=4'] : [];
    const child = spawnSync(
      process.execPath,
      ['--expose-gc', ...nursery, '--conditions=parley', fileURLToPath(import.meta.url), name, '--inside'],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      },
    );
    if (child.status !== 0) process.exit(child.status ?? 1);
    const figures = JSON.parse(child.stdout) as Figures;
    all[name] = figures;
    if (!json) {
      console.log(`\n${name}`);
      for (const [key, value] of Object.entries(figures)) console.log(`  ${key.padEnd(44)} ${value}`);
    }
  }
  if (json) console.log(JSON.stringify(names.length === 1 ? all[names[0] as string] : all));
}
