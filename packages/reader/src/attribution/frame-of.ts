import type { Phrase } from '../grammar/phrases.ts';
import { accordingFrame } from './according-frame.ts';
import type { CueCandidate } from './cue-candidates.ts';
import type { Frame } from './frame.ts';
import { nounFrame } from './noun-frame.ts';
import { passiveFrame } from './passive-frame.ts';
import { verbFrame } from './verb-frame.ts';

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
