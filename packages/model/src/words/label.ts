import { z } from 'zod';

/** A language by its BCP 47 tag, as far as Parley needs it: en, ar, zh-Hant. */
export const LanguageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag looks like en, ar or zh-Hant')
  .meta({ id: 'LanguageTag', description: 'A language by its BCP 47 tag' });
export type LanguageTag = z.infer<typeof LanguageTag>;

/** A name in one or more languages: `{ en: "Aid", ar: "المساعدات" }`, keyed by BCP 47 tag. */
export const Label = z
  .record(
    z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag looks like en, ar or zh-Hant'),
    z.string().trim().min(1).max(500),
  )
  .refine((label) => Object.keys(label).length > 0, 'a label needs a text in at least one language')
  .meta({ id: 'Label', description: 'A text by language tag' });
export type Label = z.infer<typeof Label>;

/**
 * The text of a label in the first of `languages` that it has, else in English, else in the first
 * language it was given in.
 */
export function labelText(label: Label, languages: readonly string[] = []): string {
  for (const language of [...languages, 'en']) {
    const text = label[language] ?? label[language.split('-')[0] ?? ''];
    if (text !== undefined) return text;
  }
  return Object.values(label)[0] ?? '';
}
