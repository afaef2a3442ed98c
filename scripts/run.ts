import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The root of the workspace. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Runs a tool of the workspace with its output shown; its exit code. Node's own version is the workspace's. */
export function run(tool: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): number {
  const bin = fileURLToPath(new URL('../node_modules/.bin', import.meta.url));
  const path = `${bin}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`;
  const done = spawnSync(tool, args, {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH: path, ...env },
  });
  if (done.error) throw done.error;
  return done.status ?? 1;
}
