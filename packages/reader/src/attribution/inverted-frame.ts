import type { Phrase } from '../grammar/phrases.ts';
import { type Subject, subjectAfter } from './find-subject.ts';
import type { Frame } from './frame.ts';
import { leftOf, resumed } from './words-around-cue.ts';

/** `“…,” said Jane Doe, the envoy.` and `The talks are over, said Jane Doe.` */
export function invertedFrame(
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

function isSpokenBefore(phrases: readonly Phrase[], group: number): boolean {
  const before = phrases[group - 1];
  return before?.kind === 'quote' || (before?.kind === 'comma' && (phrases[group - 2]?.kind === 'quote' || group > 2)) || false;
}

function afterSubject(phrases: readonly Phrase[], at: number): string {
  const source = subjectAfter(phrases, at);
  const next = source ? phrases[source.to] : undefined;
  return !next || next.lower === '.' ? 'end' : next.kind === 'comma' ? 'comma' : next.kind;
}
