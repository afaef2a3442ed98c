/**
 * What holds under every preference consistent with what was said (necessarily), under some (possibly), or under none
 * (never). The notions are those of robust ordinal regression: Greco, Mousseau and Słowiński (2008), "Ordinal regression
 * revisited: multiple criteria ranking using a set of additive value functions", European Journal of Operational
 * Research 191; for several parties, whose preferences do not depend on one another, efficiency is asked of all at once.
 */
import { UserError } from '@parley/model';
import type { Limits, MethodNote } from '../../method-note.ts';
import { type BargainPackage, packageAt, placesOfPackage } from '../domain.ts';
import { type Differences, differencesOf } from './difference-range.ts';
import { efficientWitness } from './efficient-witness.ts';
import { feasiblePackages } from './feasible-packages.ts';
import type { Holder } from './holder.ts';
import { type LinearSolver, TOLERANCE } from './linear-program.ts';
import { isPossiblyEfficient } from './possibly-efficient.ts';
import { isFeasible, type NoDealPoint, type ReadyOrders, type ReadyParty, ratifies } from './ready-orders.ts';
import { STANCE_RANK } from './stated-items.ts';

export type Standing = 'necessarily' | 'possibly' | 'never';

/** How a party could take a package. */
export interface PartyStanding {
  readonly partyId: string;
  /** By the stances on its options: none rejected or ruled out, and where factions decide, enough of them. */
  readonly byStance: Standing;
  /** At least as good as no deal; null where the no-deal point is unknown, and then not computed. */
  readonly overNoDeal: Standing | null;
  /** Both together; where the no-deal point is unknown, by stance alone. */
  readonly acceptable: Standing;
  /** Options on which nothing was stated. */
  readonly silentOn: readonly string[];
  /** Issues that its delegation may not decide. */
  readonly beyondMandate: readonly string[];
}

export interface PackageStanding {
  readonly package: BargainPackage;
  /** False where it breaks a constraint or crosses a red line: then it is not efficient among feasible packages either. */
  readonly feasible: boolean;
  readonly parties: readonly PartyStanding[];
  readonly acceptableToAll: Standing;
  /** Null where it was not settled within the limit of the search; then it is possible or never, and not necessary. */
  readonly efficient: Standing | null;
}

export interface Standings {
  readonly packages: readonly PackageStanding[];
  /** Parties without a known no-deal point: that a package is worth more to them than no deal was not asked. */
  readonly noDealUnknown: readonly string[];
  readonly note: MethodNote;
}

/**
 * The standing of packages: acceptable and efficient, necessarily, possibly or never. Exact, over all additive
 * preferences consistent with what was said.
 *
 * @param chosen the packages to look at; default: every feasible one. Stopped between two, the first of them are given
 * @throws UserError where there are more than 200,000 feasible packages to compare with, or a package is not of this case
 */
export function standings(
  ready: ReadyOrders,
  solver: LinearSolver,
  chosen?: readonly BargainPackage[],
  { shouldStop }: Limits = {},
): Standings {
  const { domain } = ready.orders;
  const feasible = feasiblePackages(ready);
  const asked = chosen?.map((one) => placesOfPackage(domain.issues, one)) ?? feasible;
  const differences = ready.parties.map(({ holder }) => differencesOf(holder, solver));
  const witness = efficientWitness(ready, feasible);
  const ofFactions = ready.parties.map(({ factions }) => factions.map(({ holder }) => differencesOf(holder, solver)));
  const packages: PackageStanding[] = [];
  for (const places of asked) {
    if (packages.length > 0 && shouldStop?.() === true) break;
    const isPossible = isFeasible(ready, places);
    const parties = ready.parties.map((party, at) =>
      partyStanding(ready, party, places, differences[at] as Differences, ofFactions[at] as Differences[]),
    );
    packages.push({
      package: packageAt(domain.issues, places),
      feasible: isPossible,
      parties,
      acceptableToAll: least(parties.map(({ acceptable }) => acceptable)),
      efficient: isPossible ? efficiency(ready, places, { feasible, differences, witness, solver }) : 'never',
    });
  }
  return {
    packages,
    noDealUnknown: ready.parties.filter(({ noDeal }) => noDeal === null).map(({ id }) => id),
    note: {
      method: 'standings',
      definition: 'What holds of a package under all, some or none of the additive preferences consistent with what was said.',
      source: 'Greco, Mousseau and Słowiński (2008), European Journal of Operational Research 191',
      parameters: { tolerance: TOLERANCE },
      kind: 'exact',
      complete: packages.length === asked.length && packages.every(({ efficient }) => efficient !== null),
      steps: packages.length,
    },
  };
}

/** How two packages compare to one party. */
export interface RobustComparison {
  readonly better: Standing;
  readonly atLeastAsGood: Standing;
  /** The least and the most that the first is worth over the second, of all there is to gain; −1 to 1. */
  readonly least: number;
  readonly most: number;
}

