import type { Token } from '../segment/tokenize.ts';

/** A number or range that starts at a token; `to` is the index after it. */
export interface NumberWords {
  low: number;
  high: number;
  to: number;
  /** A currency's code, or null. */
  unit: string | null;
  /** `dozens`, `hundreds of thousands`: no more than a magnitude. */
  vague: boolean;
  /** Written in letters. */
  words: boolean;
  /** What the written number was multiplied by: 1e6 in `3 million`. */
  scale: number;
}

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES: Readonly<Record<string, number>> = {
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  dozen: 12,
  m: 1e6,
  bn: 1e9,
  k: 1e3,
};
const MAGNITUDES: Readonly<Record<string, number>> = {
  dozens: 12,
  scores: 20,
  hundreds: 100,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
  tens: 10,
};
const CURRENCIES: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };
const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word, (i + 2) * 10]),
]);

/** Words that a number may start with. */
const OPENERS: ReadonlySet<string> = new Set([
  ...SMALL.keys(),
  ...Object.keys(MAGNITUDES),
  ...Object.keys(CURRENCIES),
  'between',
  'from',
  'a',
]);

/** After these, `from 40 to 55` is two figures, before and after. */
const CHANGING = new Set(
  'rise rises rose risen fall falls fell fallen grow grows grew grown drop drops dropped cut climb climbed increase increased decrease decreased raised lowered went reduced down up'.split(
    ' ',
  ),
);

/** The number that starts at token `at`: digits, words, a range (`between 20 and 30`, `20 to 30`) or a magnitude (`dozens`). */
export function numberAt(tokens: readonly Token[], at: number): NumberWords | null {
  const first = tokens[at];
  if (!first || (first.kind !== 'number' && !mayStart(first.lower))) return null;
  if (first.lower === 'between' || first.lower === 'from') {
    const low = single(tokens, at + 1);
    const joint = low && tokens[low.to]?.lower;
    if (low && (joint === 'and' || joint === 'to') && !(first.lower === 'from' && CHANGING.has(tokens[at - 1]?.lower ?? ''))) {
      const high = single(tokens, low.to + 1);
      if (high && high.high >= low.low) return { ...high, low: scaled(low, high), high: high.high };
    }
    return null;
  }
  const number = single(tokens, at);
  if (!number || number.vague) return number;
  const joint = tokens[number.to]?.text;
  if (tokens[at - 1]?.lower === 'from' && CHANGING.has(tokens[at - 2]?.lower ?? '')) return number;
  if (joint === 'to' || joint === '-' || joint === '–') {
    const high = single(tokens, number.to + 1);
    const tight = joint === 'to' || tokens[number.to]?.start === tokens[number.to - 1]?.end;
    if (high && tight && !high.vague && high.high > number.high)
      return { ...high, low: scaled(number, high), high: high.high, unit: number.unit ?? high.unit };
  }
  return number;
}

function mayStart(lower: string): boolean {
  return OPENERS.has(lower) || (lower.includes('-') && SMALL.has(lower.slice(0, lower.indexOf('-'))));
}

/** `2 to 3 million`: the scale of the upper end holds for the lower one. */
function scaled(low: NumberWords, high: NumberWords): number {
  const scale = high.scale;
  return low.scale === 1 && scale > 1 && low.low < high.high / scale ? low.low * scale : low.low;
}

function single(tokens: readonly Token[], from: number): NumberWords | null {
  let at = from;
  const unit = CURRENCIES[tokens[at]?.text ?? ''] ?? null;
  if (unit) at++;
  const token = tokens[at];
  if (!token) return null;
  const magnitude = MAGNITUDES[token.lower];
  if (magnitude !== undefined && !unit) return vague(tokens, at, magnitude);
  let value = digits(token);
  const inWords = value === null;
  if (value === null) {
    const spelled = spell(tokens, at);
    if (!spelled) return null;
    value = spelled.value;
    at = spelled.to;
  } else at++;
  let scale = 1;
  while (tokens[at] && SCALES[(tokens[at] as Token).lower] !== undefined && (tokens[at] as Token).kind === 'word') {
    scale *= SCALES[(tokens[at] as Token).lower] as number;
    at++;
  }
  const amount = value * scale;
  return { low: amount, high: amount, to: at, unit, vague: false, words: inWords, scale };
}

function digits(token: Token): number | null {
  if (token.kind !== 'number') return null;
  const match = /^(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(m|bn|k)?$/.exec(token.lower);
  if (!match) return null;
  return Number((match[1] as string).replaceAll(',', '')) * (match[2] ? (SCALES[match[2]] as number) : 1);
}

function spell(tokens: readonly Token[], from: number): { value: number; to: number } | null {
  const word = tokens[from]?.lower ?? '';
  if (word === 'a' && SCALES[tokens[from + 1]?.lower ?? ''] !== undefined && (tokens[from + 1]?.text.length ?? 0) > 2)
    return { value: 1, to: from + 1 };
  const [tens = '', ones] = word.split('-');
  const value = SMALL.get(tens);
  if (value === undefined) return null;
  if (ones === undefined) return { value, to: from + 1 };
  const more = SMALL.get(ones);
  return more === undefined ? null : { value: value + more, to: from + 1 };
}

function vague(tokens: readonly Token[], from: number, magnitude: number): NumberWords {
  let at = from + 1;
  let value = magnitude;
  let scale = 1;
  if (tokens[at]?.lower === 'of' && MAGNITUDES[tokens[at + 1]?.lower ?? ''] !== undefined) {
    scale = MAGNITUDES[tokens[at + 1]?.lower ?? ''] as number;
    value *= scale;
    at += 2;
  }
  return { low: value, high: value, to: at, unit: null, vague: true, words: true, scale };
}
