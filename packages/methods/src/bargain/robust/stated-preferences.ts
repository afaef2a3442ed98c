/**
 * What parties were heard to want, without numbers that nobody gave: the input of all robust methods.
 */
import type { Stance } from '@parley/model';
import type { BargainDomain, BargainPackage } from '../domain.ts';

/** Something that was said. `evidence`: the ids of the positions or statements it rests on, handed on to results and errors. */
export interface Said {
  readonly evidence?: readonly string[];
}

/** A stance on an option; with `upTo`, anything from `stance` up to `upTo`, as where voices differ. */
export interface StanceSaid extends Said {
  readonly issueId: string;
  readonly optionId: string;
  readonly stance: Stance;
  readonly upTo?: Stance;
}

/** Options of one issue, the best first; options left out may stand anywhere. */
export interface RankingSaid extends Said {
  readonly issueId: string;
  readonly optionIds: readonly string[];
}

/**
 * Issues, the most important first; several of these make a partial order. One issue matters more than another where
 * going from the worst to the best of its options is worth more.
 */
export interface ImportanceSaid extends Said {
  readonly issueIds: readonly string[];
}

/** The share that an issue has in all there is to gain, from `low` to `high`, 0 to 1. */
export interface WeightSaid extends Said {
  readonly issueId: string;
  readonly low: number;
  readonly high: number;
}

/** Where an option stands between the worst (0) and the best (1) of its issue, from `low` to `high`. */
export interface ValueSaid extends Said {
  readonly issueId: string;
  readonly optionId: string;
  readonly low: number;
  readonly high: number;
}

/** One package is better than another; with `orEqual`, at least as good. */
export interface ComparisonSaid extends Said {
  readonly better: BargainPackage;
  readonly worse: BargainPackage;
  readonly orEqual?: boolean;
}

/**
 * What a party has without a deal: as a package of the options that would then be so, a level on its scale from the
 * worst (0) to the best (1) it could get, a range of levels, or unknown.
 */
export type StatedNoDeal =
  | { readonly kind: 'package'; readonly package: BargainPackage }
  | { readonly kind: 'level'; readonly level: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number }
  | { readonly kind: 'unknown' };

/** All that a party or a faction said. What is absent was not said, and is never read as indifference. */
export interface StatedPreferences {
  readonly stances?: readonly StanceSaid[];
  readonly rankings?: readonly RankingSaid[];
  readonly importance?: readonly ImportanceSaid[];
  readonly weights?: readonly WeightSaid[];
  readonly values?: readonly ValueSaid[];
  readonly comparisons?: readonly ComparisonSaid[];
  /** Default: unknown. */
  readonly noDeal?: StatedNoDeal;
}

export interface StatedFaction extends StatedPreferences {
  readonly id: string;
  readonly name: string;
  /** Its weight under a weighted majority; above 0, default 1. */
  readonly weight?: number;
}

/**
 * When a party's factions let a package pass: all of them, at least `count`, or a weighted majority: more than half of
 * all weight, or at least `quota` of it where that is given.
 */
export type Ratification =
  | { readonly rule: 'all' }
  | { readonly rule: 'atLeast'; readonly count: number }
  | { readonly rule: 'weightedMajority'; readonly quota?: number };

export interface StatedParty extends StatedPreferences {
  readonly partyId: string;
  readonly factions?: readonly StatedFaction[];
  /** Default: all. */
  readonly ratification?: Ratification;
}

/** What is negotiated, and what each party said of it. A party that is left out said nothing. */
export interface BargainOrders {
  readonly domain: BargainDomain;
  readonly stated: readonly StatedParty[];
}
