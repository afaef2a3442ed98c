import { UserError } from '@parley/model';

/** Whether a set of taken options, as bits, meets a condition. */
export type Condition = (taken: number) => boolean;

/** The most brackets, or signs of "not", within each other. */
const MAX_DEPTH = 100;
/** The most words and signs of one condition. */
const MAX_TOKENS = 1000;

/**
 * A condition on options in words: names of options joined by `not`, `and`, `or`, `if`, `iff` and brackets; also
 * the signs of the field, `-`, `&` and `|`. `A if B` holds where B does not, or A does. A name with blanks or
 * brackets in it stands in quotation marks. What binds most is `not`, then `and`, `or`, `if`, `iff`.
 *
 * @param bitOf the place of an option by its name; undefined where there is none
 * @param where named in errors
 * Throws a UserError for words that make no condition, or an option that nobody has.
 */
export function parseCondition(words: string, bitOf: (name: string) => number | undefined, where: string): Condition {
  const tokens = tokensOf(words);
  let at = 0;
  const fault = (what: string): UserError =>
    new UserError(`${where}: ${what} in "${words}"`, {
      cure: 'write it like: not Attack and (Release or "Pull back"); or: Attack if not Release',
      code: 'condition',
    });
  if (tokens.length > MAX_TOKENS)
    throw new UserError(`${where}: the condition has ${tokens.length} words and signs; the limit is ${MAX_TOKENS}`, {
      cure: 'split it into several',
      code: 'too-large',
    });
  let depth = 0;
  const takes = (...signs: readonly string[]): boolean => {
    const token = tokens[at];
    if (token === undefined || token.quoted || !signs.includes(token.text.toLowerCase())) return false;
    at += 1;
    return true;
  };
  const chain = (signs: readonly string[], part: () => Condition, join: (a: Condition, b: Condition) => Condition): Condition => {
    let left = part();
    while (takes(...signs)) left = join(left, part());
    return left;
  };
  const within = (part: () => Condition): Condition => {
    depth += 1;
    if (depth > MAX_DEPTH)
      throw new UserError(`${where}: more than ${MAX_DEPTH} brackets or signs of "not" within each other`, {
        cure: 'write the condition more simply',
        code: 'too-large',
      });
    const inner = part();
    depth -= 1;
    return inner;
  };
  const atom = (): Condition => {
    if (takes('not', '-', '!')) {
      const inner = within(atom);
      return (taken) => !inner(taken);
    }
    if (takes('(')) {
      const inner = within(whole);
      if (!takes(')')) throw fault('a bracket is not closed');
      return inner;
    }
    const token = tokens[at];
    if (token === undefined) throw fault('something is missing at the end');
    if (!token.quoted && SIGNS.has(token.text.toLowerCase())) throw fault(`"${token.text}" stands where an option should`);
    at += 1;
    const bit = bitOf(token.text);
    if (bit === undefined) {
      throw new UserError(`${where}: no decider has the option "${token.text}"`, {
        cure: 'give the option to a decider, or correct its name; a name with blanks stands in quotation marks',
        code: 'unknown',
      });
    }
    const mask = 2 ** bit;
    return (taken) => (taken & mask) !== 0;
  };
  const both = () => chain(['and', '&'], atom, (a, b) => (taken) => a(taken) && b(taken));
  const either = () => chain(['or', '|'], both, (a, b) => (taken) => a(taken) || b(taken));
  const given = () => chain(['if'], either, (a, b) => (taken) => a(taken) || !b(taken));
  const whole = (): Condition => chain(['iff'], given, (a, b) => (taken) => a(taken) === b(taken));
  const condition = whole();
  const rest = tokens[at];
  if (rest !== undefined) throw fault(`"${rest.text}" is too much`);
  return condition;
}

interface Token {
  readonly text: string;
  readonly quoted: boolean;
}

const SIGNS: ReadonlySet<string> = new Set(['not', 'and', 'or', 'if', 'iff', '-', '!', '&', '|', '(', ')']);

/** A hyphen within a name is part of it; one before a name says not. */
function tokensOf(words: string): Token[] {
  const pattern = /["“]([^"”]*)["”]|([()&|!])|(-(?=\S))|([^\s()&|!"“”]+)/gu;
  return [...words.matchAll(pattern)].map((match) => ({ text: match[1] ?? match[0], quoted: match[1] !== undefined }));
}
