import type { Limits, MethodNote } from '../../method-note.ts';
import type { Concept } from '../concept.ts';
import type { Conflict } from '../conflict.ts';
import { heldAt } from './held-at.ts';
import { locks } from './locks.ts';
import { penalties } from './penalties.ts';
import { promotions } from './promotions.ts';
import { sanctions } from './sanctions.ts';

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

/**
 * With how little a state can be made an equilibrium: all smallest promotions, penalties, locks and guarantor's
 * sanctions that do it, each kind by itself.
 *
 * Promotions under nash, gmr and smr are found for each decider by itself, for only its own order counts. Under seq and
 * sseq raising the state for one decider can take away an improvement by which another's move was answered, so they
 * are searched together, from the least that could do up to what makes every move a loss. Full orders only (UserError
 * 'partial-order' otherwise).
 *
 * Source: the inverse problem of the graph model: Sakakibara, Okada, Nakase (2002), "The application of robustness analysis
 * to the conflict with incomplete information", IEEE Transactions on Systems, Man, and Cybernetics 32; Kinsara, Kilgour, Hipel (2015), "Inverse approach to the graph model for conflict resolution",
 * IEEE Transactions on Systems, Man, and Cybernetics 45. Penalties, locks and sanctions are our reading of it.
 */
export function guarantee(
  conflict: Conflict,
  state: number,
  concept: Concept,
  {
    costs = {},
    kinds = GUARANTEE_KINDS,
    ...limits
  }: { readonly costs?: GuaranteeCosts; readonly kinds?: readonly GuaranteeKind[] } & Limits = {},
): GuaranteeResult {
  const search = { conflict, state, concept, limits };
  const holds = heldAt(conflict, state, concept);
  const answers: Guarantee[] = [];
  let complete = true;
  let steps = 0;
  for (const kind of holds ? [] : GUARANTEE_KINDS.filter((one) => kinds.includes(one))) {
    const found = SEARCHES[kind](search);
    complete &&= found.complete;
    steps += found.steps;
    const priced = found.answers.map((changes) => ({ kind, changes, cost: costOf(changes, costs) }));
    answers.push(...priced.filter(({ cost }) => cost < Number.POSITIVE_INFINITY).sort((a, b) => a.cost - b.cost));
  }
  return { note: note(conflict, concept, kinds, complete, steps), state, concept, holds, answers };
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

const SEARCHES: Readonly<Record<GuaranteeKind, (search: GuaranteeSearch) => GuaranteeFound>> = {
  promotion: promotions,
  penalty: penalties,
  lock: locks,
  sanction: sanctions,
};

function costOf(changes: readonly GuaranteeChange[], costs: GuaranteeCosts): number {
  return changes.reduce((sum, change) => sum + (costs[change.kind]?.[change.decider] ?? 1) * ('places' in change ? change.places : 1), 0);
}

function note(conflict: Conflict, concept: Concept, kinds: readonly GuaranteeKind[], complete: boolean, steps: number): MethodNote {
  return {
    method: 'guarantee',
    definition: 'The smallest changes, of each kind by itself, that make the state an equilibrium; smaller in none of their parts.',
    source: 'the inverse graph model: Sakakibara, Okada, Nakase 2002; Kinsara, Kilgour, Hipel 2015',
    parameters: { concept, kinds: kinds.join(' '), states: conflict.stateCount, deciders: conflict.deciders.length },
    kind: 'exact',
    complete,
    steps,
  };
}
