/**
 * Which packages a party's factions would let pass: its win-set, Putnam (1988), "Diplomacy and domestic politics: the
 * logic of two-level games", International Organization 42; and what each faction blocks.
 */
import { UserError } from '@parley/model';
import type { MethodNote } from '../../method-note.ts';
import { type BargainPackage, type OptionOf, packageAt } from '../domain.ts';
import { differencesOf } from './difference-range.ts';
import { feasiblePackages } from './feasible-packages.ts';
import type { LinearSolver } from './linear-program.ts';
import { type ReadyOrders, type ReadyParty, ratifies } from './ready-orders.ts';
import { byStance, least, overNoDeal, ratified, type Standing } from './standings.ts';
import { STANCE_RANK } from './stated-items.ts';

/** How many of the feasible packages have each standing. */
interface StandingCounts {
  readonly necessarily: number;
  readonly possibly: number;
  readonly never: number;
}

export interface FactionWinset {
  readonly factionId: string;
  readonly acceptable: StandingCounts;
  /** Packages that would pass if this faction did not stand against them, and cannot pass as it is. */
  readonly blocks: number;
  /** Some of them. */
  readonly blockedPackages: readonly BargainPackage[];
  /** The options that it rejects or rules out, with what that rests on. */
  readonly bars: readonly (OptionOf & { readonly stance: 'rejects' | 'redLine'; readonly evidence: readonly string[] })[];
  /** Whether it can stop a package alone, with all others in favour. */
  readonly hasVeto: boolean;
  readonly noDealUnknown: boolean;
}

export interface Winset {
  readonly partyId: string;
  readonly packages: number;
  /** By the party's rule over its factions. */
  readonly ratified: StandingCounts;
  readonly factions: readonly FactionWinset[];
  readonly note: MethodNote;
}

/**
 * The win-set of a party by faction, over all feasible packages.
 *
 * @throws UserError for a party that is not there or has no factions, and for more than 200,000 packages
 */
export function winset(ready: ReadyOrders, partyId: string, solver: LinearSolver): Winset {
  const { domain } = ready.orders;
  const party = ready.parties.find(({ id }) => id === partyId);
  if (party === undefined) throw new UserError(`there is no party "${partyId}"`, { cure: 'name a party of this case', code: 'unknown' });
  if (party.factions.length === 0)
    throw new UserError(`of "${party.name}" no faction is known`, { cure: 'add its factions, and what each said', code: 'noFactions' });
  const packages = feasiblePackages(ready);
  const differences = party.factions.map(({ holder }) => differencesOf(holder, solver));
  const standingsOf = packages.map((places) =>
    party.factions.map(({ holder, noDeal }, faction) =>
      least([byStance(holder, places), overNoDeal(noDeal, places, differences[faction] as (typeof differences)[number]) ?? 'necessarily']),
    ),
  );
  return {
    partyId,
    packages: packages.length,
    ratified: counted(standingsOf.map((one) => ratified(party, one))),
    factions: party.factions.map(({ id, holder, noDeal }, faction): FactionWinset => {
      const blocked = packages.filter((_, at) => isBlockedBy(party, standingsOf[at] as Standing[], faction));
      return {
        factionId: id,
        acceptable: counted(standingsOf.map((one) => one[faction] as Standing)),
        blocks: blocked.length,
        blockedPackages: blocked.slice(0, LISTED).map((places) => packageAt(domain.issues, places)),
        bars: domain.issues.flatMap((issue, at) =>
          issue.options.flatMap((option, place) => {
            const stance = holder.issues[at]?.stances[place] ?? null;
            if (stance === null || stance.high >= STANCE_RANK.mayAccept) return [];
            const kind = stance.high === STANCE_RANK.redLine ? ('redLine' as const) : ('rejects' as const);
            return [{ issueId: issue.id, optionId: option.id, stance: kind, evidence: stance.evidence }];
          }),
        ),
        hasVeto: !ratifies(party, (other) => other !== faction),
        noDealUnknown: noDeal === null,
      };
    }),
    note: {
      method: 'winset',
      definition: 'The packages that enough of a party’s factions could accept under its rule, necessarily or possibly.',
      source: 'Putnam (1988), International Organization 42',
      parameters: { rule: party.ratification.rule },
      kind: 'exact',
      complete: true,
      steps: packages.length,
    },
  };
}

const LISTED = 10;

function isBlockedBy(party: ReadyParty, standings: readonly Standing[], faction: number): boolean {
  const isFor = (other: number): boolean => standings[other] !== 'never';
  return !isFor(faction) && !ratifies(party, isFor) && ratifies(party, (other) => other === faction || isFor(other));
}

function counted(all: readonly Standing[]): StandingCounts {
  const count = (standing: Standing): number => all.filter((one) => one === standing).length;
  return { necessarily: count('necessarily'), possibly: count('possibly'), never: count('never') };
}
