import { z } from 'zod';
import { Id } from './id.ts';
import { Label } from './label.ts';

/** What a case is about. One subject of this kind a case, with the id `case`. */
export const CaseDetails = z
  .object({
    title: Label,
    description: Label.optional(),
    /** Parties and third parties in the order that the user wants them; those missing follow by name. */
    partyOrder: z.array(Id).default([]),
    issueOrder: z.array(Id).default([]),
  })
  .meta({ id: 'CaseDetails', description: 'Title, description and the order of columns and rows' });
export type CaseDetails = z.infer<typeof CaseDetails>;
