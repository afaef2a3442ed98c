import type { Phrase } from '../grammar/phrases.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import type { Attribution, TokenRange } from './attribution.ts';
import { REPORTING } from './cue-words.ts';
import { mentionKind } from './mention-kind.ts';

/**
 * `The agency reported, citing a diplomat, that …`: whoever is cited says what is reported, and the agency
 * passes it on. What is cited that cannot speak, as a poll or a law, stays as it was.
 */
export function withCitedSpeakers(paragraph: Paragraph, attributions: readonly Attribution[]): Attribution[] {
  return attributions.map((one) => {
    const cited = citedBy(paragraph, one);
    const host = cited && hostOf(one, attributions);
    return host ? { ...one, source: cited, sourceCore: cited, content: host.content, passedOnBy: host, postposed: host.postposed } : one;
  });
}

function citedBy(paragraph: Paragraph, { candidate, content, sentence }: Attribution): TokenRange | null {
  if (candidate?.form !== 'G' || (candidate.lemma !== 'cite' && candidate.lemma !== 'quote')) return null;
  const [range] = content;
  const head = sentence.phrases.find((phrase) => phrase.from === range?.from);
  if (!range || content.length > 1 || head?.kind !== 'np' || head.pronoun) return null;
  return maySpeak(paragraph, head) ? range : null;
}

function maySpeak({ tokens }: Paragraph, { from, to }: Phrase): boolean {
  const name = tokens.slice(from, to).map(({ text }) => text);
  const kind = mentionKind(name.join(' '));
  return kind === 'person' || kind === 'body' || /^(?:people|sources|police)$/.test(name.at(-1)?.toLowerCase() ?? '');
}

/** What is said in the same sentence, outside of which the cue stands. */
function hostOf(one: Attribution, attributions: readonly Attribution[]): Attribution | null {
  const holds = ({ content }: Attribution): boolean => content.some(({ from, to }) => from <= one.head && one.head < to);
  return (
    attributions.find(
      (other) =>
        other !== one &&
        other.sentence === one.sentence &&
        other.source !== null &&
        other.content.length > 0 &&
        REPORTING.has(other.candidate?.lemma ?? '') &&
        !holds(other) &&
        !attributions.some((outer) => outer !== other && outer.content.some(({ from, to }) => from <= other.head && other.head < to)),
    ) ?? null
  );
}
