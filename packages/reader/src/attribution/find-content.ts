import type { Phrase } from '../grammar/phrases.ts';
import { ASIDES, contrasts, endOfContent, insideRelative, isBreak, isTime, rightContent, type Stretch } from './content-extent.ts';
import type { CueCandidate } from './cue-candidates.ts';
import { FEELING, LINKS, REPORTING, SEEMING, TELLING } from './cue-words.ts';
import { isDash, type Subject, subjectAfter, subjectBefore, subjectOf, subjectOfVerbBefore } from './find-subject.ts';

/** What hangs on a cue, in phrases of its sentence. */
export interface Frame {
  cue: Stretch;
  source: Stretch | null;
  content: Stretch[];
  /** The words stand before the cue: `“…,” she said`. */
  postposed: boolean;
  /** A colon ends the sentence: the words stand in the next paragraph. */
  opensNext?: boolean;
  /** Other cues inside this one are part of it: `was quoted as saying`. */
  joined?: boolean;
  /** Nothing in its sentence is said: `Ms. Doe agreed.` before or after a quotation. */
  bare?: boolean;
}

/** The source, content and extent of the cue that `candidate` is taken for, or null where it holds nothing. */
export function frameOf(phrases: readonly Phrase[], candidate: CueCandidate, isCue: (phrase: number) => boolean): Frame | null {
  switch (candidate.form) {
    case 'N':
      return nounFrame(phrases, candidate, isCue);
    case 'I':
      return accordingFrame(phrases, candidate.at, isCue);
    case 'M':
      return colonFrame(phrases, candidate.at);
    case 'P':
      return passiveFrame(phrases, candidate, isCue);
    default:
      return verbFrame(phrases, candidate, isCue);
  }
}

function verbFrame(phrases: readonly Phrase[], candidate: CueCandidate, isCue: (phrase: number) => boolean): Frame | null {
  const at = candidate.at;
  const group = candidate.form === 'J' ? copulaBefore(phrases, at) : at;
  const cue = { from: group, to: at + 1 };
  const reports = REPORTING.has(candidate.lemma);
  const subject = subjectOf(phrases, group, candidate.form);
  if (candidate.form === 'E' && phrases[at + 1]?.lower === 'by') return reducedPassive(phrases, at);
  const afterQuote = candidate.form === 'F' && isAfterQuote(phrases, subject === null ? group : subject.from);
  if (candidate.form !== 'G' && candidate.form !== 'T' && (reports || afterQuote)) {
    const inverted =
      (subject === null || isAfterQuote(phrases, group)) && phrases[at + 1]?.kind === 'np'
        ? invertedFrame(phrases, group, at, subject, isCue)
        : null;
    if (inverted) return inverted;
    const postposed = postposedFrame(phrases, candidate, cue, subject, isCue);
    if (postposed) return postposed;
  }
  if (SEEMING.has(candidate.lemma) && candidate.form === 'F' && subject) {
    const right = rightContent(phrases, candidate, at + 1, isCue);
    if (!right) return null;
    return { cue, source: null, content: [{ from: subject.from, to: subject.to }, right.content], postposed: false };
  }
  const right = rightContent(phrases, candidate, at + 1, isCue);
  if (!right && subject && (reports || candidate.next === ':') && endsInColon(phrases, at))
    return { cue, source: subject, content: [], postposed: false, opensNext: true };
  if (!right) {
    if (subject && reports && candidate.form === 'F')
      return (
        backwardFrame(phrases, cue, subject) ??
        (isMain(phrases, subject) ? { cue, source: subject, content: [], postposed: false, bare: true } : null)
      );
    return relativeObject(phrases, cue, subject);
  }
  return { cue: { from: cue.from, to: Math.max(cue.to, right.cueTo) }, source: subject, content: [right.content], postposed: false };
}

/** The subject opens the sentence. */
function isMain(phrases: readonly Phrase[], subject: Subject): boolean {
  return phrases.slice(0, subject.from).every((phrase) => phrase.kind === 'coord' || phrase.kind === 'adv' || phrase.kind === 'comma');
}

