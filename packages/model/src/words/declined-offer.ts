import { z } from 'zod';
import { Id } from './id.ts';
import { LanguageTag } from './label.ts';

const Words = z.string().trim().min(1).max(200);

/** Something that was offered to a person, who declined it: it is not offered again until this is retracted. */
export const DeclinedOffer = z
  .discriminatedUnion('offer', [
    z.object({ offer: z.literal('alias'), partyId: Id, words: Words }),
    z.object({ offer: z.literal('term'), issueId: Id, optionId: Id.optional(), words: Words }),
    z.object({ offer: z.literal('cue'), words: Words, language: LanguageTag.default('en') }),
    /** Statements that are not of one utterance, any two of them. */
    z.object({ offer: z.literal('utterance'), statements: z.array(Id).min(2).max(1000) }),
    /** Two sources of which neither is a copy of the other. */
    z.object({ offer: z.literal('copy'), sources: z.tuple([Id, Id]) }),
  ])
  .meta({ id: 'DeclinedOffer', description: 'Something that was offered to a person, who declined it' });
export type DeclinedOffer = z.infer<typeof DeclinedOffer>;
