import { ABBREVIATIONS } from '../lexicon/abbreviations.ts';
import { type TokenKind, type WordForm, wordForm } from './word-form.ts';

/** A word, number or mark, with its place in the text in UTF-16 code units (end exclusive). */
export interface Token {
  start: number;
  end: number;
  text: string;
  lower: string;
  kind: TokenKind;
  form: WordForm;
}

const PATTERN = buildPattern();

/**
 * The tokens of `whole` between `from` and `to`. Every character that is not white space is in
 * exactly one token, so that spans made of tokens always stand in the text.
 *
 * English clitics are tokens of their own (`Trump|'s`, `did|n't`); a full stop stays with an
 * abbreviation (`Mr.`, `U.S.`) and is a token of its own after any other word.
 */
export function tokenize(whole: string, from = 0, to = whole.length): Token[] {
  // Cut inside a word, the word ends there: else each cut of one without an end would look at all that follows.
  const text = to < whole.length && !/\s/.test(whole[to] as string) ? whole.slice(0, to) : whole;
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERN);
  for (let at = from; at < to; ) {
    const unit = text.charCodeAt(at);
    if (unit === SPACE || unit === LINE_END) {
      at++;
      continue;
    }
    const end = isLetter(unit) ? endOfPlainWord(text, at) : PLAIN_MARKS.has(unit) ? at + 1 : 0;
    if (end > 0) {
      if (!isLetter(unit)) push(tokens, at, text, end, 'mark');
      else pushWord(tokens, at, text, end);
    } else {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (!match || match.index >= to) break;
      const start = match.index;
      const [words] = match;
      if (match[1] !== undefined) pushParts(tokens, start, words, text);
      else push(tokens, start, text, start + words.length, match[2] !== undefined ? 'number' : 'mark');
    }
    at = (tokens[tokens.length - 1] as Token).end;
  }
  return tokens;
}

const SPACE = 32;
const LINE_END = 10;
const FULL_STOP = 46;
/** Marks that are tokens of their own whatever stands beside them. */
const PLAIN_MARKS: ReadonlySet<number> = new Set([...',;:!?()[]"“”«»„—'].map((mark) => mark.charCodeAt(0)));

/** Of the Latin alphabet, without accents. */
function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/**
 * Where a word ends that the pattern would end there too, as nothing in or after it is anything but
 * a plain letter; 0 for any other. Most words are plain, and the pattern takes its time.
 */
function endOfPlainWord(text: string, start: number): number {
  let end = start + 1;
  while (isLetter(text.charCodeAt(end))) end++;
  if (end === text.length) return end;
  const after = text.charCodeAt(end);
  if (after === SPACE || after === LINE_END || PLAIN_MARKS.has(after)) return end;
  if (after !== FULL_STOP) return 0;
  const next = text.charCodeAt(end + 1);
  return end + 1 === text.length || next === SPACE || next === LINE_END || PLAIN_MARKS.has(next) ? end : 0;
}

function buildPattern(): RegExp {
  const apostrophe = "['’]";
  const letter = '[\\p{L}\\p{M}]';
  const inner = `(?:[\\p{L}\\p{M}\\p{N}_]|[-‐‑&/]${letter}|[-‐‑](?=\\p{N})|${apostrophe}(?=${letter})|\\.(?=${letter}\\.))`;
  const word = `((?:${letter}|\\p{N}+(?!st|nd|rd|th)[-‐‑](?=${letter}))${inner}*)`;
  const number = '(\\p{N}+(?:[.,:]\\p{N}+)*(?:st|nd|rd|th|s|m|bn|k|pm|am)?(?![\\p{L}\\p{N}]))|\\p{N}+';
  return new RegExp(`${word}|${number}|--+|\\.\\.\\.+|''|\`\`|[^\\s]`, 'gu');
}

const CLITIC = /(?:n['’]t|['’](?:s|ll|re|ve|d|m))$/iu;

function pushParts(tokens: Token[], start: number, words: string, text: string): void {
  const clitic = CLITIC.exec(words);
  if (!clitic || clitic.index === 0) {
    pushWord(tokens, start, text, start + words.length);
    return;
  }
  push(tokens, start, text, start + clitic.index, 'word');
  push(tokens, start + clitic.index, text, start + words.length, 'word');
}

function pushWord(tokens: Token[], start: number, text: string, end: number): void {
  push(tokens, start, text, end, 'word');
  if (text.charCodeAt(end) !== FULL_STOP || text.charCodeAt(end + 1) === FULL_STOP) return;
  const word = tokens.at(-1) as Token;
  if (!takesFullStop(word)) return;
  tokens.pop();
  push(tokens, start, text, end + 1, 'word');
}

function takesFullStop({ text, lower }: Token): boolean {
  if (text.length === 1) return text !== 'I' && text.toUpperCase() !== lower && text === text.toUpperCase();
  return text.includes('.') || ABBREVIATIONS.has(lower);
}

function push(tokens: Token[], start: number, text: string, end: number, kind: TokenKind): void {
  const form = wordForm(text, start, end, kind);
  tokens.push({ start, end, text: form.text, lower: form.lower, kind, form });
}
