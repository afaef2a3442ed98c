import type { Phrase } from '../grammar/phrases.ts';
import type { Attribution } from './attribution.ts';
import type { Stretch } from './content-extent.ts';
import type { CueCandidate } from './cue-candidates.ts';
import { REPORTING } from './cue-words.ts';
import { subjectAfter, subjectBefore, subjectOf } from './find-subject.ts';
import type { Frame } from './frame.ts';

/** A candidate with the share of cues among those like it. */
interface Scored {
  candidate: CueCandidate;
  odds: number;
}

/** How far from a quotation its cue may stand, in phrases. */
const REACH = 30;

/**
 * Frames for the whole utterances of a sentence that no cue has taken yet: `“…,” another envoy,
 * Jane Doe told the Post.`, `She said, pointing at the map, “…”`. Where the cue has other content
 * after which the quotation comes, it keeps both.
 */
export function claimedQuotations(
  phrases: readonly Phrase[],
  scored: readonly Scored[],
  found: readonly Attribution[],
): (Scored & { frame: Frame })[] {
  const claims: (Scored & { frame: Frame })[] = [];
  for (let at = 0; at < phrases.length; at++) {
    const quote = phrases[at] as Phrase;
    if (quote.kind !== 'quote' || isTaken(quote, found) || claims.some((one) => one.frame.content.some((part) => part.from === at)))
      continue;
    const claim = at <= 1 ? claimAfter(phrases, at, scored) : claimBefore(phrases, at, scored, found);
    if (claim) claims.push(claim);
  }
  return claims;
}

function isTaken(quote: Phrase, found: readonly Attribution[]): boolean {
  return found.some((one) => one.content.some((range) => range.from <= quote.from + 1 && quote.to - 1 <= range.to));
}

/** The sentence starts with the words: its first verb of speech outside a relative clause. */
function claimAfter(phrases: readonly Phrase[], at: number, scored: readonly Scored[]): (Scored & { frame: Frame }) | null {
  for (const { candidate, odds } of scored) {
    const { at: verb, form } = candidate;
    if (verb <= at || verb - at > REACH || form !== 'F') continue;
    const before = phrases[verb - 1] as Phrase;
    if (before.kind === 'rel' || before.kind === 'wh') continue;
    if (!REPORTING.has(candidate.lemma) || candidate.next === 'that' || candidate.next === ':' || candidate.next === 'quote') return null;
    const inverted = verb - at === 1 || (verb - at === 2 && before.kind === 'comma');
    const source = inverted ? subjectAfter(phrases, verb) : subjectBefore(phrases, verb);
    if (!source || source.from <= at) return null;
    const content: Stretch[] = [{ from: at, to: at + 1 }];
    for (let next = verb + 1; next < phrases.length; next++)
      if ((phrases[next] as Phrase).kind === 'quote') content.push({ from: next, to: next + 1 });
    return { candidate, odds: Math.max(odds, LEAST), frame: { cue: { from: verb, to: verb + 1 }, source, content, postposed: true } };
  }
  return null;
}

/** Odds of a cue that a quotation was claimed for, where its own are lower. */
const LEAST = 0.5;

/** The words end in a comma or a colon before the quotation: the nearest verb of speech, or any main verb before a colon. */
function claimBefore(
  phrases: readonly Phrase[],
  at: number,
  scored: readonly Scored[],
  found: readonly Attribution[],
): (Scored & { frame: Frame }) | null {
  const mark = phrases[at - 1] as Phrase;
  const colon = mark.kind === 'mark' && mark.lower === ':';
  if (!colon && mark.kind !== 'comma') return null;
  let best: Scored | null = null;
  for (const one of scored) {
    const { at: verb, form, lemma } = one.candidate;
    if (verb >= at || at - verb > REACH || !'FGP'.includes(form)) continue;
    if (form === 'P' && lemma !== 'ask') continue;
    if (phrases.slice(verb, at - 1).some((phrase) => phrase.kind === 'quote')) continue;
    if (REPORTING.has(lemma) ? best === null || phrases[verb - 1]?.kind !== 'rel' : colon && best === null && form === 'F') best = one;
  }
  if (!best) return null;
  const { candidate, odds } = best;
  const verb = candidate.at;
  const own = found.find((one) => one.candidate === candidate);
  const by = candidate.form === 'P' && phrases[verb + 1]?.lower === 'by' && phrases[verb + 2]?.kind === 'np';
  const source = by
    ? { from: verb + 2, to: verb + 3 }
    : candidate.form === 'P'
      ? null
      : (subjectOf(phrases, verb, candidate.form) ?? subjectAfter(phrases, verb));
  if (!source && candidate.form !== 'P') return null;
  const content: Stretch[] = [];
  if (own && candidate.next === 'that') {
    const from = phrases.findIndex((phrase) => own.content.some((range) => range.from === phrase.from));
    if (from > verb) content.push({ from, to: at - 1 });
  }
  content.push({ from: at, to: at + 1 });
  return { candidate, odds: Math.max(odds, LEAST), frame: { cue: { from: verb, to: verb + 1 }, source, content, postposed: false } };
}
