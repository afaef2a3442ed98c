import type { Exchange, ExchangeStep } from './exchange.ts';
import { precedences } from './units.ts';

/** When a step happens, in days from D. */
export interface StepDays {
  readonly startDay: number;
  /** When all of it is delivered. */
  readonly endDay: number;
  /** When all of it is verified. */
  readonly verifiedDay: number;
}

/**
 * The days of a schedule's steps, one step after the other: the days given, and where none is given the first on
 * which the step before has ended, the earliest day has come and what must be verified first has been.
 */
export function timelineOf(exchange: Exchange, steps: readonly ExchangeStep[]): StepDays[] {
  const byId = new Map(exchange.items.map((item) => [item.id, item]));
  const waits = new Map<string, string[]>();
  for (const { first, next, waits: isVerified } of precedences(exchange))
    if (isVerified) waits.set(next, [...(waits.get(next) ?? []), first]);
  const from = new Map<string, number>();
  for (const { items, fromDay } of exchange.phases) for (const id of items) from.set(id, fromDay ?? 0);
  const verified = new Map<string, number>();
  let lastEnd = 0;
  return steps.map(({ day, deliver }) => {
    let startDay = day ?? lastEnd;
    let durationDays = 0;
    let verificationDays = 0;
    for (const { item: id } of deliver) {
      const item = byId.get(id);
      durationDays = Math.max(durationDays, item?.durationDays ?? 0);
      verificationDays = Math.max(verificationDays, item?.verification?.days ?? 0);
      if (day !== null) continue;
      startDay = Math.max(startDay, item?.earliestDay ?? 0, from.get(id) ?? 0);
      for (const first of waits.get(id) ?? []) startDay = Math.max(startDay, verified.get(first) ?? 0);
    }
    const endDay = startDay + durationDays;
    const verifiedDay = endDay + verificationDays;
    for (const { item } of deliver) verified.set(item, Math.max(verified.get(item) ?? 0, verifiedDay));
    lastEnd = Math.max(lastEnd, endDay);
    return { startDay, endDay, verifiedDay };
  });
}
