import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from '@parley/model';
import { CommanderError } from 'commander';
import { vi } from 'vitest';
import { createProgram } from './program.ts';

// Half of what a short command takes is making JavaScript of the sources.
const NODE_COMPILE_CACHE = join(tmpdir(), 'parley-compile-cache');
const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

/** How a command ended and what it wrote. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder of its own with the `parley` command in it, as a person runs it, under a PARLEY_HOME of its own. */
export interface Desktop {
  readonly folder: string;
  path(name: string): string;
  /** Writes a file; gives its path. */
  write(name: string, content: string | Uint8Array): string;
  parley(...args: string[]): Promise<Ended>;
  parleyWith(env: NodeJS.ProcessEnv, ...args: string[]): Promise<Ended>;
  /** The mistake that a command is refused for, run in this process: a fast way to try many. */
  mistakeOf(...args: string[]): Promise<{ message: string; cure: string }>;
  /** Runs a line of shell in which `parley` is the command. */
  shell(line: string): Promise<Ended>;
  /** Starts a command that goes on, such as `serve`. */
  start(...args: string[]): ChildProcess;
  remove(): void;
}

export function newDesktop(): Desktop {
  const folder = mkdtempSync(join(tmpdir(), 'parley-cli-'));
  const base = { ...process.env, PARLEY_HOME: join(folder, '.home'), COLUMNS: '100', NODE_NO_WARNINGS: '1', NODE_COMPILE_CACHE };
  for (const name of ['PARLEY_PASSPHRASE', 'PARLEY_DEBUG', 'FORCE_COLOR', 'NO_COLOR'] as const) delete (base as NodeJS.ProcessEnv)[name];
  const run = (program: string, args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess =>
    spawn(program, args, { cwd: folder, env: { ...base, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  const node = ['--conditions=parley', MAIN];
  return {
    folder,
    path: (name) => join(folder, name),
    write(name, content) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    parley: (...args) => ended(run(process.execPath, [...node, ...args], {})),
    parleyWith: (env, ...args) => ended(run(process.execPath, [...node, ...args], env)),
    async mistakeOf(...args) {
      // The commands resolve names against the working folder, which threads cannot change.
      const absolute = args.map((arg) => (/\.(parley|txt|html|json)$/.test(arg) ? join(folder, arg) : arg));
      vi.stubEnv('PARLEY_HOME', base.PARLEY_HOME);
      const error: unknown = await createProgram()
        .parseAsync(['node', 'parley', ...absolute])
        .then(
          () => new Error('it was not refused'),
          (thrown: unknown) => thrown,
        )
        .finally(() => vi.unstubAllEnvs());
      if (error instanceof UserError) return error;
      if (error instanceof CommanderError) return { message: error.message, cure: 'see --help' };
      throw error;
    },
    shell: (line) =>
      ended(run('sh', ['-c', `parley() { "${process.execPath}" ${node.map((arg) => `"${arg}"`).join(' ')} "$@"; }\n${line}`], {})),
    start: (...args) => run(process.execPath, [...node, ...args], {}),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Waits for a command to end. */
export function ended(child: ChildProcess): Promise<Ended> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** Invented reports. */
export const REPORT = [
  'Ferry talks stall over the northern pier',
  'The Harbour League said on Tuesday that its crews would accept night ferries if the pier is lit.',
  'A spokesman for the Island Board told Radio Delta: "We reject any night ferry before the summer."',
  'Two officials, who asked not to be named, said that at least 40 boats had been counted.',
].join('\n\n');

export const SECOND_REPORT = 'The Island Board demands a lit pier, its chair said. The Harbour League denied that the pier is unsafe.\n';
