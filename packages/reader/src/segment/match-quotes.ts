import type { Token } from './tokenize.ts';

/** A quotation: indexes of its first and last token inside the marks, and of the marks themselves. */
export interface Quotation {
  open: number;
  /** Index of the closing mark; `last + 1` where the paragraph ends without one. */
  close: number;
  closed: boolean;
  first: number;
  last: number;
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '«': '»',
  '„': '“',
  '「': '」',
  '『': '』',
  '‹': '›',
  '»': '«',
  '״': '״',
  '”': '”',
};
const CLOSERS = new Set(['”', '»', '」', '』', '›']);

/**
 * The outermost quotations of a paragraph, in order and without overlaps.
 *
 * Straight marks open and close by the white space around them; typographic ones by their kind
 * („…“ and »…« are told from “…” and «…» by what opened). An opening mark whose paragraph ends
 * without a closing one holds to the end of the paragraph, as newspapers do for quotations that go
 * on. Single marks count only where no double ones are open and they wrap at least two words.
 */
export function matchQuotes(tokens: readonly Token[], text: string): Quotation[] {
  const quotations: Quotation[] = [];
  let open = -1;
  let closer = '';
  let depth = 0;
  let lastClose = -1;
  for (let i = 0; i < tokens.length; i++) {
    const mark = tokens[i]?.text ?? '';
    if (tokens[i]?.kind !== 'mark') continue;
    if (open >= 0) {
      if (closes(mark, closer, tokens, i, text)) {
        lastClose = i;
        if (depth > 0 && !(closer === '"' && mark === '"')) {
          depth--;
          continue;
        }
        add(quotations, open, i, true);
        open = -1;
      } else if (mark === '“' && closer === '"') depth++;
      else if (mark === '“' && closer === '”') {
        const again = reopened(quotations, open, i, tokens);
        if (again === open) depth++;
        else depth = 0;
        open = again;
      }
      continue;
    }
    const found = opens(mark, tokens, i, text);
    if (found) {
      open = i;
      closer = found;
      depth = 0;
      lastClose = -1;
    }
  }
  if (open >= 0 && lastClose > open) add(quotations, open, lastClose, true);
  else if (open >= 0 && closer !== "'" && closer !== '’' && worthKeeping(tokens, open)) add(quotations, open, tokens.length, false);
  return quotations;
}

function opens(mark: string, tokens: readonly Token[], at: number, text: string): string | undefined {
  if (mark === '"' || mark === '״' || mark === "''" || mark === '``')
    return isOpening(tokens, at, text) ? (mark === '``' ? "''" : mark) : undefined;
  if (mark === "'" || mark === '‘')
    return isOpening(tokens, at, text) && closesSoon(tokens, at, text) ? (mark === '‘' ? '’' : "'") : undefined;
  if (mark === '`') return undefined;
  if (CLOSERS.has(mark) && mark !== '»' && mark !== '”') return undefined;
  if ((mark === '»' || mark === '”') && !isOpening(tokens, at, text)) return undefined;
  return PAIRS[mark];
}

function closes(mark: string, closer: string, tokens: readonly Token[], at: number, text: string): boolean {
  if (closer === "'" || closer === '’') return mark === closer && !isLetterAfter(tokens, at, text);
  // A mark that opens by its shape but stands where one closes: “so,“ she said.
  if (closer === '”' && mark === '“') return isMistyped(tokens, at, text);
  // The mark inside a Hebrew abbreviation, as in רס"ן, closes nothing.
  if ((mark === '"' || mark === '״') && isInsideHebrew(tokens, at, text)) return false;
  if (mark === closer) return !((closer === '"' || closer === "''") && isOpening(tokens, at, text) && !isClosing(tokens, at, text));
  // Writers mix typographic and straight marks: “so".
  return (closer === '”' && mark === '"') || (closer === '"' && mark === '”');
}

/** A typographic opening mark inside an open quotation: the first one was never closed. */
function reopened(quotations: Quotation[], open: number, at: number, tokens: readonly Token[]): number {
  const previous = tokens[at - 1];
  if (previous && /[.!?,]/.test(previous.text)) {
    add(quotations, open, at, false);
    return at;
  }
  return open;
}

function isOpening(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at] as Token;
  const after = text[token.end];
  const before = token.start > 0 ? text[token.start - 1] : ' ';
  if (after === undefined || /\s/.test(after)) return false;
  return before === undefined || /[\s([{—–\-"“‘'/:\p{Cf}]/u.test(before);
}

function isClosing(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at] as Token;
  const before = token.start > 0 ? (text[token.start - 1] ?? ' ') : ' ';
  return !/\s/.test(before);
}

function isInsideHebrew(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at] as Token;
  return /\p{Script=Hebrew}/u.test(text[token.end] ?? '') && /\p{Script=Hebrew}/u.test(text[token.start - 1] ?? '');
}

function isMistyped(tokens: readonly Token[], at: number, text: string): boolean {
  const token = tokens[at] as Token;
  return /[.,!?]/.test(text[token.start - 1] ?? '') && /\s/.test(text[token.end] ?? ' ');
}

function isLetterAfter(tokens: readonly Token[], at: number, text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text[tokens[at]?.end ?? 0] ?? ' ');
}

function closesSoon(tokens: readonly Token[], at: number, text: string): boolean {
  const closer = tokens[at]?.text === '‘' ? '’' : "'";
  const limit = Math.min(tokens.length, at + 80);
  for (let i = at + 2; i < limit; i++) {
    if (tokens[i]?.text === closer && !isLetterAfter(tokens, i, text) && isClosing(tokens, i, text))
      return i > at + 2 || tokens[at]?.text === '‘';
  }
  return false;
}

function worthKeeping(tokens: readonly Token[], open: number): boolean {
  return tokens.length - open > 4;
}

function add(quotations: Quotation[], open: number, close: number, closed: boolean): void {
  if (close - open > 1) quotations.push({ open, close, closed, first: open + 1, last: close - 1 });
}
