import { DeclinedOffer, Id, LanguageTag, Strength } from '@parley/model';
import { z } from 'zod';

/** The words of a case's lexicon, what is offered for it, and what of sources and statements belongs together. */

const Words = z.string().trim().min(1).max(200);

const Alias = z.object({
  use: z.literal('alias'),
  /** A party or third party. */
  partyId: Id,
  factionId: Id.optional(),
  words: Words,
});
const Term = z.object({ use: z.literal('term'), issueId: Id, optionId: Id.optional(), words: Words });
const CueWord = z.object({
  use: z.literal('cue'),
  words: Words.max(100).meta({ description: 'For English one word in its base form; for other languages the words as they stand' }),
  strength: Strength.default('asserts'),
  language: LanguageTag.default('en'),
});

/** A word by which the reader recognises who speaks (alias, cue) or of what (term). */
export const LexiconWord = z.discriminatedUnion('use', [Alias, Term, CueWord]).meta({ id: 'LexiconWord' });
export type LexiconWord = z.infer<typeof LexiconWord>;

const Kept = { compartment: Id };
export const KeptWord = z
  .discriminatedUnion('use', [
    Alias.extend(Kept),
    Term.extend(Kept),
    CueWord.extend({ ...Kept, cueId: Id, evidence: z.array(Id).meta({ description: 'Statements that reviewers marked it in' }) }),
  ])
  .meta({ id: 'KeptWord', description: 'A word of the lexicon of a case' });
export type KeptWord = z.infer<typeof KeptWord>;

const Offered = {
  compartment: Id.meta({ description: 'Where it is kept once it is accepted' }),
  statements: z.array(Id).meta({ description: 'The accepted statements that it comes from' }),
};
export const LexiconOffer = z
  .discriminatedUnion('use', [Alias.extend(Offered), Term.extend(Offered), CueWord.extend(Offered)])
  .meta({ id: 'LexiconOffer', description: 'A word that reviewers’ corrections speak for, and that the case does not have' });
export type LexiconOffer = z.infer<typeof LexiconOffer>;

export const NewWord = z
  .object({
    word: LexiconWord,
    /** Of a cue; a name or term stays where its party or issue is. */
    compartment: Id.optional(),
    /** The statements that a cue comes from. */
    evidence: z.array(Id).optional(),
  })
  .meta({ id: 'NewWord' });

export const OldWord = z.object({ word: LexiconWord }).meta({ id: 'OldWord' });

export const Decline = z
  .object({
    declined: DeclinedOffer,
    /** Of a cue; all else is kept where what it names may be seen. */
    compartment: Id.optional(),
  })
  .meta({ id: 'Decline' });

/** Two sources with mostly the same words, of which no person has said yet whether one is a copy. */
export const CopyOffer = z
  .object({
    sourceId: Id,
    /** The earlier one by the day it was published, else by when it was received. */
    ofId: Id,
    share: z.number().meta({ description: 'Share of five-word stretches in common, from .7 to 1' }),
  })
  .meta({ id: 'CopyOffer' });
export type CopyOffer = z.infer<typeof CopyOffer>;
