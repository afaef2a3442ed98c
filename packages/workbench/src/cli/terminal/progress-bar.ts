import { cutText } from './string-width.ts';

export interface ProgressBar {
  /** Shows that `done` are done and what is worked on now. */
  step(done: number, now: string): void;
  /** Takes the bar off the screen, so that a line can be written in its place. */
  clear(): void;
}

/** A progress bar on standard error; where that is no terminal, nothing is shown. */
export function progressBar(total: number, stream: NodeJS.WriteStream = process.stderr): ProgressBar {
  if (!stream.isTTY || total < 2) return { step() {}, clear() {} };
  return {
    step(done, now) {
      const filled = Math.round((BAR_COLUMNS * done) / total);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_COLUMNS - filled);
      stream.write(`\r\x1b[2K${cutText(`${bar} ${done}/${total}  ${now}`, (stream.columns ?? 80) - 1)}`);
    },
    clear: () => void stream.write('\r\x1b[2K'),
  };
}

const BAR_COLUMNS = 24;
