import {
  type Acceptability,
  type AcceptabilityOptions,
  acceptability,
  type BargainOrders,
  type BargainPackage,
  gives,
  type NextQuestion,
  nextQuestion,
  type Openings,
  openings,
  type PackageShares,
  type PackageStanding,
  type PartyGives,
  quickRule,
  type Ratification,
  type ReadyOrders,
  readyOrders,
  standings,
  type Winset,
  winset,
} from '@parley/methods';
import { UserError } from '@parley/model';
import type { AsOfRecord } from './as-of.ts';
import { bargainFromCase, type CaseBargain } from './bargain-from-case.ts';
import { linearSolver } from './linear-solver.ts';

export interface CaseBargainInput {
  readonly samples?: number;
  readonly seed?: number;
  /** How many packages to look at one by one; default 10. */
  readonly packages?: number;
  /** What would have to move: for the mediator. */
  readonly openings?: boolean;
  /** What to ask next: for the mediator. */
  readonly questions?: boolean;
  /** How factions decide: the rule of every party that has factions. */
  readonly ratification?: Ratification;
  /** Packages to look at besides, as those that somebody has put forward. */
  readonly besides?: readonly BargainPackage[];
  readonly shouldStop?: () => boolean;
}

/** A package that was looked at: its standing, and what each party gives up and gets in it. */
export interface PackageView extends PackageStanding {
  readonly gives: readonly PartyGives[];
}

/** What the methods say of a bargain. */
export interface BargainFindings {
  /** How many feasible packages no stance bars: what was not stated bars nothing. */
  readonly notBarred: number;
  /** The packages of `shares`, in its order: those that no stance bars, or where all are barred the leading ones. */
  readonly packages: readonly PackageView[];
  readonly shares: Acceptability;
  readonly quickRule: ReturnType<typeof quickRule> | null;
  readonly winsets: readonly Winset[];
  readonly openings: Openings | null;
  readonly questions: NextQuestion | null;
}

export interface CaseBargainView extends BargainFindings {
  readonly heldOn: string;
  readonly bargain: CaseBargain;
}

/**
 * The bargain of a case, from its positions and what else is recorded of what parties want.
 *
 * @throws UserError where the case has fewer than two parties or no issue with options, or statements that contradict
 * each other
 */
export async function caseBargain(asked: AsOfRecord, input: CaseBargainInput): Promise<CaseBargainView> {
  const bargain = preparedBargain(asked, input.ratification);
  return { heldOn: asked.heldOn, bargain, ...(await lookAtBargain(bargain.orders, input)) };
}

/** What a case says of a bargain. Throws a UserError where that is not enough for one. */
export function preparedBargain({ record, heldOn }: AsOfRecord, ratification?: Ratification): CaseBargain {
  const rules = ratification === undefined ? {} : rulesOf([...record.of('party').keys()], ratification);
  const bargain = bargainFromCase(record, heldOn, rules);
  const { orders } = bargain;
  if (orders.domain.parties.length < 2 || orders.domain.issues.length === 0)
    throw new UserError('there is nothing to bargain over in this case yet', {
      cure: 'it needs two parties, and an issue with options; see parley party and parley issue',
    });
  return bargain;
}

/** What the methods say of a bargain: the part that may take long. Throws a UserError for statements that contradict each other. */
export async function lookAtBargain(orders: BargainOrders, input: Omit<CaseBargainInput, 'ratification'>): Promise<BargainFindings> {
  const solver = await linearSolver();
  const ready = readyOrders(orders, solver);
  const limits = input.shouldStop === undefined ? {} : { shouldStop: input.shouldStop };
  const sampling = {
    solver,
    ...(input.samples === undefined ? {} : { samples: input.samples }),
    ...(input.seed === undefined ? {} : { seed: input.seed }),
    ...limits,
  };
  const count = input.packages ?? 10;
  const found = openings(ready, { ...limits, packagesAtMost: MOST_RANKED });
  const shares = sharesOf(ready, found, { ...sampling, atMost: count, besides: input.besides ?? [] });
  const chosen = shares.packages.map((one) => one.package);
  const canList = shares.feasiblePackages <= MOST_LISTED;
  return {
    notBarred: found.acceptableAlready,
    packages: canList ? standings(ready, solver, chosen, limits).packages.map((one) => ({ ...one, gives: gives(ready, one.package) })) : [],
    shares,
    quickRule: canList ? quickRule(ready, count) : null,
    winsets: canList ? ready.parties.filter(({ factions }) => factions.length > 0).map(({ id }) => winset(ready, id, solver)) : [],
    openings: input.openings ? { ...found, packages: found.packages.slice(0, count) } : null,
    questions: input.questions ? nextQuestion(ready, sampling) : null,
  };
}

/** The shares of the packages that lead, and of those to be looked at besides. */
function sharesOf(ready: ReadyOrders, found: Openings, options: SharesOptions): Acceptability {
  const shares = leadingShares(ready, found, options);
  const isShown = (one: BargainPackage): boolean => shares.packages.some((shown) => isSame(shown.package, one));
  const others = options.besides.filter((one, at) => !isShown(one) && options.besides.findIndex((other) => isSame(one, other)) === at);
  if (others.length === 0) return shares;
  // The same seed draws the same preferences.
  return { ...shares, packages: [...shares.packages, ...acceptability(ready, { ...options, packages: others }).packages] };
}

interface SharesOptions extends AcceptabilityOptions {
  readonly besides: readonly BargainPackage[];
}

function isSame(one: BargainPackage, other: BargainPackage): boolean {
  return Object.entries(one).every(([issueId, optionId]) => other[issueId] === optionId);
}

/**
 * The packages that no stance bars, first those that all are known to take, then by their shares; where every package is
 * barred, those with the greatest shares.
 */
function leadingShares(ready: ReadyOrders, { packages }: Openings, options: AcceptabilityOptions): Acceptability {
  if (packages.length === 0) return acceptability(ready, options);
  const shares = acceptability(ready, { ...options, packages });
  const silences = new Map(
    shares.packages.map((one) => [
      one,
      gives(ready, one.package).flatMap(({ issues }) => issues.filter(({ kind }) => kind === 'unstated')).length,
    ]),
  );
  const isKnown = (one: PackageShares): number => (silences.get(one) === 0 ? 0 : 1);
  const sorted = [...shares.packages].sort(
    (a, b) => isKnown(a) - isKnown(b) || b.nash.share - a.nash.share || b.efficient.share - a.efficient.share,
  );
  return { ...shares, packages: sorted.slice(0, options.atMost) };
}

/** How many packages that no stance bars are put in order. */
const MOST_RANKED = 200;

/** Beyond so many packages, only sampled shares are given. */
const MOST_LISTED = 20_000;

function rulesOf(partyIds: readonly string[], rule: Ratification): Record<string, Ratification> {
  return Object.fromEntries(partyIds.map((id) => [id, rule]));
}
