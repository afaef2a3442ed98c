import type { Phrase } from '../grammar/phrases.ts';
import type { CueCandidate } from './cue-candidates.ts';
import { LINKS, REPORTING, TELLING, TIME_WORDS } from './cue-words.ts';
import { isDash, isParenthesis } from './find-subject.ts';

/** A stretch of phrases, `to` exclusive. */
export interface Stretch {
  from: number;
  to: number;
}

/** What follows these with `in` or `on` is where or when, not what. */
const SAYING = new Set(['say', 'tell', 'add', 'write', 'announce', 'note']);
/** Verbs that say as what somebody or something is seen. */
const LIKENING = new Set([
  'describe',
  'view',
  'see',
  'regard',
  'portray',
  'dismiss',
  'consider',
  'characterize',
  'cast',
  'paint',
  'label',
  'denounce',
  'depict',
  'hail',
  'perceive',
  'treat',
]);
/** Prepositions after which the words of a reporting verb may still follow. */
export const ASIDES = new Set(['in', 'on', 'at', 'during', 'after', 'to', 'from', 'through', 'by', 'before', 'with', 'via', 'over']);

/** Openers of what the reporter adds after a comma behind quoted words, or after a dash. */
const AFTERTHOUGHTS = new Set(['though', 'although', 'as', 'like', 'while']);

/** Openers of a clause in which somebody else may speak: `…, though he denied it`. */
const CONTRASTING = new Set(['while', 'though', 'although', 'whereas', 'but', 'yet', 'and']);

export function isBreak(phrases: readonly Phrase[], at: number): boolean {
  const phrase = phrases[at] as Phrase;
  return phrase.kind === 'comma' || phrase.kind === 'quote' || (phrase.kind === 'mark' && !/^[([\])'’"&/]$/.test(phrase.lower));
}

/** Where the content right of a cue starts and ends; `cueTo` is where the cue ends with what belongs to it. */
export function rightContent(
  phrases: readonly Phrase[],
  candidate: CueCandidate,
  start: number,
  isCue: (phrase: number) => boolean,
): { content: Stretch; cueTo: number } | null {
  let from = start;
  let cueTo = start;
  const telling =
    TELLING.has(candidate.lemma) || (candidate.lemma === 'ask' && (candidate.next === 'np-quote' || candidate.next === 'pronoun'));
  while (phrases[from]?.kind === 'adv' && (phrases[from + 1]?.kind !== 'prep' || isCue(from)) && !isNotTo(phrases, from)) from++;
  if (telling && phrases[from]?.kind === 'np') from = afterAddressee(phrases, from);
  else if (REPORTING.has(candidate.lemma)) {
    const after = afterAside(phrases, from);
    if (after > from) {
      if (after - from <= 3)
        cueTo = Math.max(
          cueTo,
          phrases[from]?.kind === 'prep' && ['in', 'at', 'during'].includes((phrases[from] as Phrase).lower)
            ? Math.min(after, from + 2)
            : cueTo,
        );
      from = after;
    }
  }
  if (isParenthesis(phrases, from)) from += 3;
  from = afterInsertion(phrases, from);
  const particle = phrases[from];
  if (particle && (particle.lower === 'out' || (candidate.lemma === 'put' && particle.lower === 'it'))) {
    const after = phrases[from + 1];
    if (after && (after.kind === 'quote' || after.kind === 'comma' || after.kind === 'sub' || after.lower === ':')) cueTo = ++from;
  }
  if (phrases[from]?.kind === 'comma') {
    if (phrases[from + 1]?.kind === 'quote' || phrases[from + 1]?.inside !== undefined || (REPORTING.has(candidate.lemma) && from > start))
      from++;
    else return null;
  }
  if (phrases[from]?.lower === ':' && phrases[from]?.kind === 'mark') from++;
  const first = phrases[from];
  if (!first || first.kind === 'mark' || first.kind === 'comma' || first.kind === 'coord') return null;
  if (first.kind === 'quote') return { content: { from, to: endOfContent(phrases, from, isCue, 'quote') }, cueTo };
  if (first.kind === 'prep') {
    if (SAYING.has(candidate.lemma) && !['of', 'about', 'as', 'out'].includes(first.lower)) return null;
    if (!LINKS.has(first.lower)) {
      if (candidate.form !== 'J' && first.lower !== 'that') return null;
    }
    let inner = from + 1;
    if (phrases[inner]?.kind === 'prep') inner++;
    if (!phrases[inner] || (isBreak(phrases, inner) && phrases[inner]?.kind !== 'quote')) return null;
    const clause = ['vg', 'wh', 'sub'].includes((phrases[inner] as Phrase).kind) ? 'clause' : 'np';
    return { content: { from: inner, to: endOfContent(phrases, inner, isCue, clause) }, cueTo: inner };
  }
  const clause = first.kind === 'np' && !nounStartsClause(phrases, from) ? 'np' : 'clause';
  const kind = clause === 'np' && LIKENING.has(candidate.lemma) ? 'likening' : clause;
  const to = endOfContent(phrases, from, isCue, kind);
  return { content: { from, to: isSetOff(phrases, candidate.at) ? endBeforeVerb(phrases, from, to) : to }, cueTo };
}

/** `…, which declined to comment, was …`: the cue stands in a relative clause between commas. */
function isSetOff(phrases: readonly Phrase[], cue: number): boolean {
  return phrases[cue - 1]?.kind === 'rel' && phrases[cue - 2]?.kind === 'comma';
}

function endBeforeVerb(phrases: readonly Phrase[], from: number, to: number): number {
  for (let i = from + 1; i + 1 < to; i++)
    if ((phrases[i] as Phrase).kind === 'comma' && phrases[i + 1]?.kind === 'vg' && phrases[i + 1]?.form !== 'G') return i;
  return to;
}

/** A subject with its verb follows, or an infinitive that the noun is the subject of. */
function nounStartsClause(phrases: readonly Phrase[], from: number): boolean {
  // `said no, they had …`
  if (['no', 'yes'].includes((phrases[from] as Phrase).lower) && phrases[from + 1]?.kind === 'comma') return true;
  for (let i = from + 1; i < Math.min(from + 12, phrases.length); i++) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'coord' && phrases[i + 1]?.kind === 'vg') return false;
    if (phrase.kind === 'comma' && i === from + 1 && ['rel', 'wh', 'np'].includes(phrases[i + 1]?.kind ?? ''))
      return verbAfterComma(phrases, i + 1);
    if (phrase.kind === 'vg' && phrase.form === 'G' && (phrases[i - 1] as Phrase).kind !== 'prep') continue;
    if (phrase.kind === 'vg') return phrase.form === 'F' || phrase.form === 'P' || phrase.form === 'T';
    if (phrase.kind === 'comma' || phrase.kind === 'mark' || phrase.kind === 'rel' || phrase.kind === 'sub' || phrase.kind === 'quote')
      return false;
  }
  return false;
}

