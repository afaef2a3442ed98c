import type { Phrase } from '../grammar/phrases.ts';
import type { Paragraph, ReadSentence } from '../grammar/read-paragraph.ts';
import type { Quotation } from '../segment/match-quotes.ts';
import type { Attribution, TokenRange } from './attribution.ts';
import { withCitedSpeakers } from './cited-speakers.ts';
import { claimedQuotations } from './claim-quotations.ts';
import type { Stretch } from './content-extent.ts';
import { type CueCandidate, cueCandidates } from './cue-candidates.ts';
import { type CueTables, cueLogOdds, odds } from './cue-score.ts';
import { REPORTING, SAYING, SEEMING } from './cue-words.ts';
import { type Silence, silencesOf } from './find-silences.ts';
import { subjectOf } from './find-subject.ts';
import { turnOf } from './find-turn.ts';
import type { Frame } from './frame.ts';
import { frameOf } from './frame-of.ts';
import { type Polarity, polarityOf } from './polarity.ts';

/** A candidate is taken for a cue from these odds on. */
const CUE_THRESHOLD = 0.5;

/** Quotation marks beside a candidate make up for so much of the odds. */
const QUOTED_EASE = 0.36;

function isNearQuotation(phrases: readonly Phrase[], candidate: CueCandidate): boolean {
  if (candidate.subject.endsWith('+q') || candidate.subject === 'quote') return true;
  return phrases.slice(candidate.at + 1, candidate.at + 9).some((phrase) => phrase.kind === 'quote' || phrase.inside !== undefined);
}

/** The attributions of a paragraph in the order of their cues; `reporters` are those of the programme itself, whose turns are none. */
export function attributeParagraph(paragraph: Paragraph, tables: CueTables, reporters?: ReadonlySet<string>): Attribution[] {
  const attributions: Attribution[] = [];
  for (const sentence of paragraph.sentences) attributions.push(...attributeSentence(paragraph, sentence, tables));
  const joined = joinQuotations(
    paragraph,
    attributions.filter((one) => !isInnerSeeming(one, attributions)),
  );
  const found = withCitedSpeakers(
    paragraph,
    joined.filter((one) => one.content.length > 0 || one.opensNext),
  );
  const turn = turnOf(paragraph, reporters);
  if (!turn) return found;
  // The colon after a name that has the word is no cue of its own.
  const inside = found.filter((one) => one.head !== turn.speaker.to);
  const [sentence] = paragraph.sentences;
  if (turn.asks || !sentence) return inside;
  const spoken = {
    cue: null,
    head: -1,
    source: turn.speaker,
    sourceCore: turn.speaker,
    content: [turn.content],
    candidate: null,
    phrase: null,
  };
  return [{ ...spoken, sentence, odds: TURN_ODDS, postposed: false, opensNext: false, quotesToEnd: false }, ...inside];
}

/** How often a paragraph after a name in capitals is what that name says. */
const TURN_ODDS = 0.9;

function attributeSentence(paragraph: Paragraph, sentence: ReadSentence, tables: CueTables): Attribution[] {
  const { phrases } = sentence;
  const scored = cueCandidates(phrases, paragraph.tokens).map((candidate) => {
    const phrase = phrases[candidate.at] as Phrase;
    const place = sentence.within ? 'in' : paragraph.quotationOf[candidate.head] ? 'tr' : 'out';
    const counted = odds(cueLogOdds(candidate, { place, modal: phrase.modal !== undefined }, tables));
    const sure = isWeighing(candidate, phrase) || isUnsaid(paragraph, sentence, candidate);
    return { candidate, odds: sure ? Math.max(counted, CUE_THRESHOLD) : counted };
  });
  const accepted = scored.filter(
    (one) => one.odds >= (isNearQuotation(phrases, one.candidate) ? CUE_THRESHOLD - QUOTED_EASE : CUE_THRESHOLD),
  );
  const found = framedIn(paragraph, sentence, accepted);
  for (const claim of claimedQuotations(phrases, scored, found)) {
    const polarity = polarityIn(paragraph, sentence, claim.candidate, claim.frame);
    const attribution = fromFrame(paragraph, sentence, claim.candidate, claim.frame, claim.odds, polarity);
    const before = found.findIndex((one) => one.candidate === claim.candidate);
    if (!attribution) continue;
    if (before < 0) found.push(attribution);
    else found[before] = attribution;
  }
  return withSilences(
    paragraph,
    sentence,
    found.filter((one) => !isOpenerOf(one, found)),
  );
}

