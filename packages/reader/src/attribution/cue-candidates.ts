import { nounLemma } from '../grammar/lemma.ts';
import { isPersonal, type Phrase } from '../grammar/phrases.ts';
import type { Token } from '../segment/tokenize.ts';
import { isParenthesis, subjectOf } from './find-subject.ts';

/** A word that may be a cue, with what the cue tables are counted by. */
export interface CueCandidate {
  /** Index of its phrase in the sentence. */
  at: number;
  /** Index of its main token in the paragraph. */
  head: number;
  lemma: string;
  /** F finite, P passive, G -ing, T infinitive, E participle, J adjective after a form of be, N noun, I preposition, M mark. */
  form: string;
  /** What comes right after: `that`, `quote`, `to`, `np`, `about` … or `end`. */
  next: string;
  /** What kind of subject stands before: `he`, `who`, `it`, `proper`, `plural`, `noun` or `none`. */
  subject: string;
  /** The subject's main word: a pronoun, a singular noun, `*name` or `*none`. */
  speaker: string;
}

const CUE_NOUN_LINKS = new Set([
  'that',
  'of',
  'for',
  'to',
  'about',
  'on',
  'against',
  'from',
  'in',
  'over',
  'with',
  'as',
  'whether',
  'toward',
  'by',
]);

/** Every verb, adjective after a form of be, noun with a complement, `according to` and colon that may be a cue. */
export function cueCandidates(phrases: readonly Phrase[], tokens: readonly Token[]): CueCandidate[] {
  const candidates: CueCandidate[] = [];
  for (let at = 0; at < phrases.length; at++) {
    const phrase = phrases[at] as Phrase;
    // `assured her in writing`
    if (phrase.lower === 'writing' && phrases[at - 1]?.lower === 'in') continue;
    if (phrase.kind === 'vg') {
      if (!phrase.copula && !isLinking(phrases, at))
        add(at, phrase.head, phrase.lemma ?? '', phrase.form ?? 'F', nextOf(phrases, at + 1, tokens));
      else {
        const adjective = adjectiveAfter(phrases, at);
        if (adjective > 0)
          add(
            adjective,
            (phrases[adjective] as Phrase).head,
            (phrases[adjective] as Phrase).lower,
            'J',
            nextOf(phrases, adjective + 1, tokens),
            at,
          );
        else if (nextOf(phrases, at + 1, tokens) !== 'np') add(at, phrase.head, phrase.lemma ?? 'be', 'F', nextOf(phrases, at + 1, tokens));
      }
    } else if (phrase.kind === 'np' && !phrase.pronoun && !phrase.proper) {
      const next = nextOf(phrases, at + 1, tokens);
      const link = next === 'to' ? 'to' : next;
      if (CUE_NOUN_LINKS.has(link)) add(at, phrase.head, nounLemma(phrase.lower), 'N', link);
    } else if (phrase.lower === 'according' && phrases[at + 1]?.lower === 'to') add(at, phrase.head, 'according to', 'I', 'np');
    else if (phrase.kind === 'mark' && phrase.lower === ':' && at > 0 && isHeadline(phrases, at))
      add(at, phrase.head, ':', 'M', nextOf(phrases, at + 1, tokens));
  }
  return candidates;

  function add(at: number, head: number, lemma: string, form: string, next: string, group = at): void {
    const subject = form === 'N' ? possessorClass(phrases[at] as Phrase, tokens) : subjectClass(phrases, group);
    candidates.push({ at, head, lemma, form, next, subject, speaker: speakerWord(phrases, group, form) });
  }
}

/** `remains ready`: like a form of be. */
function isLinking(phrases: readonly Phrase[], at: number): boolean {
  return ['remain', 'stay'].includes((phrases[at] as Phrase).lemma ?? '') && adjectiveAfter(phrases, at) > 0;
}

/** Nothing but names and prepositions stands before the colon. */
function isHeadline(phrases: readonly Phrase[], colon: number): boolean {
  for (let i = 0; i < colon; i++) if (!['np', 'prep', 'comma', 'coord', 'adj'].includes((phrases[i] as Phrase).kind)) return false;
  return true;
}

/** The adjective that a form of be is about: `is [not] confident`. */
function adjectiveAfter(phrases: readonly Phrase[], copula: number): number {
  for (let i = copula + 1; i < Math.min(copula + 4, phrases.length); i++) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'adj') return i;
    if (phrase.kind !== 'adv') return -1;
  }
  return -1;
}

