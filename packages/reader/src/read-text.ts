import type { EdtfDate, Span } from '@parley/model';
import { createMentions, type Mentions, type NewMention } from './attribution/antecedents.ts';
import { attributeByLists } from './attribution/attribute-by-lists.ts';
import { attributeParagraph, wholeQuotation } from './attribution/attribute-paragraph.ts';
import type { Attribution, TokenRange } from './attribution/attribution.ts';
import { type CaseCues, withCaseCues } from './attribution/case-cues.ts';
import { confidenceOf } from './attribution/confidence.ts';
import { CUE_TABLES } from './attribution/cue-tables.ts';
import { describeSpeaker } from './attribution/describe-speaker.ts';
import { findCondition } from './attribution/find-condition.ts';
import { enclosing, isAccount, relaysBeside } from './attribution/find-relays.ts';
import { subjectBefore } from './attribution/find-subject.ts';
import { judgeStrength } from './attribution/judge-strength.ts';
import { mentionKind } from './attribution/mention-kind.ts';
import { isStillToBeSaid } from './attribution/still-to-say.ts';
import { figureSpan, findFigures } from './figures/find-figures.ts';
import type { Phrase } from './grammar/phrases.ts';
import { type Paragraph, readParagraph } from './grammar/read-paragraph.ts';
import { detectLanguage } from './language/detect-language.ts';
import { LANGUAGES } from './lexicon/languages/index.ts';
import { type CaseLinker, createCaseLinker } from './linking/link-case.ts';
import type { CaseLexicon, Reading, ReadOptions, ReadRelay, ReadSpeaker, ReadStatement } from './reading.ts';
import { type Block, blocksOf } from './segment/blocks.ts';
import { spokenOn } from './time/spoken-time.ts';

/**
 * Reads the attributed statements and figures of `text`.
 *
 * The same text gives the same reading, whatever was read before. Never throws on any string.
 */
export function readText(text: string, options: ReadOptions = {}): Reading {
  const reading: Reading = { statements: [], figures: [], language: options.language ?? detectLanguage(text), unread: [] };
  const state = startReading(reading.language, options);
  for (const block of blocksOf(text)) readBlock(text, block, state, reading);
  return reading;
}

export function startReading(language: string, { lexicon, published }: ReadOptions): ReadingState {
  return {
    mentions: createMentions(),
    linker: lexicon ? createCaseLinker(lexicon) : null,
    published,
    cues: cuesFor(language, lexicon),
    open: null,
  };
}

/** `fr-CA` → `fr`. */
function baseOf(language: string): string {
  return language.split('-')[0]?.toLowerCase() ?? '';
}

/** A language that nothing is known of is read as English is. */
function cuesFor(language: string, lexicon: CaseLexicon | undefined): CaseCues {
  const base = baseOf(language);
  const lists = LANGUAGES.get(base) ?? null;
  return withCaseCues(lexicon?.cues ?? [], { language: base === 'und' ? 'en' : base, tables: CUE_TABLES, lists });
}

/** What is carried from paragraph to paragraph of one text. */
export interface ReadingState {
  mentions: Mentions;
  linker: CaseLinker | null;
  published: EdtfDate | undefined;
  /** The counts, or the lists of the text's language where it is read by such, with the case's own cues. */
  cues: CaseCues;
  /** A statement whose words go on in the next paragraph. */
  open: ReadStatement | null;
}

