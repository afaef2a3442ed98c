import { expect, test } from 'vitest';
import { languageOf } from './language-of.ts';

test.each([
  ['Who delivers aid', 'en'],
  ['المساعدات', 'ar'],
  ['סיוע', 'he'],
])('%s is taken for %s', (text, language) => expect(languageOf(text)).toBe(language));