function endsInColon(phrases: readonly Phrase[], at: number): boolean {
  const last = phrases[phrases.length - 1] as Phrase;
  return last.kind === 'mark' && last.lower === ':' && phrases.length - at < 12;
}

function isAfterQuote(phrases: readonly Phrase[], at: number): boolean {
  return phrases[at - 1]?.kind === 'quote' || (phrases[at - 1]?.kind === 'comma' && phrases[at - 2]?.kind === 'quote');
}

function copulaBefore(phrases: readonly Phrase[], adjective: number): number {
  let at = adjective - 1;
  while (at > 0 && (phrases[at] as Phrase).kind === 'adv') at--;
  return (phrases[at] as Phrase).kind === 'vg' ? at : adjective;
}

/** `the plan that she proposed`, `the man whom he accused`: the content is what the clause hangs on. */
function relativeObject(phrases: readonly Phrase[], cue: Stretch, subject: Subject | null): Frame | null {
  if (!subject) return null;
  const before = phrases[subject.from - 1];
  if (before?.kind === 'wh') return { cue, source: subject, content: [{ from: subject.from - 1, to: subject.from }], postposed: false };
  const noun = before?.kind === 'rel' ? subject.from - 2 : subject.from - 1;
  if ((phrases[noun] as Phrase | undefined)?.kind !== 'np') return null;
  return { cue, source: subject, content: [{ from: noun, to: noun + 1 }], postposed: false };
}

function isSpokenBefore(phrases: readonly Phrase[], group: number): boolean {
  const before = phrases[group - 1];
  return before?.kind === 'quote' || (before?.kind === 'comma' && (phrases[group - 2]?.kind === 'quote' || group > 2)) || false;
}

/** `“…,” said Jane Doe, the envoy.` and `The talks are over, said Jane Doe.` */
function invertedFrame(
  phrases: readonly Phrase[],
  group: number,
  at: number,
  before: Subject | null,
  isCue: (phrase: number) => boolean,
): Frame | null {
  if (!isSpokenBefore(phrases, group)) return null;
  if (before && before.from < group - 1 && phrases[group - 2]?.kind !== 'quote' && (phrases[before.to - 1] as Phrase).kind !== 'quote') {
    if (!['end', 'comma', 'sub'].includes(afterSubject(phrases, at))) return null;
  }
  const source = subjectAfter(phrases, at);
  if (!source) return null;
  const left = leftOf(phrases, group);
  if (!left) return null;
  return { cue: { from: group, to: at + 1 }, source, content: [left, ...resumed(phrases, source.to, isCue, left)], postposed: true };
}

function afterSubject(phrases: readonly Phrase[], at: number): string {
  const source = subjectAfter(phrases, at);
  const next = source ? phrases[source.to] : undefined;
  return !next || next.lower === '.' ? 'end' : next.kind === 'comma' ? 'comma' : next.kind;
}