/** Adds to `reading` what stands in a block of `text`. */
export function readBlock(text: string, block: Block, state: ReadingState, reading: Reading): void {
  const paragraph = readParagraph(text, block);
  const { mentions, linker } = state;
  continueOpen(text, paragraph, state, reading);
  const all = state.cues.lists ? attributeByLists(paragraph, state.cues.lists) : attributeParagraph(paragraph, state.cues.tables);
  const attributions = all.filter((one) => !isMereAccount(paragraph, one, all));
  const subjects = subjectMentions(text, paragraph);
  let nextSubject = 0;
  const first = reading.statements.length;
  const ordered = [...attributions].sort((a, b) => startOf(a) - startOf(b));
  const statements = new Map<Attribution, ReadStatement>();
  for (const one of ordered) {
    const before = paragraph.tokens[one.source?.from ?? one.cue?.from ?? startOf(one)]?.start ?? 0;
    for (; nextSubject < subjects.length && (subjects[nextSubject] as { at: number }).at < before; nextSubject++)
      mentions.add(subjects[nextSubject] as (typeof subjects)[number]);
    const statement = statementOf(text, paragraph, one, all, mentions, statements, state);
    if (linker) linkStatement(statement, linker);
    statements.set(one, statement);
    if (statement.content.length > 0) reading.statements.push(statement);
  }
  for (; nextSubject < subjects.length; nextSubject++) mentions.add(subjects[nextSubject] as (typeof subjects)[number]);
  state.open = openAtEnd(paragraph, ordered, statements) ?? (allQuoted(paragraph) ? state.open : null);
  addFigures(text, paragraph, reading, first);
  addUnread(text, paragraph, all, reading);
}

/** A paragraph that is one quotation, after a cue with a colon or a quotation left open, goes on with its words. */
function continueOpen(text: string, paragraph: Paragraph, state: ReadingState, reading: Reading): void {
  const { open } = state;
  if (!open) return;
  const quotation = paragraph.quotations[0];
  const alone = quotation?.open === 0 && (allQuoted(paragraph) || !quotation.closed);
  if (!alone || !quotation) return;
  const range = { from: quotation.open, to: Math.min(quotation.close + (quotation.closed ? 1 : 0), paragraph.tokens.length) };
  open.content.push(spanOfTokens(text, paragraph, range));
  // One without words before has waited for them.
  if (open.content.length === 1) {
    open.speech = 'direct';
    reading.statements.push(open);
  }
}

/** Nothing but quotations stands in the paragraph. */
function allQuoted(paragraph: Paragraph): boolean {
  const outer = paragraph.sentences.filter((sentence) => !sentence.within);
  return outer.length > 0 && outer.every((sentence) => wholeQuotation(paragraph, sentence) !== null);
}

/** The statement that the next paragraph may go on with: its cue ends in a colon, or its quotation is not closed. */
function openAtEnd(
  paragraph: Paragraph,
  ordered: readonly Attribution[],
  statements: ReadonlyMap<Attribution, ReadStatement>,
): ReadStatement | null {
  const end = paragraph.tokens.length;
  for (const one of ordered) {
    if (one.opensNext) return statements.get(one) ?? null;
    if (one.quotesToEnd) return statements.get(one) ?? null;
    const last = paragraph.quotations[paragraph.quotations.length - 1];
    if (last && !last.closed && one.content.some((range) => range.to === end && range.from <= last.open))
      return statements.get(one) ?? null;
  }
  return null;
}

function startOf(one: Attribution): number {
  return Math.min(...one.content.map((range) => range.from), one.source?.from ?? Number.POSITIVE_INFINITY);
}

/** `Reports indicate that the union views …` only passes on what the union holds. */
function isMereAccount(paragraph: Paragraph, one: Attribution, all: readonly Attribution[]): boolean {
  if (!one.source || !isAccount(paragraph, one.source)) return false;
  const start = Math.min(...one.content.map((range) => range.from));
  return all.some((inner) => inner !== one && inner.source !== null && enclosing(all, inner) === one && inner.source.from - start <= 2);
}

function spanOfTokens(text: string, paragraph: Paragraph, range: TokenRange): Span {
  const start = paragraph.tokens[range.from]?.start ?? 0;
  const end = paragraph.tokens[range.to - 1]?.end ?? start;
  return { start, end, text: text.slice(start, end) };
}

