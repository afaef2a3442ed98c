import { UserError } from '@parley/model';
import { type BargainDomain, type BargainPackage, type OptionOf, optionPlaces, placeOf, placesOfPackage } from './domain.ts';

/**
 * What a party has where nothing is agreed: worth what a package is worth to it, a level on its own scale, somewhere
 * in a range, or not known. Never guessed: where it is unknown, individual rationality is not computed.
 */
export type NoDeal =
  | { readonly kind: 'package'; readonly package: BargainPackage }
  | { readonly kind: 'level'; readonly value: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'unknown' };

/** A value that a package has on top of its options' own where it holds all of `options`; below 0 where they clash. */
export interface LinkedTerm {
  readonly options: readonly OptionOf[];
  readonly value: number;
}

/**
 * Numbers that a user entered for one party. A package is worth the sum over the issues of weight times value, and the
 * linked terms that it holds. The scale is the user's; methods that compare gains of parties say so.
 */
export interface AdditiveProfile {
  readonly partyId: string;
  /** For each issue's id, at least 0; they need not sum to 1. */
  readonly weights: Readonly<Record<string, number>>;
  /** For each issue's id, for each option's id. */
  readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly terms: readonly LinkedTerm[];
  readonly noDeal: NoDeal;
}

/** Beyond this, numbers of a profile are refused: no scale of a person needs it. */
const MAX_NUMBER = 1e15;

/**
 * Refuses a profile that has no one meaning.
 *
 * @throws UserError for a missing or superfluous weight or value, one that is not a finite number or beyond 10^15,
 * a weight below 0, weights that sum to 0, a range upside down, and what names an issue or option that is not there
 */
export function checkProfile(domain: BargainDomain, profile: AdditiveProfile): void {
  const { partyId, weights, values, terms, noDeal } = profile;
  const party = domain.parties.find(({ id }) => id === partyId)?.name ?? partyId;
  const places = optionPlaces(domain.issues);
  for (const issueId of [...Object.keys(weights), ...Object.keys(values)])
    if (!places.has(issueId)) throw atFault(`the profile of ${party} names the issue "${issueId}", which the domain does not have`);
  let total = 0;
  for (const issue of domain.issues) {
    const weight = checked(weights[issue.id], `the weight of "${issue.name}" for ${party}`);
    if (weight < 0) throw atFault(`the weight of "${issue.name}" for ${party} is ${weight}, below 0`);
    total += weight;
    const own = values[issue.id] ?? {};
    for (const option of issue.options) checked(own[option.id], `the value of "${option.name}" (${issue.name}) for ${party}`);
    const known = places.get(issue.id)?.options;
    const strange = Object.keys(own).find((optionId) => !known?.has(optionId));
    if (strange !== undefined)
      throw atFault(`the profile of ${party} values "${strange}", which is no option of the issue "${issue.name}"`);
  }
  if (total === 0) throw new UserError(`the weights of ${party} sum to 0`, { cure: 'give at least one issue a weight above 0' });
  for (const { options, value } of terms) {
    checked(value, `the value of a linked term of ${party}`);
    if (options.length === 0) throw atFault(`a linked term of ${party} names no option`);
    for (const option of options) placeOf(places, option, `a linked term of ${party}`);
  }
  checkNoDeal(domain, noDeal, party);
}

function checkNoDeal({ issues }: BargainDomain, noDeal: NoDeal, party: string): void {
  if (noDeal.kind === 'package') placesOfPackage(issues, noDeal.package);
  if (noDeal.kind === 'level') checked(noDeal.value, `the no-deal level of ${party}`);
  if (noDeal.kind !== 'range') return;
  checked(noDeal.low, `the low end of the no-deal range of ${party}`);
  checked(noDeal.high, `the high end of the no-deal range of ${party}`);
  if (noDeal.low > noDeal.high) throw atFault(`the no-deal range of ${party} goes from ${noDeal.low} down to ${noDeal.high}`);
}

function checked(value: number | undefined, what: string): number {
  if (value === undefined) throw new UserError(`${what} is missing`, { cure: 'give every issue a weight and every option a value' });
  if (!Number.isFinite(value)) throw atFault(`${what} is ${value}, which is no finite number`);
  if (Math.abs(value) > MAX_NUMBER) throw atFault(`${what} is ${value}, beyond 10^15`);
  return value;
}

function atFault(message: string): UserError {
  return new UserError(message, { cure: 'correct the profile; its issues and options must be those of the domain' });
}
