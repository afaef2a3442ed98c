import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../../packages/workbench/bin/parley.js', import.meta.url));
const SHARED_DATA = process.env.PARLEY_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const SERVE_TIMEOUT_MS = 20_000;

/** A running `parley serve`. */
export interface Serving {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly url: string;
  /** Lets a browser in; taken from what the command printed. */
  readonly launchUrl: string;
  stop(): Promise<void>;
}

/** A folder of its own with the built `parley` command beside it, as a user has it, under a PARLEY_HOME of its own. */
export interface Workbench {
  path(name: string): string;
  write(name: string, text: string): string;
  /** Runs a command in the folder; gives what it printed. Fails with what it complained of. */
  parley(...args: string[]): Promise<string>;
  /** Serves case files, and the folder for new ones, on a free port. */
  serve(...files: string[]): Promise<Serving>;
  /** Stops what is served and removes the folder. */
  close(): Promise<void>;
}

export function newWorkbench(): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'parley-whole-'));
  const env: NodeJS.ProcessEnv = { ...process.env, PARLEY_HOME: join(folder, '.home'), COLUMNS: '120', NO_COLOR: '1' };
  delete env.PARLEY_PASSPHRASE;
  const serving: Serving[] = [];
  const run = (args: readonly string[]): ChildProcess =>
    spawn(process.execPath, [COMMAND, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return {
    path: (name) => join(folder, name),
    write(name, text) {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    },
    async parley(...args) {
      const { code, stdout, stderr } = await ended(run(args));
      if (code !== 0) throw new Error(`parley ${args.join(' ')} ended with ${code}: ${stderr}`);
      return stdout;
    },
    async serve(...files) {
      const started = await startServing(run(['serve', ...files, '--folder', folder, '--port', '0']));
      serving.push(started);
      return started;
    },
    async close() {
      await Promise.all(serving.map((one) => one.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The text of a report that is not part of the project; null where this machine does not have it. */
export function sharedReport(name: string): string | null {
  const path = join(SHARED_DATA, 'reports', name);
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function startServing(child: ChildProcess): Promise<Serving> {
  const ending = ended(child);
  // A test file that ends without closing its workbench leaves no server behind.
  process.once('exit', () => child.kill('SIGKILL'));
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await ending;
  };
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`parley serve printed no link within ${SERVE_TIMEOUT_MS} ms`));
    }, SERVE_TIMEOUT_MS);
    let printed = '';
    child.stdout?.on('data', (text: string) => {
      printed += text;
      const launchUrl = /http:\S+\/launch\?token=\S+/.exec(printed)?.[0];
      if (launchUrl === undefined) return;
      clearTimeout(timer);
      resolve({ url: new URL(launchUrl).origin, launchUrl, stop });
    });
    void ending.then(({ code, stderr }) => {
      clearTimeout(timer);
      reject(new Error(`parley serve ended with ${code} before it printed its link: ${stderr}`));
    });
  });
}

function ended(child: ChildProcess): Promise<{ code: number | null; stdout: string; stderr: string }> {
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
