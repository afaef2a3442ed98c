import { once } from 'node:events';

/** Writes a line to standard output. */
export function print(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/**
 * Writes to standard output and waits until whoever reads it has taken in what is queued: a pipe takes
 * no more than its reader, and what is written to it without waiting piles up in memory.
 */
export async function printWaiting(text: string | Uint8Array): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Writes a value to standard output as JSON, for scripts. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Says something to the person at the terminal, beside the output: on standard error. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** How wide to draw: the terminal's width, else that of COLUMNS, else 100 columns. */
export function outputWidth(env: NodeJS.ProcessEnv = process.env): number {
  const told = Number(env.COLUMNS);
  const width = process.stdout.columns ?? (Number.isInteger(told) && told > 0 ? told : 100);
  return Math.max(40, width);
}
