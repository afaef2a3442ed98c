import { CLASS_COUNTS, CLASS_SEQUENCES, CLASSES } from '../lexicon/class-sequences.ts';
import { ENDING_CLASSES, WORD_CLASSES } from '../lexicon/word-classes.ts';
import type { Token } from '../segment/tokenize.ts';
import type { ClassChoices, WordForm } from '../segment/word-form.ts';

/** One letter of {@link CLASSES}; `q` for a quotation mark, which the classes are blind to. */
export type WordClass = string;

const N = CLASSES.length;
const STOP = CLASSES.indexOf('.');
const COMMA = CLASSES.indexOf(',');
const NUMBER = CLASSES.indexOf('M');
const PROPER = CLASSES.indexOf('P');
const NOUN = CLASSES.indexOf('N');
const SEQUENCE_COST = readSequences();
const CLASS_COST = CLASS_COUNTS.map((count) => -Math.log(count / CLASS_COUNTS.reduce((a, b) => a + b, 0)));
const QUOTE_MARKS: ReadonlySet<string> = new Set([...'"“”„‟«»「」『』‘’‚‹›', "''", '``']);
const ENDS_CLAUSE = /[.!?:…—]/;

const WORDS = readTable(WORD_CLASSES);
const ENDINGS = readTable(ENDING_CLASSES);
const ONLY = CLASSES.split('').map((_, index): ClassChoices => ({ classes: [index], costs: [0], letters: '' }));
const NAME: ClassChoices = weigh([PROPER, NOUN, CLASSES.indexOf('J')], [90, 8, 2]);
const DEFAULT: ClassChoices = weigh([NOUN, CLASSES.indexOf('J'), CLASSES.indexOf('B')], [70, 20, 10]);

/**
 * The class of each token, one letter a token, by the cheapest sequence of classes (a second-order
 * Markov model; the second-last class is taken from the cheapest way so far, which keeps it linear).
 */
export function classify(tokens: readonly Token[]): string[] {
  const letters = new Array<string>(tokens.length).fill('q');
  if (tokens.length > columns.places.length) columns = newColumns(tokens.length);
  const { choices, places, totals, backs, rows } = columns;
  let count = 0;
  let fresh = true;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (token.kind !== 'word' && QUOTE_MARKS.has(token.text)) continue;
    const own = choicesOf(token, fresh);
    fresh = token.kind === 'mark' && ENDS_CLAUSE.test(token.text);
    const { classes, costs } = own;
    const here = count * N;
    const before = here - N;
    const beforeCount = count === 0 ? 0 : (choices[count - 1] as ClassChoices).classes.length;
    for (let i = 0; i < classes.length; i++) {
      const c = classes[i] as number;
      let best = Number.POSITIVE_INFINITY;
      let back = 0;
      if (count === 0) best = SEQUENCE_COST[(STOP * N + STOP) * N + c] as number;
      for (let j = 0; j < beforeCount; j++) {
        const total = (totals[before + j] as number) + (SEQUENCE_COST[(rows[j] as number) + c] as number);
        if (total < best) {
          best = total;
          back = j;
        }
      }
      totals[here + i] = best + (costs[i] as number);
      backs[here + i] = back;
    }
    const last = count === 0 ? null : (choices[count - 1] as ClassChoices).classes;
    for (let i = 0; i < classes.length; i++) {
      const led = last === null ? STOP : (last[backs[here + i] as number] as number);
      rows[i] = (led * N + (classes[i] as number)) * N;
    }
    choices[count] = own;
    places[count] = at;
    count++;
  }
  let pick = 0;
  if (count > 0) {
    const here = (count - 1) * N;
    const { classes } = choices[count - 1] as ClassChoices;
    for (let i = 1; i < classes.length; i++) if ((totals[here + i] as number) < (totals[here + pick] as number)) pick = i;
  }
  for (let k = count - 1; k >= 0; k--) {
    letters[places[k] as number] = CLASSES[(choices[k] as ClassChoices).classes[pick] as number] as string;
    pick = backs[k * N + pick] as number;
  }
  return letters;
}

/** What is known of the tokens that are no quotation marks, in their order; N places each in `totals` and `backs`. Used again and again. */
interface Columns {
  choices: ClassChoices[];
  /** Index of the token. */
  places: Uint32Array;
  /** The cost of the cheapest way to each class. */
  totals: Float64Array;
  /** The choice before it on that way. */
  backs: Uint8Array;
  /** For each choice of the last column: where the costs after it, and after the class before it, start. */
  rows: Uint32Array;
}

let columns = newColumns(1024);

