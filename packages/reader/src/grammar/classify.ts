import { CLASS_COUNTS, CLASS_SEQUENCES, CLASSES } from '../lexicon/class-sequences.ts';
import { ENDING_CLASSES, WORD_CLASSES } from '../lexicon/word-classes.ts';
import type { Token } from '../segment/tokenize.ts';

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
const QUOTE_MARKS = /^(?:["“”„‟«»「」『』‘’‚‹›]|''|``)$/;

/** What a word may be: classes and the cost of each (−ln of share over prior). */
interface Choices {
  classes: number[];
  costs: number[];
  /** The letters of the classes. */
  letters: string;
}

const WORDS = readTable(WORD_CLASSES);
const ENDINGS = readTable(ENDING_CLASSES);
const ONLY = CLASSES.split('').map((_, index): Choices => ({ classes: [index], costs: [0], letters: '' }));
const NAME: Choices = weigh([PROPER, NOUN, CLASSES.indexOf('J')], [90, 8, 2]);
const DEFAULT: Choices = weigh([NOUN, CLASSES.indexOf('J'), CLASSES.indexOf('B')], [70, 20, 10]);

/**
 * The class of each token, one letter a token, by the cheapest sequence of classes (a second-order
 * Markov model; the second-last class is taken from the cheapest way so far, which keeps it linear).
 */
export function classify(tokens: readonly Token[]): string[] {
  const letters = new Array<string>(tokens.length).fill('q');
  const columns: { at: number; choices: Choices; totals: number[]; backs: number[] }[] = [];
  let fresh = true;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (QUOTE_MARKS.test(token.text)) continue;
    const choices = choicesOf(token, fresh);
    fresh = token.kind === 'mark' && /[.!?:…—]/.test(token.text);
    const before = columns[columns.length - 1];
    const beforeThat = columns[columns.length - 2];
    const totals: number[] = [];
    const backs: number[] = [];
    for (let i = 0; i < choices.classes.length; i++) {
      const c = choices.classes[i] as number;
      let best = Number.POSITIVE_INFINITY;
      let back = 0;
      if (!before) best = sequenceCost(STOP, STOP, c);
      else {
        for (let j = 0; j < before.choices.classes.length; j++) {
          const b = before.choices.classes[j] as number;
          const a = beforeThat ? (beforeThat.choices.classes[before.backs[j] as number] as number) : STOP;
          const total = (before.totals[j] as number) + sequenceCost(a, b, c);
          if (total < best) {
            best = total;
            back = j;
          }
        }
      }
      totals.push(best + (choices.costs[i] as number));
      backs.push(back);
    }
    columns.push({ at, choices, totals, backs });
  }
  let pick = columns.length > 0 ? indexOfLeast((columns[columns.length - 1] as (typeof columns)[number]).totals) : 0;
  for (let k = columns.length - 1; k >= 0; k--) {
    const column = columns[k] as (typeof columns)[number];
    letters[column.at] = CLASSES[column.choices.classes[pick] as number] as string;
    pick = column.backs[pick] as number;
  }
  return letters;
}

function choicesOf(token: Token, fresh: boolean): Choices {
  if (token.kind === 'number') return ONLY[NUMBER] as Choices;
  if (token.kind === 'mark') return ONLY[token.text === ',' || token.text === ';' ? COMMA : STOP] as Choices;
  const lower = token.lower.includes('’') ? token.lower.replaceAll('’', "'") : token.lower;
  const first = token.text.charCodeAt(0);
  const capital = first < 128 ? first >= 65 && first <= 90 : token.text[0] !== token.lower[0];
  const known = WORDS.get(lower);
  if (capital && !fresh) {
    if (lower === 'will') return NAME;
    if (!known) return NAME;
    return asName(known, lower);
  }
  if (known) return known;
  if (capital) {
    const byEnding = endingOf(lower);
    return byEnding ? merged(byEnding) : NAME;
  }
  return endingOf(lower) ?? DEFAULT;
}

const NAMED = new Map<string, Choices>();
/** A known word with a capital inside a sentence is most likely (part of) a name. */
function asName(known: Choices, lower: string): Choices {
  let named = NAMED.get(lower);
  if (!named) {
    const closed = known.classes.every((c) => "DOISCXTA'M".includes(CLASSES[c] as string));
    named = closed ? known : { classes: [PROPER, ...known.classes.filter((c) => c !== PROPER)], costs: [], letters: known.letters };
    if (!closed) named.costs = named.classes.map((c) => (c === PROPER ? -1.5 : (known.costs[known.classes.indexOf(c)] ?? 0) + 2.5));
    NAMED.set(lower, named);
  }
  return named;
}

function merged(choices: Choices): Choices {
  return choices.classes.includes(PROPER)
    ? choices
    : { letters: choices.letters, classes: [PROPER, ...choices.classes], costs: [-2.2, ...choices.costs.map((cost) => cost + 1.2)] };
}

function endingOf(lower: string): Choices | undefined {
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
const HYPHENATED: Choices = weigh([CLASSES.indexOf('J'), NOUN], [60, 40]);

function sequenceCost(a: number, b: number, c: number): number {
  return SEQUENCE_COST[(a * N + b) * N + c] as number;
}

function indexOfLeast(values: number[]): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if ((values[i] as number) < (values[best] as number)) best = i;
  return best;
}

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

function readTable(table: string): Map<string, Choices> {
  const words = new Map<string, Choices>();
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
function weigh(classes: number[], counts: number[]): Choices {
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
