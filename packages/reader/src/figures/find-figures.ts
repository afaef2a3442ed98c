import type { Qualifier, Span } from '@parley/model';
import type { TokenRange } from '../attribution/attribution.ts';
import { nounLemma } from '../grammar/lemma.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import { NUMBERED_THINGS } from '../lexicon/numbered-things.ts';
import { type NumberWords, numberAt } from './read-number.ts';

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
  ['in the order of', 'about'],
  ['of the order of', 'about'],
  ['on the order of', 'about'],
  ['something like', 'about'],
  ['well over', 'over'],
  ['just over', 'over'],
  ['north of', 'over'],
  ['well under', 'under'],
  ['just under', 'under'],
  ['a little over', 'over'],
  ['not fewer than', 'atLeast'],
  ['at the most', 'atMost'],
  ['at the least', 'atLeast'],
  ['barely', 'about'],
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
  'item report bulletin volume issue edition decree order law article chapter clause resolution section phase paragraph page number no. route point annex part title title highway flight group area zone line round day'.split(
    ' ',
  ),
);
const MOVES = new Set(
  'reach reached reaching stand stands stood at to pass passed passing rise rose risen total totalled totaled totalling totaling hit number numbered numbering exceed exceeded exceeding exceeds surpass surpassed surpassing surpasses top topped topping'.split(
    ' ',
  ),
);
/** What a small number in words names rather than counts: the sides, the parts of a text, the turns of a meeting. */
const NAMED_BY_NUMBER = new Set(
  (
    'side party area delegation government country nation state neighbour neighbor minister leader president capital team group faction bank hand thing time way point issue question matter meeting round session talk ' +
    'option word part half step stage phase condition item article paragraph section clause annex reason example possibility version proposal plan text letterhead language principle problem factor aspect ' +
    'election debate term candidate campaign contest race speech interview'
  ).split(' '),
);
/** After `the`, `these` or `both`, people are known ones: `the two men`. */
const PERSON = /(?:men|women|people|ers|ors|ists|ians|envoys|chiefs|diplomats|officials|rivals|kings|presidents)$/;
const HARMED = /^(?:killed|dead|died|dying|wounded|injured|shot|missing|lost|hurt|arrested|detained|freed|released|captured)$/;
const ONE_OF = new Set(
  'man woman boy girl child person civilian soldier guard policeman officer fighter driver worker prisoner hostage'.split(' '),
);

/** The figures of a paragraph in the order of the text. */
export function findFigures(paragraph: Paragraph, text: string): FoundFigure[] {
  const figures: FoundFigure[] = [];
  for (let i = 0; i < paragraph.tokens.length; i++) {
    const number = numberAt(paragraph.tokens, i);
    if (!number) continue;
    const end = number.to;
    const figure = isDatePart(paragraph, i, end, number.low) ? null : figureAt(paragraph, text, i, number, figures.at(-1) ?? null);
    if (figure) figures.push(figure);
    i = Math.max(end, figure?.range.to ?? end) - 1;
  }
  return figures;
}

function figureAt(paragraph: Paragraph, text: string, at: number, number: NumberWords, last: FoundFigure | null): FoundFigure | null {
  const { tokens } = paragraph;
  const qualified = qualifierBefore(paragraph, at);
  let end = number.to;
  let unit = number.unit;
  const percent = percentAt(paragraph, end);
  if (percent > 0) {
    unit = '%';
    end += percent;
  }
  if (tokens[end]?.text === '-' || tokens[end]?.lower.startsWith('-')) return null;
  const after = qualifierAfter(paragraph, end);
  if (after) end += after.size;
  const counted = countedAt(paragraph, text, end);
  if (counted.head !== null && NOT_COUNTED.has(counted.head)) return null;
  const small = number.words && number.high < 13 && !qualified && percent === 0;
  if (small && counted.head !== null && !isCounted(paragraph, at, counted.head, counted.words)) return null;
  let measure = counted.words || harmAt(paragraph, end) || (counted.head === null ? subjectOf(paragraph, text, qualified?.from ?? at) : '');
  if (!measure && !small && !isCountAlone(paragraph, at, end, number, qualified !== null || unit !== null)) return null;
  if (!measure && small && !isPartOfLast(paragraph, at, end)) return null;
  if (!measure) measure = measureAfter(paragraph, text, end) || last?.measure || nounBefore(paragraph, text, qualified?.from ?? at);
  const from = qualified?.from ?? at;
  const to = counted.to;
  return {
    range: { from, to: end },
    measure: measure || 'amount',
    low: number.low,
    high: number.high,
    qualifier: qualified?.qualifier ?? after?.qualifier ?? (number.vague ? 'about' : 'exactly'),
    unit,
    scope: scopeAfter(paragraph, text, to),
    since: sinceAfter(paragraph, text, to),
  };
}

