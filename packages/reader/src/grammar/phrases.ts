import { NUMBERED_THINGS } from '../lexicon/numbered-things.ts';
import type { Quotation } from '../segment/match-quotes.ts';
import type { Token } from '../segment/tokenize.ts';
import { verbLemma } from './lemma.ts';

/**
 * np: noun phrase without what hangs on it; vg: verb group; adj: predicate or loose adjective;
 * adv; prep; sub: subordinator (that, if, while); rel: relative pronoun; wh: question word;
 * coord; comma; mark: any other mark; quote: a whole quotation that stands as one.
 */
type PhraseKind = 'np' | 'vg' | 'adj' | 'adv' | 'prep' | 'sub' | 'rel' | 'wh' | 'coord' | 'comma' | 'mark' | 'quote';

/** F finite, P passive, G -ing form, T infinitive, E participle on its own. */
type VerbForm = 'F' | 'P' | 'G' | 'T' | 'E';

/** A phrase over the tokens `from` to `to` (exclusive); `head` is its main token. */
export interface Phrase {
  kind: PhraseKind;
  from: number;
  to: number;
  head: number;
  lower: string;
  form?: VerbForm;
  lemma?: string;
  negated?: boolean;
  modal?: string;
  /** For a verb group: an auxiliary or a form of be or have is all there is. */
  copula?: boolean;
  pronoun?: boolean;
  proper?: boolean;
  plural?: boolean;
  /** For a noun phrase with a possessive: where the possessor ends (before ’s); for a possessive pronoun, after it. */
  possessorTo?: number;
  quotation?: Quotation;
  /** For words inside a quotation that the sentence runs through: the index of its opening mark. */
  inside?: number;
}

/** What the chunker reads: the tokens of a paragraph, a class letter for each, and the quotations that stand as one. */
export interface Classified {
  tokens: readonly Token[];
  classes: readonly string[];
  /** By the index of their opening mark. */
  opaque: ReadonlyMap<number, Quotation>;
  /** For each token the quotation that it is inside of and that the sentence runs through. */
  transparent?: readonly (Quotation | null)[];
}

const MODALS = new Set(['will', 'would', 'can', 'could', 'may', 'might', 'must', 'shall', 'should', "'ll", "'d", 'wo', 'ca']);
const RELATIVE = new Set(['who', 'which', 'whom', 'that', 'whose']);
const QUESTION = new Set(['what', 'how', 'why', 'where', 'when', 'whether', 'whatever', 'whoever']);
const SUBORDINATORS = new Set(
  'that if whether because while although though unless until since after before when once lest whereas whereby as so than'.split(' '),
);
const POSSESSIVES = new Set(['his', 'her', 'their', 'its', 'my', 'our', 'your']);
const BE = new Set(['be', 'get']);
const DETERMINERS = new Set(
  'the a an this these those some any no every each all both many several few most such another other more less enough half one'.split(' '),
);
const PERSONAL = new Set('he she they i we you it him them me us himself herself themselves itself there'.split(' '));

/** The phrases of the tokens `from` to `to`, in order, covering every token but quotation marks. */
export function phrasesOf(paragraph: Classified, from: number, to: number): Phrase[] {
  const phrases: Phrase[] = [];
  let at = from;
  while (at < to) {
    const phrase = nextPhrase(paragraph, at, to, phrases);
    if (phrase) phrases.push(phrase);
    const around = phrase && paragraph.transparent?.[phrase.from];
    if (around && around.open < phrase.from && phrase.from < around.close) phrase.inside = around.open;
    at = Math.max(phrase?.to ?? at + 1, at + 1);
  }
  return phrases;
}

