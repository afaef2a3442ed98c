import { z } from 'zod';
import { EdtfDate } from './edtf-date.ts';
import { Id } from './id.ts';
import { Label } from './label.ts';

/** A package somebody put forward: one option for each issue it speaks to. */
export const Proposal = z
  .object({
    title: Label,
    /** The party or third party that put it forward. */
    byId: Id.optional(),
    on: EdtfDate.optional(),
    options: z.array(z.object({ issueId: Id, optionId: Id })).default([]),
    evidence: z.array(Id).min(1),
    note: z.string().max(10_000).optional(),
  })
  .meta({ id: 'Proposal', description: 'A package somebody put forward' });
export type Proposal = z.infer<typeof Proposal>;
