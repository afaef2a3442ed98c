import type { Phrase } from '../grammar/phrases.ts';
import { contrasts, endOfContent, insideRelative } from './content-extent.ts';
import type { Frame } from './frame.ts';
import { hasVerb, leftOf, resumed } from './words-around-cue.ts';

/** `According to her, …`, `…, according to her`, `said that, according to her, …`. */
export function accordingFrame(phrases: readonly Phrase[], at: number, isCue: (phrase: number) => boolean): Frame | null {
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
