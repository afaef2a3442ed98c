import type { Voice } from '@parley/model';
import { nounLemma } from '../grammar/lemma.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import type { TokenRange } from './attribution.ts';

/** What the words of a source say of the speaker. */
export interface SpeakerWords {
  /** Tokens of the name itself, without apposition or relative clause. */
  core: TokenRange;
  anonymous: boolean;
  role: string | null;
  voice: Voice | null;
  pronoun: boolean;
}

/** People without a name. */
const UNNAMED = new Set(
  'source official diplomat aide person people insider figure adviser advisor officer witness resident someone somebody lawmaker analyst expert observer individual man woman employee staffer operative strategist ally associate participant member critic'.split(
    ' ',
  ),
);
/** People and bodies who speak for a side by their office. */
const OFFICES = new Set(
  (
    'negotiator mediator representative delegate minister president premier chancellor king prince emir ambassador envoy secretary commander general chief leader chairman chairwoman chair ' +
    'director governor mayor senator senators congressman congresswoman judge commissioner government ministry cabinet office army military delegation council committee parliament side team party coalition movement authority administration department agency commission bureau'
  ).split(' '),
);
const SPOKEN_FOR = new Set('spokesman spokeswoman spokesperson spokespeople spokesmen'.split(' '));
const PRONOUNS = new Set(
  'he she they it we i you who which that his her their its my our your him them himself this these those'.split(' '),
);

export function describeSpeaker(paragraph: Paragraph, source: TokenRange, text: string): SpeakerWords {
  const core = coreOf(paragraph, source);
  const first = paragraph.tokens[source.from];
  const pronoun = core.to - core.from === 1 && first !== undefined && PRONOUNS.has(first.lower);
  if (pronoun) return { core, anonymous: false, role: null, voice: null, pronoun };
  let voice: Voice | null = null;
  let named = false;
  let unnamed = false;
  let office = false;
  const upTo = headEnd(paragraph, core);
  for (let i = source.from; i < source.to; i++) {
    const token = paragraph.tokens[i];
    if (!token) continue;
    const lemma = nounLemma(token.lower);
    if (SPOKEN_FOR.has(lemma) || SPOKEN_FOR.has(token.lower)) voice = 'spokesperson';
    if (OFFICES.has(lemma)) office = true;
    if (i >= upTo) continue;
    if (UNNAMED.has(lemma) && i === upTo - 1) unnamed = true;
  }
  named = isName(paragraph, upTo - 1);
  const anonymous = !named && unnamed;
  if (anonymous) voice = 'anonymous';
  else if (voice === null && (office || (named && isBody(paragraph, core)))) voice = 'official';
  return { core, anonymous, role: roleOf(paragraph, source, core, upTo, named, text), voice, pronoun };
}

/** Up to the first comma, bracket or relative pronoun. */
function coreOf(paragraph: Paragraph, source: TokenRange): TokenRange {
  let depth = 0;
  for (let i = source.from; i < source.to; i++) {
    const token = paragraph.tokens[i];
    if (!token) break;
    if (token.text === ',' && i > source.from && depth === 0 && !isList(paragraph, i, source)) return { from: source.from, to: i };
    if (
      i > source.from &&
      (token.lower === 'who' || token.lower === 'which' || token.text === '(' || token.text === '—' || token.text === '–')
    )
      return { from: source.from, to: i };
    if (token.text === '[') depth++;
  }
  return source;
}

function isList(paragraph: Paragraph, comma: number, source: TokenRange): boolean {
  for (let i = comma + 1; i < source.to; i++) {
    const lower = paragraph.tokens[i]?.lower;
    if (lower === 'and') return paragraph.tokens[i - 1]?.text === ',' || i - comma <= 4;
    if (lower === 'who' || lower === 'the' || lower === 'a') return false;
  }
  return false;
}

/** Index after the head noun: before a preposition. */
function headEnd(paragraph: Paragraph, core: TokenRange): number {
  for (let i = core.from + 1; i < core.to; i++) if (paragraph.classes[i] === 'I') return i;
  return core.to;
}

function isName(paragraph: Paragraph, at: number): boolean {
  const token = paragraph.tokens[at];
  if (!token || paragraph.classes[at] !== 'P') return false;
  const lemma = nounLemma(token.lower);
  return !UNNAMED.has(lemma) && !OFFICES.has(lemma);
}

/** A single capitalised name without a first name may be a body: `Hamas`, `Israel`, `the Foundation`. */
function isBody(paragraph: Paragraph, core: TokenRange): boolean {
  return core.to - core.from === 1 || paragraph.tokens[core.from]?.lower === 'the';
}

/** The function: all of an unnamed source, what stands before a name, or the apposition after it. */
function roleOf(paragraph: Paragraph, source: TokenRange, core: TokenRange, upTo: number, named: boolean, text: string): string | null {
  if (!named) {
    let from = core.from;
    while (from < upTo - 1 && 'DM'.includes(paragraph.classes[from] as string)) from++;
    const lemma = nounLemma(paragraph.tokens[upTo - 1]?.lower ?? '');
    return UNNAMED.has(lemma) || OFFICES.has(lemma) || SPOKEN_FOR.has(lemma) ? wordsOf(paragraph, { from, to: upTo }, text) : null;
  }
  for (let i = core.from; i < upTo - 1; i++) {
    const lemma = nounLemma(paragraph.tokens[i]?.lower ?? '');
    if (OFFICES.has(lemma) || SPOKEN_FOR.has(lemma) || UNNAMED.has(lemma)) return wordsOf(paragraph, { from: core.from, to: i + 1 }, text);
  }
  if (source.to > core.to + 1 && paragraph.tokens[core.to]?.text === ',') {
    const lower = paragraph.tokens[core.to + 1]?.lower;
    if (lower !== 'who' && lower !== 'which') return wordsOf(paragraph, { from: core.to + 1, to: source.to }, text).slice(0, 300);
  }
  return null;
}

function wordsOf(paragraph: Paragraph, range: TokenRange, text: string): string {
  return text.slice(paragraph.tokens[range.from]?.start, paragraph.tokens[range.to - 1]?.end).replace(/\s+/g, ' ');
}
