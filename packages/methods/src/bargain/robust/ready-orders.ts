import { UserError } from '@parley/model';
import { brokenConstraints, checkDomain, placesOfPackage } from '../domain.ts';
import { contradictionError, contradictionIn, nameOf } from './consistency.ts';
import { type Holder, holderOf } from './holder.ts';
import type { LinearSolver } from './linear-program.ts';
import { checkRange, STANCE_RANK, statedItems } from './stated-items.ts';
import type { BargainOrders, Ratification, StatedFaction, StatedNoDeal, StatedParty } from './stated-preferences.ts';

/** A no-deal point by places: a package, or a range of levels; null where unknown. */
export type NoDealPoint =
  | { readonly kind: 'package'; readonly places: readonly number[] }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | null;

interface ReadyFaction {
  readonly id: string;
  readonly name: string;
  readonly weight: number;
  readonly holder: Holder;
  readonly noDeal: NoDealPoint;
}

export interface ReadyParty {
  readonly id: string;
  readonly name: string;
  readonly holder: Holder;
  readonly noDeal: NoDealPoint;
  readonly factions: readonly ReadyFaction[];
  readonly ratification: Ratification;
}

/** Checked and brought into orders, ready for any number of questions. Parties in the domain's order. */
export interface ReadyOrders {
  readonly orders: BargainOrders;
  readonly parties: readonly ReadyParty[];
}

/**
 * Checks what was said and brings it into orders.
 *
 * @param solver finds contradictions of ranges and comparisons too; without it only those of stances and orders
 * @throws UserError for a domain that no method could answer for, more than 200 issues or options of one, names that are not there, ranges that are none,
 * statements that contradict each other (code `contradiction`, with a minimal set of them), and a rule of
 * ratification that no factions could meet
 */
export function readyOrders(orders: BargainOrders, solver?: LinearSolver): ReadyOrders {
  const { domain, stated } = orders;
  checkDomain(domain);
  const long = domain.issues.find(({ options }) => options.length > MOST_OPTIONS);
  if (long !== undefined || domain.issues.length > MOST_OPTIONS)
    throw new UserError(
      long === undefined
        ? `there are ${domain.issues.length} issues, and with orders the limit is ${MOST_OPTIONS}`
        : `the issue "${long.name}" has ${long.options.length} options, and with orders the limit is ${MOST_OPTIONS}`,
      { cure: 'bring them into fewer, coarser steps', code: 'tooLarge' },
    );
  for (const { partyId } of stated) {
    if (!domain.parties.some(({ id }) => id === partyId))
      throw new UserError(`there is no party "${partyId}"`, { cure: 'name a party of this case', code: 'unknown' });
    if (stated.filter((one) => one.partyId === partyId).length > 1)
      throw new UserError(`what "${partyId}" said is given twice`, { cure: 'put it together' });
  }
  const ready = (party: StatedParty, faction: StatedFaction | null): Pick<ReadyFaction, 'holder' | 'noDeal'> => {
    const name = nameOf(domain, party, faction);
    const contradiction = contradictionIn(domain, party, faction, solver);
    if (contradiction !== null) throw contradictionError(contradiction);
    const said = faction ?? party;
    return {
      holder: holderOf(domain, statedItems(domain, said, name)),
      noDeal: noDealPoint(orders, said.noDeal ?? { kind: 'unknown' }, name),
    };
  };
  const parties = domain.parties.map(({ id, name }): ReadyParty => {
    const party = stated.find(({ partyId }) => partyId === id) ?? { partyId: id };
    const factions = (party.factions ?? []).map((faction): ReadyFaction => {
      const weight = faction.weight ?? 1;
      if (!(weight > 0 && Number.isFinite(weight)))
        throw new UserError(`the faction "${faction.name}" has the weight ${weight}`, { cure: 'give a number above 0' });
      return { id: faction.id, name: faction.name, weight, ...ready(party, faction) };
    });
    const ratification = party.ratification ?? { rule: 'all' };
    checkRatification(ratification, factions, name);
    return { id, name, factions, ratification, ...ready(party, null) };
  });
  return { orders, parties };
}

/** Orders are kept as tables of every two options. */
const MOST_OPTIONS = 200;

/** Whether the factions in favour, by their places, are enough under the party's rule; a party without factions has no rule. */
export function ratifies({ factions, ratification }: ReadyParty, inFavour: (faction: number) => boolean): boolean {
  const favouring = factions.filter((_, place) => inFavour(place));
  if (ratification.rule === 'all') return favouring.length === factions.length;
  if (ratification.rule === 'atLeast') return favouring.length >= ratification.count;
  const weightOf = (some: readonly ReadyFaction[]): number => some.reduce((sum, { weight }) => sum + weight, 0);
  const all = weightOf(factions);
  return ratification.quota === undefined ? weightOf(favouring) * 2 > all : weightOf(favouring) >= ratification.quota;
}

/** Whether a party has ruled an option out. Where voices differ, it has not. */
export function isRedLine({ issues }: Holder, issue: number, option: number): boolean {
  return issues[issue]?.stances[option]?.high === STANCE_RANK.redLine;
}

/** What bars a package for all: constraints that it breaks, and red lines that it crosses. */
export function isFeasible({ orders: { domain }, parties }: ReadyOrders, places: readonly number[]): boolean {
  if (parties.some(({ holder }) => places.some((option, issue) => isRedLine(holder, issue, option)))) return false;
  return domain.constraints.length === 0 || brokenConstraints(domain, places).length === 0;
}

function noDealPoint({ domain }: BargainOrders, noDeal: StatedNoDeal, name: string): NoDealPoint {
  if (noDeal.kind === 'unknown') return null;
  if (noDeal.kind === 'package') return { kind: 'package', places: placesOfPackage(domain.issues, noDeal.package) };
  const range = noDeal.kind === 'level' ? { low: noDeal.level, high: noDeal.level } : { low: noDeal.low, high: noDeal.high };
  checkRange(range, `the no-deal point of ${name}`);
  return { kind: 'range', ...range };
}

function checkRatification(rule: Ratification, factions: readonly ReadyFaction[], name: string): void {
  if (factions.length === 0) return;
  const cure = 'give a rule that the factions could meet';
  const weight = factions.reduce((sum, one) => sum + one.weight, 0);
  if (rule.rule === 'atLeast' && !(Number.isInteger(rule.count) && rule.count >= 1 && rule.count <= factions.length))
    throw new UserError(`${name} asks for ${rule.count} of ${factions.length} factions`, { cure });
  if (rule.rule === 'weightedMajority' && rule.quota !== undefined && !(rule.quota > 0 && rule.quota <= weight))
    throw new UserError(`${name} asks for a weight of ${rule.quota}, and its factions have ${weight}`, { cure });
}
