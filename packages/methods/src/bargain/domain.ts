import { UserError } from '@parley/model';

/** One way to settle an issue. */
export interface BargainOption {
  /** Unique within its issue. */
  readonly id: string;
  readonly name: string;
}

export interface BargainIssue {
  readonly id: string;
  readonly name: string;
  /** In the user's order; at least one. */
  readonly options: readonly BargainOption[];
}

export interface BargainParty {
  readonly id: string;
  readonly name: string;
}

/** An option, named by its issue and its own id. */
export interface OptionOf {
  readonly issueId: string;
  readonly optionId: string;
}

/**
 * What no package may break.
 *
 * - `exclude`: no package holds all of `options`;
 * - `require`: a package that holds all of `when` holds all of `needs` too (an empty `when` always applies);
 * - `floor`: a legal floor: no package holds `option`.
 *
 * `reason` is the user's, and is shown where a package is refused.
 */
export type BargainConstraint =
  | { readonly kind: 'exclude'; readonly options: readonly OptionOf[]; readonly reason?: string }
  | { readonly kind: 'require'; readonly when: readonly OptionOf[]; readonly needs: readonly OptionOf[]; readonly reason?: string }
  | { readonly kind: 'floor'; readonly option: OptionOf; readonly reason?: string };

/** An issue that a party's delegation may not decide: reported beside a result, and never a bar to a package. */
export interface MissingMandate {
  readonly partyId: string;
  readonly issueId: string;
}

/** What is negotiated, and by whom: everything but what the parties want. */
export interface BargainDomain {
  readonly issues: readonly BargainIssue[];
  readonly parties: readonly BargainParty[];
  readonly constraints: readonly BargainConstraint[];
  readonly missingMandates: readonly MissingMandate[];
}

/** A package as people read it: the option's id for each issue's id. */
export type BargainPackage = Readonly<Record<string, string>>;

/** A package as methods keep it: the place of the option in its issue, for each issue in the domain's order. */
export type OptionPlaces = readonly number[];

/** The most options that an issue may have. */
export const MAX_OPTIONS = 100_000;

/**
 * Refuses a domain that no method could answer for.
 *
 * @throws UserError for no issue, fewer than two parties, an issue without options or with more than 100,000, an id
 * that is used twice or empty, and a constraint or mandate that names what is not there
 */
export function checkDomain({ issues, parties, constraints, missingMandates }: BargainDomain): void {
  if (issues.length === 0) throw new UserError('there is no issue to bargain over', { cure: 'name at least one issue with its options' });
  if (parties.length < 2)
    throw new UserError(`there ${parties.length === 1 ? 'is only one party' : 'is no party'}`, { cure: 'name at least two parties' });
  checkIds(parties, 'party');
  checkIds(issues, 'issue');
  for (const { name, options } of issues) {
    if (options.length === 0)
      throw new UserError(`the issue "${name}" has no options`, { cure: 'name at least one option, or leave the issue out' });
    if (options.length > MAX_OPTIONS)
      throw new UserError(`the issue "${name}" has ${options.length} options, and the limit is ${MAX_OPTIONS}`, {
        cure: 'bring its options into fewer, coarser steps',
        code: 'tooLarge',
      });
    checkIds(options, `option of the issue "${name}"`);
  }
  const places = optionPlaces(issues);
  for (const option of constraints.flatMap(optionsOf)) placeOf(places, option, 'a constraint');
  for (const { partyId, issueId } of missingMandates) {
    if (!parties.some(({ id }) => id === partyId)) throw unknown(`the party "${partyId}"`, 'a mandate');
    if (!issues.some(({ id }) => id === issueId)) throw unknown(`the issue "${issueId}"`, 'a mandate');
  }
}

/** All options that a constraint speaks of. */
export function optionsOf(constraint: BargainConstraint): readonly OptionOf[] {
  if (constraint.kind === 'exclude') return constraint.options;
  return constraint.kind === 'floor' ? [constraint.option] : [...constraint.when, ...constraint.needs];
}

/** The constraints that a package breaks, in the domain's order; none where it is allowed. */
export function brokenConstraints({ issues, constraints }: BargainDomain, places: OptionPlaces): BargainConstraint[] {
  const chosen = packageAt(issues, places);
  const holds = ({ issueId, optionId }: OptionOf): boolean => chosen[issueId] === optionId;
  return constraints.filter((constraint) => {
    if (constraint.kind === 'floor') return holds(constraint.option);
    if (constraint.kind === 'exclude') return constraint.options.every(holds);
    return constraint.when.every(holds) && !constraint.needs.every(holds);
  });
}

/** A package in the words of its issues. */
export function packageAt(issues: readonly BargainIssue[], places: OptionPlaces): BargainPackage {
  return Object.fromEntries(issues.map(({ id, options }, at) => [id, options[places[at] ?? -1]?.id ?? '']));
}

/** For each issue's id its place, and the places of its options by their ids. */
export type DomainPlaces = ReadonlyMap<string, { readonly issue: number; readonly options: ReadonlyMap<string, number> }>;

export function optionPlaces(issues: readonly BargainIssue[]): DomainPlaces {
  return new Map(
    issues.map(({ id, options }, issue) => [id, { issue, options: new Map(options.map((option, place) => [option.id, place])) }]),
  );
}

/** Where an option stands; `where` is what names it, for the message. Throws a UserError for one that is not there. */
export function placeOf(
  places: DomainPlaces,
  { issueId, optionId }: OptionOf,
  where: string,
): { readonly issue: number; readonly option: number } {
  const found = places.get(issueId);
  if (found === undefined) throw unknown(`the issue "${issueId}"`, where);
  const option = found.options.get(optionId);
  if (option === undefined) throw unknown(`the option "${optionId}" of the issue "${issueId}"`, where);
  return { issue: found.issue, option };
}

/** The places of a package's options. Throws a UserError for an issue that it leaves out, or an option that is not there. */
export function placesOfPackage(issues: readonly BargainIssue[], chosen: BargainPackage): number[] {
  const places = optionPlaces(issues);
  for (const issueId of Object.keys(chosen)) if (!places.has(issueId)) throw unknown(`the issue "${issueId}"`, 'a package');
  return issues.map(({ id, name }) => {
    const optionId = chosen[id];
    if (optionId === undefined)
      throw new UserError(`a package leaves the issue "${name}" open`, { cure: 'name one option for every issue' });
    return placeOf(places, { issueId: id, optionId }, 'a package').option;
  });
}

function checkIds(all: readonly { readonly id: string }[], what: string): void {
  const seen = new Set<string>();
  for (const { id } of all) {
    if (id === '') throw new UserError(`one ${what} has no id`, { cure: 'give it a name of its own' });
    if (seen.has(id)) throw new UserError(`"${id}" is there twice, as ${what}`, { cure: 'give each a name of its own' });
    seen.add(id);
  }
}

function unknown(what: string, where: string): UserError {
  return new UserError(`${where} names ${what}, which is not there`, {
    cure: 'check the spelling against the issues and their options',
    code: 'unknown',
  });
}