interface Scored {
  candidate: CueCandidate;
  odds: number;
}

/** What the cues say; those that are only supposed or asked are no cues for the others either. */
function framedIn(paragraph: Paragraph, sentence: ReadSentence, accepted: readonly Scored[]): Attribution[] {
  const { phrases } = sentence;
  const cues = new Set(accepted.map((one) => one.candidate.at));
  const found: Attribution[] = [];
  const unsaid = new Set<Scored>();
  for (const one of accepted) {
    if (isSwallowed(phrases, one.candidate, cues)) continue;
    const frame = frameOf(phrases, one.candidate, (at) => cues.has(at));
    const polarity = frame && polarityIn(paragraph, sentence, one.candidate, frame);
    if (polarity?.supposed || polarity?.asked) unsaid.add(one);
    if (!polarity || unsaid.has(one)) continue;
    const attribution = fromFrame(paragraph, sentence, one.candidate, frame, one.odds, polarity);
    if (attribution && !isRepeated(attribution, found)) found.push(attribution);
  }
  if (unsaid.size === 0 || unsaid.size === accepted.length) return found;
  return framedIn(
    paragraph,
    sentence,
    accepted.filter((one) => !unsaid.has(one)),
  );
}

/** `stopped short of saying` is one cue. */
function isOpenerOf(one: Attribution, found: readonly Attribution[]): boolean {
  return found.some(
    (other) => other !== one && (other.withheld || other.joined) && other.cue && other.cue.from <= one.head && one.head < other.cue.to,
  );
}

function polarityIn(paragraph: Paragraph, sentence: ReadSentence, candidate: CueCandidate, frame: Frame): Polarity {
  const group = candidate.form === 'J' ? frame.cue.from : candidate.at;
  return polarityOf(sentence.phrases, paragraph.tokens, candidate, group, frame.source?.from ?? -1);
}

/** `gave no details of …`: in place of whatever its words were taken for. */
function withSilences(paragraph: Paragraph, sentence: ReadSentence, found: readonly Attribution[]): Attribution[] {
  const silences = silencesOf(sentence.phrases, paragraph.tokens);
  if (silences.length === 0) return [...found];
  const own = silences.map((silence) => fromSilence(paragraph, sentence, silence)).filter((one) => one !== null);
  const isPart = (one: Attribution): boolean =>
    own.some(({ cue, content }) =>
      [cue as TokenRange, content[0] as TokenRange].some((range, i) =>
        i === 0 ? range.from <= one.head && one.head < range.to : one.head === range.from || one.head === range.from + 1,
      ),
    );
  return [...found.filter((one) => !isPart(one)), ...own];
}

/** How often a silence of the patterns is one. */
const SILENCE_ODDS = 0.8;

function fromSilence(paragraph: Paragraph, sentence: ReadSentence, silence: Silence): Attribution | null {
  const { phrases } = sentence;
  const content = contentRange(paragraph, phrases, silence.content);
  const phrase = phrases[silence.cue.from] as Phrase;
  const source = trimmedSource(paragraph, tokensOf(phrases, silence.source));
  if (!content) return null;
  return {
    cue: tokensOf(phrases, silence.cue),
    head: phrase.head,
    source,
    sourceCore: source,
    content: [content],
    candidate: null,
    phrase,
    sentence,
    odds: SILENCE_ODDS,
    postposed: false,
    opensNext: false,
    quotesToEnd: false,
    withheld: true,
  };
}

/** `would consider a longer truce`: the modal, which else speaks against a cue, is what makes it one. */
function isWeighing(candidate: CueCandidate, phrase: Phrase): boolean {
  if (candidate.lemma !== 'consider' || candidate.form !== 'F' || phrase.negated) return false;
  return ['would', 'could', 'might', 'may'].includes(phrase.modal ?? '') && ['he', 'proper', 'plural', 'noun'].includes(candidate.subject);
}

const CLAUSES = new Set(['that', 'whether', 'who', 'what', 'when', 'where', 'how', 'why', 'if', 'end']);

