import { z } from 'zod';
import { EdtfDate } from './edtf-date.ts';
import { Id } from './id.ts';
import { Stance, Voice } from './stance.ts';

/**
 * What a party holds of an option over some time, borne out by statements.
 *
 * Without `to` it holds until a later position of at least the same voice replaces it; without
 * `from` its date is unknown and it neither replaces nor is replaced.
 */
export const Position = z
  .object({
    /** A party or a third party. */
    partyId: Id,
    factionId: Id.optional(),
    issueId: Id,
    optionId: Id,
    stance: Stance,
    voice: Voice,
    from: EdtfDate.optional(),
    to: EdtfDate.optional(),
    /** Statements that bear it out; at least one. */
    evidence: z.array(Id).min(1),
    note: z.string().max(10_000).optional(),
  })
  .meta({ id: 'Position', description: 'The stance of a party on an option over some time' });
export type Position = z.infer<typeof Position>;
