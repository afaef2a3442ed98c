import type { Phrase } from '../grammar/phrases.ts';
import { ASIDES, isBreak, isTime, type Stretch } from './content-extent.ts';
import type { CueCandidate } from './cue-candidates.ts';
import { LINKS, TELLING } from './cue-words.ts';
import { isDash, type Subject } from './find-subject.ts';
import type { Frame } from './frame.ts';
import { hasVerb, leftOf, resumed } from './words-around-cue.ts';

/** `“…,” she said [on Tuesday]`, `The talks, she said, are over`. */
export function postposedFrame(
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
  if (!quoted && !hasVerb(phrases, left) && !isAnswer(phrases, left) && !isSubjectOfRest(phrases, left, candidate.at)) return null;
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

/** `The talks, he said, had been useful`: a subject, with its verb after the cue. */
function isSubjectOfRest(phrases: readonly Phrase[], left: Stretch, cue: number): boolean {
  const verb = phrases[cue + 2];
  if (phrases[cue + 1]?.kind !== 'comma' || verb?.kind !== 'vg' || verb.form === 'G' || verb.form === 'T') return false;
  return left.from === 0 && phrases[left.to - 1]?.kind === 'np' && phrases[left.from]?.kind === 'np';
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
