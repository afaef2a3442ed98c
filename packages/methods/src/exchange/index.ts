export { type BarterOptions, type BarterPlan, barter } from './barter.ts';
export type { BrokenRule } from './broken-rules.ts';
export { type CheckOptions, checkSchedule } from './check.ts';
export type { CheckedStep, ExchangeCheck, Exposure, UnsafeStep, WhatIf } from './check-result.ts';
export { checkSteps } from './check-steps.ts';
export { dayText } from './days.ts';
export { type DivisiblePlan, divisible } from './divisible.ts';
export type {
  Amount,
  Batch,
  CounterItem,
  Delivery,
  Exchange,
  ExchangeGuarantor,
  ExchangeItem,
  ExchangeParty,
  ExchangePhase,
  ExchangeStep,
  Precedence,
  Verification,
} from './exchange.ts';
export { exchangeFromRows } from './exchange-rows.ts';
export type { ParetoPlan } from './pareto.ts';
export type { Band } from './payments.ts';
export { type ExchangePlan, planExchange } from './plan-exchange.ts';
export { type ExchangeFile, readExchange, readSchedule } from './read-exchange.ts';
export { type Remedy, type RemedyKind, type RemedyResult, remedy } from './remedy.ts';
export { type RobustOptions, type RobustResult, robust } from './robust.ts';
