import type { Limits, MethodNote } from '../../method-note.ts';
import type { Concept } from '../concept.ts';
import type { Conflict } from '../conflict.ts';

/** The kinds of guarantee, in the order in which they are told. */
export const GUARANTEE_KINDS = ['promotion', 'penalty', 'lock', 'sanction'] as const;
export type GuaranteeKind = (typeof GUARANTEE_KINDS)[number];

/** One change that helps to hold a state. */
export type GuaranteeChange =
  /** The decider comes to prefer the state to what stands up to `places` levels above it. */
  | { readonly kind: 'promotion'; readonly decider: number; readonly places: number }
  /** The move costs the decider as much as falling `places` levels, so that it gains nothing. */
  | { readonly kind: 'penalty'; readonly decider: number; readonly from: number; readonly to: number; readonly places: number }
  /** The decider can no longer make the move. */
  | { readonly kind: 'lock'; readonly decider: number; readonly from: number; readonly to: number }
  /** A guarantor can, and will, answer the decider's move to `from` by moving on to any one of `ends`, mildest first. */
  | { readonly kind: 'sanction'; readonly decider: number; readonly from: number; readonly ends: readonly number[] };

/** A smallest set of changes that makes the state an equilibrium: without any one of them, or with less of it, it is none. */
export interface Guarantee {
  readonly kind: GuaranteeKind;
  readonly changes: readonly GuaranteeChange[];
  /** By the costs given; else a place, a lock or a sanction counts one. Costs of two kinds compare only where somebody gave both. */
  readonly cost: number;
}

/** What a change costs, as the user judges it: for each decider by place, default 1. Infinity where it cannot be had. */
export interface GuaranteeCosts {
  /** A place of a promotion. */
  readonly promotion?: readonly number[];
  /** A place of a penalty. */
  readonly penalty?: readonly number[];
  /** A move locked. */
  readonly lock?: readonly number[];
  /** A sanction on a decider's move. */
  readonly sanction?: readonly number[];
}

export interface GuaranteeResult {
  readonly note: MethodNote;
  readonly state: number;
  readonly concept: Concept;
  /** Whether the state is an equilibrium as it is; then there are no answers. */
  readonly holds: boolean;
  /** All smallest answers of each kind, by kind, then cost. */
  readonly answers: readonly Guarantee[];
}

/** What a search of one kind looks at. */
export interface GuaranteeSearch {
  readonly conflict: Conflict;
  readonly state: number;
  readonly concept: Concept;
  readonly limits: Limits;
}

/** What it found: sets of changes, whether these are all the smallest, and how often stability was judged. */
export interface GuaranteeFound {
  readonly answers: readonly (readonly GuaranteeChange[])[];
  readonly complete: boolean;
  readonly steps: number;
}
