import { UserError } from '@parley/model';
import type { Preference, WeakOrder } from './preference.ts';

/** What a state is called by the user: a number or a word. */
export type StateName = string | number;

/**
 * A conflict in the sense of the Graph Model for Conflict Resolution: states, the moves that each decider has
 * between them, and what each decider prefers. States are counted from 0 to `stateCount` - 1, deciders by their
 * place in `deciders`.
 *
 * Source: Fang, Hipel, Kilgour (1993), "Interactive Decision Making: The Graph Model for Conflict Resolution".
 */
export interface Conflict {
  readonly stateCount: number;
  /** The names (or ids) of the deciders; at least one. */
  readonly deciders: readonly string[];
  /** The moves of each decider. */
  readonly moves: readonly Moves[];
  /** The preferences of each decider. */
  readonly preferences: readonly Preference[];
  /** What a state is called. */
  stateName(state: number): StateName;
  /** The state of that name; undefined where there is none. */
  findState(name: StateName): number | undefined;
  /** The options that the states are made of, in the order of the table; none where states were given directly. */
  readonly options?: readonly ConflictOption[];
  /** Whether an option is taken in a state; only where there are options. */
  takes?(state: number, option: number): boolean;
  /** What a reader of the results should know of how the model was understood, in English sentences. */
  readonly notes: readonly string[];
}

export interface ConflictOption {
  readonly name: string;
  /** The place of the decider who may take it. */
  readonly decider: number;
}

/** The moves of one decider, read into a buffer of the caller's; the order of states is that of the source. */
export interface Moves {
  /** The most states that either of the two gives: the size a buffer needs. */
  readonly most: number;
  /**
   * Where the decider can go from each state of a block to every other state of it, and nowhere else: for each state
   * the number of its block, below `stateCount`. Not there where moves go one way. It only saves work.
   */
  readonly blocks?: Uint32Array;
  /** Writes the states that the decider can go to from `state` in one move into `into`; returns how many. */
  from(state: number, into: Uint32Array): number;
  /** Writes the states from which the decider can come to `state` in one move into `into`; returns how many. */
  to(state: number, into: Uint32Array): number;
}

/** The state of that name. Throws a UserError where there is none. */
export function stateNamed(conflict: Conflict, name: StateName): number {
  const state = conflict.findState(name);
  if (state !== undefined) return state;
  const some = Array.from({ length: Math.min(conflict.stateCount, 12) }, (_, at) => conflict.stateName(at));
  throw new UserError(`there is no state "${name}"`, {
    cure: `name one of ${some.join(', ')}${conflict.stateCount > some.length ? ', …' : ''}`,
    code: 'unknown',
  });
}

/** The place of the decider of that name. Throws a UserError where there is none. */
export function deciderNamed(conflict: Conflict, name: string): number {
  const decider = conflict.deciders.indexOf(name);
  if (decider >= 0) return decider;
  throw new UserError(`there is no decider "${name}"`, { cure: `name one of ${conflict.deciders.join(', ')}`, code: 'unknown' });
}

/** The places of all deciders but those named. */
export function others(conflict: Conflict, ...deciders: readonly number[]): number[] {
  return conflict.deciders.map((_, place) => place).filter((place) => !deciders.includes(place));
}

/** The decider's order over all states. Throws a UserError where some comparison of states is unknown. */
export function weakOrderOf(conflict: Conflict, decider: number): WeakOrder {
  const preference = conflict.preferences[decider] as Preference;
  if (preference.kind === 'weak') return preference;
  throw new UserError(`it is not known how ${conflict.deciders[decider]} compares all states`, {
    cure: 'ask for what is necessarily and possibly stable, or give a full order',
    code: 'partial-order',
  });
}

/** A buffer that takes the moves of any of the deciders. */
export function moveBuffer(conflict: Conflict): Uint32Array {
  return new Uint32Array(Math.max(1, ...conflict.moves.map(({ most }) => most)));
}
