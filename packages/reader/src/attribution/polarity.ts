import type { Phrase } from '../grammar/phrases.ts';
import type { Token } from '../segment/tokenize.ts';
import type { CueCandidate } from './cue-candidates.ts';
import { isSupposed } from './suppositions.ts';

/** How a clause stands to what its cue would say: whether it was said at all. */
export interface Polarity {
  /** `Nobody said`, `nor did she say`, `has not said`. */
  negated: boolean;
  /** `stopped short of saying`, `has yet to say`, `failed to say`: not said, whatever the cue. */
  withheld: boolean;
  /** `If the council says …`: nobody has said it. */
  supposed: boolean;
  /** `Did the council say …?` */
  asked: boolean;
  /** The phrase that the cue starts at, counted with what negates it. */
  from: number;
}

/** Words that make their noun phrase nobody: `no official`, `neither side`. */
const NOBODY = new Set(['no', 'nobody', 'none', 'neither', 'nothing', 'no-one', 'few']);
const HARDLY = new Set(['hardly', 'scarcely', 'barely']);
const FAILING = new Set(['fail', 'neglect', 'omit', 'forget', 'hesitate']);
const SHUNNING = new Set(['avoid', 'evade', 'resist', 'skip']);
const KEEPING_FROM = new Set(['refrain', 'abstain', 'shy', 'shrink', 'stop', 'desist', 'back']);

/**
 * Reads off the phrases around the cue of `group` (the phrase of its verb) what its clause makes of
 * it. `subject` is the first phrase of whoever would speak, or −1.
 */
export function polarityOf(
  phrases: readonly Phrase[],
  tokens: readonly Token[],
  candidate: CueCandidate,
  group: number,
  subject: number,
): Polarity {
  const verb = phrases[group] as Phrase;
  const polarity: Polarity = { negated: verb.negated === true, withheld: false, supposed: false, asked: false, from: group };
  if (candidate.form === 'N') return { ...polarity, supposed: isWavedOff(phrases, group) };
  if (candidate.form === 'I' || candidate.form === 'M') return polarity;
  const withheldFrom = withholding(phrases, group, candidate.form);
  if (withheldFrom >= 0) return { ...polarity, withheld: true, from: withheldFrom };
  if (tokens.slice(verb.from, verb.head).some(({ lower }) => HARDLY.has(lower))) polarity.negated = true;
  const norFrom = coordinatedNegation(phrases, group);
  if (norFrom >= 0) {
    polarity.negated = true;
    polarity.from = norFrom;
  }
  if (subject < 0 || subject >= group) return polarity;
  if (isNobody(phrases, tokens, subject)) polarity.negated = !polarity.negated;
  const before = beforeAdverbs(phrases, subject - 1);
  const ahead = phrases[before];
  polarity.asked = isAsked(phrases, tokens, subject);
  if (ahead?.kind === 'vg' && ahead.copula && candidate.form !== 'G') {
    if (opensNegatively(phrases, tokens, before)) polarity.negated = true;
    else if (endsAsQuestion(phrases)) polarity.asked = true;
    else if (TURNED.has(firstWord(ahead, tokens))) polarity.supposed = true;
  }
  if (isSupposed(phrases, tokens, subject - 1, verb) || isSupposed(phrases, tokens, before, verb)) polarity.supposed = true;
  return polarity;
}

/** Verbs that take what follows them for untrue. */
const DENYING = new Set('deny refute dispute reject dismiss rubbish laugh shrug brush wave deride debunk mock quash rebuff'.split(' '));

/** `laughed off suggestions that …`, `poured cold water on claims that …`: what a denial mentions is nobody's statement. */
function isWavedOff(phrases: readonly Phrase[], noun: number): boolean {
  let at = noun - 1;
  while (at > noun - 5 && ['prep', 'adv', 'adj'].includes(phrases[at]?.kind ?? '')) at--;
  if (phrases[at]?.lower === 'water') return true;
  if (phrases[at]?.kind === 'np' && phrases[at - 1]?.lower === 'as') at -= 2;
  return phrases[at]?.kind === 'vg' && DENYING.has((phrases[at] as Phrase).lemma ?? '');
}

/** Auxiliaries that, before their subject and not in a question, stand for `if`: `Had the council said so`. */
const TURNED = new Set(['had', 'should', 'were']);
/** What opens a clause that a question takes for true: `What did they do when the council said no?` */
const TAKEN_FOR_TRUE = new Set(['wh', 'rel', 'comma', 'mark', 'quote']);

