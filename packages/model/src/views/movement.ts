import { z } from 'zod';
import { BEFORE_ALL, Day } from '../words/edtf-date.ts';
import { Id } from '../words/id.ts';
import { STANCES, Stance } from '../words/stance.ts';
import type { Held } from './validity.ts';

/** How the stances of a cell moved: for each option, the stance that came to hold on each day. */
export const Movement = z
  .object({
    /** The first day that anything is dated; null where nothing is. */
    firstStated: Day.nullable(),
    /** The last day on which a stance changed; null where none did. */
    lastMoved: Day.nullable(),
    lines: z.array(z.object({ optionId: Id, points: z.array(z.object({ day: Day, stance: Stance })) })),
  })
  .meta({ id: 'Movement' });
export type Movement = z.infer<typeof Movement>;

/** The movement of one cell up to `day`, from the positions on each of its options. Undated ones have no place in it. */
export function movementOf(byOption: ReadonlyMap<string, readonly Held[]>, day: Day): Movement {
  let firstStated: Day | null = null;
  let lastMoved: Day | null = null;
  const lines: Movement['lines'] = [];
  for (const [optionId, held] of byOption) {
    const points: { day: Day; stance: Stance }[] = [];
    const dated = held.filter(({ firstDay }) => firstDay !== BEFORE_ALL && firstDay <= day);
    dated.sort((a, b) => (a.firstDay !== b.firstDay ? (a.firstDay < b.firstDay ? -1 : 1) : rank(a) - rank(b)));
    for (const { firstDay, position } of dated) {
      const before = points.at(-1);
      if (before?.day === firstDay) continue;
      points.push({ day: firstDay, stance: position.body.stance });
      if (firstStated === null || firstDay < firstStated) firstStated = firstDay;
      if (before !== undefined && before.stance !== position.body.stance && (lastMoved === null || firstDay > lastMoved))
        lastMoved = firstDay;
    }
    if (points.length > 0) lines.push({ optionId, points });
  }
  return { firstStated, lastMoved, lines };
}

// Of several stances that came on one day the line shows the firmest; the cell shows all of them.
function rank({ position }: Held): number {
  return STANCES.indexOf(position.body.stance);
}
