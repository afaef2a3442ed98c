/**
 * A word, number or mark as it is written, with what is told of it whatever stands around it. A text
 * has few forms beside its tokens, so each is looked at once.
 */
export interface WordForm {
  readonly text: string;
  readonly lower: string;
  readonly kind: TokenKind;
  /** The classes that it may be of after a mark that ends a sentence and elsewhere; null until they are asked for. */
  freshClasses: ClassChoices | null;
  classes: ClassChoices | null;
  /** Whether a word that was read as a noun may be a verb; null until it is asked for. */
  couldBeVerb: boolean | null;
}

export type TokenKind = 'word' | 'number' | 'mark';

/** What a word may be: classes, by their index, and the cost of each (−ln of share over prior). */
export interface ClassChoices {
  classes: number[];
  costs: number[];
  /** The letters of the classes. */
  letters: string;
}

/** Forms kept at once: more than a long text has, and bounded where a hostile one has no two alike. */
const MAX_FORMS = 1 << 15;
const SLOTS = 1 << 17;
/** Longer forms do not come twice. */
const MAX_LENGTH = 48;

let table: (WordForm | undefined)[] = new Array(SLOTS);
let kept = 0;

/** The form that stands in `text` from `start` to `end`. */
export function wordForm(text: string, start: number, end: number, kind: TokenKind): WordForm {
  if (end - start > MAX_LENGTH) return newForm(text.slice(start, end), kind);
  // FNV-1a.
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  for (;;) {
    const known = table[slot];
    if (known === undefined) break;
    if (known.kind === kind && standsAt(known.text, text, start, end)) return known;
    slot = (slot + 1) & (SLOTS - 1);
  }
  if (kept >= MAX_FORMS) {
    table = new Array(SLOTS);
    kept = 0;
  }
  // A copy: a slice would keep the whole text in memory.
  const form = newForm(` ${text.slice(start, end)}`.slice(1), kind);
  table[slot] = form;
  kept++;
  return form;
}

function standsAt(form: string, text: string, start: number, end: number): boolean {
  if (form.length !== end - start) return false;
  for (let i = 0; i < form.length; i++) if (form.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

function newForm(text: string, kind: TokenKind): WordForm {
  return { text, lower: text.toLowerCase(), kind, freshClasses: null, classes: null, couldBeVerb: null };
}