/** `“…,” she said [on Tuesday]`, `The talks, she said, are over`. */
function postposedFrame(
  phrases: readonly Phrase[],
  candidate: CueCandidate,
  cue: Stretch,
  subject: Subject | null,
  isCue: (phrase: number) => boolean,
): Frame | null {
  if (!subject) return null;
  const before = phrases[subject.from - 1];
  if (!before) return null;
  const dash = isDash(before);
  if (before.kind !== 'quote' && before.kind !== 'comma' && !dash) return null;
  const quoted = before.kind === 'quote' || phrases[subject.from - 2]?.kind === 'quote';
  const next = candidate.next;
  if (next === 'that' || next === ':' || next === 'np-that' || next === 'rel') return null;
  if (next === 'quote' && !quoted && !resumesInQuotation(phrases, candidate.at)) return null;
  if (!quoted && !['end', 'comma', 'mark'].includes(next) && !isAside(phrases, candidate.at + 1) && !isToldLast(phrases, candidate))
    return null;
  if (
    quoted &&
    (next.startsWith('np') || next === 'pronoun') &&
    !isTimeNext(phrases, candidate.at + 1) &&
    !TELLING.has(candidate.lemma) &&
    candidate.lemma !== 'say' &&
    candidate.lemma !== 'add' &&
    candidate.lemma !== 'write' &&
    candidate.lemma !== 'ask'
  )
    return null;
  const left = leftOf(phrases, subject.from);
  if (!left) return null;
  if (!quoted && !hasVerb(phrases, left) && !isAnswer(phrases, left)) return null;
  if (!quoted && next === 'quote' && isIntroduction(phrases, left)) return null;
  if (quoted && phrases[left.to - 1]?.kind === 'quote' && next === 'np-verb' && !TELLING.has(candidate.lemma)) return null;
  let end = candidate.at + 1;
  while (end < phrases.length && !isBreak(phrases, end)) end++;
  const cueTo = asideEnd(phrases, candidate.at + 1, end);
  return { cue: { from: cue.from, to: cueTo }, source: subject, content: [left, ...resumed(phrases, end, isCue, left)], postposed: true };
}

/** `…, three sources told the Post.`: nobody but who is told stands between the cue and the end. */
function isToldLast(phrases: readonly Phrase[], candidate: CueCandidate): boolean {
  if (!TELLING.has(candidate.lemma) || phrases[candidate.at + 1]?.kind !== 'np') return false;
  return isBreak(phrases, candidate.at + 2) || isAside(phrases, candidate.at + 2);
}

/** `No, she said, …` */
function isAnswer(phrases: readonly Phrase[], left: Stretch): boolean {
  return left.to - left.from === 1 && ['no', 'yes'].includes((phrases[left.from] as Phrase).lower);
}

function isTimeNext(phrases: readonly Phrase[], at: number): boolean {
  const next = phrases[at];
  return next?.kind === 'np' && isTime(next);
}

/** `Asked about the map, she said, “…”`: what stands first is no part of the words. */
function isIntroduction(phrases: readonly Phrase[], left: Stretch): boolean {
  const first = phrases[left.from] as Phrase;
  return ['sub', 'vg', 'prep', 'adj', 'adv'].includes(first.kind) || first.lower === 'asked';
}

function resumesInQuotation(phrases: readonly Phrase[], at: number): boolean {
  return phrases[at + 1]?.kind === 'comma' && phrases[at + 2]?.kind === 'quote';
}

/** Words about time, place or addressee only, up to the end or a comma. */
function isAside(phrases: readonly Phrase[], from: number): boolean {
  for (let i = from; i < phrases.length; i++) {
    if (isBreak(phrases, i)) return true;
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'sub' && ['after', 'before', 'when', 'as', 'while'].includes(phrase.lower)) return true;
    if (phrase.kind === 'vg' && phrase.form !== 'G') return false;
    if (i === from && phrase.kind !== 'prep' && phrase.kind !== 'np' && phrase.kind !== 'adv') return false;
    if (i === from && phrase.kind === 'prep' && !ASIDES.has(phrase.lower) && !LINKS.has(phrase.lower)) return false;
  }
  return true;
}

/** `said in a statement`: the aside belongs to the cue where it is short. */
function asideEnd(phrases: readonly Phrase[], from: number, end: number): number {
  const first = phrases[from];
  if (first?.kind !== 'prep' || !['in', 'during', 'at'].includes(first.lower) || end - from > 4) return from;
  return phrases[from + 1]?.kind === 'np' ? from + 2 : from;
}

function hasVerb(phrases: readonly Phrase[], stretch: Stretch): boolean {
  for (let i = stretch.from; i < stretch.to; i++) if ((phrases[i] as Phrase).kind === 'vg') return true;
  return false;
}