/** Whether the first package is better than the second to a party: under every consistent preference, some or none. */
export function compareRobustly(
  { orders: { domain }, parties }: ReadyOrders,
  partyId: string,
  first: BargainPackage,
  second: BargainPackage,
  solver: LinearSolver,
): RobustComparison {
  const party = parties.find(({ id }) => id === partyId);
  if (party === undefined) throw new UserError(`there is no party "${partyId}"`, { cure: 'name a party of this case', code: 'unknown' });
  const [a, b] = [placesOfPackage(domain.issues, first), placesOfPackage(domain.issues, second)];
  const differences = differencesOf(party.holder, solver);
  const worseCan = differences.canBeBetter(b, a);
  return {
    better: !differences.canBeAtLeast(b, a) ? 'necessarily' : differences.canBeBetter(a, b) ? 'possibly' : 'never',
    atLeastAsGood: !worseCan ? 'necessarily' : differences.canBeAtLeast(a, b) ? 'possibly' : 'never',
    least: -differences.most(b, a) + 0,
    most: differences.most(a, b),
  };
}

/** The lowest of several standings; what is asked of nobody holds necessarily. */
export function least(all: readonly Standing[]): Standing {
  return all.includes('never') ? 'never' : all.includes('possibly') ? 'possibly' : 'necessarily';
}

/** Whether a holder's stances let a package stand. */
export function byStance({ issues }: Holder, places: readonly number[]): Standing {
  return least(
    places.map((option, issue) => {
      const stance = issues[issue]?.stances[option] ?? null;
      if (stance === null) return 'possibly';
      return stance.low >= STANCE_RANK.mayAccept ? 'necessarily' : stance.high >= STANCE_RANK.mayAccept ? 'possibly' : 'never';
    }),
  );
}

/** Whether a package is at least as good to a holder as no deal; null where that is unknown. */
export function overNoDeal(noDeal: NoDealPoint, places: readonly number[], differences: Differences): Standing | null {
  if (noDeal === null) return null;
  if (noDeal.kind === 'package') {
    if (!differences.canBeBetter(noDeal.places, places)) return 'necessarily';
    return differences.canBeAtLeast(places, noDeal.places) ? 'possibly' : 'never';
  }
  if (-differences.most('nothing', places) >= noDeal.high - TOLERANCE) return 'necessarily';
  return differences.most(places, 'nothing') >= noDeal.low - TOLERANCE ? 'possibly' : 'never';
}

/** What follows for a party from the standing of a package with each of its factions. */
export function ratified(party: ReadyParty, ofFactions: readonly Standing[]): Standing {
  if (party.factions.length === 0) return 'necessarily';
  if (ratifies(party, (faction) => ofFactions[faction] === 'necessarily')) return 'necessarily';
  return ratifies(party, (faction) => ofFactions[faction] !== 'never') ? 'possibly' : 'never';
}

function partyStanding(
  { orders: { domain } }: ReadyOrders,
  party: ReadyParty,
  places: readonly number[],
  differences: Differences,
  ofFactions: readonly Differences[],
): PartyStanding {
  const factions = party.factions.map(({ holder, noDeal }, at) =>
    least([byStance(holder, places), overNoDeal(noDeal, places, ofFactions[at] as Differences) ?? 'necessarily']),
  );
  const stance = least([byStance(party.holder, places), ratified(party, factions)]);
  const value = overNoDeal(party.noDeal, places, differences);
  return {
    partyId: party.id,
    byStance: stance,
    overNoDeal: value,
    acceptable: value === null ? stance : least([stance, value]),
    silentOn: domain.issues.flatMap(({ id }, issue) => (party.holder.issues[issue]?.stances[places[issue] as number] === null ? [id] : [])),
    beyondMandate: domain.missingMandates.filter(({ partyId }) => partyId === party.id).map(({ issueId }) => issueId),
  };
}

interface Compared {
  readonly feasible: readonly (readonly number[])[];
  readonly differences: readonly Differences[];
  readonly witness: ReturnType<typeof efficientWitness>;
  readonly solver: LinearSolver;
}

function efficiency(ready: ReadyOrders, places: readonly number[], { feasible, differences, witness, solver }: Compared): Standing | null {
  const isWitnessed = witness?.(places) === true;
  let canBeDominated = false;
  for (const other of feasible) {
    if (other.every((option, issue) => option === places[issue])) continue;
    if (!differences.some((one) => one.canBeBetter(other, places)) || !differences.every((one) => one.canBeAtLeast(other, places)))
      continue;
    canBeDominated = true;
    if (isWitnessed) break;
    // Dominated under every preference: nobody can have it worse, and somebody cannot but have it better.
    const isNeverWorse = differences.every((one) => !one.canBeBetter(places, other));
    if (isNeverWorse && differences.some((one) => !one.canBeAtLeast(places, other))) return 'never';
  }
  if (!canBeDominated) return 'necessarily';
  if (isWitnessed) return 'possibly';
  const isPossible = isPossiblyEfficient(ready, places, feasible, solver);
  return isPossible === null ? null : isPossible ? 'possibly' : 'never';
}
