import { z } from 'zod';
import { Id } from './id.ts';

/** A tombstone: the body and salt of the named entry are gone for good; its place in the chain stays. */
export const Destruction = z
  .object({ entryId: Id, reason: z.string().trim().min(1).max(1000) })
  .meta({ id: 'Destruction', description: 'A tombstone for an entry whose content was destroyed' });
export type Destruction = z.infer<typeof Destruction>;