function statementOf(
  text: string,
  paragraph: Paragraph,
  one: Attribution,
  all: readonly Attribution[],
  mentions: Mentions,
  done: ReadonlyMap<Attribution, ReadStatement>,
  { published, cues }: Pick<ReadingState, 'published' | 'cues'>,
): ReadStatement {
  const source = one.source ? spanOfTokens(text, paragraph, one.source) : null;
  const cue = one.cue ? spanOfTokens(text, paragraph, one.cue) : null;
  const content = one.content.map((range) => spanOfTokens(text, paragraph, range)).sort((a, b) => a.start - b.start);
  const outer = enclosing(all, one);
  const described = one.source ? describeSpeaker(paragraph, one.source, text) : null;
  const speaker: ReadSpeaker = { name: '', anonymous: false, antecedent: null, role: described?.role ?? null };
  const voice = described?.voice ?? null;
  if (one.source && described && source) {
    if (described.pronoun && one.strength === undefined) {
      speaker.antecedent = antecedentOf(text, paragraph, one, outer, mentions, done);
      speaker.name = (speaker.antecedent ?? source).text;
    } else {
      speaker.name = spanOfTokens(text, paragraph, described.core).text;
      speaker.anonymous = described.anonymous || one.unnamed === true;
      mentions.add({
        span: spanOfTokens(text, paragraph, described.core),
        plural: isPlural(paragraph, described.core),
        proper: true,
        at: source.start,
        speaks: true,
      });
    }
    speaker.name = speaker.name.replace(/\s+/g, ' ').slice(0, 500);
  }
  const condition = findCondition(paragraph, one.content);
  const speech = speechOf(paragraph, one);
  const statement: ReadStatement = {
    source,
    speaker,
    relays: relaysOf(text, paragraph, one, all, speaker.name, done),
    cue,
    content,
    condition: condition ? spanOfTokens(text, paragraph, condition) : null,
    strength: one.strength ?? strengthIn(paragraph, one, outer, done, cues, { cue, content }),
    speech,
    voice,
    saidOn: spokenOn(wordsBesideCue(paragraph, one), published),
    links: [],
    confidence: confidenceOf(one.odds, speech),
  };
  return statement;
}