/** `the union, which has …, is …`: a comma with a finite verb right after it. */
function verbAfterComma(phrases: readonly Phrase[], from: number): boolean {
  for (let i = from; i < Math.min(from + 14, phrases.length); i++) {
    if ((phrases[i] as Phrase).kind === 'quote') return false;
    const verb = phrases[i + 1];
    if ((phrases[i] as Phrase).kind === 'comma') return verb?.kind === 'vg' && (verb.form === 'F' || verb.form === 'P');
  }
  return false;
}

/** Over who is told, with what hangs on it, to `that`, a quotation, a clause or `to`. */
function afterAddressee(phrases: readonly Phrase[], from: number): number {
  for (let i = from + 1; i < Math.min(from + 14, phrases.length); i++) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'sub' && (phrase.lower === 'that' || phrase.lower === 'if' || phrase.lower === 'whether')) return i;
    if (phrase.kind === 'quote' || phrase.kind === 'wh') return i;
    if (phrase.kind === 'mark' && phrase.lower === ':') return i;
    if (phrase.kind === 'comma' && phrases[i + 1]?.kind === 'quote') return i;
    if (phrase.kind === 'vg' && phrase.form === 'T') return i;
    if (
      phrase.kind === 'np' &&
      (phrases[i + 1]?.kind === 'vg' ||
        (phrases[i + 1]?.kind === 'prep' && (phrases[i - 1] as Phrase).kind !== 'prep' && clauseFollows(phrases, i)))
    ) {
      return (phrases[i - 1] as Phrase).kind === 'prep' ? i : i;
    }
    if (phrase.kind === 'mark') break;
  }
  return phrases[from + 1]?.kind === 'prep' && (phrases[from + 1] as Phrase).lower !== 'in' ? from + 1 : from;
}

function clauseFollows(phrases: readonly Phrase[], np: number): boolean {
  for (let i = np + 1; i < Math.min(np + 8, phrases.length); i++) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'vg') return phrase.form === 'F' || phrase.form === 'P';
    if (phrase.kind === 'comma' || phrase.kind === 'mark' || phrase.kind === 'sub' || phrase.kind === 'rel') return false;
  }
  return false;
}

