import type { Qualifier, Span } from '@parley/model';
import type { TokenRange } from '../attribution/attribution.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import { numberAt } from './read-number.ts';

/** A figure in tokens of its paragraph; `span` covers qualifier, number and unit. */
export interface FoundFigure {
  range: TokenRange;
  measure: string;
  low: number;
  high: number;
  qualifier: Qualifier;
  unit: string | null;
  scope: string | null;
  since: string | null;
}

const QUALIFIERS: readonly (readonly [string, Qualifier])[] = [
  ['no fewer than', 'atLeast'],
  ['not less than', 'atLeast'],
  ['no less than', 'atLeast'],
  ['no more than', 'atMost'],
  ['not more than', 'atMost'],
  ['more than', 'over'],
  ['greater than', 'over'],
  ['upwards of', 'atLeast'],
  ['in excess of', 'over'],
  ['fewer than', 'under'],
  ['less than', 'under'],
  ['at least', 'atLeast'],
  ['at most', 'atMost'],
  ['up to', 'atMost'],
  ['as many as', 'atMost'],
  ['as few as', 'atLeast'],
  ['a minimum of', 'atLeast'],
  ['a maximum of', 'atMost'],
  ['close to', 'about'],
  ['over', 'over'],
  ['above', 'over'],
  ['beyond', 'over'],
  ['surpassing', 'over'],
  ['surpassed', 'over'],
  ['surpass', 'over'],
  ['exceeding', 'over'],
  ['exceeded', 'over'],
  ['exceed', 'over'],
  ['exceeds', 'over'],
  ['topping', 'over'],
  ['topped', 'over'],
  ['under', 'under'],
  ['below', 'under'],
  ['about', 'about'],
  ['around', 'about'],
  ['some', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['nearly', 'about'],
  ['almost', 'about'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
  ['exactly', 'exactly'],
];
/** The same by their last word, in the same order. */
const QUALIFIERS_BY_END: ReadonlyMap<string, readonly { words: readonly string[]; qualifier: Qualifier }[]> = Map.groupBy(
  QUALIFIERS.map(([words, qualifier]) => ({ words: words.split(' '), qualifier })),
  ({ words }) => words.at(-1) as string,
);
const MONTHS = new Set(
  'january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.'.split(
    ' ',
  ),
);
/** Lengths of time, parts of dates and names of things, not counts. */
const NOT_COUNTED = new Set(
  "second minute hour day week month year decade century minutes hours days weeks months years decades centuries am pm a.m. p.m. o'clock year-old days-old percent-point".split(
    ' ',
  ),
);
const LABELS = new Set(
  'article chapter clause resolution section phase paragraph page number no. route point annex part title title highway flight group area zone line round day'.split(
    ' ',
  ),
);
const MOVES = new Set(
  'reach reached reaching stand stands stood at to pass passed passing rise rose risen total totalled totaled totalling totaling hit number numbered numbering exceed exceeded exceeding exceeds surpass surpassed surpassing surpasses top topped topping'.split(
    ' ',
  ),
);
const WORTH_COUNTING =
  /people|killed|wounded|dead|deaths?|injured|civilians?|hostages?|prisoners?|soldiers?|fighters?|detainees?|children|women|families|trucks?|victims?|captives?|casualt|refugees|bodies|troops|villages?|homes/;

/** The figures of a paragraph in the order of the text. */
export function findFigures(paragraph: Paragraph, text: string): FoundFigure[] {
  const figures: FoundFigure[] = [];
  for (let i = 0; i < paragraph.tokens.length; i++) {
    const number = numberAt(paragraph.tokens, i);
    if (!number) continue;
    const end = number.to;
    const figure = isDatePart(paragraph, i, end, number.low) ? null : figureAt(paragraph, text, i, number);
    if (figure) figures.push(figure);
    i = Math.max(end, figure?.range.to ?? end) - 1;
  }
  return figures;
}

function figureAt(
  paragraph: Paragraph,
  text: string,
  at: number,
  number: { low: number; high: number; to: number; unit: string | null; vague: boolean; words: boolean },
): FoundFigure | null {
  const { tokens, classes } = paragraph;
  const qualified = qualifierBefore(paragraph, at);
  let end = number.to;
  let unit = number.unit;
  if (/^(?:%|percent|per-cent|pct)$/.test(tokens[end]?.lower ?? '')) {
    unit = '%';
    end++;
  }
  if (tokens[end]?.text === '-' || tokens[end]?.lower.startsWith('-')) return null;
  let measureFrom = end;
  if (tokens[measureFrom]?.lower === 'of') measureFrom++;
  while (
    measureFrom < tokens.length &&
    (classes[measureFrom] === 'D' || /^(?:its|their|his|her|our)$/.test(tokens[measureFrom]?.lower ?? ''))
  )
    measureFrom++;
  const measureTo = nounsEnd(paragraph, measureFrom);
  const follows = measureTo > measureFrom;
  if (follows && NOT_COUNTED.has(tokens[measureTo - 1]?.lower ?? '')) return null;
  let measure = follows ? wordsOf(paragraph, text, measureFrom, measureTo) : '';
  const verb = tokens[measureTo]?.lower ?? '';
  if (
    follows &&
    /^(?:people|others|persons|civilians|men|women|children|soldiers)$/i.test(measure) &&
    /^(?:killed|wounded|injured|dead|displaced|missing|detained|dying)$/.test(verb)
  )
    measure += ` ${verb}`;
  if (!follows && /^(?:killed|wounded|injured|dead|displaced|missing|detained)$/.test(tokens[end]?.lower ?? ''))
    measure = tokens[end]?.lower ?? '';
  if (!measure) measure = subjectOf(paragraph, text, qualified?.from ?? at);
  if (!measure && unit === null) return null;
  if (number.words && number.high < 13 && !qualified && !WORTH_COUNTING.test(measure.toLowerCase())) return null;
  if (!number.words && number.high < 10 && number.low === number.high && unit === null && !qualified && !follows) return null;
  const after = Math.max(end, follows ? measureTo : end);
  const from = qualified?.from ?? at;
  return {
    range: { from, to: end },
    measure: measure || 'amount',
    low: number.low,
    high: number.high,
    qualifier: qualified?.qualifier ?? (number.vague ? 'about' : 'exactly'),
    unit,
    scope: scopeAfter(paragraph, text, after),
    since: sinceAfter(paragraph, text, after),
  };
}

function qualifierBefore(paragraph: Paragraph, at: number): { from: number; qualifier: Qualifier } | null {
  for (const { words, qualifier } of QUALIFIERS_BY_END.get(paragraph.tokens[at - 1]?.lower ?? '') ?? []) {
    const from = at - words.length;
    if (from >= 0 && words.every((word, k) => paragraph.tokens[from + k]?.lower === word)) return { from, qualifier };
  }
  return null;
}

/** Years, days of months, times, ordinals, labels (`Article 5`) and decimals of names. */
function isDatePart(paragraph: Paragraph, at: number, end: number, value: number): boolean {
  const { tokens } = paragraph;
  const token = tokens[at];
  const before = tokens[at - 1]?.lower ?? '';
  const after = tokens[end]?.lower ?? '';
  if (!token) return true;
  if (/(?:st|nd|rd|th|s)$/.test(token.lower) && token.kind === 'number') return true;
  if (/^\d{1,2}:\d\d/.test(token.text) || /^(?:am|pm|a\.m\.?|p\.m\.?)$/.test(after)) return true;
  if (MONTHS.has(before) || (MONTHS.has(after) && value <= 31)) return true;
  if (MONTHS.has(tokens[at - 2]?.lower ?? '') && value > 1800 && value < 2200) return true;
  if (/^(?:1[89]|20|21)\d\d$/.test(token.text) && !qualifierBefore(paragraph, at) && nounsEnd(paragraph, end) === end) return true;
  if (/^(?:1[89]|20|21)\d\d$/.test(token.text) && /^(?:in|since|by|of|from|until|the|late|early|mid|before|after)$/.test(before))
    return true;
  if (LABELS.has(before) && token.kind === 'number') return true;
  return token.lower === 'one' || before === 'age' || before === 'aged' || /^(?:year-old|-year-old)$/.test(after);
}

/** The end of the nouns, with adjectives before them, that start at `from`. */
function nounsEnd(paragraph: Paragraph, from: number): number {
  let at = from;
  let noun = from;
  while (at < paragraph.tokens.length && at < from + 6) {
    const letter = paragraph.classes[at] as string;
    if (letter === 'N' || letter === 'P') noun = at + 1;
    else if (!'JEG'.includes(letter) || noun > from) break;
    at++;
  }
  return noun;
}

/** `fatalities surpassing 57,000`, `the toll rose to 300`: the noun before the verb. */
function subjectOf(paragraph: Paragraph, text: string, before: number): string {
  let at = before - 1;
  while (at >= 0 && (MOVES.has(paragraph.tokens[at]?.lower ?? '') || 'XRA'.includes(paragraph.classes[at] as string))) at--;
  if (at === before - 1 && !MOVES.has(paragraph.tokens[before]?.lower ?? '')) return '';
  let to = at + 1;
  for (let k = 0; k < 3 && paragraph.classes[at] !== 'N' && at > 0 && 'PI'.includes(paragraph.classes[at] as string); k++) at--;
  to = at + 1;
  while (at >= 0 && paragraph.classes[at] === 'N') at--;
  return to > at + 1 ? wordsOf(paragraph, text, at + 1, to) : '';
}

function scopeAfter(paragraph: Paragraph, text: string, from: number): string | null {
  for (let i = from; i < Math.min(from + 5, paragraph.tokens.length); i++) {
    const lower = paragraph.tokens[i]?.lower ?? '';
    if (/^(?:in|among|across|inside|within|throughout|near)$/.test(lower)) {
      let to = i + 1;
      while (to < paragraph.tokens.length && 'DJPN'.includes(paragraph.classes[to] as string) && to < i + 6) to++;
      if (to > i + 1 && !MONTHS.has(paragraph.tokens[i + 1]?.lower ?? '') && paragraph.tokens[i + 1]?.kind !== 'number')
        return wordsOf(paragraph, text, i, to);
      return null;
    }
    if (/^[.,;:]$/.test(lower)) return null;
  }
  return null;
}

/** `over the past 21 months`. */
const PAST_SPAN = /^(?:over|in|during|within) the (?:past|last) (?:[\w-]+ )?(?:days?|weeks?|months?|years?|decades?)\b/i;

function sinceAfter(paragraph: Paragraph, text: string, from: number): string | null {
  for (let i = from; i < Math.min(from + 8, paragraph.tokens.length); i++) {
    const lower = paragraph.tokens[i]?.lower ?? '';
    if (/^[.,;:]$/.test(lower)) return null;
    const span = PAST_SPAN.exec(wordsOf(paragraph, text, i, Math.min(i + 5, paragraph.tokens.length)));
    if (span) return span[0];
    if (lower !== 'since') continue;
    let to = i + 1;
    while (to < paragraph.tokens.length && !/^[.,;:]$/.test(paragraph.tokens[to]?.text ?? '') && to < i + 10) to++;
    return to > i + 1 ? wordsOf(paragraph, text, i, to) : null;
  }
  return null;
}

function wordsOf(paragraph: Paragraph, text: string, from: number, to: number): string {
  return text
    .slice(paragraph.tokens[from]?.start, paragraph.tokens[to - 1]?.end)
    .replace(/\s+/g, ' ')
    .slice(0, 300);
}

/** The span of a figure's tokens. */
export function figureSpan(paragraph: Paragraph, figure: FoundFigure, text: string): Span {
  const start = paragraph.tokens[figure.range.from]?.start ?? 0;
  const end = paragraph.tokens[figure.range.to - 1]?.end ?? 0;
  return { start, end, text: text.slice(start, end) };
}
