const names = typeof Intl.DisplayNames === 'function' ? new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' }) : null;

/** The languages that the reader reads attribution in, by their tags. */
export const READ_LANGUAGES = ['ar', 'en', 'fr', 'he', 'ru', 'es', 'uk'] as const;

/** The English name of a language: `fr` → French; the tag itself where it has none. */
export function languageName(tag: string): string {
  try {
    return names?.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
