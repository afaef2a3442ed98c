import { UserError } from '@parley/model';
import type { Conflict, Moves, StateName } from './conflict.ts';
import { partialOrder } from './partial-order.ts';
import type { Preference } from './preference.ts';
import { intransitiveMove, storedMoves, transitiveMoves } from './stored-moves.ts';
import { weakOrder } from './weak-order.ts';

/** A conflict with its states and moves given directly. */
export interface StateForm {
  readonly states: readonly StateName[];
  readonly deciders: Readonly<Record<string, StateFormDecider>>;
}

export interface StateFormDecider extends StatedPreference {
  /** One move each: `'from>to'`, or a pair. */
  readonly arcs: readonly (string | readonly [StateName, StateName])[];
  /** Whether what the decider reaches by several of its moves in a row counts as one move. Default: only its arcs do. */
  readonly transitive?: boolean;
}

/** What a decider prefers, over states by their names: one of the three. */
export interface StatedPreference {
  /** All states, best first; tied states in a list of their own. */
  readonly preference?: readonly (StateName | readonly StateName[])[];
  /** What is known, as pairs of a better and a worse state; all else is unknown. */
  readonly better?: readonly (readonly [StateName, StateName])[];
  /** Beside `better`: pairs of states that are equally good. */
  readonly equal?: readonly (readonly [StateName, StateName])[];
  /** Several full orders; a comparison is known only where all of them agree. */
  readonly orders?: readonly (readonly (StateName | readonly StateName[])[])[];
}

/**
 * The conflict of states and moves given directly.
 *
 * A decider's moves are its arcs, each one move: from 1 to 3 and from 3 to 5 does not make a move from 1 to 5 unless
 * that is given too, or `transitive` is set. Where it matters, the conflict's notes say so.
 *
 * Throws a UserError for a state given twice or not there, an arc that cannot be read, an order that leaves a state
 * out, names one twice or goes in a circle.
 */
export function conflictFromStates(form: StateForm): Conflict {
  const { states } = form;
  const deciders = Object.keys(form.deciders);
  if (deciders.length === 0)
    throw new UserError('the conflict has no deciders', { cure: 'name each decider with its arcs and its preference' });
  if (states.length === 0) throw new UserError('the conflict has no states', { cure: 'list the states by number or name' });
  const places = new Map<string, number>();
  states.forEach((name, place) => {
    if (places.has(String(name))) throw new UserError(`the state ${name} is given twice`, { cure: 'give each state once' });
    places.set(String(name), place);
  });
  const findState = (name: StateName): number | undefined => places.get(String(name));
  const stateName = (state: number): StateName => states[state] as StateName;
  const notes: string[] = [];
  const moves = deciders.map((name) => {
    const { arcs, transitive = false } = form.deciders[name] as StateFormDecider;
    const own = storedMoves(states.length, arcsOf(arcs, name, findState));
    if (transitive) return transitiveMoves(states.length, own);
    noteIntransitive(states.length, own, name, stateName, notes);
    return own;
  });
  const preferences = deciders.map((name) =>
    statedPreference(form.deciders[name] as StateFormDecider, states.length, name, { findState, stateName }),
  );
  return { stateCount: states.length, deciders, moves, preferences, stateName, findState, notes };
}

/** How states are called. */
export type StateNames = Pick<Conflict, 'findState' | 'stateName'>;

/** The order that was stated over states by their names. Throws a UserError where it is none. */
export function statedPreference(stated: StatedPreference, stateCount: number, whose: string, names: StateNames): Preference {
  const given = (['preference', 'better', 'orders'] as const).filter((key) => stated[key] !== undefined);
  if (given.length === 0 && stated.equal === undefined) {
    throw new UserError(`nothing is said of what ${whose} prefers`, {
      cure: 'give `preference` (all states, best first), `better` (pairs that are known) or `orders` (several full orders)',
    });
  }
  if (given.length > 1) {
    throw new UserError(`the preference of ${whose} is given in ${given.length} ways: ${given.join(', ')}`, { cure: 'keep one of them' });
  }
  const named = (name: StateName): number => {
    const state = names.findState(name);
    if (state === undefined) {
      throw new UserError(`the preference of ${whose} names a state that is not there: ${name}`, {
        cure: 'name only states of the conflict',
      });
    }
    return state;
  };
  const full = (order: readonly (StateName | readonly StateName[])[]) =>
    weakOrder(
      order.map((tied) => (isList(tied) ? tied.map(named) : named(tied))),
      stateCount,
      whose,
      names.stateName,
    );
  if (stated.preference !== undefined) return full(stated.preference);
  if (stated.orders !== undefined) return partialOrder.whereAllAgree(stated.orders.map(full), stateCount, whose);
  const pairs = (list: StatedPreference['better'] = []) => list.map(([a, b]) => [named(a), named(b)] as const);
  return partialOrder.fromPairs({ better: pairs(stated.better), equal: pairs(stated.equal) }, stateCount, whose, names.stateName);
}

/** Says where the moves of a decider are fewer than a reader might think. */
export function noteIntransitive(
  stateCount: number,
  moves: Moves,
  decider: string,
  stateName: Conflict['stateName'],
  notes: string[],
): void {
  const found = intransitiveMove(stateCount, moves);
  if (found === undefined) return;
  const [from, by, to] = found.map(stateName);
  notes.push(
    `${decider} can move from ${from} to ${by} and from ${by} to ${to}, but not from ${from} to ${to} at once: its moves are taken one by one, as given.`,
  );
}

function arcsOf(arcs: StateFormDecider['arcs'], whose: string, findState: Conflict['findState']): number[] {
  return arcs.flatMap((arc) => {
    const ends: readonly StateName[] = typeof arc === 'string' ? arc.split('>').map((part) => part.trim()) : arc;
    const [from, to] = ends;
    if (ends.length !== 2 || from === undefined || to === undefined) {
      throw new UserError(`an arc of ${whose} is not a move from one state to another: ${JSON.stringify(arc)}`, {
        cure: 'write it as "1>2", or as a list of two states',
      });
    }
    return [from, to].map((name) => {
      const state = findState(name);
      if (state === undefined) {
        throw new UserError(`an arc of ${whose} names a state that is not there: ${name}`, { cure: 'name only states of the conflict' });
      }
      return state;
    });
  });
}

function isList(value: StateName | readonly StateName[]): value is readonly StateName[] {
  return typeof value === 'object';
}
