import type { Phrase } from '../grammar/phrases.ts';
import { endOfContent, type Stretch } from './content-extent.ts';
import { isDash } from './find-subject.ts';

/** Everything before phrase `at`, back to the start of the sentence or of what stands on its own. */
export function leftOf(phrases: readonly Phrase[], at: number): Stretch | null {
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
export function resumed(phrases: readonly Phrase[], from: number, isCue: (phrase: number) => boolean, left: Stretch): Stretch[] {
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

/** Whether a stretch of phrases has a verb group. */
export function hasVerb(phrases: readonly Phrase[], stretch: Stretch): boolean {
  for (let i = stretch.from; i < stretch.to; i++) if ((phrases[i] as Phrase).kind === 'vg') return true;
  return false;
}
