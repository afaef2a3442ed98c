/** Frequent short words by language; the first 20,000 characters are looked at. */
const FREQUENT: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'that', 'said', 'is', 'was', 'for', 'with'],
  fr: ['le', 'la', 'les', 'des', 'et', 'que', 'une', 'dans', 'est', 'pour'],
  es: ['el', 'los', 'las', 'que', 'del', 'y', 'una', 'por', 'con', 'para'],
  de: ['der', 'die', 'das', 'und', 'nicht', 'mit', 'den', 'ist', 'ein', 'von'],
  ru: ['и', 'в', 'не', 'на', 'что', 'по', 'это', 'как', 'для', 'из'],
  uk: ['і', 'в', 'не', 'на', 'що', 'та', 'це', 'як', 'для', 'із'],
};
const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
];

/** The BCP 47 tag of the language that `text` is most likely in; `und` where nothing speaks for one. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, 20_000);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return 'und';
  for (const [language, script] of SCRIPTS) if ((sample.match(script)?.length ?? 0) > letters * 0.4) return language;
  const words = new Map<string, number>();
  for (const word of sample.toLowerCase().match(/\p{L}+/gu) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
  let best = 'und';
  let most = 0;
  for (const [language, frequent] of Object.entries(FREQUENT)) {
    const count = frequent.reduce((sum, word) => sum + (words.get(word) ?? 0), 0);
    if (count > most) {
      most = count;
      best = language;
    }
  }
  return best;
}

/** The BCP 47 tags that {@link detectLanguage} may give. */
export const DETECTED_LANGUAGES: ReadonlySet<string> = new Set([...Object.keys(FREQUENT), ...SCRIPTS.map(([language]) => language)]);
