import { ABBREVIATIONS } from '../lexicon/abbreviations.ts';

/** A word, number or mark, with its place in the text in UTF-16 code units (end exclusive). */
export interface Token {
  start: number;
  end: number;
  text: string;
  lower: string;
  kind: TokenKind;
}

type TokenKind = 'word' | 'number' | 'mark';

const PATTERN = buildPattern();

/**
 * The tokens of `text` between `from` and `to`. Every character that is not white space is in
 * exactly one token, so that spans made of tokens always stand in the text.
 *
 * English clitics are tokens of their own (`Trump|'s`, `did|n't`); a full stop stays with an
 * abbreviation (`Mr.`, `U.S.`) and is a token of its own after any other word.
 */
export function tokenize(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(PATTERN);
  pattern.lastIndex = from;
  for (;;) {
    const match = pattern.exec(text);
    if (!match || match.index >= to) break;
    const words = match[0];
    const start = match.index;
    if (match[1] !== undefined) pushWord(tokens, start, words, text);
    else push(tokens, start, words, match[2] !== undefined ? 'number' : 'mark');
    if (match[1] !== undefined) pattern.lastIndex = tokens[tokens.length - 1]?.end ?? pattern.lastIndex;
  }
  return tokens;
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

function pushWord(tokens: Token[], start: number, words: string, text: string): void {
  let body = words;
  const clitic = CLITIC.exec(words);
  if (clitic && clitic.index > 0) {
    body = words.slice(0, clitic.index);
    push(tokens, start, body, 'word');
    push(tokens, start + clitic.index, clitic[0], 'word');
    return;
  }
  const end = start + body.length;
  if (text.charCodeAt(end) === 46 && text.charCodeAt(end + 1) !== 46 && takesFullStop(body)) body += '.';
  push(tokens, start, body, 'word');
}

function takesFullStop(word: string): boolean {
  if (word.length === 1) return word !== 'I' && word.toUpperCase() !== word.toLowerCase() && word === word.toUpperCase();
  return word.includes('.') || ABBREVIATIONS.has(word.toLowerCase());
}

function push(tokens: Token[], start: number, text: string, kind: TokenKind): void {
  tokens.push({ start, end: start + text.length, text, lower: text.toLowerCase(), kind });
}
