import { z } from 'zod';
import { Id, Instant, Sha256 } from '../words/id.ts';
import { type Body, KIND_NAMES, type Kind } from '../words/kinds.ts';

/**
 * A hybrid logical clock: milliseconds since 1970 and a counter within one millisecond.
 * Kulkarni et al., "Logical Physical Clocks", OPODIS 2014.
 */
export const Clock = z.object({ time: z.int().min(0), count: z.int().min(0) }).meta({ id: 'Clock', description: 'Hybrid logical clock' });
export type Clock = z.infer<typeof Clock>;

export const Subject = z.object({ kind: z.enum(KIND_NAMES), id: Id }).meta({ id: 'Subject', description: 'What an entry is about' });
export type Subject = z.infer<typeof Subject>;

/**
 * One line of the record, which only grows: somebody put a body under a subject, or retracted it.
 *
 * `body` and `salt` are null for a retraction and for an entry whose content was destroyed; the
 * hashes still check. `prev` is the hash of the same author's previous entry in the same compartment.
 */
export const Entry = z
  .object({
    id: Id,
    caseId: Id,
    author: Id,
    compartment: Id,
    clock: Clock,
    /** When the author recorded it. */
    recordedAt: Instant,
    subject: Subject,
    action: z.enum(['put', 'retract']),
    body: z.json().nullable(),
    salt: z.string().nullable(),
    bodyHash: Sha256,
    prev: Sha256.nullable(),
    hash: Sha256,
    signature: z.string().optional(),
  })
  .meta({ id: 'Entry', description: 'One line of the record' });

/** An entry with its body typed by its subject's kind. */
export type Entry<K extends Kind = Kind> = Omit<z.infer<typeof Entry>, 'body' | 'subject'> & {
  readonly subject: { readonly kind: K; readonly id: Id };
  readonly body: Body<K> | null;
};

/** An entry as a store holds it. `receivedAt` is this store's own: when this team came to know it. */
export type StoredEntry<K extends Kind = Kind> = Entry<K> & {
  readonly receivedAt: Instant;
  /** The place in this store's own order of arrival, from 1. */
  readonly sequence: number;
};

/** What a caller hands in to be recorded; the store fills in the clock and the chain. */
export type Draft<K extends Kind = Kind> = {
  readonly id: Id;
  readonly author: Id;
  readonly compartment: Id;
  readonly recordedAt: Instant;
  readonly salt: string;
  readonly subject: { readonly kind: K; readonly id: Id };
} & ({ readonly action: 'put'; readonly body: Body<K> } | { readonly action: 'retract'; readonly body: null });