function nextPhrase(p: Classified, at: number, to: number, before: readonly Phrase[]): Phrase | null {
  const quotation = p.opaque.get(at);
  if (quotation) {
    const end = Math.min(quotation.close + (quotation.closed ? 1 : 0), to);
    return { kind: 'quote', from: at, to: end, head: at, lower: '', quotation };
  }
  const token = p.tokens[at] as Token;
  const letter = p.classes[at] as string;
  if (letter === 'q') return null;
  if (letter === "'" && token.kind === 'mark') return null;
  if (token.kind === 'mark') {
    if (isCurrency(token.text)) return nounPhrase(p, at, to) ?? simple('mark', at, token);
    return simple(token.text === ',' ? 'comma' : 'mark', at, token);
  }
  if (token.lower === 'according' && p.tokens[at + 1]?.lower === 'to') return simple('prep', at, token);
  const verbs = verbGroup(p, at, to);
  if (verbs) return verbs;
  const last = before[before.length - 1];
  if (letter === 'C') return simple('coord', at, token);
  if (token.lower === 'that') return thatPhrase(p, at, to, last);
  if (QUESTION.has(token.lower)) return simple('wh', at, token);
  if (RELATIVE.has(token.lower) && token.lower !== 'whose')
    return simple(
      last && (last.kind === 'vg' || last.kind === 'prep') ? (last.kind === 'vg' ? 'wh' : 'rel') : last ? 'rel' : 'wh',
      at,
      token,
    );
  if (letter === 'S' || (SUBORDINATORS.has(token.lower) && letter !== 'R' && startsClause(p, at, to) && token.lower !== 'so'))
    return simple('sub', at, token);
  if (letter === 'I' || letter === 'T') return simple('prep', at, token);
  const noun = nounPhrase(p, at, to);
  if (noun) return noun;
  if (letter === 'J' && DETERMINERS.has(token.lower) && /^[XZBERI]$/.test(p.classes[at + 1] ?? ''))
    return { ...simple('np', at, token), plural: true };
  if (letter === 'J' || letter === 'E') return simple('adj', at, token);
  return simple('adv', at, token);
}

function simple(kind: PhraseKind, at: number, token: Token): Phrase {
  return { kind, from: at, to: at + 1, head: at, lower: token.lower };
}

/** `as`, `before`, `since` and the like open a clause where a subject and a verb follow soon. */
function startsClause(p: Classified, at: number, to: number): boolean {
  const token = p.tokens[at] as Token;
  if (!['as', 'after', 'before', 'since', 'until', 'than'].includes(token.lower)) return true;
  for (let i = at + 1; i < Math.min(at + 9, to); i++) {
    const letter = p.classes[i] as string;
    if (letter === 'Z' || letter === 'X') return true;
    if (letter === 'E' || letter === 'B') return i > at + 1 && 'NPO'.includes(p.classes[i - 1] as string);
    if (letter === 'G' || letter === ',' || letter === '.' || letter === 'I' || letter === 'T') return false;
  }
  return false;
}

function thatPhrase(p: Classified, at: number, to: number, last: Phrase | undefined): Phrase {
  const token = p.tokens[at] as Token;
  const next = nextLetter(p, at + 1, to);
  const letter = p.classes[at] as string;
  if (last?.kind === 'np' && 'XZBEA'.includes(next) && next !== '') return simple('rel', at, token);
  if (letter === 'S') return simple('sub', at, token);
  if (last?.kind === 'np' || last?.kind === 'vg' || last?.kind === 'adj' || last?.kind === 'comma' || last?.kind === 'adv') {
    if (letter === 'O' && 'XZE'.includes(next) && last.kind !== 'np') return { ...simple('np', at, token), pronoun: true };
    return simple('sub', at, token);
  }
  if (letter === 'D' && 'NJPG'.includes(next)) return nounPhrase(p, at, to) ?? simple('sub', at, token);
  return { ...simple('np', at, token), pronoun: true };
}

function nextLetter(p: Classified, at: number, to: number): string {
  for (let i = at; i < to; i++) {
    const letter = p.classes[i] as string;
    if (letter !== 'q' && letter !== 'R') return letter;
  }
  return '';
}

