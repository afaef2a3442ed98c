import type { TokenRange } from '../attribution/attribution.ts';
import { mayBe } from '../grammar/classify.ts';
import { nounLemma } from '../grammar/lemma.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';

/** Whether `they` may stand for a name. */
export function isPlural(paragraph: Paragraph, core: TokenRange): boolean {
  for (let i = core.from; i < core.to; i++) if (paragraph.tokens[i]?.lower === 'and') return true;
  let head = core.to - 1;
  for (let i = core.from + 1; i < core.to; i++) {
    if (paragraph.classes[i] === 'I') {
      head = i - 1;
      break;
    }
  }
  const word = paragraph.tokens[head]?.lower ?? '';
  if (paragraph.classes[head] === 'N') return /[^s]s$|people$|media$/.test(word);
  // With a capital because it opens the sentence.
  return head === core.from && /[^aeious]s$|[^s]es$/.test(word) && mayBe(nounLemma(word), 'N');
}
