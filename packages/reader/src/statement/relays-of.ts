import type { Span } from '@parley/model';
import type { Attribution } from '../attribution/attribution.ts';
import { enclosing, interviewBeside, relaysBeside } from '../attribution/find-relays.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import { spanOfTokens } from '../grammar/span-of-tokens.ts';
import type { ReadRelay, ReadStatement } from '../reading.ts';

/** Through whom the words came, nearest to the speaker first: those beside the cue, then the outer speakers. */
export function relaysOf(
  text: string,
  paragraph: Paragraph,
  one: Attribution,
  all: readonly Attribution[],
  speaker: string,
  done: ReadonlyMap<Attribution, ReadStatement>,
): ReadRelay[] {
  const relays: ReadRelay[] = [];
  const add = (relay: ReadRelay): void => {
    if (
      !isSameName(relay.name, speaker) &&
      !relays.some((known) => known.span?.start === relay.span?.start || isSameName(known.name, relay.name))
    )
      relays.push(relay);
  };
  for (const range of relaysBeside(paragraph, one)) add(relayOf(spanOfTokens(text, paragraph, range)));
  let outer = one.passedOnBy ?? enclosing(all, one);
  if (outer === null) for (const range of interviewBeside(paragraph, one)) add(relayOf(spanOfTokens(text, paragraph, range)));
  for (let depth = 0; outer && depth < 10; depth++) {
    const said = done.get(outer);
    const source = said?.source ?? (outer.source ? spanOfTokens(text, paragraph, outer.source) : null);
    // Whom a pronoun stands for, where that is known.
    if (source) add({ ...relayOf(source), ...(said?.speaker.antecedent ? { name: relayOf(said.speaker.antecedent).name } : {}) });
    for (const range of relaysBeside(paragraph, outer)) add(relayOf(spanOfTokens(text, paragraph, range)));
    const next: Attribution | null = outer.passedOnBy ?? enclosing(all, outer);
    if (next === one) break;
    outer = next;
  }
  return relays;
}

/** The same words but for the article. */
function isSameName(a: string, b: string): boolean {
  const bare = (name: string): string => name.toLowerCase().replace(/^(?:the|an?) /, '');
  return a !== '' && bare(a) === bare(b);
}

function relayOf(span: Span): ReadRelay {
  return { span, name: span.text.replace(/\s+/g, ' ').slice(0, 500) };
}
