import type { Phrase } from '../grammar/phrases.ts';
import type { Token } from '../segment/tokenize.ts';
import type { CueCandidate } from './cue-candidates.ts';

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
const NOBODY = new Set(['no', 'nobody', 'none', 'neither', 'nothing', 'no-one']);
const HARDLY = new Set(['hardly', 'scarcely', 'barely']);
const SUPPOSING = new Set(['if', 'unless', 'whether', 'lest']);
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
  if (candidate.form === 'N' || candidate.form === 'I' || candidate.form === 'M') return polarity;
  const withheldFrom = withholding(phrases, group, candidate.form);
  if (withheldFrom >= 0) return { ...polarity, withheld: true, from: withheldFrom };
  const norFrom = coordinatedNegation(phrases, group);
  if (norFrom >= 0) {
    polarity.negated = true;
    polarity.from = norFrom;
  }
  if (subject < 0 || subject >= group) return polarity;
  if (isNobody(phrases, tokens, subject)) polarity.negated = !polarity.negated;
  const before = beforeAdverbs(phrases, subject - 1);
  const ahead = phrases[before];
  if (ahead?.kind === 'vg' && ahead.copula && candidate.form !== 'G') {
    if (opensNegatively(phrases, tokens, before)) polarity.negated = true;
    else polarity.asked = endsAsQuestion(phrases);
  }
  if (ahead && (ahead.kind === 'sub' || ahead.kind === 'wh' || ahead.kind === 'prep') && SUPPOSING.has(ahead.lower))
    polarity.supposed = true;
  return polarity;
}

/** Where `stopped short of`, `has yet to` and the like start before the verb, or −1. */
function withholding(phrases: readonly Phrase[], group: number, form: string): number {
  const at = beforeAdverbs(phrases, group - 1);
  const before = phrases[at];
  if (form === 'T' && before?.kind === 'vg') {
    if (FAILING.has(before.lemma ?? '') && !before.negated) return at;
    return before.lemma === 'have' && before.copula && hasYet(phrases, at, group) ? at : -1;
  }
  if (form !== 'G') return -1;
  if (before?.kind === 'vg') return SHUNNING.has(before.lemma ?? '') && !before.negated ? at : -1;
  if (before?.kind !== 'prep') return -1;
  if (before.lower === 'without') return at;
  const governing = phrases[at - 1];
  if (before.lower === 'from') return governing?.kind === 'vg' && KEEPING_FROM.has(governing.lemma ?? '') ? at - 1 : -1;
  const verb = phrases[at - 2];
  return before.lower === 'of' && governing?.lower === 'short' && verb?.kind === 'vg' ? at - 2 : -1;
}

function hasYet(phrases: readonly Phrase[], from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if ((phrases[i] as Phrase).lower === 'yet') return true;
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
