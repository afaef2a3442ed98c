import type { Clock } from './entry.ts';

/** The one order of all entries: by clock, then by id. Negative where `a` comes first. */
export function compareEntries(a: { clock: Clock; id: string }, b: { clock: Clock; id: string }): number {
  return a.clock.time - b.clock.time || a.clock.count - b.clock.count || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The next clock after `last`, at wall time `now` in milliseconds: never behind either. */
export function tick(last: Clock | null, now: number): Clock {
  if (last === null || now > last.time) return { time: now, count: 0 };
  return { time: last.time, count: last.count + 1 };
}