/** `said [in a statement on Tuesday] that …`: over asides to where words clearly start; else stays. */
function afterAside(phrases: readonly Phrase[], from: number): number {
  let at = from;
  const first = phrases[at];
  if (first?.kind === 'np' && isTime(first) && phrases[at + 1]) at++;
  else if (first?.kind !== 'prep' || !ASIDES.has(first.lower)) return from;
  for (let i = at; i < Math.min(from + 14, phrases.length); i++) {
    const phrase = phrases[i] as Phrase;
    if ((phrase.kind === 'sub' && phrase.lower === 'that') || phrase.kind === 'wh') return i;
    // `on the record who …`: nobody whom the record would be.
    if (phrase.kind === 'rel' && phrases[i - 1]?.lower === 'record') return i;
    if (phrase.kind === 'quote') return i;
    if (phrase.kind === 'mark' && phrase.lower === ':') return i;
    if (phrase.kind === 'comma' && phrases[i + 1]?.kind === 'quote') return i;
    if (phrase.kind === 'comma' && afterInsertion(phrases, i) > i) return i;
    if (phrase.kind === 'np' && i > from && (phrases[i - 1] as Phrase).kind !== 'prep' && phrases[i + 1]?.kind === 'vg') return i;
    if (phrase.kind === 'mark' || phrase.kind === 'vg' || phrase.kind === 'rel' || phrase.kind === 'coord') return from;
  }
  return from;
}

/** `promised not to attack`: without the negation the words would say the contrary. */
function isNotTo(phrases: readonly Phrase[], at: number): boolean {
  return ['not', 'never'].includes((phrases[at] as Phrase).lower) && phrases[at + 1]?.form === 'T';
}

const INSERTED = new Set(['via', 'through', 'by', 'citing', 'quoting', 'speaking', 'if', 'when']);

/** `said, via an aide, that …`, `reported, citing a diplomat, that …`, `would say, if asked, that …`: to the words; else stays. */
function afterInsertion(phrases: readonly Phrase[], from: number): number {
  if (phrases[from]?.kind !== 'comma' || !INSERTED.has(phrases[from + 1]?.lower ?? '')) return from;
  for (let i = from + 2; i < Math.min(from + 16, phrases.length - 1); i++) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'quote' || phrase.kind === 'mark') return from;
    if (phrase.kind === 'comma' && phrases[i + 1]?.kind === 'sub' && phrases[i + 1]?.lower === 'that') return i + 1;
  }
  return from;
}

export function isTime(phrase: Phrase): boolean {
  return TIME_WORDS.has(phrase.lower);
}

/** How far content goes that starts at `from`. */
export function endOfContent(
  phrases: readonly Phrase[],
  from: number,
  isCue: (phrase: number) => boolean,
  kind: 'clause' | 'np' | 'quote' | 'likening',
): number {
  let to = from + 1;
  for (; to < phrases.length; to++) {
    const phrase = phrases[to] as Phrase;
    const next = phrases[to + 1];
    if (to === from + 1 && next?.lower === 'according' && isThatComma(phrases, from)) {
      to = overAccording(phrases, to + 1);
      continue;
    }
    if (phrase.kind === 'mark' && (phrase.lower === '.' || phrase.lower === '?' || phrase.lower === '!') && to >= phrases.length - 2) break;
    if (kind === 'quote') break;
    if (phrase.inside !== undefined && phrases[to - 1]?.inside === phrase.inside && next?.inside === phrase.inside) continue;
    if (phrase.kind === 'comma') {
      if (!next) break;
      if (next.kind === 'vg' && (next.form === 'G' || (next.form === 'F' && (phrases[to - 1] as Phrase).kind !== 'quote')) && isCue(to + 1))
        break;
      if ((next.kind === 'sub' || next.kind === 'coord') && CONTRASTING.has(next.lower) && cueFollows(phrases, to + 2, isCue)) break;
      if (next.lower === 'according' || (next.lower === 'as' && next.kind === 'sub')) break;
      if (AFTERTHOUGHTS.has(next.lower) && phrases[to - 1]?.inside !== undefined && next.inside === undefined) break;
      if (next.kind === 'coord' && coordinatedCue(phrases, to + 1, isCue)) break;
      if (next.kind === 'np' && setOffAtEnd(phrases, to + 1, isCue)) break;
      if ((kind === 'np' || kind === 'likening') && !listContinues(phrases, from, to)) break;
      continue;
    }
    if (phrase.kind === 'coord' && coordinatedCue(phrases, to, isCue)) break;
    if (phrase.kind === 'coord' && phrase.lower === 'but' && cueFollows(phrases, to + 1, isCue)) break;
    if (phrase.kind === 'mark' && phrase.lower === ';') break;
    if (isDash(phrase) && (next?.kind === 'coord' || AFTERTHOUGHTS.has(next?.lower ?? '') || (next?.kind === 'vg' && next.form === 'F')))
      break;
    if (phrase.lower === 'according' && next?.lower === 'to') break;
    if (kind === 'np' || kind === 'likening') {
      if (phrase.kind === 'sub' && phrase.lower !== 'that' && !(kind === 'likening' && phrase.lower === 'as')) break;
      if (
        phrase.kind === 'vg' &&
        (phrase.form === 'F' || phrase.form === 'P') &&
        (phrases[to - 1] as Phrase).kind !== 'rel' &&
        !insideRelative(phrases, from, to)
      )
        break;
      if (isDash(phrase)) break;
      if (phrase.kind === 'coord' && next?.kind === 'vg' && next.form === 'F') break;
    }
  }
  return to;
}

