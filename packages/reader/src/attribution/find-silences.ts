import type { Phrase } from '../grammar/phrases.ts';
import type { Token } from '../segment/tokenize.ts';
import { endOfContent, isBreak, type Stretch } from './content-extent.ts';
import { subjectBefore } from './find-subject.ts';

/** Words by which somebody says nothing, with what they say nothing about. */
export interface Silence {
  cue: Stretch;
  source: Stretch;
  content: Stretch;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
/** `gave no details`, `took no position`: nouns of which `no` is a refusal to say. */
const SAYABLE = words(
  'comment statement answer reply response detail details explanation figure figures reason reasons indication hint date timetable clarification word number numbers position stance stand side view mention reference information breakdown guarantee',
);
const WITHHELD = words('comment judgment judgement details detail information figures names');
const GIVING = words('make give offer issue provide have release take cite');
const HUSHED = words('silent mum tight-lipped noncommittal non-committal coy evasive cagey unforthcoming vague quiet');
const KEEPING = words('keep stay remain fall be go');
const OWN = words('position positions judgment judgement opinion decision answer view views comment');
const QUESTIONS = words('question questions query queries inquiry inquiries issue');
const EVADING = words('dodge duck sidestep evade avoid skirt deflect parry ignore');
const CALLS = words('call calls message messages email emails e-mail e-mails request requests letter letters');
const TOPIC = words('on about over of to regarding concerning into');
const TELLING_NOTHING = words('say add announce report tell offer');
/** Adjectives of somebody who would rather not; with a verb of saying after them they are a refusal to say. */
const RELUCTANT = words('reluctant unwilling hesitant loath loth wary unable unprepared unready');
const SPEAKING = words(
  'say comment speak discuss disclose confirm deny answer respond reply elaborate specify reveal name identify talk speculate explain tell give provide address clarify predict describe commit',
);
/** Every verb that one of the patterns starts with: one look tells most verb groups apart. */
const HEADS: ReadonlySet<string> = new Set([
  ...GIVING,
  ...KEEPING,
  ...EVADING,
  'reserve',
  'withhold',
  'draw',
  'leave',
  'return',
  'reach',
  'prepare',
]);

/** The silences of a sentence, in their order. */
export function silencesOf(phrases: readonly Phrase[], tokens: readonly Token[]): Silence[] {
  const found: Silence[] = [];
  phrases.forEach((phrase, at) => {
    if (phrase.kind !== 'vg' || !HEADS.has(phrase.lemma ?? '') || phrase.form === 'G' || phrase.form === 'E') return;
    const parts = silenceAt(phrases, tokens, at);
    const subject = parts && subjectBefore(phrases, at);
    if (parts && subject) found.push({ ...parts, source: { from: subject.from, to: subject.to } });
  });
  return found;
}

function silenceAt(phrases: readonly Phrase[], tokens: readonly Token[], at: number): { cue: Stretch; content: Stretch } | null {
  const verb = phrases[at] as Phrase;
  const lemma = verb.lemma ?? '';
  const next = phrases[at + 1];
  if (next?.kind === 'np' && !verb.negated) {
    if (GIVING.has(lemma) && tokens[next.from]?.lower === 'no' && SAYABLE.has(next.lower)) return aboutOr(phrases, at, at + 2, at + 1);
    const infinitive = phrases[at + 2];
    if (lemma === 'have' && next.lower === 'nothing' && infinitive?.form === 'T' && TELLING_NOTHING.has(infinitive.lemma ?? ''))
      return aboutOr(phrases, at, at + 3, at + 2);
    if (lemma === 'reserve' && next.possessorTo !== undefined && OWN.has(next.lower)) return onlyNoun(phrases, at);
    if (lemma === 'withhold' && WITHHELD.has(next.lower)) return aboutOr(phrases, at, at + 2, at + 1);
    if (EVADING.has(lemma) && QUESTIONS.has(next.lower)) return onlyNoun(phrases, at);
  }
  if (next?.kind === 'np' && verb.negated && lemma === 'return' && CALLS.has(next.lower)) return onlyNoun(phrases, at);
  if (lemma === 'draw') return verb.form === 'P' && verb.negated ? about(phrases, at, at + 1) : null;
  if (lemma === 'reach') return verb.form === 'P' && verb.negated && isForComment(phrases, at + 1) ? about(phrases, at, at + 1) : null;
  if (lemma === 'prepare') return verb.form === 'P' && verb.negated && isSpeaking(next) ? clause(phrases, at, at + 1) : null;
  const state = afterAdverbs(phrases, at + 1);
  const adjective = phrases[state];
  if (!adjective || (adjective.kind !== 'adj' && adjective.kind !== 'adv' && adjective.kind !== 'vg')) return null;
  if (lemma === 'leave')
    return adjective.lower === 'open' && ['wh', 'sub'].includes(phrases[state + 1]?.kind ?? '') ? clause(phrases, at, state + 1) : null;
  if (!KEEPING.has(lemma)) return null;
  if (!verb.negated && HUSHED.has(adjective.lower)) return about(phrases, at, state + 1);
  if (!verb.copula) return null;
  if (adjective.lower === (verb.negated ? 'available' : 'unavailable') && isForComment(phrases, state + 1))
    return about(phrases, at, state + 1);
  const said = phrases[state + 1];
  const unwilling = verb.negated ? ['ready', 'willing', 'prepared', 'able'].includes(adjective.lower) : RELUCTANT.has(adjective.lower);
  return unwilling && isSpeaking(said) ? clause(phrases, at, state + 1) : null;
}

function isSpeaking(phrase: Phrase | undefined): boolean {
  return phrase?.form === 'T' && SPEAKING.has(phrase.lemma ?? '');
}

/** What the silence is about, or, where that is not said, its own last phrase. */
function aboutOr(phrases: readonly Phrase[], at: number, from: number, last: number): { cue: Stretch; content: Stretch } {
  return about(phrases, at, from) ?? { cue: { from: at, to: last }, content: { from: last, to: last + 1 } };
}

function about(phrases: readonly Phrase[], at: number, from: number): { cue: Stretch; content: Stretch } | null {
  const link = phrases[from];
  if (link?.lower === 'for' && isForComment(phrases, from)) return { cue: { from: at, to: from }, content: { from, to: from + 2 } };
  if (link?.kind === 'wh' || (link?.kind === 'sub' && (link.lower === 'that' || link.lower === 'whether')))
    return clause(phrases, at, from);
  if (link?.kind === 'prep' && TOPIC.has(link.lower) && phrases[from + 1] && !isBreak(phrases, from + 1))
    return { cue: { from: at, to: from + 1 }, content: { from: from + 1, to: endOfContent(phrases, from + 1, () => false, 'np') } };
  return aboutBefore(phrases, at, from);
}

/** `On the bridge he would not be drawn`, `Asked about the date, she had nothing to say`. */
function aboutBefore(phrases: readonly Phrase[], at: number, from: number): { cue: Stretch; content: Stretch } | null {
  const link = (phrases[0] as Phrase).lower === 'asked' ? 1 : 0;
  if (phrases[link]?.kind !== 'prep' || !['on', 'about'].includes((phrases[link] as Phrase).lower)) return null;
  const subject = subjectBefore(phrases, at);
  let to = subject?.from ?? at;
  while (to > link + 1 && (phrases[to - 1] as Phrase).kind === 'comma') to--;
  return to > link + 1 && to - link < 12 ? { cue: { from: at, to: from }, content: { from: link + 1, to } } : null;
}

function clause(phrases: readonly Phrase[], at: number, from: number): { cue: Stretch; content: Stretch } {
  return { cue: { from: at, to: from }, content: { from, to: endOfContent(phrases, from, () => false, 'clause') } };
}

function onlyNoun(phrases: readonly Phrase[], at: number): { cue: Stretch; content: Stretch } {
  return { cue: { from: at, to: at + 1 }, content: { from: at + 1, to: endOfContent(phrases, at + 1, () => false, 'np') } };
}

function isForComment(phrases: readonly Phrase[], at: number): boolean {
  return phrases[at]?.lower === 'for' && ['comment', 'comments'].includes(phrases[at + 1]?.lower ?? '');
}

function afterAdverbs(phrases: readonly Phrase[], from: number): number {
  let at = from;
  while (phrases[at]?.kind === 'adv' && !HUSHED.has((phrases[at] as Phrase).lower)) at++;
  return at;
}
