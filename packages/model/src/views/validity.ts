import type { Version } from '../fold/fold.ts';
import { AFTER_ALL, BEFORE_ALL, type Day, firstDay, lastDay } from '../words/edtf-date.ts';
import { VOICES } from '../words/stance.ts';

/** A position and the days over which it holds, the last day included. */
export interface Held {
  readonly position: Version<'position'>;
  readonly firstDay: Day | typeof BEFORE_ALL;
  readonly lastDay: Day | typeof AFTER_ALL;
}

/**
 * The days over which each position on one option of one party holds.
 *
 * A position with an end holds to its end. One without holds until a certainly later one of the
 * same party or faction and of at least the same voice replaces it; so an anonymous aside does not
 * end what an official said, it stands beside it. An undated one neither replaces nor is replaced.
 */
export function validities(positions: readonly Version<'position'>[]): Held[] {
  const starts = positions
    .filter(({ body }) => body.from !== undefined)
    .map(({ body }) => ({ day: firstDay(body.from as string), faction: body.factionId, rank: VOICES.indexOf(body.voice) }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return positions.map((position) => {
    const { from, to, voice, factionId } = position.body;
    const first = from === undefined ? BEFORE_ALL : firstDay(from);
    if (to !== undefined) return { position, firstDay: first, lastDay: lastDay(to) };
    if (from === undefined) return { position, firstDay: first, lastDay: AFTER_ALL };
    const latestStart = lastDay(from);
    const own = VOICES.indexOf(voice);
    const later = starts.find(({ day, faction, rank }) => day > latestStart && rank <= own && faction === factionId);
    return { position, firstDay: first, lastDay: later === undefined ? AFTER_ALL : dayBefore(later.day) };
  });
}

/** Whether a position holds on a day. */
export function holdsOn(held: Held, day: Day): boolean {
  return held.firstDay <= day && day <= held.lastDay;
}

/** Pairs of positions on one option of one party that differ in stance while both hold. */
export function contestedPairs(held: readonly Held[]): [Held, Held][] {
  const sorted = [...held].sort((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : 0));
  const pairs: [Held, Held][] = [];
  sorted.forEach((a, i) => {
    for (let j = i + 1; j < sorted.length; j += 1) {
      const b = sorted[j] as Held;
      if (b.firstDay > a.lastDay) break;
      if (a.position.body.stance !== b.position.body.stance) pairs.push([a, b]);
    }
  });
  return pairs;
}

function dayBefore(day: Day): Day {
  const date = Number(day.slice(8));
  if (date > 1) return `${day.slice(0, 8)}${date > 10 ? '' : '0'}${date - 1}`;
  const [year, month] = day.split('-').map(Number) as [number, number];
  return month > 1 ? lastDay(`${day.slice(0, 4)}-${String(month - 1).padStart(2, '0')}`) : `${String(year - 1).padStart(4, '0')}-12-31`;
}
