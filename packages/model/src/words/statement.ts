import { z } from 'zod';
import { EdtfDate } from './edtf-date.ts';
import { Credibility } from './grade.ts';
import { Id } from './id.ts';
import { Span } from './span.ts';
import { Stance, Voice } from './stance.ts';

/** The force with which something is said, from its cue and the grammar around it. */
export const STRENGTHS = ['asserts', 'demands', 'offers', 'accepts', 'rejects', 'denies', 'declinesToSay', 'threatens', 'expects'] as const;
export const Strength = z.enum(STRENGTHS).meta({ id: 'Strength', description: 'The force with which something is said' });
export type Strength = z.infer<typeof Strength>;

/** Who said it, in the words of the source; linked to a party where a person or a suggestion did so. */
export const Speaker = z
  .object({
    /** The words that name the speaker; absent where the source names none. */
    span: Span.optional(),
    /** What a pronoun or a repeated name stands for, where it was resolved. */
    antecedent: Span.optional(),
    /** The name to show: the words of the span or of its antecedent. Empty for no stated speaker. */
    name: z.string().max(500),
    anonymous: z.boolean().default(false),
    /** Office or function, as the source gives it: "senior official", "negotiators". */
    role: z.string().max(300).optional(),
    partyId: Id.optional(),
    factionId: Id.optional(),
  })
  .meta({ id: 'Speaker', description: 'Who said it, in the words of the source' });
export type Speaker = z.infer<typeof Speaker>;

/** Through whom the words came, nearest to the speaker first: "told the BBC", "reports indicate". */
export const Relay = z
  .object({ span: Span.optional(), name: z.string().min(1).max(500) })
  .meta({ id: 'Relay', description: 'Through whom the words came' });
export type Relay = z.infer<typeof Relay>;

/** What a statement is about: an issue, and where known the option and the stance it takes on it. */
export const StatementLink = z
  .object({ issueId: Id, optionId: Id.optional(), stance: Stance.optional() })
  .meta({ id: 'StatementLink', description: 'The issue, option and stance of a statement' });
export type StatementLink = z.infer<typeof StatementLink>;

/**
 * One thing somebody said, as one source gives it. A claim is never a fact: it stays with its
 * speaker, its relays and its characters in the source.
 */
export const Statement = z
  .object({
    sourceId: Id,
    speaker: Speaker,
    relays: z.array(Relay).default([]),
    cue: Span.optional(),
    /** The words that hold what was said; several spans where the speaker breaks in. */
    content: z.array(Span).min(1),
    condition: Span.optional(),
    strength: Strength,
    /** How the words are given: in quotation marks, in the reporter's words, or both. */
    speech: z.enum(['direct', 'indirect', 'mixed']).default('indirect'),
    voice: Voice.optional(),
    credibility: Credibility.optional(),
    saidOn: EdtfDate.optional(),
    /** Statements with one utterance id are witnesses of the same words said once. */
    utteranceId: Id.optional(),
    links: z.array(StatementLink).default([]),
    /** The zones, lines and places of maps that it speaks about. */
    featureIds: z.array(Id).optional(),
    status: z.enum(['suggested', 'accepted', 'rejected']),
    /** The program and version that suggested it; absent where a person entered it. */
    suggestedBy: z.object({ name: z.string(), version: z.string() }).optional(),
    /** How sure the program was, from 0 to 1. */
    confidence: z.number().min(0).max(1).optional(),
    note: z.string().max(10_000).optional(),
  })
  .meta({ id: 'Statement', description: 'One thing somebody said, as one source gives it' });
export type Statement = z.infer<typeof Statement>;