function isThatComma(phrases: readonly Phrase[], from: number): boolean {
  return (phrases[from] as Phrase).kind === 'sub' && phrases[from + 1]?.kind === 'comma';
}

/** `that, according to her brother, …`: the comma after the brother. */
function overAccording(phrases: readonly Phrase[], according: number): number {
  let at = according + 1;
  while (at < phrases.length - 1 && (phrases[at] as Phrase).kind !== 'comma') at++;
  return at;
}

export function insideRelative(phrases: readonly Phrase[], from: number, at: number): boolean {
  for (let i = at - 1; i > from; i--) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'rel' || phrase.kind === 'wh' || phrase.kind === 'sub') return true;
    if (phrase.kind === 'vg' && (phrase.form === 'F' || phrase.form === 'P')) return false;
    if (phrase.kind === 'vg' && phrases[i + 1]?.kind === 'np' && i + 1 === at - 1) return true;
    if (phrase.kind === 'np' && phrases[i + 1]?.kind === 'np') return true;
  }
  return false;
}

/** `…, though he denies it`: a comma before a clause of somebody else's words. */
export function contrasts(phrases: readonly Phrase[], comma: number, isCue: (phrase: number) => boolean): boolean {
  const next = phrases[comma + 1];
  return phrases[comma]?.kind === 'comma' && next?.kind === 'sub' && CONTRASTING.has(next.lower) && cueFollows(phrases, comma + 2, isCue);
}

/** `…, while the union favors …`: somebody else's stance. */
function cueFollows(phrases: readonly Phrase[], from: number, isCue: (phrase: number) => boolean): boolean {
  for (let i = from; i < Math.min(from + 4, phrases.length); i++) if ((phrases[i] as Phrase).kind === 'vg') return isCue(i);
  return false;
}

/** `… and added`, `… but denied`: another cue of the same speaker. */
function coordinatedCue(phrases: readonly Phrase[], coord: number, isCue: (phrase: number) => boolean): boolean {
  let at = coord + 1;
  while (phrases[at]?.kind === 'adv') at++;
  const verb = phrases[at];
  return verb?.kind === 'vg' && (verb.form === 'F' || verb.form === 'G') && isCue(at) && verb.modal === undefined;
}

/** `…, the envoy said.`, `…, two people close to the talks told the Post`: a trailing cue closes what stands before it. */
function setOffAtEnd(phrases: readonly Phrase[], np: number, isCue: (phrase: number) => boolean): boolean {
  for (let at = np + 1; at < Math.min(np + 9, phrases.length); at++) {
    const phrase = phrases[at] as Phrase;
    if (phrase.kind === 'vg' && isCue(at) && REPORTING.has(phrase.lemma ?? '')) {
      const after = TELLING.has(phrase.lemma ?? '') && phrases[at + 1]?.kind === 'np' ? at + 2 : at + 1;
      if (after >= phrases.length || isBreak(phrases, after)) return true;
      return (phrases[after] as Phrase).kind === 'prep' && after > at + 1;
    }
    const beforeVerb = phrase.kind === 'vg' && (phrase.form === 'E' || phrases[at - 1]?.kind === 'rel' || at > np + 1);
    if (!beforeVerb && !['np', 'prep', 'adj', 'adv', 'rel'].includes(phrase.kind)) return false;
  }
  return false;
}

function listContinues(phrases: readonly Phrase[], from: number, comma: number): boolean {
  if (phrases[comma + 1]?.kind !== 'np' && phrases[comma + 1]?.kind !== 'coord') return false;
  for (let i = comma + 1; i < Math.min(comma + 8, phrases.length); i++) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'coord' && (phrases[i + 1]?.kind === 'np' || phrases[i + 1]?.kind === 'vg')) return from < comma;
    if (phrase.kind !== 'np' && phrase.kind !== 'comma' && phrase.kind !== 'prep') return false;
  }
  return false;
}