/** Everything before phrase `at`, back to the start of the sentence or of what stands on its own. */
function leftOf(phrases: readonly Phrase[], at: number): Stretch | null {
  let to = at;
  while (to > 0 && ['comma'].includes((phrases[to - 1] as Phrase).kind)) to--;
  while (to > 0 && isDash(phrases[to - 1] as Phrase)) to--;
  let from = 0;
  for (let i = to - 1; i >= 0; i--) {
    const phrase = phrases[i] as Phrase;
    if (phrase.kind === 'mark' && (phrase.lower === ';' || phrase.lower === ':') && i < to - 1) {
      from = i + 1;
      break;
    }
  }
  const first = phrases[from];
  if (first?.kind === 'coord' && to - from > 1) from++;
  return from < to ? { from, to } : null;
}

/** What goes on after an interpolated cue: `…, she said, …`. */
function resumed(phrases: readonly Phrase[], from: number, isCue: (phrase: number) => boolean, left: Stretch): Stretch[] {
  let at = from;
  if (phrases[at]?.kind === 'quote') return [{ from: at, to: endOfContent(phrases, at, isCue, 'clause') }];
  if (phrases[at]?.kind !== 'comma' && !(phrases[at] && isDash(phrases[at] as Phrase)))
    return phrases[at]?.lower === ':' && phrases[at + 1]?.kind === 'quote' ? [{ from: at + 1, to: at + 2 }] : [];
  at++;
  const first = phrases[at];
  if (!first || first.kind === 'mark') return [];
  if (first.kind === 'quote') return [{ from: at, to: endOfContent(phrases, at, isCue, 'clause') }];
  if (phrases[left.to - 1]?.kind === 'quote') return afterSecondComma(phrases, at);
  if (first.kind === 'vg' && first.form === 'G') return [];
  if (first.kind === 'rel' || first.kind === 'wh' || (first.kind === 'coord' && speaksNext(phrases, at + 1, isCue))) return [];
  if (first.kind === 'prep' || first.kind === 'sub' || first.kind === 'coord' || first.kind === 'adv') {
    if (!hasVerb(phrases, { from: at, to: phrases.length }) && first.kind !== 'coord') return [];
  }
  const to = endOfContent(phrases, at, isCue, 'clause');
  return to > at ? [{ from: at, to }] : [];
}

/** `and added`, `but neither has confirmed`: another cue. */
function speaksNext(phrases: readonly Phrase[], from: number, isCue: (phrase: number) => boolean): boolean {
  const at = phrases[from]?.kind === 'np' ? from + 1 : from;
  return phrases[at]?.kind === 'vg' && isCue(at);
}

/** `“…,” she said, speaking of the map, “and …”`: over one more aside to the rest of the quotation. */
function afterSecondComma(phrases: readonly Phrase[], from: number): Stretch[] {
  for (let i = from; i < Math.min(from + 10, phrases.length - 1); i++) {
    if ((phrases[i] as Phrase).kind !== 'comma') continue;
    return phrases[i + 1]?.kind === 'quote' ? [{ from: i + 1, to: i + 2 }] : [];
  }
  return [];
}

/** `…, the report said` with nothing at its right and words before it that a comma sets off. */
function backwardFrame(phrases: readonly Phrase[], cue: Stretch, subject: Subject): Frame | null {
  const before = phrases[subject.from - 1];
  if (before?.kind === 'sub' && before.lower === 'as') {
    const comma = phrases[subject.from - 2];
    const left = comma?.kind === 'comma' ? leftOf(phrases, subject.from - 1) : null;
    return left ? { cue, source: subject, content: [left], postposed: true } : null;
  }
  return relativeObject(phrases, cue, subject);
}

