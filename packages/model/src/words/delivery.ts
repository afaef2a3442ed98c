import { z } from 'zod';
import { EdtfDate } from './edtf-date.ts';
import { Id } from './id.ts';

/**
 * What became of a delivery: made, found as agreed, found not to be as agreed, or withheld when it was due.
 * As all else, each is somebody's claim.
 */
export const DELIVERY_OUTCOMES = ['delivered', 'verified', 'notAsAgreed', 'withheld'] as const;
const DeliveryOutcome = z.enum(DELIVERY_OUTCOMES).meta({ id: 'DeliveryOutcome', description: 'What became of a delivery' });

/** A line of the ledger of an exchange: what really happened, as a source has it. */
export const Delivery = z
  .object({
    exchangeId: Id,
    itemId: Id,
    count: z.int().min(1).max(1_000_000).default(1),
    on: EdtfDate,
    outcome: DeliveryOutcome.default('delivered'),
    /** Statements that say so; or a source that says so as a whole. One of the two. */
    evidence: z.array(Id).default([]),
    sourceId: Id.optional(),
    note: z.string().max(10_000).optional(),
  })
  .refine((delivery) => delivery.evidence.length > 0 || delivery.sourceId !== undefined, {
    message: 'a delivery needs a statement or a source that says so',
    path: ['evidence'],
  })
  .meta({ id: 'Delivery', description: 'What really happened in an exchange, as a source has it' });
export type Delivery = z.infer<typeof Delivery>;
