import type { Session } from './session.ts';

/** How often another program's entries are looked for, in milliseconds; a look costs some microseconds. */
const POLL_MS = 150;

/** Tells listeners of new entries. */
export interface Watch {
  add(listener: (sequence: number) => void): () => void;
  /** After this process recorded entries. */
  notify(): void;
  stop(): void;
}

export function watchLog({ statements }: Session): Watch {
  const listeners = new Set<(sequence: number) => void>();
  let timer: NodeJS.Timeout | undefined;
  let told = 0;
  let dataVersion: number | undefined;

  const notify = (): void => {
    if (listeners.size === 0) return;
    const last = statements.lastSequence.get() ?? 0;
    if (last <= told) return;
    told = last;
    for (const listener of listeners) listener(last);
  };

  const poll = (): void => {
    // Changes with each commit of another connection, and reads no page of the file.
    const version = statements.dataVersion.get();
    if (version === dataVersion) return;
    dataVersion = version;
    notify();
  };

  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
    listeners.clear();
  };

  const add = (listener: (sequence: number) => void): (() => void) => {
    if (timer === undefined) {
      dataVersion = statements.dataVersion.get();
      told = statements.lastSequence.get() ?? 0;
      timer = setInterval(poll, POLL_MS).unref();
    }
    const own = (sequence: number): void => listener(sequence);
    listeners.add(own);
    return () => {
      listeners.delete(own);
      if (listeners.size === 0) stop();
    };
  };

  return { add, notify, stop };
}
