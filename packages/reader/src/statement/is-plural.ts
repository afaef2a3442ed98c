import type { TokenRange } from '../attribution/attribution.ts';
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
  return paragraph.classes[head] === 'N'
    ? /[^s]s$|people$|media$/.test(paragraph.tokens[head]?.lower ?? '')
    : /[^aeious]s$/.test(paragraph.tokens[head]?.lower ?? '') && head === core.from;
}
