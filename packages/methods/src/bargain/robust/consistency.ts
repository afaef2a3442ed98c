/**
 * Whether what a party said can all be true of one mind. Where it cannot, a minimal set of statements that contradict
 * each other: take any one of them away and the rest fit. Found by the deletion filter of Chinneck and Dravnieks (1991),
 * "Locating minimal infeasible constraint sets in linear programs", ORSA Journal on Computing 3.
 */
import { UserError } from '@parley/model';
import { type BargainDomain, checkDomain } from '../domain.ts';
import { consistentProgram, MARGIN } from './consistent-program.ts';
import { type Holder, holderOf } from './holder.ts';
import { type LinearSolver, TOLERANCE } from './linear-program.ts';
import { hasCycle } from './order.ts';
import { type StatedItem, statedItems } from './stated-items.ts';
import type { BargainOrders, StatedFaction, StatedParty } from './stated-preferences.ts';

/** One statement in words, and the ids of what it rests on. */
interface StatementInWords {
  readonly text: string;
  readonly evidence: readonly string[];
}

/** Statements of one party or faction that cannot all be true; a minimal set. */
export interface Contradiction {
  readonly partyId: string;
  readonly factionId: string | null;
  readonly statements: readonly StatementInWords[];
}

/** The contradictions in what was said, one for each party and faction that has any. */
export function consistency({ domain, stated }: BargainOrders, solver: LinearSolver): Contradiction[] {
  checkDomain(domain);
  const found: Contradiction[] = [];
  for (const party of stated) {
    for (const who of [party, ...(party.factions ?? [])]) {
      const contradiction = contradictionIn(domain, party, 'id' in who ? who : null, solver);
      if (contradiction !== null) found.push(contradiction);
    }
  }
  return found;
}

/** The minimal contradiction of one holder; without a solver only those of stances and orders are found. */
export function contradictionIn(
  domain: BargainDomain,
  party: StatedParty,
  faction: StatedFaction | null,
  solver?: LinearSolver,
): Contradiction | null {
  const items = statedItems(domain, faction ?? party, nameOf(domain, party, faction));
  const conflict = minimalConflict(items, (kept) => isConsistent(holderOf(domain, kept), solver));
  if (conflict === null) return null;
  const statements = conflict.map(({ text, evidence }) => ({ text, evidence }));
  return { partyId: party.partyId, factionId: faction?.id ?? null, statements };
}

/** The contradiction as the error a user gets; its cause is the contradiction itself. */
export function contradictionError(contradiction: Contradiction): UserError {
  const lines = contradiction.statements.map(({ text, evidence }) => (evidence.length === 0 ? text : `${text} (${evidence.join(', ')})`));
  return new UserError(`statements contradict each other: ${lines.join('; ')}`, {
    cure: 'correct, date or retract one of them; without any one the others fit',
    code: 'contradiction',
    cause: contradiction,
  });
}

export function nameOf(domain: BargainDomain, { partyId }: StatedParty, faction: StatedFaction | null): string {
  const party = domain.parties.find(({ id }) => id === partyId)?.name ?? partyId;
  return faction === null ? party : `${faction.name} (${party})`;
}

/** A subset that does not fit together though all its own subsets do; null where the whole fits. */
function minimalConflict(items: readonly StatedItem[], fits: (kept: readonly StatedItem[]) => boolean): readonly StatedItem[] | null {
  if (fits(items)) return null;
  let kept = items;
  for (const item of items) {
    const without = kept.filter((one) => one !== item);
    if (!fits(without)) kept = without;
  }
  return kept;
}

function isConsistent(holder: Holder, solver: LinearSolver | undefined): boolean {
  if (holder.issues.some(({ order, stances }) => hasCycle(order) || stances.some((stance) => stance !== null && stance.low > stance.high)))
    return false;
  if (hasCycle(holder.importance)) return false;
  // Orders without a cycle always fit together; ranges and comparisons need the program.
  if (holder.ordersOnly || solver === undefined) return true;
  const solution = consistentProgram(holder, { low: 0, high: 1 }).maximise([[MARGIN, 1]], solver);
  return solution !== null && solution.objective > TOLERANCE;
}
