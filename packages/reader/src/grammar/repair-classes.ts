import type { Token } from '../segment/tokenize.ts';
import { mayBe } from './classify.ts';
import { verbLemma } from './lemma.ts';

const ARTICLES = new Set(['the', 'a', 'an']);
const SUBJECTS = new Set(['they', 'he', 'she', 'we', 'i', 'who', 'you']);

/**
 * Mends, in place, what neighbouring classes alone get wrong around cues: verbs read as nouns
 * before `that` or after a subject pronoun, nouns read as verbs after `there are` or `that`, and
 * participles read as adjectives before an object.
 */
export function repairClasses(tokens: readonly Token[], classes: string[]): string[] {
  for (let i = 0; i < tokens.length; i++) {
    const letter = classes[i] as string;
    const token = tokens[i] as Token;
    const previous = classes[i - 1] ?? '.';
    const next = tokens[i + 1];
    const nextLetter = classes[i + 1] ?? '.';
    if (isPluralPossessive(tokens, classes, i)) {
      classes[i] = "'";
      continue;
    }
    if (
      letter === 'N' &&
      token.lower.endsWith('s') &&
      /^[.,]$/.test(next?.text ?? '') &&
      couldBeVerb(token) &&
      followsQuotation(classes, i)
    ) {
      classes[i] = 'Z';
      continue;
    }
    // `neither confirmed`, `no longer insists` negate their verb.
    if (letter === 'D' && (token.lower === 'neither' ? isNegation(tokens, classes, i) : token.lower === 'no' && next?.lower === 'longer')) {
      classes[i] = 'A';
      continue;
    }
    // `to questions about …`: no infinitive ends in -s.
    if (letter === 'Z' && previous === 'T' && (mayBe(token.lower, 'N') || !mayBe(token.lower, 'Z'))) {
      classes[i] = 'N';
      classes[i - 1] = 'I';
      continue;
    }
    // A name that the word lists do not know is no adverb, and `Delegation A` no article.
    if (letter === 'R' && isCapital(token) && 'XZE'.includes(nextLetter) && !mayBe(token.lower, 'R') && !token.lower.endsWith('ly'))
      classes[i] = 'P';
    if (token.text === 'A' && letter === 'D' && previous !== '.' && 'XZE.,'.includes(nextLetter)) classes[i] = 'P';
    // `It notes, however, …`, `that convoys would …`, `wants autonomy.`
    if (
      letter === 'N' &&
      previous === 'O' &&
      tokens[i - 1]?.lower === 'it' &&
      '.'.includes(classes[i - 2] ?? '.') &&
      token.lower.endsWith('s') &&
      couldBeVerb(token)
    )
      classes[i] = 'Z';
    if (letter === 'Z' && tokens[i - 1]?.lower === 'that' && nextLetter === 'X' && !mayBe(token.lower, 'Z')) {
      classes[i] = 'N';
      classes[i - 1] = 'S';
    }
    // `The general met …`, `the monitor said`
    if (letter === 'B' && previous === 'D' && 'XZE'.includes(nextLetter) && ARTICLES.has(tokens[i - 1]?.lower ?? '')) classes[i] = 'N';
    if (letter === 'J' && previous === 'D' && 'XZE'.includes(nextLetter) && mayBe(token.lower, 'N')) classes[i] = 'N';
    if (letter === 'J' && 'ZE'.includes(previous) && ',.'.includes(nextLetter) && !mayBe(token.lower, 'J')) classes[i] = 'N';
    if (letter === 'X' && previous === 'D' && token.lower === 'will') classes[i] = 'N';
    if (letter === 'N' && i > 0 && couldBeVerb(token)) {
      const before = (tokens[i - 1] as Token).lower;
      const third = token.lower.endsWith('s') && !token.lower.endsWith('ss');
      if (SUBJECTS.has(before) && previous === 'O') classes[i] = third ? 'Z' : 'B';
      else if (next?.lower === 'that' && 'NP'.includes(previous) && nextLetter !== 'D' && third !== before.endsWith('s')) {
        classes[i] = third ? 'Z' : 'B';
        classes[i + 1] = 'S';
      }
    } else if ((letter === 'Z' || letter === 'B') && i > 1 && previous === 'X' && mayBe(token.lower, 'N') && isThere(tokens, i - 1)) {
      classes[i] = 'N';
    } else if (letter === 'B' && (tokens[i - 1]?.lower === 'that' || previous === 'D') && nextLetter === 'N' && mayBe(token.lower, 'N')) {
      classes[i] = 'N';
      if (tokens[i - 1]?.lower === 'that') classes[i - 1] = 'S';
    } else if (letter === 'J' && /(?:ing|ed)$/.test(token.lower) && 'NPO'.includes(previous) && next) {
      if (next.lower === 'that' || 'DO'.includes(nextLetter)) classes[i] = token.lower.endsWith('ing') ? 'G' : 'E';
      if (next.lower === 'that') classes[i + 1] = 'S';
    }
  }
  return classes;
}

/** `the Does' son`: an apostrophe right after a plural, with its noun after it. */
function isPluralPossessive(tokens: readonly Token[], classes: readonly string[], at: number): boolean {
  const mark = tokens[at] as Token;
  const before = tokens[at - 1];
  if ((mark.text !== "'" && mark.text !== '’') || !before?.lower.endsWith('s') || before.end !== mark.start) return false;
  return tokens[at + 1]?.start !== mark.end && 'NJP'.includes(classes[at + 1] ?? '.');
}

/** `“…,” Doe notes.`: nothing but a name or noun phrase stands between the closing mark and the word. */
function followsQuotation(classes: readonly string[], at: number): boolean {
  let i = at - 1;
  while (i > at - 7 && i > 0 && 'PNDJI'.includes(classes[i] as string)) i--;
  return i < at - 1 && classes[i] === 'q' && 'PNO'.includes(classes[at - 1] as string);
}

/** `would neither confirm`, `neither confirmed nor denied`, as against `neither has agreed`. */
function isNegation(tokens: readonly Token[], classes: readonly string[], at: number): boolean {
  if (!'BZE'.includes(classes[at + 1] ?? '.')) return false;
  return classes[at - 1] === 'X' || tokens.slice(at + 2, at + 9).some((token) => token.lower === 'nor');
}

function isCapital(token: Token): boolean {
  return token.text[0] !== token.lower[0];
}

function couldBeVerb({ form, lower }: Token): boolean {
  form.couldBeVerb ??= mayBe(lower, 'B') || mayBe(lower, 'Z') || (lower.endsWith('s') && mayBe(verbLemma(lower), 'B'));
  return form.couldBeVerb;
}

function isThere(tokens: readonly Token[], auxiliary: number): boolean {
  for (let i = auxiliary; i > auxiliary - 3 && i >= 0; i--) if (tokens[i]?.lower === 'there') return true;
  return false;
}
