import { AR } from './ar.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { HE } from './he.ts';
import type { LanguageCues } from './language-cues.ts';
import { RU } from './ru.ts';
import { UK } from './uk.ts';

/** The languages beside English in which it is read who said what, by their BCP 47 tags. */
export const LANGUAGES: ReadonlyMap<string, LanguageCues> = new Map([
  ['ar', AR],
  ['es', ES],
  ['fr', FR],
  ['he', HE],
  ['ru', RU],
  ['uk', UK],
]);
