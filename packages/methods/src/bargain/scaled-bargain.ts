import { UserError } from '@parley/model';
import { type BargainDomain, checkDomain, type OptionOf, optionPlaces, placeOf, placesOfPackage } from './domain.ts';
import { commonMultiple, type Fraction, fractionOf, reduced, times } from './fraction.ts';
import { type AdditiveProfile, checkProfile } from './profile.ts';

/** An option by its places. */
export interface Placed {
  readonly issue: number;
  readonly option: number;
}

/** A value vector that comes on top where a package holds all of `options`. */
export interface ScaledTerm {
  readonly options: readonly Placed[];
  /** For each party, in its units. */
  readonly values: Float64Array;
}

/** Options that no package holds together, unless it holds `unless` too. */
export interface Forbidden {
  readonly all: readonly Placed[];
  readonly unless: Placed | null;
}

/**
 * A domain with numbers, every value a whole number of its party's unit, so that sums are exact and what ties ties.
 * Made by `scaleBargain`.
 */
export interface ScaledBargain {
  readonly domain: BargainDomain;
  readonly parties: number;
  /** For each issue, for each option, for each party, row by row: weight times value in units. */
  readonly contributions: readonly Float64Array[];
  readonly terms: readonly ScaledTerm[];
  readonly forbidden: readonly Forbidden[];
  /** For each party what no deal is worth, in units; null where it is a range or not known. */
  readonly noDeal: readonly (number | null)[];
  /** For each party what one unit is worth on the scale of its profile. */
  readonly units: readonly Fraction[];
  /** True where no number had to be rounded to the unit. */
  readonly isExact: boolean;
  /** As asked for; 0 for none. */
  readonly tolerance: number;
}

/** Sums stay whole numbers that a float holds exactly. */
const MOST_UNITS = 2 ** 52;

/**
 * Brings the numbers of all parties to whole units. Numbers with few digits, and fractions such as a third, are kept
 * exactly, in one unit for all parties where it is fine enough for all; others are rounded to the finest power of ten
 * that a sum has room for (about 15 digits), and `isExact` is false.
 *
 * @param tolerance rounds each weight times value to multiples of it, so that smaller differences do not count;
 * 0 by default, which rounds nothing that need not be
 * @throws UserError as `checkDomain` and `checkProfile`, and for parties without a profile or with two
 */
export function scaleBargain(
  domain: BargainDomain,
  profiles: readonly AdditiveProfile[],
  { tolerance = 0 }: { tolerance?: number } = {},
): ScaledBargain {
  checkDomain(domain);
  if (!(tolerance >= 0 && tolerance < 1e15))
    throw new UserError(`a tolerance of ${tolerance} is not possible`, { cure: 'give 0 or a small number above it' });
  const ordered = domain.parties.map(({ id, name }) => {
    const [own, second] = profiles.filter(({ partyId }) => partyId === id);
    if (own === undefined) throw new UserError(`${name} has no profile`, { cure: 'give a profile for each party' });
    if (second !== undefined) throw new UserError(`${name} has two profiles`, { cure: 'give one profile for each party' });
    checkProfile(domain, own);
    return own;
  });
  const drafts = ordered.map((profile) => draftOf(domain, profile));
  const { units, isExact } = unitsOf(drafts, tolerance);
  const whole = (value: Fraction, party: number): number => wholeUnits(value, units[party] as Fraction);
  const n = drafts.length;
  const contributions = domain.issues.map(({ options }, issue) => {
    const rows = new Float64Array(options.length * n);
    drafts.forEach(({ values }, party) => {
      const own = values[issue] ?? [];
      for (const [option, value] of own.entries()) rows[option * n + party] = whole(value, party);
    });
    return rows;
  });
  const terms = termsOf(domain, drafts, whole);
  const bargain = { domain, parties: n, contributions, terms, forbidden: forbiddenOf(domain), units, isExact, tolerance };
  const noDeal = ordered.map(({ noDeal }, party) => {
    if (noDeal.kind === 'level') return whole(fractionOf(noDeal.value), party);
    return noDeal.kind === 'package' ? (valuesOf(bargain, placesOfPackage(domain.issues, noDeal.package))[party] ?? null) : null;
  });
  return { ...bargain, noDeal };
}

/** What a package is worth to each party, in units. */
export function valuesOf(
  { parties, contributions, terms }: Pick<ScaledBargain, 'parties' | 'contributions' | 'terms'>,
  places: readonly number[],
): number[] {
  const sums = new Array<number>(parties).fill(0);
  const add = (rows: Float64Array, from: number): void => {
    for (let party = 0; party < parties; party += 1) sums[party] = (sums[party] ?? 0) + (rows[from + party] ?? Number.NaN);
  };
  for (const [issue, rows] of contributions.entries()) add(rows, (places[issue] ?? -1) * parties);
  for (const { options, values } of terms) if (holdsAll(options, places)) add(values, 0);
  return sums;
}

/** True where a package breaks no constraint. */
export function isAllowed({ forbidden }: Pick<ScaledBargain, 'forbidden'>, places: readonly number[]): boolean {
  return !forbidden.some(({ all, unless }) => holdsAll(all, places) && (unless === null || !holdsAll([unless], places)));
}

/** A value in units on the scale of the party's profile. */
export function onScale({ units }: Pick<ScaledBargain, 'units'>, party: number, value: number): number {
  const { top, bottom } = units[party] as Fraction;
  return top === 1n ? value / Number(bottom) : (value * Number(top)) / Number(bottom);
}

