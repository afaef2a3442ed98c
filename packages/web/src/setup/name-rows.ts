import type { Label } from '../api/types.ts';

/** A name in one language, as the form holds it. */
export interface NameRow {
  readonly key: number;
  readonly text: string;
  readonly language: string;
  /** Whether the user chose the language; else it is guessed from the script. */
  readonly languageChosen: boolean;
}

/** The rows of a label, at least one. */
export function rowsOf(label: Label): NameRow[] {
  const rows = Object.entries(label).map(([language, text], key) => ({ key, text, language, languageChosen: true }));
  return rows.length > 0 ? rows : [{ key: 0, text: '', language: 'en', languageChosen: false }];
}

/** The label of the rows that have a text. */
export function labelOf(rows: readonly NameRow[]): Label {
  return Object.fromEntries(rows.filter(({ text }) => text.trim() !== '').map(({ language, text }) => [language || 'en', text.trim()]));
}

/** A line of terms, separated by commas. */
export function termsOf(line: string): string[] {
  return [...new Set(line.split(/[,،;\n]/).map((term) => term.trim()))].filter(Boolean);
}

/** An id for a part of a party or issue, from its name and unlike those taken: `united-nations`, `united-nations-2`. */
export function partId(name: string, taken: readonly string[]): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = ascii.slice(0, 50).replace(/-+$/, '') || 'part';
  if (!taken.includes(base)) return base;
  let number = 2;
  while (taken.includes(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
