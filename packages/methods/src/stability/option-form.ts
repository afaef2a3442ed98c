import { UserError } from '@parley/model';
import { type Condition, parseCondition } from './condition.ts';
import type { Conflict, ConflictOption, Moves, StateName } from './conflict.ts';
import { type OptionStates, optionMoves } from './option-moves.ts';
import { partialOrder } from './partial-order.ts';
import type { Preference } from './preference.ts';
import { prioritisedOrder } from './prioritised.ts';
import { noteIntransitive, type StatedPreference, type StateNames, statedPreference } from './state-form.ts';
import { transitiveMoves } from './stored-moves.ts';

/** A conflict as deciders with options that each may take or not; the states are the combinations that can be. */
export interface OptionForm {
  readonly deciders: Readonly<Record<string, OptionFormDecider>>;
  /** Combinations that cannot be: conditions in words (`Release and Escalate`). */
  readonly infeasible?: readonly string[];
  /** Where given, the only states that can be, each a Y or N for each option; what `infeasible` rules out is not among them. */
  readonly feasible?: readonly StateName[];
  /** Moves that a decider cannot make although the options allow it: from where one condition holds to where another does. */
  readonly barredMoves?: readonly { readonly decider: string; readonly from: string; readonly to: string }[];
}

export interface OptionFormDecider extends StatedPreference {
  /** What the decider may take or not; an option that cannot be undone says so. Default: it can be. */
  readonly options: readonly (string | { readonly name: string; readonly oneWay?: 'staysTaken' | 'staysDropped' })[];
  /** What the decider wants, most important first: conditions in words. Instead of a preference over states. */
  readonly statements?: readonly string[];
  /** Several such lists; a comparison of states is known only where all of them agree. */
  readonly readings?: readonly (readonly string[])[];
  /** As in a state form: whether several moves in a row count as one. */
  readonly transitive?: boolean;
}

/** The most options, all deciders together. */
const MAX_OPTIONS = 24;
/** The most options of one decider. */
const MAX_OWN_OPTIONS = 16;
/** The most states whose moves are looked through for moves that do not add up, or put together where they are to. */
const MAX_TRANSITIVE_STATES = 16_384;

/**
 * The conflict of an option form. A state is called by a Y or N for each option, in the order of the deciders and
 * their options. In one move a decider may change any number of its own options, and nobody else's. Moves are
 * made from the options when they are asked for, so a million states need no list of them.
 *
 * Options of two deciders may have one name; conditions then call them `Decider.Option`.
 *
 * Throws a UserError for more than 24 options (16 of one decider), an option that is named twice or that a condition
 * names and nobody has, no feasible state, or an order that is none.
 */
export function conflictFromOptions(form: OptionForm): Conflict {
  const deciders = Object.keys(form.deciders);
  const options = optionsOf(form, deciders);
  const bitOf = optionFinder(options, deciders);
  const condition = (words: string, where: string): Condition => parseCondition(words, bitOf, where);
  const infeasible = (form.infeasible ?? []).map((words) => condition(words, 'what cannot be'));
  const listed = form.feasible === undefined ? null : listedCodes(form.feasible, options.length);
  const states = statesOf(options.length, listed === null ? infeasible : [(code) => !listed.has(code), ...infeasible]);
  const stateCount = states.codes.length;
  if (stateCount === 0)
    throw new UserError('no combination of options can be', { cure: 'take back some of what cannot be (`infeasible`)' });
  const names = stateNames(states, options.length);
  const notes: string[] = [];
  const moves = deciders.map((name, decider) => movesOf(form, name, ownBits(options, decider), { condition, states, names, notes }));
  const preferences = deciders.map((name) => preferenceOf(form.deciders[name] as OptionFormDecider, name, { condition, states, names }));
  const takes = (state: number, option: number): boolean => (((states.codes[state] as number) >>> option) & 1) === 1;
  return { stateCount, deciders, moves, preferences, options, takes, notes, ...names };
}

interface Reading {
  readonly condition: (words: string, where: string) => Condition;
  readonly states: OptionStates;
  readonly names: StateNames;
}

function optionsOf(form: OptionForm, deciders: readonly string[]): ConflictOption[] {
  if (deciders.length === 0) throw new UserError('the conflict has no deciders', { cure: 'name each decider with its options' });
  const options: ConflictOption[] = [];
  deciders.forEach((name, decider) => {
    const own = new Set<string>();
    for (const option of (form.deciders[name] as OptionFormDecider).options) {
      const words = typeof option === 'string' ? option : option.name;
      if (own.has(words)) throw new UserError(`${name} has the option "${words}" twice`, { cure: 'give each option once' });
      own.add(words);
      options.push({ name: words, decider });
    }
    if (own.size > MAX_OWN_OPTIONS) {
      throw new UserError(`${name} has ${own.size} options; the limit is ${MAX_OWN_OPTIONS}`, {
        cure: 'leave out options that nothing turns on',
        code: 'too-large',
      });
    }
  });
  if (options.length === 0) throw new UserError('no decider has an option', { cure: 'give each decider the options it may take' });
  if (options.length > MAX_OPTIONS) {
    throw new UserError(`the conflict has ${options.length} options; the limit is ${MAX_OPTIONS}`, {
      cure: 'leave out options that nothing turns on',
      code: 'too-large',
    });
  }
  return options;
}