/** Adverbs, auxiliaries and negations up to a verb; or to + verb; or a bare verb. */
function verbGroup(p: Classified, at: number, to: number): Phrase | null {
  let i = at;
  let auxiliaries = 0;
  let lastAuxiliary = -1;
  let hasBe = false;
  let hasHave = false;
  let negated = false;
  let modal: string | undefined;
  const infinitive = p.classes[at] === 'T';
  if (infinitive) i++;
  for (; i < to; i++) {
    const letter = p.classes[i] as string;
    const lower = (p.tokens[i] as Token).lower.replace('’', "'");
    if (letter === 'q' && i > at && !opensOpaque(p, i)) continue;
    if (letter === 'X') {
      auxiliaries++;
      lastAuxiliary = i;
      const lemma = verbLemma(lower);
      hasBe = BE.has(lemma) || (lemma === 'be' && true) ? true : hasBe;
      if (lemma === 'have') hasHave = true;
      if (MODALS.has(lower) && modal === undefined) modal = lower;
    } else if (letter === 'A' || lower === 'never') negated = true;
    else if (letter === 'R' && (p.tokens[i] as Token).kind === 'word') continue;
    else break;
  }
  const letter = i < to ? (p.classes[i] as string) : '';
  const isVerb = 'BZEG'.includes(letter) && letter !== '';
  if (!isVerb) {
    if (lastAuxiliary < 0) return null;
    let end = lastAuxiliary + 1;
    while (end < i && ((p.classes[end] as string) === 'A' || (p.tokens[end] as Token).lower === 'never')) end++;
    const lemma = verbLemma((p.tokens[lastAuxiliary] as Token).lower.replace('’', "'"));
    const form: VerbForm = infinitive ? 'T' : (p.tokens[lastAuxiliary] as Token).lower.endsWith('ing') && auxiliaries === 1 ? 'G' : 'F';
    const group: Phrase = {
      kind: 'vg',
      from: at,
      to: end,
      head: lastAuxiliary,
      lower: (p.tokens[lastAuxiliary] as Token).lower,
      form,
      lemma,
      negated,
      copula: true,
    };
    if (modal !== undefined) group.modal = modal;
    return group;
  }
  if (auxiliaries === 0 && !infinitive && i > at && !adverbsBelong(p, at, i)) return null;
  if (auxiliaries === 0 && !infinitive && (letter === 'E' || letter === 'G') && isModifier(p, i, to, i > at)) return null;
  if (auxiliaries > 0 && (letter === 'E' || letter === 'G') && modifiesAfterCopula(p, i, to, letter)) {
    const lemma = verbLemma((p.tokens[lastAuxiliary] as Token).lower.replace('’', "'"));
    return { kind: 'vg', from: at, to: lastAuxiliary + 1, head: lastAuxiliary, lower: '', form: 'F', lemma, negated, copula: true };
  }
  const token = p.tokens[i] as Token;
  const form: VerbForm = infinitive
    ? hasBe && letter === 'E'
      ? 'P'
      : 'T'
    : letter === 'G'
      ? auxiliaries > 0
        ? 'F'
        : 'G'
      : letter === 'E'
        ? hasBe
          ? 'P'
          : 'F'
        : 'F';
  const group: Phrase = {
    kind: 'vg',
    from: at,
    to: i + 1,
    head: i,
    lower: token.lower,
    form,
    lemma: verbLemma(token.lower, letter),
    negated,
  };
  if (modal !== undefined) group.modal = modal;
  if (form === 'F' && letter === 'E' && auxiliaries === 0 && !hasHave && looksReduced(p, at, i, to)) group.form = 'E';
  return group;
}

function opensOpaque(p: Classified, at: number): boolean {
  return p.opaque.has(at);
}

function adverbsBelong(p: Classified, at: number, verb: number): boolean {
  for (let i = at; i < verb; i++) if (!'RAq'.includes(p.classes[i] as string)) return false;
  return true;
}

/** Determiners that may stand for people by themselves: `both reserved their position`. */
const ALONE = new Set('neither both either all some many several most none each few'.split(' '));

/** `established organizations`, `a looming threat`: a participle before its noun and after no subject. */
function isModifier(p: Classified, at: number, to: number, afterAdverb: boolean): boolean {
  const before = previousLetter(p, at);
  const after = nextLetter(p, at + 1, to);
  if (before === 'D' && ALONE.has(p.tokens[at - 1]?.lower ?? '') && !'NPJ'.includes(after)) return false;
  if (before === 'D' || before === 'J' || before === "'" || before === 'M')
    return after === 'N' || after === 'P' || after === 'J' || before === 'D';
  if (p.classes[at] === 'E' && (before === 'I' || before === '' || before === 'C') && !afterAdverb) return after === 'N' || after === 'J';
  return false;
}

function modifiesAfterCopula(p: Classified, at: number, to: number, letter: string): boolean {
  return letter === 'E' && (p.classes[at - 1] === 'D' || (nextLetter(p, at + 1, to) === 'N' && false));
}

/** A past form right before `by`, or after a noun that is itself the object of something, is a participle. */
function looksReduced(p: Classified, from: number, at: number, to: number): boolean {
  const next = p.tokens[at + 1];
  if (next && at + 1 < to && next.lower === 'by') return true;
  const before = previousLetter(p, from);
  return before === 'I' || before === 'X' || before === 'S';
}

function previousLetter(p: Classified, at: number): string {
  for (let i = at - 1; i >= 0; i--) if (p.classes[i] !== 'q') return p.classes[i] as string;
  return '';
}

function isCurrency(text: string): boolean {
  return text === '$' || text === '€' || text === '£' || text === '@' || text === '#' || text === '%';
}

