import type { Phrase } from '../grammar/phrases.ts';
import type { Token } from '../segment/tokenize.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const SUPPOSING = words('if unless whether lest');
/** Verbs that, at the head of a sentence and without a subject, stand for `if`. */
const IMAGINING = words('suppose supposing assume assuming imagine imagining');
/** With a verb in the present after them, what they open has not come to pass. */
const WAITING = words('until till once');
/** `no evidence that …`; not `no doubt that …`. */
const GROUNDS = words('evidence sign signs indication indications proof suggestion hint chance guarantee assurance likelihood prospect');
const RUMOURS = words('rumour rumours rumor rumors myth pretence pretense fiction illusion');
const WRONG = words(
  'wrong false untrue incorrect inaccurate misleading premature naive absurd impossible unlikely doubtful unthinkable inconceivable',
);
/** What, negated, leaves a clause open: `it is not clear that …`. */
const HOLDING = words('true clear certain sure likely correct accurate');
const JUDGING = words('say claim suggest think believe assume conclude argue assert');

/**
 * Whether the clause that the phrase `ahead` opens, with `verb` as its verb, is only supposed, awaited or held to
 * be untrue: `if the council says`, `suppose the council says`, `until the council says`, `no evidence that the council said`.
 */
export function isSupposed(phrases: readonly Phrase[], tokens: readonly Token[], ahead: number, verb: Phrase): boolean {
  const opener = phrases[ahead];
  if (!opener) return false;
  const { kind, lower } = opener;
  const opens = kind === 'sub' || kind === 'wh' || kind === 'prep' || kind === 'adv';
  if (opens && kind !== 'adv' && SUPPOSING.has(lower)) return true;
  if (opens && WAITING.has(lower)) return isPresent(verb, tokens);
  const that = kind === 'sub' && lower === 'that';
  const before = that ? ahead - 1 : ahead;
  return isImagining(phrases, tokens, before) || (that && isHeldUntrue(phrases, tokens, before));
}

function isImagining(phrases: readonly Phrase[], tokens: readonly Token[], at: number): boolean {
  const phrase = phrases[at];
  if (!phrase || !IMAGINING.has(tokens[phrase.head]?.lower ?? '')) return false;
  const last = phrases[at - 1];
  return last === undefined || last.kind === 'comma' || last.kind === 'mark' || last.kind === 'coord';
}

function isHeldUntrue(phrases: readonly Phrase[], tokens: readonly Token[], at: number): boolean {
  const phrase = phrases[at];
  if (!phrase) return false;
  if (phrase.kind === 'np' && RUMOURS.has(phrase.lower)) return true;
  if (phrase.kind === 'np') return tokens[phrase.from]?.lower === 'no' && GROUNDS.has(phrase.lower);
  if (phrase.kind === 'vg' && phrase.form === 'T' && JUDGING.has(phrase.lemma ?? '')) return isDoubted(phrases, at - 1);
  return isDoubted(phrases, at);
}

function isDoubted(phrases: readonly Phrase[], at: number): boolean {
  const quality = phrases[at];
  const verb = phrases[at - 1];
  if (!quality || verb?.kind !== 'vg') return false;
  return verb.negated ? HOLDING.has(quality.lower) : WRONG.has(quality.lower);
}

/** One word in the present, or the perfect made with it. */
function isPresent(verb: Phrase, tokens: readonly Token[]): boolean {
  const first = tokens[verb.from]?.lower ?? '';
  if (first === 'has' || first === 'have') return true;
  return verb.form === 'F' && verb.to - verb.from === 1 && (verb.lower === verb.lemma || verb.lower === `${verb.lemma}s`);
}