/** `nobody would say`, `has yet to comment`: the negation, which else speaks against a cue, is what is told. */
function isUnsaid(paragraph: Paragraph, { phrases }: ReadSentence, candidate: CueCandidate): boolean {
  if (!SAYING.has(candidate.lemma) || !'FTG'.includes(candidate.form)) return false;
  if (candidate.form === 'G' && !CLAUSES.has(candidate.next)) return false;
  const subject = subjectOf(phrases, candidate.at, candidate.form);
  if (!subject) return false;
  const { negated, withheld } = polarityOf(phrases, paragraph.tokens, candidate, candidate.at, subject.from);
  const verb = phrases[candidate.at] as Phrase;
  return withheld || (negated && candidate.form === 'F' && (verb.modal !== undefined || !verb.negated));
}

/** `she said that it seemed to …`: the hedge is part of what was said. */
function isInnerSeeming(one: Attribution, all: readonly Attribution[]): boolean {
  if (!one.candidate || !SEEMING.has(one.candidate.lemma) || one.source) return false;
  return all.some((outer) => outer !== one && outer.content.some((range) => range.from <= one.head && one.head < range.to));
}

/** `expressed concerns that …`: the noun after a cue has the same content as the cue; one without a speaker needs a clause. */
function isRepeated(one: Attribution, found: readonly Attribution[]): boolean {
  if (one.candidate?.form !== 'N') return false;
  if (!one.source && one.candidate.next !== 'that') return true;
  const last = found[found.length - 1];
  return last?.candidate?.form === 'F' && last.content.some((range) => range.from <= one.head && one.head - range.from <= 3);
}

const LEADING = new Set(['decline', 'refuse', 'go', 'try', 'begin', 'start', 'continue', 'seem', 'appear']);

/** `declined to comment`: the infinitive belongs to the cue before it. */
function isSwallowed(phrases: readonly Phrase[], candidate: CueCandidate, cues: ReadonlySet<number>): boolean {
  if (candidate.form !== 'T') return false;
  const before = phrases[candidate.at - 1];
  return before?.kind === 'vg' && cues.has(candidate.at - 1) && LEADING.has(before.lemma ?? '') && !REPORTING.has(candidate.lemma);
}

function fromFrame(
  paragraph: Paragraph,
  sentence: ReadSentence,
  candidate: CueCandidate,
  frame: Frame,
  share: number,
  polarity: Polarity,
): Attribution | null {
  const { phrases } = sentence;
  const head = phrases[candidate.at] as Phrase;
  const stretches = opensSentence(candidate, polarity) ? frame.content.map((one) => upToComma(phrases, one)) : frame.content;
  const content = stretches.map((stretch) => contentRange(paragraph, phrases, stretch)).filter((range) => range !== null);
  const opensNext = content.length === 0;
  if (opensNext && !frame.opensNext && !frame.bare) return null;
  let cue = tokensOf(phrases, { from: Math.min(frame.cue.from, polarity.from), to: frame.cue.to });
  let source = frame.source ? trimmedSource(paragraph, tokensOf(phrases, frame.source)) : null;
  if (candidate.form === 'N' && head.possessorTo !== undefined && head.possessorTo <= head.head) {
    source = { from: head.from, to: head.possessorTo };
    cue = { from: paragraph.classes[head.possessorTo] === "'" ? head.possessorTo + 1 : head.possessorTo, to: cue.to };
  } else if (candidate.form === 'N') cue = { from: Math.min(head.head, cue.to - 1), to: cue.to };
  if (source && overlaps(source, cue)) source = null;
  return {
    cue,
    head: candidate.head,
    source,
    sourceCore: source,
    content,
    candidate,
    phrase: { ...head, negated: polarity.negated },
    sentence,
    odds: share,
    postposed: frame.postposed,
    opensNext: opensNext && frame.bare !== true,
    quotesToEnd: false,
    withheld: polarity.withheld,
    joined: frame.joined === true,
  };
}

/** `Far from saying that …, the envoy …`, `Asked if …, the envoy …`: the sentence proper comes after the comma. */
function opensSentence(candidate: CueCandidate, polarity: Polarity): boolean {
  return polarity.from === 0 && (candidate.form === 'G' || (candidate.form === 'F' && candidate.lemma === 'ask'));
}

function upToComma(phrases: readonly Phrase[], stretch: Stretch): Stretch {
  for (let at = stretch.from + 1; at < stretch.to; at++)
    if (phrases[at]?.kind === 'comma' && ['np', 'prep'].includes(phrases[at + 1]?.kind ?? '')) return { from: stretch.from, to: at };
  return stretch;
}