/** `%`, `percent`, `per cent`: how many tokens it takes, 0 for none. */
function percentAt({ tokens }: Paragraph, at: number): number {
  const lower = tokens[at]?.lower ?? '';
  if (lower === 'per' && tokens[at + 1]?.lower === 'cent') return 2;
  return /^(?:%|percent|per-cent|pct)$/.test(lower) ? 1 : 0;
}

const AFTER: Readonly<Record<string, Qualifier>> = { more: 'atLeast', so: 'about', fewer: 'atMost', less: 'atMost' };

/** `200 or more`, `30 or so`. */
function qualifierAfter({ tokens }: Paragraph, at: number): { size: number; qualifier: Qualifier } | null {
  if (tokens[at]?.lower !== 'or') return null;
  const qualifier = AFTER[tokens[at + 1]?.lower ?? ''];
  return qualifier ? { size: 2, qualifier } : null;
}

/** The noun that is counted, with what was done to it: `people killed`. `head` is null where none follows; `to` is where it ends. */
function countedAt(paragraph: Paragraph, text: string, end: number): { words: string; head: string | null; to: number } {
  const { tokens, classes } = paragraph;
  let from = end;
  if (tokens[from]?.lower === 'of') from++;
  while (from < tokens.length && (classes[from] === 'D' || /^(?:its|their|his|her|our)$/.test(tokens[from]?.lower ?? ''))) from++;
  let to = nounsEnd(paragraph, from);
  // `340 to 170 men`: both count the same.
  if (to === from && /^(?:to|and|or)$/.test(tokens[end]?.lower ?? '')) {
    const other = numberAt(tokens, end + 1);
    if (other) {
      from = other.to;
      to = nounsEnd(paragraph, from);
    }
  }
  if (to === from) return { words: '', head: null, to: end };
  let words = wordsOf(paragraph, text, from, to);
  const verb = tokens[to]?.lower ?? '';
  if (/^(?:people|others|persons|civilians|men|women|children|soldiers)$/i.test(words) && HARM.test(verb)) words += ` ${verb}`;
  return { words, head: tokens[to - 1]?.lower ?? '', to };
}

const HARM = /^(?:killed|wounded|injured|dead|displaced|missing|detained|dying)$/;

function harmAt({ tokens }: Paragraph, end: number): string {
  const lower = tokens[end]?.lower ?? '';
  return HARM.test(lower) ? lower : '';
}

/** Whether a small number in words counts what follows, as against naming it: `three trucks`, not `the two sides`. */
function isCounted(paragraph: Paragraph, at: number, head: string, words: string): boolean {
  const { tokens, classes } = paragraph;
  const lemma = nounLemma(head);
  if (NAMED_BY_NUMBER.has(lemma)) return false;
  if (tokens[at]?.lower === 'one') {
    if (!ONE_OF.has(lemma)) return false;
    return tokens.slice(at + 1, at + 12).some((token) => HARMED.test(token.lower));
  }
  if (HARM.test(words.split(' ').pop() ?? '')) return true;
  const known = /^(?:the|these|those|both|all|first|last|next|other)$/.test(tokens[at - 1]?.lower ?? '');
  if (known && PERSON.test(head)) return false;
  return (lemma !== head || /(?:men|women|people|children|police|troops|cattle)$/.test(head)) && classes[at - 1] !== 'P';
}