export function holdsAll(options: readonly Placed[], places: readonly number[]): boolean {
  return options.every(({ issue, option }) => places[issue] === option);
}

/** A profile in exact fractions. */
interface Draft {
  readonly values: readonly (readonly Fraction[])[];
  readonly terms: readonly { readonly options: readonly OptionOf[]; readonly value: Fraction }[];
  readonly level: Fraction | null;
}

function draftOf({ issues }: BargainDomain, { weights, values, terms, noDeal }: AdditiveProfile): Draft {
  return {
    values: issues.map(({ id, options }) => {
      const weight = fractionOf(weights[id] ?? Number.NaN);
      return options.map((option) => times(weight, fractionOf(values[id]?.[option.id] ?? Number.NaN)));
    }),
    terms: terms.map(({ options, value }) => ({ options, value: fractionOf(value) })),
    level: noDeal.kind === 'level' ? fractionOf(noDeal.value) : null,
  };
}

function unitsOf(drafts: readonly Draft[], tolerance: number): { units: Fraction[]; isExact: boolean } {
  if (tolerance > 0) {
    const unit = fractionOf(tolerance);
    for (const [party, draft] of drafts.entries())
      if (mostOf(draft) / tolerance > MOST_UNITS)
        throw new UserError(`a tolerance of ${tolerance} is too fine for the numbers of party ${party + 1}`, {
          cure: 'give 0, or a larger one',
        });
    return { units: drafts.map(() => unit), isExact: false };
  }
  const bottoms = drafts.map((draft) => allOf(draft).reduce((common, { bottom }) => shared(common, bottom), 1n));
  const fits = (draft: Draft, bottom: bigint): boolean => bottom <= LARGEST_COMMON && mostOf(draft) * Number(bottom) <= MOST_UNITS;
  const common = bottoms.reduce(shared);
  if (drafts.every((draft) => fits(draft, common))) return { units: drafts.map(() => ({ top: 1n, bottom: common })), isExact: true };
  let isExact = true;
  const units = drafts.map((draft, party) => {
    const bottom = bottoms[party] ?? 1n;
    if (fits(draft, bottom)) return { top: 1n, bottom };
    isExact = false;
    return powerOfTen(Math.floor(Math.log10(MOST_UNITS / (mostOf(draft) + 1e-30))));
  });
  return { units, isExact };
}

/** Beyond this a common bottom is of no use, and only grows. */
const LARGEST_COMMON = 10n ** 40n;

function shared(common: bigint, bottom: bigint): bigint {
  return common > LARGEST_COMMON ? common : commonMultiple(common, bottom);
}

function powerOfTen(digits: number): Fraction {
  return digits >= 0 ? { top: 1n, bottom: 10n ** BigInt(digits) } : { top: 10n ** BigInt(-digits), bottom: 1n };
}

function allOf({ values, terms, level }: Draft): Fraction[] {
  return [...values.flat(), ...terms.map(({ value }) => value), ...(level === null ? [] : [level])];
}

/** More than any sum of it can be, either way. */
function mostOf({ values, terms, level }: Draft): number {
  const size = ({ top, bottom }: Fraction): number => Math.abs(Number(top) / Number(bottom));
  const issues = values.reduce((sum, own) => sum + own.reduce((most, value) => Math.max(most, size(value)), 0), 0);
  return issues + terms.reduce((sum, { value }) => sum + size(value), 0) + (level === null ? 0 : size(level));
}

/** To the nearest unit, halves away from 0. */
function wholeUnits(value: Fraction, unit: Fraction): number {
  if (value.top === 0n) return 0;
  const { top, bottom } = reduced(value.top * unit.bottom, value.bottom * unit.top);
  if (bottom === 1n) return Number(top);
  const half = top < 0n ? -bottom : bottom;
  return Number((2n * top + half) / (2n * bottom)) + 0;
}

function termsOf(domain: BargainDomain, drafts: readonly Draft[], whole: (value: Fraction, party: number) => number): ScaledTerm[] {
  const places = optionPlaces(domain.issues);
  const terms: ScaledTerm[] = [];
  drafts.forEach(({ terms: own }, party) => {
    for (const { options, value } of own) {
      const placed = distinct(options.map((option) => placeOf(places, option, 'a linked term')));
      if (isImpossible(placed)) continue;
      const values = new Float64Array(drafts.length);
      values[party] = whole(value, party);
      terms.push({ options: placed, values });
    }
  });
  return terms;
}

function forbiddenOf({ issues, constraints }: BargainDomain): Forbidden[] {
  const places = optionPlaces(issues);
  const placed = (options: readonly OptionOf[]): Placed[] => distinct(options.map((option) => placeOf(places, option, 'a constraint')));
  const forbidden = constraints.flatMap((constraint): Forbidden[] => {
    if (constraint.kind === 'floor') return [{ all: placed([constraint.option]), unless: null }];
    // An exclusion of nothing forbids nothing.
    if (constraint.kind === 'exclude') return constraint.options.length === 0 ? [] : [{ all: placed(constraint.options), unless: null }];
    const all = placed(constraint.when);
    return placed(constraint.needs).map((unless) => ({ all, unless }));
  });
  return forbidden.filter(({ all }) => !isImpossible(all));
}

function distinct(options: readonly Placed[]): Placed[] {
  return options.filter(({ issue, option }, at) => options.findIndex((one) => one.issue === issue && one.option === option) === at);
}

/** Two options of one issue are never held together. */
function isImpossible(options: readonly Placed[]): boolean {
  return new Set(options.map(({ issue }) => issue)).size < options.length;
}
