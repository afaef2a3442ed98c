import type { Qualifier, Stance, Strength } from '@parley/model';

/** The design's words as people read them. */

export const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  demands: 'demands',
  accepts: 'accepts',
  mayAccept: 'may accept',
  rejects: 'rejects',
  redLine: 'red line',
};

export const STRENGTH_WORDS: Readonly<Record<Strength, string>> = {
  asserts: 'asserts',
  demands: 'demands',
  offers: 'offers',
  accepts: 'accepts',
  rejects: 'rejects',
  denies: 'denies',
  declinesToSay: 'declines to say',
  threatens: 'threatens',
  expects: 'expects',
};

const QUALIFIER_WORDS: Readonly<Record<Qualifier, string>> = {
  exactly: '',
  about: 'about ',
  atLeast: 'at least ',
  atMost: 'at most ',
  over: 'over ',
  under: 'under ',
};

/** A figure's value with its qualifier and unit: "over 57,000", "40–45 per cent". */
export function figureText(figure: { low: number; high: number; qualifier: Qualifier; unit?: string | null | undefined }): string {
  const number = (value: number): string => value.toLocaleString('en', { maximumFractionDigits: 20 });
  const value = figure.low === figure.high ? number(figure.low) : `${number(figure.low)}–${number(figure.high)}`;
  return `${QUALIFIER_WORDS[figure.qualifier]}${value}${figure.unit ? ` ${figure.unit}` : ''}`;
}

/** "1 statement", "2 statements". */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