/** Whether a number without a noun of its own is a count: `Of these, 22 were explosions`, `about 900 of them`. */
function isCountAlone(paragraph: Paragraph, at: number, end: number, number: NumberWords, marked: boolean): boolean {
  const { tokens, classes } = paragraph;
  const token = tokens[at];
  if (marked || number.scale > 1) return true;
  const before = tokens[at - 1];
  const opensParagraph = at === 0 || (at === 1 && before?.kind === 'mark');
  if (opensParagraph && /^[.)]$/.test(tokens[end]?.text ?? '')) return false;
  if (isAge(paragraph, at, end, number.high)) return false;
  if (!token || number.words) return number.high >= 13 || isPartOfLast(paragraph, at, end);
  if (number.high < 10 && !token.text.includes('.')) return isPartOfLast(paragraph, at, end);
  if (classes[at - 1] === 'P' || /^[-–—/.:#]$/.test(before?.text ?? '') || /^[-–—/:]$/.test(tokens[end]?.text ?? '')) return false;
  if (/^(?:1[5-9]|20|21)\d\d$/.test(token.text)) return false;
  return !/^(?:at|by|on|before|after|until|till|from|since|turned|no)$/.test(before?.lower ?? '') || token.text.includes(',');
}

/** `Jane Doe, 34, said`. */
function isAge({ tokens, classes }: Paragraph, at: number, end: number, value: number): boolean {
  return value < 110 && tokens[at - 1]?.text === ',' && classes[at - 2] === 'P' && /^[,.]$/.test(tokens[end]?.text ?? '');
}

/** `two had asked to stay`, `three of them`: part of what was counted before. */
function isPartOfLast({ tokens, classes }: Paragraph, at: number, end: number): boolean {
  if (/^(?:the|these|those|both|all|any|each|or|and|but)$/.test(tokens[at - 1]?.lower ?? '')) return false;
  const next = tokens[end]?.lower ?? '';
  if (tokens[at]?.lower === 'one') return false;
  if (next === 'of') return /^(?:them|these|those|whom|which)$/.test(tokens[end + 1]?.lower ?? '');
  return next !== '' && (classes[end] === 'X' || HARM.test(next) || next === '.');
}

/** `300 million in aid`. */
function measureAfter(paragraph: Paragraph, text: string, end: number): string {
  if (paragraph.tokens[end]?.lower !== 'in') return '';
  const to = nounsEnd(paragraph, end + 1);
  return to > end + 1 ? wordsOf(paragraph, text, end + 1, to) : '';
}

/** `of magnitude 5.1`, `a figure of 5,120`: the noun right before. */
function nounBefore({ tokens, classes }: Paragraph, text: string, from: number): string {
  const at = tokens[from - 1]?.lower === 'of' ? from - 2 : from - 1;
  const token = tokens[at];
  return token && classes[at] === 'N' ? text.slice(token.start, token.end) : '';
}

/** Words after which `over` is about something: `talks over two wells`, `took place over three valleys`. */
const OVER_MATTERS = new Set(
  'place talks talk discussions discussion negotiations dispute disputes difference differences disagreement disagreements divided split clash clashes fight row quarrel argument arguments standoff war control sovereignty authority jurisdiction concern concerns fears vote'.split(
    ' ',
  ),
);

function qualifierBefore(paragraph: Paragraph, at: number): { from: number; qualifier: Qualifier } | null {
  if (paragraph.tokens[at - 1]?.lower === 'over' && OVER_MATTERS.has(paragraph.tokens[at - 2]?.lower ?? '')) return null;
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
  if (value <= 31 && /^(?:and|or|to|-|–)$/.test(after) && tokens[end + 1]?.kind === 'number' && MONTHS.has(tokens[end + 2]?.lower ?? ''))
    return true;
  if (
    /^(?:from|between)$/.test(token.lower) &&
    /^(?:1[5-9]|20|21)\d\d$/.test(tokens[at + 1]?.text ?? '') &&
    nounsEnd(paragraph, end) === end
  )
    return true;
  if (MONTHS.has(tokens[at - 2]?.lower ?? '') && value > 1800 && value < 2200) return true;
  if (/^(?:1[89]|20|21)\d\d$/.test(token.text) && !qualifierBefore(paragraph, at) && nounsEnd(paragraph, end) === end) return true;
  if (/^(?:1[89]|20|21)\d\d$/.test(token.text) && /^(?:in|since|by|of|from|until|the|late|early|mid|before|after)$/.test(before))
    return true;
  if (isLabelled(paragraph, at, end)) return true;
  if (LABELS.has(before) && token.kind === 'number') return true;
  if (token.kind === 'number' && /^0\d/.test(token.text)) return true;
  return before === 'age' || before === 'aged' || /^(?:year-old|-year-old)$/.test(after);
}

/** `Brigade 72`, `town 10`: the number of a thing with a capital or that is told by number, and nothing that is counted after it. */
function isLabelled({ tokens, classes }: Paragraph, at: number, end: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== 'word' || !/^\d{1,4}$/.test(tokens[at]?.text ?? '') || !'PN'.includes(classes[at - 1] as string)) return false;
  const isName = before.text[0] !== before.lower[0] || NUMBERED_THINGS.has(before.lower);
  return isName && !'NJM'.includes(classes[end] ?? '.');
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
