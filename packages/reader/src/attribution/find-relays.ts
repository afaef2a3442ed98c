import type { Phrase } from '../grammar/phrases.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import type { Attribution, TokenRange } from './attribution.ts';

const OUTLETS = new Set(
  (
    'bbc cnn nbc abc cbs fox reuters ap afp upi npr msnbc politico bloomberg axios jazeera arabiya haaretz interfax tass xinhua anadolu times post journal herald tribune guardian telegraph ' +
    'newspaper newspapers magazine agency broadcaster channel radio tv television station network daily weekly gazette news press media outlet website today'
  ).split(' '),
);
const ACCOUNTS = new Set('report reports account accounts media press leaks leak documents transcripts'.split(' '));
/** Verbs whose object is told, asked or briefed. */
const ADDRESSING = new Set(['tell', 'inform', 'brief', 'notify', 'assure', 'remind', 'warn', 'email', 'write']);

/** Who was told, where that is a news outlet: `told the BBC`. */
export function outletTold(paragraph: Paragraph, attribution: Attribution): TokenRange | null {
  const { candidate, sentence } = attribution;
  if (!candidate) return null;
  const phrases = sentence.phrases;
  const next = phrases[candidate.at + 1];
  if (next?.kind === 'np' && ADDRESSING.has(candidate.lemma) && isOutlet(paragraph, next)) return { from: next.from, to: next.to };
  for (let i = candidate.at + 1; i < Math.min(candidate.at + 5, phrases.length); i++) {
    const phrase = phrases[i] as Phrase;
    const object = phrases[i + 1];
    if (
      phrase.kind === 'prep' &&
      (phrase.lower === 'to' || phrase.lower === 'with') &&
      object?.kind === 'np' &&
      isOutlet(paragraph, object)
    )
      return { from: object.from, to: object.to };
    if (phrase.kind === 'comma' || phrase.kind === 'sub' || phrase.kind === 'quote' || phrase.kind === 'vg') break;
  }
  return null;
}

function isOutlet(paragraph: Paragraph, phrase: Phrase): boolean {
  const from = phrase.from;
  for (let i = from; i < phrase.to; i++) {
    const token = paragraph.tokens[i];
    if (token && OUTLETS.has(token.lower) && (token.text !== token.lower || i === phrase.to - 1)) return true;
  }
  return false;
}

/** `reports`, `media accounts`: they only pass on what somebody else says. */
export function isAccount(paragraph: Paragraph, source: TokenRange): boolean {
  if (source.to - source.from > 4) return false;
  return ACCOUNTS.has(paragraph.tokens[source.to - 1]?.lower ?? '') || ACCOUNTS.has(paragraph.tokens[source.from]?.lower ?? '');
}

/** What was found for the attributions of a paragraph, so that a chain of custody is walked without searching again. */
const ENCLOSING = new WeakMap<readonly Attribution[], Map<Attribution, Attribution | null>>();

/** The innermost attribution whose content holds the cue of `inner`, or null. `attributions` must not change between calls. */
export function enclosing(attributions: readonly Attribution[], inner: Attribution): Attribution | null {
  const known = ENCLOSING.get(attributions) ?? new Map<Attribution, Attribution | null>();
  ENCLOSING.set(attributions, known);
  const found = known.get(inner);
  if (found !== undefined) return found;
  const searched = searchEnclosing(attributions, inner);
  known.set(inner, searched);
  return searched;
}

function searchEnclosing(attributions: readonly Attribution[], inner: Attribution): Attribution | null {
  if (inner.head < 0) return null;
  let best: Attribution | null = null;
  let bestSize = Number.POSITIVE_INFINITY;
  for (const outer of attributions) {
    if (outer === inner || !outer.content.some((range) => range.from <= inner.head && inner.head < range.to)) continue;
    if (outer.cue && inner.cue && outer.cue.from === inner.cue.from) continue;
    const size = outer.content.reduce((sum, range) => sum + range.to - range.from, 0);
    if (size < bestSize) {
      best = outer;
      bestSize = size;
    }
  }
  return best;
}