function nextOf(phrases: readonly Phrase[], from: number, tokens: readonly Token[]): string {
  let at = from;
  while (phrases[at]?.kind === 'adv' && (phrases[at] as Phrase).lower !== 'so') at++;
  if (isParenthesis(phrases, at)) at += 3;
  const phrase = phrases[at];
  if (!phrase) return 'end';
  if (phrase.kind === 'quote') return 'quote';
  if (phrase.kind === 'comma') return phrases[at + 1]?.kind === 'quote' ? 'quote' : 'comma';
  if (phrase.kind === 'mark') return phrase.lower === ':' ? ':' : phrase.lower === '.' ? 'end' : 'mark';
  if (phrase.kind === 'sub' || phrase.kind === 'wh' || phrase.kind === 'prep') return phrase.lower;
  if (phrase.kind === 'rel') return phrase.lower === 'that' ? 'rel' : 'wh';
  if (phrase.kind === 'vg') return phrase.form === 'T' ? 'to' : phrase.form === 'G' ? 'ing' : 'verb';
  if (phrase.kind === 'np') return nounPhraseClass(phrases, at, tokens);
  return phrase.kind;
}

/** What a noun phrase after a verb leads to: `np-that`, `np-quote`, `np-to`, `np-verb`, `np-as` or `np`. */
function nounPhraseClass(phrases: readonly Phrase[], at: number, tokens: readonly Token[]): string {
  const phrase = phrases[at] as Phrase;
  let i = at + 1;
  while (
    phrases[i]?.kind === 'prep' &&
    ['of', 'in', 'for', 'at', 'from', 'on', 'with'].includes((phrases[i] as Phrase).lower) &&
    phrases[i + 1]?.kind === 'np'
  )
    i += 2;
  if (phrases[i]?.kind === 'adv' && phrase.pronoun) while (phrases[i]?.kind === 'adv') i++;
  if (phrases[i]?.lower === 'not' && phrases[i + 1]?.form === 'T') i++;
  const after = phrases[i];
  if (!after) return 'np';
  if (after.kind === 'quote' || (after.kind === 'comma' && phrases[i + 1]?.kind === 'quote')) return 'np-quote';
  if (after.kind === 'sub' && after.lower === 'that') return 'np-that';
  if (after.kind === 'mark' && after.lower === ':') return 'np-:';
  if (after.kind === 'vg') {
    if (after.form === 'T') return 'np-to';
    if (after.form === 'F' || after.form === 'P') return phrase.pronoun || (tokens[phrase.from] as Token).start >= 0 ? 'np-verb' : 'np';
  }
  if (after.kind === 'prep' && after.lower === 'as') return 'np-as';
  if (after.kind === 'np' && phrase.pronoun) return 'np-np';
  return phrase.pronoun ? 'pronoun' : 'np';
}

/** The class of what stands before, with `+q` where a quotation stands before that. */
function subjectClass(phrases: readonly Phrase[], group: number): string {
  const own = plainSubjectClass(phrases, group);
  let at = group - 1;
  while (at > 0 && ['adv', 'np', 'prep'].includes((phrases[at] as Phrase).kind)) at--;
  if (at === group - 1) return own;
  const quoted = phrases[at]?.kind === 'quote' || (phrases[at]?.kind === 'comma' && phrases[at - 1]?.kind === 'quote');
  return quoted ? `${own}+q` : own;
}

function plainSubjectClass(phrases: readonly Phrase[], group: number): string {
  let at = group - 1;
  while (phrases[at]?.kind === 'adv') at--;
  const phrase = phrases[at];
  if (!phrase) return 'none';
  if (phrase.kind === 'rel' || phrase.kind === 'wh') return phrase.lower === 'who' ? 'who' : 'which';
  if (phrase.kind === 'comma') return 'comma';
  if (phrase.kind === 'coord') return 'coord';
  if (phrase.kind === 'quote') return 'quote';
  if (phrase.kind === 'vg') return 'vg';
  if (phrase.kind !== 'np') return phrase.kind;
  if (phrase.pronoun) return isPersonal(phrase.lower) && !['it', 'there', 'them', 'him', 'me', 'us'].includes(phrase.lower) ? 'he' : 'it';
  return phrase.proper ? 'proper' : phrase.plural ? 'plural' : 'noun';
}

/** The main word of whoever would speak by this candidate. */
function speakerWord(phrases: readonly Phrase[], group: number, form: string): string {
  if (form === 'N' || form === 'I' || form === 'M') return '*none';
  const subject = subjectOf(phrases, group, form);
  let core = subject ? phrases[subject.core] : undefined;
  if (!subject && phrases[group + 1]?.kind === 'np') core = phrases[group + 1];
  if (core?.kind !== 'np') return core ? core.lower : '*none';
  if (core.pronoun) return core.lower;
  return core.proper ? '*name' : nounLemma(core.lower);
}

function possessorClass(phrase: Phrase, tokens: readonly Token[]): string {
  if (phrase.possessorTo !== undefined) return 'possessor';
  return (tokens[phrase.from] as Token).lower === 'the' ? 'the' : phrase.from === phrase.head ? 'bare' : 'noun';
}
