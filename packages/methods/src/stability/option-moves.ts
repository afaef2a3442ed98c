import type { Condition } from './condition.ts';
import type { Moves } from './conflict.ts';

/** The states of an option form: the combinations of options that can be. */
export interface OptionStates {
  /** For each state the options taken in it, as bits. */
  readonly codes: Uint32Array;
  /** For each combination its state, or -1 where it cannot be; null where all can be, and state and combination are one number. */
  readonly stateOf: Int32Array | null;
}

/** What a decider cannot undo: options as bits, and moves that are ruled out. */
export interface OneWay {
  readonly staysTaken: number;
  readonly staysDropped: number;
  readonly barred: readonly { readonly from: Condition; readonly to: Condition }[];
}

/**
 * The moves of a decider who may change any of its own options at once, made when they are asked for and never
 * stored.
 *
 * @param bits the places of the decider's options
 */
export function optionMoves(
  { codes, stateOf }: OptionStates,
  bits: readonly number[],
  { staysTaken, staysDropped, barred }: OneWay,
): Moves {
  const own = bits.reduce((mask, bit) => mask | (1 << bit), 0);
  const choices = choicesOf(bits);
  const free = staysTaken === 0 && staysDropped === 0 && barred.length === 0;
  const allowed = (from: number, to: number): boolean =>
    (from & ~to & staysTaken) === 0 && (to & ~from & staysDropped) === 0 && !barred.some((rule) => rule.from(from) && rule.to(to));
  const list = (state: number, into: Uint32Array, forward: boolean): number => {
    const code = codes[state] as number;
    const rest = code & ~own;
    let count = 0;
    for (let at = 0; at < choices.length; at += 1) {
      const other = rest | (choices[at] as number);
      if (other === code) continue;
      const found = stateOf === null ? other : (stateOf[other] as number);
      if (found < 0) continue;
      if (!free && !(forward ? allowed(code, other) : allowed(other, code))) continue;
      into[count++] = found;
    }
    return count;
  };
  return {
    most: choices.length - 1,
    ...(free ? { blocks: blocksOf(codes, own) } : {}),
    from: (state, into) => list(state, into, true),
    to: (state, into) => list(state, into, false),
  };
}

/** States that differ in nothing but the decider's own options make a block. */
function blocksOf(codes: Uint32Array, own: number): Uint32Array {
  const numbers = new Map<number, number>();
  return codes.map((code) => {
    const rest = code & ~own;
    const number = numbers.get(rest) ?? numbers.size;
    if (number === numbers.size) numbers.set(rest, number);
    return number;
  });
}

/** Every combination of the bits, in ascending order. */
function choicesOf(bits: readonly number[]): Uint32Array {
  const choices = new Uint32Array(2 ** bits.length);
  for (let choice = 0; choice < choices.length; choice += 1) {
    choices[choice] = bits.reduce((mask, bit, place) => ((choice >>> place) & 1 ? mask | (1 << bit) : mask), 0);
  }
  return choices.sort();
}