/** `is expected to …`, `was criticized by …`. */
function passiveFrame(phrases: readonly Phrase[], candidate: CueCandidate, isCue: (phrase: number) => boolean): Frame | null {
  const at = candidate.at;
  const subject = subjectBefore(phrases, at);
  if (FEELING.has(candidate.lemma)) {
    const felt = rightContent(phrases, candidate, at + 1, isCue);
    return felt
      ? { cue: { from: at, to: Math.max(at + 1, felt.cueTo) }, source: subject, content: [felt.content], postposed: false }
      : null;
  }
  const quoted = subject && asSaying(phrases, candidate, subject, isCue);
  if (quoted) return quoted;
  const teller = TELLING.has(candidate.lemma) && phrases[at + 1]?.lower === 'by' ? toldBy(phrases, at, isCue) : null;
  if (teller) return teller;
  const content: Stretch[] = [];
  if (subject) content.push({ from: subject.from, to: subject.to });
  for (let i = at + 1; i < Math.min(at + 4, phrases.length); i++) {
    if ((phrases[i] as Phrase).lower === 'by' && phrases[i + 1]?.kind === 'np' && subject) {
      const to = endOfContent(phrases, i + 1, isCue, 'np');
      return { cue: { from: at, to: i + 1 }, source: { from: i + 1, to }, content, postposed: false };
    }
  }
  const right = rightContent(phrases, candidate, at + 1, isCue);
  if (right && (right.cueTo <= at + 1 || TELLING.has(candidate.lemma) || candidate.lemma === 'ask')) {
    if (candidate.lemma === 'ask' || TELLING.has(candidate.lemma))
      return { cue: { from: at, to: right.cueTo }, source: null, content: [right.content], postposed: false };
    content.push(right.content);
  } else if (right) content.push({ from: at + 1, to: right.content.to });
  return content.length > 0 ? { cue: { from: at, to: at + 1 }, source: null, content, postposed: false } : null;
}

const QUOTED = new Set(['quote', 'cite', 'report', 'record', 'hear', 'describe']);

/** `was quoted [by a paper] as saying that …`: one cue, whose subject speaks. */
function asSaying(phrases: readonly Phrase[], candidate: CueCandidate, subject: Subject, isCue: (phrase: number) => boolean): Frame | null {
  if (!QUOTED.has(candidate.lemma)) return null;
  let as = candidate.at + 1;
  while (as < candidate.at + 8 && phrases[as] && (phrases[as] as Phrase).lower !== 'as') {
    if (!['prep', 'np', 'adv'].includes((phrases[as] as Phrase).kind)) return null;
    as++;
  }
  const saying = phrases[as + 1];
  if (phrases[as]?.lower !== 'as' || saying?.kind !== 'vg' || saying.form !== 'G') return null;
  const inner: CueCandidate = { ...candidate, at: as + 1, lemma: saying.lemma ?? '', form: 'G' };
  const right = rightContent(phrases, inner, as + 2, isCue);
  if (!right) return null;
  return { cue: { from: candidate.at, to: as + 2 }, source: subject, content: [right.content], postposed: false, joined: true };
}

/** `The patrol was told by the doctor that …` */
function toldBy(phrases: readonly Phrase[], at: number, isCue: (phrase: number) => boolean): Frame | null {
  if (phrases[at + 2]?.kind !== 'np') return null;
  let to = at + 3;
  while (phrases[to]?.kind === 'prep' && phrases[to + 1]?.kind === 'np') to += 2;
  const link = phrases[to];
  if (link?.kind !== 'sub' && link?.kind !== 'wh' && link?.form !== 'T') return null;
  const content = { from: to, to: endOfContent(phrases, to, isCue, 'clause') };
  return { cue: { from: at, to: at + 2 }, source: { from: at + 2, to }, content: [content], postposed: false };
}

function reducedPassive(phrases: readonly Phrase[], at: number): Frame | null {
  const noun = phrases[at - 1]?.kind === 'comma' ? at - 2 : at - 1;
  if (phrases[noun]?.kind !== 'np' || phrases[at + 2]?.kind !== 'np') return null;
  return { cue: { from: at, to: at + 2 }, source: { from: at + 2, to: at + 3 }, content: [{ from: noun, to: noun + 1 }], postposed: false };
}

