import { z } from 'zod';
import { Id } from './id.ts';
import { LanguageTag } from './label.ts';
import { Strength } from './statement.ts';

/**
 * A word by which the reports of this case say that somebody speaks, and with what force: one that
 * the reader would not know by itself. For English the base form ("signal" stands for "signalled");
 * for other languages the form as it stands in reports.
 */
export const Cue = z
  .object({
    words: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .refine((words) => /\p{L}/u.test(words), 'a cue has a letter in it'),
    strength: Strength.default('asserts'),
    /** Of the texts that it is looked for in. */
    language: LanguageTag.default('en'),
    /** Statements that reviewers marked it in; none where a person entered it. */
    evidence: z.array(Id).default([]),
    note: z.string().max(10_000).optional(),
  })
  .meta({ id: 'Cue', description: 'A word by which the reports of this case say that somebody speaks' });
export type Cue = z.infer<typeof Cue>;
