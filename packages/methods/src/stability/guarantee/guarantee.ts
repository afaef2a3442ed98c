import type { Limits, MethodNote } from '../../method-note.ts';
import type { Concept } from '../concept.ts';
import type { Conflict } from '../conflict.ts';
import {
  GUARANTEE_KINDS,
  type Guarantee,
  type GuaranteeChange,
  type GuaranteeCosts,
  type GuaranteeFound,
  type GuaranteeKind,
  type GuaranteeResult,
  type GuaranteeSearch,
} from './guarantee-result.ts';
import { heldAt } from './held-at.ts';
import { locks } from './locks.ts';
import { penalties } from './penalties.ts';
import { promotions } from './promotions.ts';
import { sanctions } from './sanctions.ts';

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
