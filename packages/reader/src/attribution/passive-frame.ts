import type { Phrase } from '../grammar/phrases.ts';
import { endOfContent, rightContent, type Stretch } from './content-extent.ts';
import type { CueCandidate } from './cue-candidates.ts';
import { FEELING, TELLING } from './cue-words.ts';
import { type Subject, subjectBefore } from './find-subject.ts';
import type { Frame } from './frame.ts';

/** `is expected to …`, `was criticized by …`. */
export function passiveFrame(phrases: readonly Phrase[], candidate: CueCandidate, isCue: (phrase: number) => boolean): Frame | null {
  const at = candidate.at;
  const known = madeKnown(phrases, candidate, isCue);
  if (known) return known;
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

/** `has let it be known that …`: one cue. */
function madeKnown(phrases: readonly Phrase[], candidate: CueCandidate, isCue: (phrase: number) => boolean): Frame | null {
  const verb = candidate.at - 2;
  if (candidate.lemma !== 'know' || phrases[verb + 1]?.lower !== 'it' || phrases[verb]?.lemma !== 'let') return null;
  const right = rightContent(phrases, candidate, candidate.at + 1, isCue);
  const source = subjectBefore(phrases, verb);
  if (!right || !source) return null;
  return { cue: { from: verb, to: candidate.at + 1 }, source, content: [right.content], postposed: false, joined: true };
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
  while (phrases[to]?.kind === 'np') to++;
  while (phrases[to]?.kind === 'prep' && phrases[to + 1]?.kind === 'np') to += 2;
  const link = phrases[to];
  if (link?.kind !== 'sub' && link?.kind !== 'wh' && link?.form !== 'T') return null;
  const content = { from: to, to: endOfContent(phrases, to, isCue, 'clause') };
  return { cue: { from: at, to: at + 2 }, source: { from: at + 2, to }, content: [content], postposed: false };
}

/** `the map drawn by the council`: without a verb of its own. */
export function reducedPassive(phrases: readonly Phrase[], at: number): Frame | null {
  const noun = phrases[at - 1]?.kind === 'comma' ? at - 2 : at - 1;
  if (phrases[noun]?.kind !== 'np' || phrases[at + 2]?.kind !== 'np') return null;
  return { cue: { from: at, to: at + 2 }, source: { from: at + 2, to: at + 3 }, content: [{ from: noun, to: noun + 1 }], postposed: false };
}
