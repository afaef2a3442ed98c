import { type Body, pageAt, type Span } from '@parley/model';
import { outputWidth } from './terminal/output.ts';
import { plainText, wrapText } from './terminal/string-width.ts';

/** Sentences that were not understood as lines for a terminal, each with the place at which it starts and its page. */
export function unreadLines(sentences: readonly Span[], source: Pick<Body<'source'>, 'pages'>): string[] {
  return sentences.flatMap((sentence) => {
    const page = pageAt(source, sentence.start);
    const place = `${sentence.start}–${sentence.end}${page === null ? '' : `, p. ${page}`}`;
    return [...wrapText(plainText(sentence.text), outputWidth() - 4).map((line) => `    ${line}`), `      ${place}`];
  });
}
