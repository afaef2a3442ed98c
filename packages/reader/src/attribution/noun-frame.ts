import type { Phrase } from '../grammar/phrases.ts';
import { endOfContent, isBreak, type Stretch } from './content-extent.ts';
import type { CueCandidate } from './cue-candidates.ts';
import { subjectBefore, subjectOfVerbBefore } from './find-subject.ts';
import type { Frame } from './frame.ts';

/** `her criticism of …`, `his claim that …`, `concerns that …`. */
export function nounFrame(phrases: readonly Phrase[], candidate: CueCandidate, isCue: (phrase: number) => boolean): Frame | null {
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