/** `her criticism of …`, `his claim that …`, `concerns that …`. */
function nounFrame(phrases: readonly Phrase[], candidate: CueCandidate, isCue: (phrase: number) => boolean): Frame | null {
  const at = candidate.at;
  let from = at + 1;
  const link = phrases[from] as Phrase | undefined;
  if (!link) return null;
  if (link.kind === 'prep') from++;
  const first = phrases[from];
  if (!first || isBreak(phrases, from)) return null;
  const clause = first.kind === 'np' && link.kind === 'prep' ? 'np' : 'clause';
  const before = phrases[at - 1];
  let source: Stretch | null = null;
  if (before?.kind === 'vg' && (before.form === 'F' || before.form === 'T' || before.form === 'G') && !before.copula)
    source = before.form === 'F' ? subjectBefore(phrases, at - 1) : subjectOfVerbBefore(phrases, at);
  else if (before?.kind === 'vg' && before.lemma === 'have') source = subjectBefore(phrases, at - 1);
  return {
    cue: { from: at, to: link.kind === 'prep' ? at + 2 : at + 1 },
    source,
    content: [{ from, to: endOfContent(phrases, from, isCue, clause) }],
    postposed: false,
  };
}

function accordingFrame(phrases: readonly Phrase[], at: number, isCue: (phrase: number) => boolean): Frame | null {
  const start = at + 2;
  if (phrases[start]?.kind !== 'np') return null;
  let to = start + 1;
  let depth = 0;
  for (; to < phrases.length; to++) {
    const phrase = phrases[to] as Phrase;
    if (phrase.lower === '(') depth++;
    if (phrase.lower === ')') depth--;
    if (depth > 0) continue;
    if (phrase.kind === 'quote' || (phrase.kind === 'mark' && phrase.lower === '.')) break;
    if (
      phrase.kind === 'comma' &&
      (at === 0 || phrases[to + 1]?.kind !== 'np' || hasVerb(phrases, { from: to + 1, to: Math.min(to + 4, phrases.length) }))
    )
      break;
    if (phrase.kind === 'vg' && phrase.form === 'F' && !insideRelative(phrases, start, to)) break;
  }
  const cue = { from: at, to: at + 2 };
  const source = { from: start, to };
  if (at === 0 || (at === 1 && phrases[0]?.kind === 'coord')) {
    const from = phrases[to]?.kind === 'comma' ? to + 1 : to;
    let end = phrases.length;
    for (let i = from + 1; i + 2 < end; i++) if (contrasts(phrases, i, isCue)) end = i;
    while (end > from && (phrases[end - 1] as Phrase).kind === 'mark') end--;
    return end > from ? { cue, source, content: [{ from, to: end }], postposed: false } : null;
  }
  const opener = phrases[at - 1]?.kind === 'comma' ? phrases[at - 2] : phrases[at - 1];
  if (opener?.kind === 'sub' && phrases[to]?.kind === 'comma' && to + 1 < phrases.length) {
    // `said that, according to her, …`: what stands before is the outer speaker's.
    return { cue, source, content: [{ from: to + 1, to: endOfContent(phrases, to + 1, () => false, 'clause') }], postposed: false };
  }
  const left = leftOf(phrases, at);
  return left ? { cue, source, content: [left, ...resumed(phrases, to, () => false, left)], postposed: true } : null;
}

/** `Doe: Talks must go on` in a headline, `in her words: “…”`. */
function colonFrame(phrases: readonly Phrase[], at: number): Frame | null {
  let from = at - 1;
  const before = phrases[from];
  if (before?.kind !== 'np') return null;
  while (from > 0 && ((phrases[from - 1] as Phrase).kind === 'prep' || (phrases[from - 1] as Phrase).kind === 'np')) from--;
  let to = phrases.length;
  while (to > at + 1 && (phrases[to - 1] as Phrase).kind === 'mark') to--;
  if (to <= at + 1) return null;
  return { cue: { from: at, to: at + 1 }, source: { from, to: at }, content: [{ from: at + 1, to }], postposed: false };
}