function strengthIn(
  paragraph: Paragraph,
  one: Attribution,
  outer: Attribution | null,
  done: ReadonlyMap<Attribution, ReadStatement>,
  cues: CaseCues,
  { cue, content }: Pick<ReadStatement, 'cue' | 'content'>,
): ReadStatement['strength'] {
  const strength = judgeStrength({
    lemma: one.candidate?.lemma ?? '',
    given: cues.strengthOf(one.candidate?.lemma ?? ''),
    negated: one.phrase?.negated ?? false,
    withheld: one.withheld === true || isDenied(outer, done),
    modal: one.phrase?.modal,
    cue: cue?.text.toLowerCase() ?? '',
    content: content[0]?.text.toLowerCase().replace(/^["'“”‘’«]+/, '') ?? '',
    next: one.candidate?.next ?? '',
  });
  if (strength === 'declinesToSay') return strength;
  return isStillToBeSaid(one, paragraph.tokens, strength === 'asserts') ? 'expects' : strength;
}

/** What is told inside a denial or a refusal to say has not been said. */
function isDenied(outer: Attribution | null, done: ReadonlyMap<Attribution, ReadStatement>): boolean {
  const strength = outer && done.get(outer)?.strength;
  return strength === 'denies' || strength === 'declinesToSay';
}

/** How many tokens from the cue a time may stand. */
const TIME_REACH = 8;

/** The words around the cue, up to what is said, another clause or the next cue's words. */
function wordsBesideCue(paragraph: Paragraph, one: Attribution): string[] {
  if (!one.cue) return [];
  const words: string[] = [];
  const said = (at: number): boolean =>
    paragraph.quotationOf[at] !== null ||
    one.content.some((range) => range.from <= at && at < range.to) ||
    at < one.sentence.from ||
    at >= one.sentence.to;
  for (let at = one.cue.from - 1; at >= one.cue.from - TIME_REACH && !said(at); at--) {
    if (one.source && at >= one.source.from && at < one.source.to) continue;
    words.unshift(paragraph.tokens[at]?.lower ?? '');
  }
  for (let at = one.cue.from; at < one.cue.to + TIME_REACH && !said(at); at++) words.push(paragraph.tokens[at]?.lower ?? '');
  return words;
}

function isPlural(paragraph: Paragraph, core: TokenRange): boolean {
  for (let i = core.from; i < core.to; i++) if (paragraph.tokens[i]?.lower === 'and') return true;
  let head = core.to - 1;
  for (let i = core.from + 1; i < core.to; i++) {
    if (paragraph.classes[i] === 'I') {
      head = i - 1;
      break;
    }
  }
  return paragraph.classes[head] === 'N'
    ? /[^s]s$|people$|media$/.test(paragraph.tokens[head]?.lower ?? '')
    : /[^aeious]s$/.test(paragraph.tokens[head]?.lower ?? '') && head === core.from;
}

/** I and we stand for who speaks the quotation around them; who and which for the noun before them. */
function antecedentOf(
  text: string,
  paragraph: Paragraph,
  one: Attribution,
  outer: Attribution | null,
  mentions: Mentions,
  done: ReadonlyMap<Attribution, ReadStatement>,
): Span | null {
  const at = (one.source as TokenRange).from;
  const word = paragraph.tokens[at]?.lower ?? '';
  if (['who', 'which', 'that'].includes(word)) {
    const index = one.sentence.phrases.findIndex((phrase) => phrase.from <= at && at < phrase.to);
    const before = one.sentence.phrases[index - 1]?.kind === 'comma' ? index - 2 : index - 1;
    const noun = one.sentence.phrases[before];
    return noun?.kind === 'np' ? spanOfTokens(text, paragraph, { from: noun.from, to: noun.to }) : null;
  }
  if (['i', 'we', 'my', 'our'].includes(word)) {
    const around = outer && outer.sentence !== one.sentence ? done.get(outer) : undefined;
    return around?.speaker.antecedent ?? around?.source ?? null;
  }
  const around = outer && (outer.head < 0 || outer.sentence !== one.sentence) ? done.get(outer)?.speaker.name : undefined;
  return mentions.antecedentOf(word, paragraph.tokens[at]?.start ?? 0, around || undefined);
}

function relaysOf(
  text: string,
  paragraph: Paragraph,
  one: Attribution,
  all: readonly Attribution[],
  speaker: string,
  done: ReadonlyMap<Attribution, ReadStatement>,
): ReadRelay[] {
  const relays: ReadRelay[] = [];
  const add = (relay: ReadRelay): void => {
    if (
      !isSameName(relay.name, speaker) &&
      !relays.some((known) => known.span?.start === relay.span?.start || isSameName(known.name, relay.name))
    )
      relays.push(relay);
  };
  for (const range of relaysBeside(paragraph, one)) add(relayOf(spanOfTokens(text, paragraph, range)));
  let outer = enclosing(all, one);
  for (let depth = 0; outer && depth < 10; depth++) {
    const said = done.get(outer);
    const source = said?.source ?? (outer.source ? spanOfTokens(text, paragraph, outer.source) : null);
    // Whom a pronoun stands for, where that is known.
    if (source) add({ ...relayOf(source), ...(said?.speaker.antecedent ? { name: relayOf(said.speaker.antecedent).name } : {}) });
    for (const range of relaysBeside(paragraph, outer)) add(relayOf(spanOfTokens(text, paragraph, range)));
    const next: Attribution | null = enclosing(all, outer);
    if (next === one) break;
    outer = next;
  }
  return relays;
}

/** The same words but for the article. */
function isSameName(a: string, b: string): boolean {
  const bare = (name: string): string => name.toLowerCase().replace(/^(?:the|an?) /, '');
  return a !== '' && bare(a) === bare(b);
}

function relayOf(span: Span): ReadRelay {
  return { span, name: span.text.replace(/\s+/g, ' ').slice(0, 500) };
}

function speechOf(paragraph: Paragraph, one: Attribution): ReadStatement['speech'] {
  let inside = 0;
  let outside = 0;
  for (const range of one.content) {
    for (let i = range.from; i < range.to; i++) {
      if (paragraph.tokens[i]?.kind === 'mark') continue;
      if (paragraph.quotationOf[i] && !(one.sentence.within && paragraph.quotationOf[i] === one.sentence.within)) inside++;
      else outside++;
    }
  }
  if (inside === 0) return 'indirect';
  return outside === 0 ? 'direct' : 'mixed';
}

/** Subjects of finite verbs outside quotations, and people named elsewhere, which pronouns may stand for. */
function subjectMentions(text: string, paragraph: Paragraph): NewMention[] {
  const found: NewMention[] = [];
  for (const { within, phrases } of paragraph.sentences) {
    if (within) continue;
    const subjects = new Set<Phrase>();
    phrases.forEach((phrase, i) => {
      if (phrase.kind !== 'vg' || (phrase.form !== 'F' && phrase.form !== 'P')) return;
      const subject = subjectBefore(phrases, i);
      const core = subject && phrases[subject.core];
      if (core?.kind !== 'np' || core.pronoun || subjects.has(core)) return;
      const span = spanOfTokens(text, paragraph, core);
      if (!core.proper && !core.plural && !['person', 'body'].includes(mentionKind(span.text) ?? '')) return;
      subjects.add(core);
      found.push({ span, plural: core.plural === true, proper: core.proper === true, at: span.start, speaks: false });
    });
    for (const phrase of phrases) {
      if (phrase.kind !== 'np' || !phrase.proper || phrase.to - phrase.from < 2 || phrase.possessorTo !== undefined || subjects.has(phrase))
        continue;
      const span = spanOfTokens(text, paragraph, phrase);
      if (mentionKind(span.text) === 'person')
        found.push({ span, plural: false, proper: true, at: span.start, speaks: false, aside: true });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

function linkStatement(statement: ReadStatement, linker: CaseLinker): void {
  const party =
    (statement.source && linker.partyOf(statement.source.text)) ??
    (statement.speaker.antecedent && linker.partyOf(statement.speaker.antecedent.text));
  if (party) Object.assign(statement.speaker, party);
  statement.links = linker.issuesOf(statement.content.map((span) => span.text).join(' … '));
}

function addFigures(text: string, paragraph: Paragraph, reading: Reading, first: number): void {
  for (const figure of findFigures(paragraph, text)) {
    const span = figureSpan(paragraph, figure, text);
    if (isToldByNumber(span, figure.high, reading, first)) continue;
    let statement: number | null = null;
    for (let i = first; i < reading.statements.length; i++) {
      if (reading.statements[i]?.content.some((content) => content.start <= span.start && span.end <= content.end)) statement = i;
    }
    const speaker = statement === null ? null : (reading.statements[statement]?.speaker.name ?? null);
    const { range: _range, ...rest } = figure;
    reading.figures.push({ span, ...rest, claimant: speaker || null, statement });
  }
}

/** `Two diplomats said`: who speaks is no count. */
function isToldByNumber(span: Span, value: number, { statements }: Reading, first: number): boolean {
  if (value > 12 || /\d/.test(span.text)) return false;
  for (let i = first; i < statements.length; i++) if (statements[i]?.source?.start === span.start) return true;
  return false;
}

const LOOKS_ATTRIBUTED =
  /["“„«”「״]|\b(?:said|says|say|told|according to|added|claimed|claims|insisted|denied|warned|announced|stated|reported|reportedly|allegedly|accused)\b/i;

/** Sentences with quotation marks or a plain cue in which no statement was found. */
function addUnread(text: string, paragraph: Paragraph, all: readonly Attribution[], reading: Reading): void {
  for (const sentence of paragraph.sentences) {
    if (sentence.within || sentence.to - sentence.from < 4) continue;
    const touched = all.some(
      (one) =>
        (one.head >= sentence.from && one.head < sentence.to) ||
        one.content.some((range) => range.from < sentence.to && sentence.from < range.to),
    );
    if (touched) continue;
    const span = spanOfTokens(text, paragraph, { from: sentence.from, to: sentence.to });
    if (LOOKS_ATTRIBUTED.test(span.text)) reading.unread.push(span);
  }
}