/** Determiners, numbers, adjectives, participles and nouns, with possessors; or a pronoun. */
function nounPhrase(p: Classified, at: number, to: number): Phrase | null {
  let i = at;
  let head = -1;
  let proper = false;
  let possessorTo: number | undefined;
  const first = p.tokens[at] as Token;
  if (p.classes[at] === 'O' && !POSSESSIVES.has(first.lower) && !DETERMINERS.has(first.lower) && !RELATIVE.has(first.lower)) {
    return {
      kind: 'np',
      from: at,
      to: at + 1,
      head: at,
      lower: first.lower,
      pronoun: true,
      plural: first.lower === 'they' || first.lower === 'we',
    };
  }
  for (; i < to; i++) {
    const token = p.tokens[i] as Token;
    const letter = p.classes[i] as string;
    if (letter === 'q') {
      if (opensOpaque(p, i)) break;
      continue;
    }
    if (letter === "'" && head >= 0) {
      possessorTo = i;
      head = -1;
      continue;
    }
    if (letter === 'N' || letter === 'P') {
      if (head >= 0 && letter === 'P' && p.classes[head] === 'N' && !isTitleNoun(p, head)) break;
      head = i;
      proper = letter === 'P';
      continue;
    }
    if (letter === 'O') {
      if (POSSESSIVES.has(token.lower) && head < 0 && i === at) {
        possessorTo = i + 1;
        continue;
      }
      if (i === at && DETERMINERS.has(token.lower)) {
        head = i;
        continue;
      }
      break;
    }
    if (letter === 'D' && (i === at || p.classes[i - 1] === 'D' || p.classes[i - 1] === 'R')) {
      head = head < 0 || p.classes[head] === 'D' ? i : head;
      continue;
    }
    if (letter === 'M' && (head < 0 || p.classes[head] === 'D')) {
      head = i;
      continue;
    }
    if (letter === 'M' && head >= 0 && (p.classes[head] === 'P' || p.classes[head] === 'M')) {
      head = i;
      continue;
    }
    if (letter === 'M' && head === i - 1 && isLabel(p, i)) {
      i++;
      break;
    }
    if ((letter === 'J' || letter === 'E' || letter === 'G' || letter === 'R') && modifies(p, i, to, head)) continue;
    if (isCurrency(token.text)) continue;
    break;
  }
  if (head < 0 && possessorTo === undefined) return null;
  if (head < 0) head = (possessorTo as number) - 1;
  let end = i;
  while (end > head + 1 && (p.classes[end - 1] === 'q' || 'JEGR'.includes(p.classes[end - 1] as string))) end--;
  const token = p.tokens[head] as Token;
  const plural = !proper && p.classes[head] === 'N' && /(?:[^s]s|people|men|women|media|police)$/.test(token.lower);
  const phrase: Phrase = { kind: 'np', from: at, to: Math.max(end, head + 1), head, lower: token.lower, proper, plural };
  if (possessorTo !== undefined) phrase.possessorTo = possessorTo;
  return phrase;
}

/** `town 10`, `Brigade 72`: the number tells which, and counts nothing that comes after it. */
function isLabel({ tokens, classes }: Classified, at: number): boolean {
  const before = tokens[at - 1] as Token;
  if (classes[at - 1] !== 'N' || !/^\d{1,4}$/.test(tokens[at]?.text ?? '') || 'NPJM'.includes(classes[at + 1] ?? '.')) return false;
  return NUMBERED_THINGS.has(before.lower) || before.text[0] !== before.lower[0];
}

/** Whether a word before the head still belongs: a noun must follow after more such words only. */
function modifies(p: Classified, at: number, to: number, head: number): boolean {
  const named = head >= 0 && p.classes[at] === 'J' && (p.classes[head] === 'P' || p.tokens[head]?.text[0] !== p.tokens[head]?.lower[0]);
  if (head >= 0 && !'DM'.includes(p.classes[head] as string) && !named) return false;
  for (let i = at + 1; i < Math.min(at + 6, to); i++) {
    const letter = p.classes[i] as string;
    if (letter === 'N' || letter === 'P') return true;
    if (letter === 'q' && !opensOpaque(p, i)) continue;
    if (letter === ',' && p.classes[at] === 'J' && p.classes[i + 1] === 'J') continue;
    if (letter === 'C' && p.classes[i + 1] === 'J') continue;
    if (!'JEGRM'.includes(letter)) return head >= 0 && 'DM'.includes(p.classes[head] as string) && false;
  }
  return false;
}

/** `President Doe`, `campaign manager Jane Doe`: a title and a name are one phrase. */
function isTitleNoun(p: Classified, at: number): boolean {
  return !/(?:[^s]s)$/.test((p.tokens[at] as Token).lower) || p.classes[at] === 'P';
}

export function isPersonal(lower: string): boolean {
  return PERSONAL.has(lower);
}
