import type { Phrase } from '../grammar/phrases.ts';
import type { Paragraph } from '../grammar/read-paragraph.ts';
import type { Attribution, TokenRange } from './attribution.ts';
import type { CueCandidate } from './cue-candidates.ts';

const OUTLETS = new Set(
  (
    'bbc cnn nbc abc cbs fox reuters ap afp upi npr msnbc politico bloomberg axios jazeera arabiya haaretz interfax tass xinhua anadolu times post journal herald tribune guardian telegraph ' +
    'newspaper newspapers magazine agency broadcaster channel radio tv television station network daily weekly gazette news press media outlet website today courier chronicle observer mail express star mirror globe standard mercury review bulletin dispatch echo argus programme program podcast'
  ).split(' '),
);
const ACCOUNTS = new Set('report reports account accounts media press leaks leak documents transcripts'.split(' '));
/** Verbs whose object is told, asked or briefed. */
const ADDRESSING = new Set(['tell', 'inform', 'brief', 'notify', 'assure', 'remind', 'warn', 'email', 'write']);

/** People of an outlet: `the night editor of the Courier`. */
const JOURNALISTS = new Set('correspondent reporter editor journalist interviewer columnist presenter writer'.split(' '));
/** The outlet that the text itself appears in passes nothing on. */
const OWN = new Set(['this', 'our', 'my', 'these']);

/** Who passed the words on, beside their cue: the outlet that was told, `through a spokeswoman`, `quoted by a paper`. */
export function relaysBeside(paragraph: Paragraph, { candidate, sentence, cue, content }: Attribution): TokenRange[] {
  if (!candidate) return [];
  const { phrases } = sentence;
  const told = outletTold(paragraph, phrases, candidate);
  if (told) return [told];
  for (let i = candidate.at + 1; i < Math.min(candidate.at + 6, phrases.length - 1); i++) {
    const phrase = phrases[i] as Phrase;
    const object = phrases[i + 1] as Phrase;
    if (phrase.kind === 'sub' || phrase.kind === 'quote' || phrase.kind === 'wh') break;
    const by = phrase.lower === 'by' && candidate.form === 'P' && cue !== null && phrase.from < cue.to - 2;
    if (phrase.kind !== 'prep' || object.kind !== 'np' || object.pronoun || !(by || phrase.lower === 'through' || phrase.lower === 'via'))
      continue;
    if (content.some((range) => range.from <= object.from && object.from < range.to)) break;
    return [withOf(phrases, i + 1)];
  }
  return [];
}

function outletTold(paragraph: Paragraph, phrases: readonly Phrase[], candidate: CueCandidate): TokenRange | null {
  const next = phrases[candidate.at + 1];
  if (next?.kind === 'np' && ADDRESSING.has(candidate.lemma)) {
    const range = withOf(phrases, candidate.at + 1);
    if (isOutlet(paragraph, next)) return { from: next.from, to: next.to };
    if (JOURNALISTS.has(next.lower) && range.to > next.to && !OWN.has(paragraph.tokens[next.from]?.lower ?? '')) return range;
  }
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

/** What words come in, on their way into an outlet. */
const CARRIED = new Set(
  'interview interviews remarks comments briefing speech statement article column letter call post op-ed podcast broadcast'.split(' '),
);
const CARRYING = new Set(['speak', 'talk', 'broadcast', 'carry', 'air', 'publish', 'post', 'write', 'appear', 'give', 'grant']);

/** `In an interview with the Courier, she said …`, `said in remarks broadcast by state television that …`. */
export function interviewBeside(paragraph: Paragraph, { candidate, sentence, content }: Attribution): TokenRange[] {
  if (!candidate) return [];
  const { phrases } = sentence;
  const isSaid = ({ from }: Phrase): boolean =>
    paragraph.quotationOf[from] !== null || content.some((range) => range.from <= from && from < range.to);
  for (let i = 2; i < phrases.length; i++) {
    const object = phrases[i] as Phrase;
    const link = phrases[i - 1] as Phrase;
    const carrier = phrases[i - 2] as Phrase;
    if (object.kind !== 'np' || link.kind !== 'prep' || isSaid(object)) continue;
    const carries = carrier.kind === 'np' ? CARRIED.has(carrier.lower) : carrier.kind === 'vg' && CARRYING.has(carrier.lemma ?? '');
    if (carries && isOutlet(paragraph, object) && isNamed(paragraph, object)) return [{ from: object.from, to: object.to }];
  }
  return [];
}

/** A noun phrase with `of …`, `at …` or `for …` and what it names. */
function withOf(phrases: readonly Phrase[], at: number): TokenRange {
  const { from, to } = phrases[at] as Phrase;
  const link = phrases[at + 1];
  const object = phrases[at + 2];
  const joined = link?.kind === 'prep' && ['of', 'at', 'from', 'for'].includes(link.lower) && object?.kind === 'np' && object.proper;
  return { from, to: joined ? (object as Phrase).to : to };
}

/** `Radio Norda`, `state television`; not `the station`, which may be the text's own. */
function isNamed({ tokens }: Paragraph, { from, to }: Phrase): boolean {
  return tokens[from]?.lower === 'state' || tokens.slice(from, to).some(({ text, lower }) => text !== lower && lower !== 'the');
}

function isOutlet(paragraph: Paragraph, phrase: Phrase): boolean {
  const { from } = phrase;
  if (OWN.has(paragraph.tokens[from]?.lower ?? '')) return false;
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
