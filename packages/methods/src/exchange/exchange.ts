/**
 * What an exchange is: who gives what to whom, what must come before what, and what holds the sides to it.
 *
 * All is plain data. `readExchange` makes one from JSON and refuses what does not make sense; the methods take it
 * as checked. Days are whole numbers, `D+n` as `n`. Amounts weigh for one party only and are never prices.
 */
export interface Exchange {
  readonly title: string | null;
  readonly parties: readonly ExchangeParty[];
  readonly items: readonly ExchangeItem[];
  readonly before: readonly Precedence[];
  readonly batches: readonly Batch[];
  readonly phases: readonly ExchangePhase[];
  readonly guarantor: ExchangeGuarantor | null;
  /** The divisible thing that all other items are given for; null in a barter. */
  readonly counter: CounterItem | null;
  /** Where the facts come from, in words; null where nobody said. */
  readonly source: string | null;
}

export interface ExchangeParty {
  readonly id: string;
  readonly name: string;
  /** What the party loses by breaking off, beside the rest of this exchange: a next phase, its word. 0 or more. */
  readonly breakOffCost: number;
}

/**
 * What an amount is known by: a range (a number has `low` = `high`), for one of the item; or only the place that one
 * tranche of it has in the party's own order, a higher one weighing more.
 */
export type Amount = { readonly low: number; readonly high: number } | { readonly rank: number };

/** A class of identical items. */
export interface ExchangeItem {
  readonly id: string;
  readonly name: string;
  readonly giver: string;
  readonly receiver: string;
  readonly kind: string;
  /** How many, 1 or more. */
  readonly count: number;
  /** How many are given in one step; the last tranche may be smaller. */
  readonly tranche: number;
  /** What giving it costs the giver. */
  readonly cost: Amount;
  /** What receiving it is worth to the receiver. */
  readonly value: Amount;
  /** The first day on which it can be given; null where any will do. */
  readonly earliestDay: number | null;
  /** Days that giving one tranche takes; 0 is within the day. */
  readonly durationDays: number;
  readonly verification: Verification | null;
}

export interface Verification {
  /** Days from delivery until it is known whether it was what it should be. */
  readonly days: number;
  /** The chance that a false delivery is found out, over 0 and up to 1. */
  readonly detection: number;
}

/** All of one item before any of another: once delivered, or once verified. */
export interface Precedence {
  readonly first: string;
  readonly next: string;
  readonly after: 'delivery' | 'verification';
}

/** What happens at once, in one step: so many of each item, the whole so many times over. */
export interface Batch {
  readonly items: Readonly<Record<string, number>>;
  readonly times: number;
}

export interface ExchangePhase {
  readonly id: string;
  readonly name: string;
  readonly fromDay: number | null;
  readonly toDay: number | null;
  readonly items: readonly string[];
  /** What must hold for it to begin, in words. */
  readonly condition: string | null;
  /** Whether all of the phase before must be delivered, or verified, first; null where phases may overlap. */
  readonly after: 'delivery' | 'verification' | null;
}

export interface ExchangeGuarantor {
  readonly name: string;
  readonly holds: 'deposit' | 'escrow';
  /** The fee, as a share of what is held: 0.01 is one per cent. */
  readonly feeShare: number;
  /** What the guarantor holds from each party by id; 0 where left out. */
  readonly deposits: Readonly<Record<string, number>>;
}

/** What the items are given for where that can be cut as finely as one likes: money, hours of a truce. */
export interface CounterItem {
  readonly giver: string;
  readonly receiver: string;
  readonly unit: string;
  /** How much in all, in the same scale as costs and values; null leaves it open within the band. */
  readonly total: number | null;
}

/** One step of a schedule: everything in it happens at once. */
export interface ExchangeStep {
  /** Null where the schedule is only an order. */
  readonly day: number | null;
  readonly deliver: readonly Delivery[];
  /** How much of the counter-item is given in this step, before its deliveries; 0 in a barter. */
  readonly pay: number;
}

export interface Delivery {
  readonly item: string;
  readonly count: number;
}