function newColumns(length: number): Columns {
  return {
    choices: [],
    places: new Uint32Array(length),
    totals: new Float64Array(length * N),
    backs: new Uint8Array(length * N),
    rows: new Uint32Array(N),
  };
}

function choicesOf({ form }: Token, fresh: boolean): ClassChoices {
  if (fresh) {
    form.freshClasses ??= choicesAt(form, fresh);
    return form.freshClasses;
  }
  form.classes ??= choicesAt(form, fresh);
  return form.classes;
}

function choicesAt(token: WordForm, fresh: boolean): ClassChoices {
  if (token.kind === 'number') return ONLY[NUMBER] as ClassChoices;
  if (token.kind === 'mark') return ONLY[token.text === ',' || token.text === ';' ? COMMA : STOP] as ClassChoices;
  const lower = token.lower.includes('’') ? token.lower.replaceAll('’', "'") : token.lower;
  const first = token.text.charCodeAt(0);
  const capital = first < 128 ? first >= 65 && first <= 90 : token.text[0] !== token.lower[0];
  const known = WORDS.get(lower);
  if (capital && !fresh) {
    if (lower === 'will') return NAME;
    if (!known) return NAME;
    return asName(known);
  }
  if (known) return known;
  if (capital) {
    const byEnding = endingOf(lower);
    return byEnding ? merged(byEnding) : NAME;
  }
  return endingOf(lower) ?? DEFAULT;
}

/** A known word with a capital inside a sentence is most likely (part of) a name. */
function asName(known: ClassChoices): ClassChoices {
  if (known.classes.every((c) => "DOISCXTA'M".includes(CLASSES[c] as string))) return known;
  const classes = [PROPER, ...known.classes.filter((c) => c !== PROPER)];
  return {
    letters: known.letters,
    classes,
    costs: classes.map((c) => (c === PROPER ? -1.5 : (known.costs[known.classes.indexOf(c)] ?? 0) + 2.5)),
  };
}

function merged(choices: ClassChoices): ClassChoices {
  return choices.classes.includes(PROPER)
    ? choices
    : { letters: choices.letters, classes: [PROPER, ...choices.classes], costs: [-2.2, ...choices.costs.map((cost) => cost + 1.2)] };
}

function endingOf(lower: string): ClassChoices | undefined {
  const hyphen = lower.lastIndexOf('-');
  if (hyphen > 0 && hyphen < lower.length - 1) {
    const last = WORDS.get(lower.slice(hyphen + 1));
    if (last) return HYPHENATED;
  }
  for (let length = 3; length > 0; length--) {
    const found = ENDINGS.get(lower.slice(-length));
    if (found) return found;
  }
  return undefined;
}
const HYPHENATED: ClassChoices = weigh([CLASSES.indexOf('J'), NOUN], [60, 40]);

function readSequences(): Float32Array {
  const codes = CLASS_SEQUENCES.replaceAll('\n', '').replaceAll(' ', '');
  const lines = CLASS_SEQUENCES.trim().split('\n');
  const costs = new Float32Array(N * N * N);
  let at = 0;
  for (const line of lines)
    for (const word of line.split(' ')) for (const char of word) costs[at++] = ((char === '~' ? 96 : char.charCodeAt(0)) - 35) / 8;
  if (at !== costs.length || codes.length !== costs.length) throw new Error(`the class sequences hold ${at} figures, not ${costs.length}`);
  return costs;
}

function readTable(table: string): Map<string, ClassChoices> {
  const words = new Map<string, ClassChoices>();
  for (const entry of table.trim().split(/[;\n]/)) {
    const space = entry.lastIndexOf(' ');
    const counts = [...entry.slice(space + 1).matchAll(/(\D)(\d+)/g)];
    words.set(
      entry.slice(0, space),
      weigh(
        counts.map((match) => CLASSES.indexOf(match[1] as string)),
        counts.map((match) => Number(match[2])),
      ),
    );
  }
  return words;
}

/** Shares smoothed by half a count, as costs against the prior of each class. */
function weigh(classes: number[], counts: number[]): ClassChoices {
  const all = counts.reduce((a, b) => a + b, 0);
  return {
    classes,
    letters: classes.map((c) => CLASSES[c]).join(''),
    costs: counts.map((count, i) => -Math.log(count / all) - (CLASS_COST[classes[i] as number] ?? 0)),
  };
}

/** Whether the word lists know `lower` in the class. */
export function mayBe(lower: string, wordClass: WordClass): boolean {
  return WORDS.get(lower)?.letters.includes(wordClass) ?? false;
}
