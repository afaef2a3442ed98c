import { z } from 'zod';
import { BEFORE_ALL, Day } from '../words/edtf-date.ts';
import { Id } from '../words/id.ts';
import { STANCES, Stance, VOICES } from '../words/stance.ts';
import { type Held, holdsOn } from './validity.ts';

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

type Point = Movement['lines'][number]['points'][number];

/**
 * The movement of one cell up to `day`, from the positions on each of its options. Undated ones have
 * no place in it.
 *
 * A line follows the party itself where it spoke, not its factions, and on each day the most
 * authoritative voice that holds: what a faction or an anonymous voice says does not move the party.
 */
export function movementOf(byOption: ReadonlyMap<string, readonly Held[]>, day: Day): Movement {
  let firstStated: Day | null = null;
  let lastMoved: Day | null = null;
  const lines: Movement['lines'] = [];
  for (const [optionId, held] of byOption) {
    const points = pointsOf(held, day);
    const [first, ...later] = points;
    if (first === undefined) continue;
    lines.push({ optionId, points });
    if (firstStated === null || first.day < firstStated) firstStated = first.day;
    const moved = later.at(-1)?.day;
    if (moved !== undefined && (lastMoved === null || moved > lastMoved)) lastMoved = moved;
  }
  return { firstStated, lastMoved, lines };
}

function pointsOf(held: readonly Held[], day: Day): Point[] {
  const dated = held.filter(({ firstDay }) => firstDay !== BEFORE_ALL && firstDay <= day);
  const ofParty = dated.filter(({ position }) => position.body.factionId === undefined);
  const followed = ofParty.length > 0 ? ofParty : dated;
  const days = [...new Set(followed.map(({ firstDay }) => firstDay))].sort();
  const points: Point[] = [];
  for (const start of days) {
    const stance = leadingStance(followed, start);
    if (stance !== undefined && points.at(-1)?.stance !== stance) points.push({ day: start, stance });
  }
  return points;
}

function leadingStance(held: readonly Held[], day: Day): Stance | undefined {
  let leading: Held | undefined;
  for (const one of held) if (holdsOn(one, day) && (leading === undefined || rank(one) < rank(leading))) leading = one;
  return leading?.position.body.stance;
}

// Of one voice's stances that hold on a day the line shows the firmest; the cell shows all of them.
function rank({ position: { body } }: Held): number {
  return VOICES.indexOf(body.voice) * STANCES.length + STANCES.indexOf(body.stance);
}
