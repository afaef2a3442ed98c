/**
 * Opens the workbench on the worked example at http://127.0.0.1:4870, after building what is not
 * built or older than its sources.
 *
 * `node scripts/start.ts [--port PORT]`; what is given is passed on to `parley serve`.
 */
import { accessSync, constants, existsSync, globSync, mkdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT, run } from './run.ts';

const EXAMPLE = 'lake-ulvessa';

if (isStale()) {
  const code = run('node', ['scripts/build.ts']);
  if (code !== 0) process.exit(code);
}
const file = join(demoFolder(), `${EXAMPLE}.parley`);
const { createProgram } = (await import(distUrl('cli/program.js'))) as {
  createProgram(): { parseAsync(args: string[]): Promise<unknown> };
};
if (!existsSync(file)) await createProgram().parseAsync(['node', 'parley', 'example', EXAMPLE, file]);
const open = process.stdout.isTTY && !process.env.CI ? ['--open'] : [];
process.argv.splice(1, process.argv.length, 'parley', 'serve', file, ...open, ...process.argv.slice(2));
// In this process, so that Ctrl+C and a signal from npm reach the server itself.
await import(distUrl('cli/main.js'));

function distUrl(path: string): string {
  return pathToFileURL(join(ROOT, 'packages/workbench/dist', path)).href;
}

/** Whether some package is not built, or has a source newer than its build. */
function isStale(): boolean {
  const newest = (folder: string): number =>
    Math.max(0, ...globSync(`packages/${folder}/{src,public,index.html}{,/**}`, { cwd: ROOT }).map(changedAt));
  const isBehind = (built: string, ...folders: string[]): boolean =>
    changedAt(built) === 0 || folders.some((folder) => newest(folder) > changedAt(built));
  const packages = globSync('packages/*/tsconfig.json', { cwd: ROOT }).map((path) => path.split(/[\\/]/)[1] as string);
  const libraries = packages.filter((name) => name !== 'web');
  return (
    !existsSync(join(ROOT, 'packages/workbench/dist/cli/main.js')) ||
    libraries.some((name) => isBehind(`packages/${name}/tsconfig.tsbuildinfo`, name)) ||
    isBehind('packages/web/dist/index.html', 'web', 'model')
  );
}

function changedAt(path: string): number {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Where the example is kept between starts: in the checkout, or where that is read-only, among the temporary files. */
function demoFolder(): string {
  for (const folder of [join(ROOT, '.parley-demo'), join(tmpdir(), 'parley-demo')]) {
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch (error) {
      if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  }
  throw new Error('neither the checkout nor the folder for temporary files can be written to');
}
