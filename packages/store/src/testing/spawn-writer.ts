import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/** A running `writer.ts`, and what it has said was acknowledged. */
export interface Writer {
  readonly process: ChildProcess;
  readonly acknowledged: string[];
  /** Resolves when `count` entries were acknowledged. */
  until(count: number): Promise<void>;
  /** Resolves when the program has ended, by itself or not. */
  readonly ended: Promise<void>;
}

export function spawnWriter(path: string, name: string, most = Number.POSITIVE_INFINITY): Writer {
  const program = join(import.meta.dirname, 'writer.ts');
  const child = spawn(process.execPath, ['--conditions=parley', program, path, name, String(most)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const acknowledged: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let rest = '';

  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    // A line without its end was not said in full.
    rest = lines.pop() ?? '';
    acknowledged.push(...lines);
    for (const { count, resolve } of waiting) if (acknowledged.length >= count) resolve();
  });

  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  const until = (count: number): Promise<void> =>
    new Promise((resolve, reject) => {
      waiting.push({ count, resolve });
      if (acknowledged.length >= count) resolve();
      child.on('close', () =>
        acknowledged.length >= count ? resolve() : reject(new Error(`the writer ended after ${acknowledged.length} entries`)),
      );
    });
  return { process: child, acknowledged, until, ended };
}
