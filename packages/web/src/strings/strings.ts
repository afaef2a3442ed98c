import type { Catalogue } from './catalogue.ts';
import { en } from './en.ts';
import { pseudoRightToLeft } from './pseudo-right-to-left.ts';

export type StringKey = keyof typeof en;
type Parameters = Readonly<Record<string, string | number>>;

/** The pseudo locale that tests right-to-left layout: English, turned around. */
const PSEUDO_LOCALE = 'ar-XB';

/** The languages that names are shown in, most wanted first. */
export const languages: readonly string[] = typeof navigator === 'undefined' ? ['en'] : navigator.languages;

export const locale = storedLocale();
export const direction = locale === PSEUDO_LOCALE ? 'rtl' : 'ltr';
const catalogue: Catalogue = locale === PSEUDO_LOCALE ? pseudoRightToLeft(en) : en;
const plurals = new Intl.PluralRules('en');

/**
 * The interface string of a key, `{name}` replaced by the parameter of that name. A string with a
 * singular is chosen by `count`.
 */
export function t(key: StringKey, parameters: Parameters = {}): string {
  return fill(catalogue[key] ?? key, parameters);
}

export function fill(entry: Catalogue[string], parameters: Parameters): string {
  const text = typeof entry === 'string' ? entry : plurals.select(Number(parameters.count)) === 'one' ? entry.one : entry.other;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : typeof value === 'number' ? value.toLocaleString('en') : isolated(value);
  });
}

/** A parameter may be of another script than the sentence around it; in right-to-left it keeps to itself. */
function isolated(value: string): string {
  return direction === 'rtl' ? `\u2068${value}\u2069` : value;
}

function storedLocale(): string {
  if (typeof window === 'undefined') return 'en';
  const asked = new URLSearchParams(window.location.search).get('locale');
  if (asked !== null) {
    if (asked === PSEUDO_LOCALE) window.localStorage.setItem('locale', asked);
    else window.localStorage.removeItem('locale');
  }
  return window.localStorage.getItem('locale') === PSEUDO_LOCALE ? PSEUDO_LOCALE : 'en';
}