/** `Who said that …?`, `Is it true that the council said …?` */
function isAsked(phrases: readonly Phrase[], tokens: readonly Token[], subject: number): boolean {
  if (!endsAsQuestion(phrases)) return false;
  const own = firstWord(phrases[subject] as Phrase, tokens);
  if (own === 'who' || own === 'which' || own === 'what') return true;
  const first = phrases[0];
  if (first?.kind !== 'vg' || !first.copula) return false;
  for (let at = 1; at < subject; at++) {
    const { kind, lower } = phrases[at] as Phrase;
    if (TAKEN_FOR_TRUE.has(kind) || (kind === 'sub' && lower !== 'that')) return false;
  }
  return true;
}

/** Where `stopped short of`, `has yet to` and the like start before the verb, or −1. */
function withholding(phrases: readonly Phrase[], group: number, form: string): number {
  const at = beforeAdverbs(phrases, group - 1);
  const before = phrases[at];
  // `refused to confirm or deny`
  if (before?.lower === 'or' && phrases[group]?.lemma === 'deny' && phrases[at - 1]?.lemma === 'confirm') return at - 1;
  if (form === 'T' && before?.kind === 'vg') {
    if (FAILING.has(before.lemma ?? '') && !before.negated) return at;
    return before.lemma === 'have' && before.copula && hasYet(phrases, at, group) ? at : -1;
  }
  if (form !== 'G') return -1;
  if (before?.kind === 'vg') return SHUNNING.has(before.lemma ?? '') && !before.negated ? at : -1;
  if (before?.kind !== 'prep') return -1;
  if (before.lower === 'without' || (before.lower === 'from' && phrases[at - 1]?.lower === 'far'))
    return before.lower === 'from' ? at - 1 : at;
  const governing = phrases[at - 1];
  if (before.lower === 'from') return governing?.kind === 'vg' && KEEPING_FROM.has(governing.lemma ?? '') ? at - 1 : -1;
  const verb = phrases[at - 2];
  return before.lower === 'of' && governing?.lower === 'short' && verb?.kind === 'vg' ? at - 2 : -1;
}

function hasYet(phrases: readonly Phrase[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (['yet', 'still'].includes((phrases[i] as Phrase).lower)) return true;
  return false;
}

/** `neither confirmed nor denied`: where the pair starts, or −1. */
function coordinatedNegation(phrases: readonly Phrase[], group: number): number {
  const at = beforeAdverbs(phrases, group - 1);
  if (phrases[at]?.lower !== 'nor' || phrases[at]?.kind !== 'coord') return -1;
  return phrases[at - 1]?.kind === 'vg' && phrases[at - 1]?.negated ? at - 1 : group;
}

function isNobody(phrases: readonly Phrase[], tokens: readonly Token[], subject: number): boolean {
  const phrase = phrases[subject] as Phrase;
  if (phrase.kind !== 'np') return false;
  const ahead = tokens[phrase.from - 1]?.lower ?? '';
  if (phrases[subject - 1]?.lower === 'nor' && firstWord(phrases[subject - 2] ?? phrase, tokens) === 'neither') return true;
  return NOBODY.has(firstWord(phrase, tokens)) || HARDLY.has(ahead) || (ahead === 'not' && subject <= 1);
}

/** `Nor did`, `Never has`, `At no point did`, `Under no circumstances would`: what stands before the turned-around verb. */
function opensNegatively(phrases: readonly Phrase[], tokens: readonly Token[], auxiliary: number): boolean {
  if (firstWord(phrases[auxiliary] as Phrase, tokens) === 'never') return true;
  const before = phrases[beforeAdverbs(phrases, auxiliary - 1)];
  if (before?.kind === 'coord' && before.lower === 'nor') return true;
  return before?.kind === 'np' && firstWord(before, tokens) === 'no' && phrases[auxiliary - 2]?.kind === 'prep';
}

function firstWord(phrase: Phrase, tokens: readonly Token[]): string {
  return tokens[phrase.from]?.lower ?? '';
}

function endsAsQuestion(phrases: readonly Phrase[]): boolean {
  for (let i = phrases.length - 1; i >= Math.max(0, phrases.length - 3); i--) if ((phrases[i] as Phrase).lower === '?') return true;
  return false;
}

function beforeAdverbs(phrases: readonly Phrase[], from: number): number {
  let at = from;
  while (at >= 0 && (phrases[at] as Phrase).kind === 'adv') at--;
  return at;
}
