import { z } from 'zod';
import { allows, type Stance } from '../words/stance.ts';

/** Two counts of an issue's options; never a score of the talks. */
export const Convergence = z
  .object({
    options: z.int().min(0),
    /** Options that no party rejects or rules out. Silence does not reject. */
    rejectedByNone: z.int().min(0),
    /** Options that every party at least may accept, none of them also rejecting it. Silence does not accept. */
    acceptableToAll: z.int().min(0),
  })
  .meta({ id: 'Convergence' });
export type Convergence = z.infer<typeof Convergence>;

/**
 * Counts the options of an issue that no party rejects, and those that all at least may accept.
 * `stancesOf(partyId, optionId)` gives what the party holds on the day asked for, contested or not.
 */
export function convergenceOf(
  optionIds: readonly string[],
  partyIds: readonly string[],
  stancesOf: (partyId: string, optionId: string) => readonly Stance[],
): Convergence {
  let rejectedByNone = 0;
  let acceptableToAll = 0;
  for (const optionId of optionIds) {
    const held = partyIds.map((partyId) => stancesOf(partyId, optionId));
    if (held.every((stances) => stances.every(allows))) {
      rejectedByNone += 1;
      if (held.length > 0 && held.every((stances) => stances.length > 0)) acceptableToAll += 1;
    }
  }
  return { options: optionIds.length, rejectedByNone, acceptableToAll };
}
