import type { MethodNote } from '../method-note.ts';
import type { BrokenRule } from './broken-rules.ts';
import type { Delivery } from './exchange.ts';

/** What the check of a schedule says. */
export interface ExchangeCheck {
  /** Every step safe with the deposits that are held, every rule kept, everything delivered. */
  readonly safe: boolean;
  /** The first step at which a side does better to stop; null where none does. */
  readonly firstUnsafe: UnsafeStep | null;
  /** The guarantee needed: the greater of the deposits in a barter, their sum against a divisible counter-item. */
  readonly delta: number;
  /** By party id: the least deposit with which its every step is safe. */
  readonly deposits: Readonly<Record<string, number>>;
  /** By party id: the same against a false delivery that is found out only with the chance given. */
  readonly depositsAgainstFalseDelivery: Readonly<Record<string, number>>;
  readonly steps: readonly CheckedStep[];
  /** By party id. */
  readonly exposure: Readonly<Record<string, Exposure>>;
  readonly broken: readonly BrokenRule[];
  readonly undelivered: readonly Delivery[];
  /** By party id: what it stands to lose when something goes wrong. */
  readonly whatIf: Readonly<Record<string, WhatIf>>;
  /** From D to the last delivery or verification. */
  readonly durationDays: number;
  readonly note: MethodNote;
}

export interface CheckedStep {
  /** From 1. */
  readonly number: number;
  readonly startDay: number;
  readonly endDay: number;
  readonly verifiedDay: number;
  readonly deliver: readonly Delivery[];
  readonly pay: number;
  /** Indices of the parties that give in it. */
  readonly givers: readonly number[];
  /** By party, in the exchange's order, before the step: how much better it does to go on than to stop; deposits counted. */
  readonly margin: readonly number[];
  /** By party, after the step: what it has given, at its own cost, over what it has received, at its own worth; 0 or more. */
  readonly exposure: readonly number[];
}

export interface UnsafeStep {
  readonly step: number;
  readonly day: number;
  readonly party: string;
  readonly shortBy: number;
  readonly deliver: readonly Delivery[];
}

export interface Exposure {
  readonly greatest: number;
  /** The step after which it is greatest, from 1; 0 where it never is over 0. */
  readonly atStep: number;
  /** Exposure times the days it lasts, over the schedule. */
  readonly exposureDays: number;
}

/** What one party stands to lose when one thing goes wrong, each at the step where it is worst. */
export interface WhatIf {
  /** All from this step on happens a day later: so many more exposure-days. Null where that adds none. */
  readonly slippedDay: { readonly step: number; readonly exposureDays: number } | null;
  /** Phases that would then end late. */
  readonly latePhases: readonly string[];
  /** What the party received in this step turns out false when it is verified, and all stops: its exposure then. */
  readonly failedVerification: { readonly step: number; readonly foundOutDay: number; readonly exposure: number } | null;
  /** Another party withholds this step, and all stops: this party's exposure. */
  readonly withheldTranche: { readonly step: number; readonly by: string; readonly exposure: number } | null;
}