function overlaps(a: TokenRange, b: TokenRange): boolean {
  return a.from < b.to && b.from < a.to;
}

function tokensOf(phrases: readonly Phrase[], stretch: Stretch): TokenRange {
  return { from: (phrases[stretch.from] as Phrase).from, to: (phrases[stretch.to - 1] as Phrase).to };
}

function trimmedSource(paragraph: Paragraph, range: TokenRange): TokenRange | null {
  let { from, to } = range;
  while (to > from && (paragraph.classes[to - 1] === ',' || /^[.;:–—-]+$/.test(paragraph.tokens[to - 1]?.text ?? ''))) to--;
  while (to > from && paragraph.classes[from] === ',') from++;
  return to > from ? { from, to } : null;
}

/** The tokens of a stretch, with the quotation marks that belong to it and without marks at its end. */
function contentRange(paragraph: Paragraph, phrases: readonly Phrase[], stretch: Stretch): TokenRange | null {
  let { from, to } = tokensOf(phrases, stretch);
  const last = phrases[stretch.to - 1] as Phrase;
  if (last.kind !== 'quote') {
    while (to > from && paragraph.tokens[to - 1]?.kind === 'mark' && /^[,.;:–—-]+$/.test(paragraph.tokens[to - 1]?.text ?? '')) to--;
  }
  const before = paragraph.quotations.find((quotation) => quotation.open === from - 1);
  if (before) from--;
  for (const quotation of paragraph.quotations) {
    if (!quotation.closed || quotation.open >= to) continue;
    // Marks may stand between the last word and the closing mark: “… talks.”
    if (quotation.open >= from && quotation.close >= to && quotation.close - to <= 1) to = quotation.close + 1;
  }
  return to > from ? { from, to } : null;
}

/**
 * Quotations that go on after the sentence of their cue, up to the end of the paragraph, belong to
 * the same content: `“A,” she said. “B. C.”`.
 */
function joinQuotations(paragraph: Paragraph, attributions: Attribution[]): Attribution[] {
  const outer = paragraph.sentences.filter((sentence) => !sentence.within);
  for (let i = 0; i < outer.length; i++) {
    const sentence = outer[i] as ReadSentence;
    const own = attributions.filter((one) => one.sentence === sentence && one.candidate !== null && endsQuoted(paragraph, sentence, one));
    // The outermost of those that reach the end: what is told inside the words of another is not quoted after them.
    const speaker = own.find((one) => one.content.some((range) => sentence.to - range.to <= 1)) ?? own[own.length - 1];
    if (!speaker) continue;
    let next = i + 1;
    while (next < outer.length) {
      const quotation = wholeQuotation(paragraph, outer[next] as ReadSentence);
      if (!quotation) break;
      speaker.content.push({ from: quotation.open, to: Math.min(quotation.close + (quotation.closed ? 1 : 0), paragraph.tokens.length) });
      next++;
    }
    speaker.quotesToEnd = next === outer.length;
    i = next - 1;
  }
  return attributions;
}

/** Whether the attribution's content holds a whole quotation of its sentence, or its cue stands at the end of it. */
function endsQuoted(paragraph: Paragraph, sentence: ReadSentence, one: Attribution): boolean {
  if (!one.candidate) return false;
  if (one.postposed && paragraph.quotations.some((quotation) => one.content.some((range) => range.from === quotation.open))) return true;
  if (!REPORTING.has(one.candidate.lemma)) return false;
  if (one.postposed || one.content.length === 0) return true;
  return one.content.some(
    (range) =>
      paragraph.quotations.some((quotation) => quotation.open >= range.from && quotation.open < range.to) ||
      // `She said that the talks went on. “We are close.”`
      (sentence.to - range.to <= 1 && one.candidate?.form === 'F'),
  );
}

/** The quotation that is all of a sentence. */
export function wholeQuotation(paragraph: Paragraph, sentence: ReadSentence): Quotation | null {
  const phrases = sentence.phrases.filter((phrase) => phrase.kind !== 'mark' && phrase.kind !== 'comma');
  const only = phrases[0];
  if (phrases.length !== 1 || only?.kind !== 'quote') return null;
  return only.quotation ?? paragraph.quotations.find((quotation) => quotation.open === only.from) ?? null;
}