/** Finds an option by its name, by `Decider.Option`, or by its number in the table from 1. */
export function optionFinder(options: readonly ConflictOption[], deciders: readonly string[]): (name: string) => number | undefined {
  const byName = new Map<string, number[]>();
  options.forEach(({ name, decider }, bit) => {
    for (const key of [name, `${deciders[decider]}.${name}`]) byName.set(key, [...(byName.get(key) ?? []), bit]);
  });
  return (name) => {
    const bits = byName.get(name);
    if (bits !== undefined && bits.length > 1) {
      const owners = bits.map((bit) => `${deciders[(options[bit] as ConflictOption).decider]}.${name}`);
      throw new UserError(`several deciders have the option "${name}"`, { cure: `say which: ${owners.join(' or ')}` });
    }
    if (bits !== undefined) return bits[0];
    const number = /^\d+$/.test(name) ? Number(name) : 0;
    return number >= 1 && number <= options.length ? number - 1 : undefined;
  };
}

function statesOf(optionCount: number, infeasible: readonly Condition[]): OptionStates {
  const combinations = 2 ** optionCount;
  if (infeasible.length === 0) return { codes: Uint32Array.from({ length: combinations }, (_, code) => code), stateOf: null };
  const stateOf = new Int32Array(combinations);
  const codes = new Uint32Array(combinations);
  let count = 0;
  for (let code = 0; code < combinations; code += 1) {
    if (infeasible.some((rules) => rules(code))) stateOf[code] = -1;
    else {
      stateOf[code] = count;
      codes[count++] = code;
    }
  }
  return { codes: codes.slice(0, count), stateOf };
}

/** The combinations that are listed as those that can be. */
function listedCodes(feasible: readonly StateName[], optionCount: number): Set<number> {
  const { findState } = stateNames({ codes: new Uint32Array(), stateOf: null }, optionCount);
  const codes = new Set<number>();
  for (const name of feasible) {
    const code = findState(name);
    if (code === undefined)
      throw new UserError(`"${name}" is no state of ${optionCount} options`, {
        cure: 'write a Y or N for each option, in the order of the deciders',
      });
    if (codes.has(code)) throw new UserError(`the state ${name} is given twice`, { cure: 'give each state once' });
    codes.add(code);
  }
  return codes;
}

function stateNames({ codes, stateOf }: OptionStates, optionCount: number): StateNames {
  const letters = new RegExp(`^[YN]{${optionCount}}$`);
  return {
    stateName(state) {
      const code = codes[state] as number;
      let name = '';
      for (let bit = 0; bit < optionCount; bit += 1) name += (code >>> bit) & 1 ? 'Y' : 'N';
      return name;
    },
    findState: (name) => {
      const text = String(name).replace(/\s+/g, '').toUpperCase();
      if (!letters.test(text)) return undefined;
      let code = 0;
      for (let bit = 0; bit < optionCount; bit += 1) if (text[bit] === 'Y') code |= 1 << bit;
      const state = stateOf === null ? code : (stateOf[code] as number);
      return state < 0 ? undefined : state;
    },
  };
}

function ownBits(options: readonly ConflictOption[], decider: number): number[] {
  return options.flatMap((option, bit) => (option.decider === decider ? [bit] : []));
}

function movesOf(
  form: OptionForm,
  name: string,
  bits: readonly number[],
  { condition, states, names, notes }: Reading & { notes: string[] },
): Moves {
  const { options, transitive = false } = form.deciders[name] as OptionFormDecider;
  const oneWay = (way: 'staysTaken' | 'staysDropped'): number =>
    bits.reduce((mask, bit, place) => {
      const option = options[place];
      return typeof option === 'object' && option.oneWay === way ? mask | (1 << bit) : mask;
    }, 0);
  for (const { decider } of form.barredMoves ?? []) {
    if (!Object.hasOwn(form.deciders, decider))
      throw new UserError(`a barred move is that of "${decider}", who is no decider`, { cure: 'name one of the deciders' });
  }
  const barred = (form.barredMoves ?? [])
    .filter(({ decider }) => decider === name)
    .map(({ from, to }) => ({ from: condition(from, `a barred move of ${name}`), to: condition(to, `a barred move of ${name}`) }));
  const moves = optionMoves(states, bits, { staysTaken: oneWay('staysTaken'), staysDropped: oneWay('staysDropped'), barred });
  const stateCount = states.codes.length;
  if (transitive) {
    if (stateCount > MAX_TRANSITIVE_STATES) {
      throw new UserError(
        `moves of ${name} in a row are to count as one, and there are ${stateCount} states; the limit is ${MAX_TRANSITIVE_STATES}`,
        {
          cure: 'leave out `transitive`, or options that nothing turns on',
          code: 'too-large',
        },
      );
    }
    return transitiveMoves(stateCount, moves);
  }
  const mayNotAddUp = barred.length > 0 || states.stateOf !== null;
  if (mayNotAddUp && stateCount <= MAX_TRANSITIVE_STATES) noteIntransitive(stateCount, moves, name, names.stateName, notes);
  return moves;
}

function preferenceOf(decider: OptionFormDecider, name: string, { condition, states, names }: Reading): Preference {
  const { statements, readings } = decider;
  const ways = ['statements', 'readings', 'preference', 'better', 'orders'].filter(
    (key) => decider[key as keyof OptionFormDecider] !== undefined,
  );
  if (ways.length > 1)
    throw new UserError(`the preference of ${name} is given in ${ways.length} ways: ${ways.join(', ')}`, { cure: 'keep one of them' });
  const ordered = (list: readonly string[]) =>
    prioritisedOrder(
      list.map((words, at) => condition(words, `statement ${at + 1} of ${name}`)),
      states.codes,
    );
  if (statements !== undefined) return ordered(statements);
  if (readings !== undefined) return partialOrder.whereAllAgree(readings.map(ordered), states.codes.length, name);
  return statedPreference(decider, states.codes.length, name, names);
}
