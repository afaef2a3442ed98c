import { z } from 'zod';
import { EdtfDate } from './edtf-date.ts';
import { Id } from './id.ts';
import { Label } from './label.ts';

/** The people that a party sent to the talks. */
export const Delegation = z
  .object({ partyId: Id, name: Label, place: z.string().max(200).optional(), members: z.array(z.string().max(200)).default([]) })
  .meta({ id: 'Delegation', description: 'The people that a party sent to the talks' });
export type Delegation = z.infer<typeof Delegation>;

/**
 * What a delegation may decide, and until when, as somebody claims it.
 *
 * `mayDecide` lists the issues, each with the options it is confined to (none listed: any option);
 * an empty list says that it may decide nothing.
 */
export const Mandate = z
  .object({
    delegationId: Id,
    mayDecide: z.array(z.object({ issueId: Id, optionIds: z.array(Id).default([]) })),
    from: EdtfDate.optional(),
    to: EdtfDate.optional(),
    evidence: z.array(Id).min(1),
  })
  .meta({ id: 'Mandate', description: 'What a delegation may decide, and until when' });
export type Mandate = z.infer<typeof Mandate>;
