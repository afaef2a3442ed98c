import type { Phrase } from '../grammar/phrases.ts';
import { rightContent, type Stretch } from './content-extent.ts';
import type { CueCandidate } from './cue-candidates.ts';
import { REPORTING, SEEMING } from './cue-words.ts';
import { type Subject, subjectOf } from './find-subject.ts';
import type { Frame } from './frame.ts';
import { invertedFrame } from './inverted-frame.ts';
import { reducedPassive } from './passive-frame.ts';
import { postposedFrame } from './postposed-frame.ts';
import { leftOf } from './words-around-cue.ts';

/** `She said that …`, `…, said she`, `The talks, she said, …`. */
export function verbFrame(phrases: readonly Phrase[], candidate: CueCandidate, isCue: (phrase: number) => boolean): Frame | null {
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
