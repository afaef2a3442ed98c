export { type Acceptability, type AcceptabilityOptions, acceptability, type PackageShares, type Share } from './acceptability.ts';
export { type Contradiction, consistency } from './consistency.ts';
export { type GiveKind, gives, type IssueGive, type OptionAsStated, type PartyGives } from './gives.ts';
export type { LinearSolver } from './linear-program.ts';
export { type AnswerEffect, type Comparable, type NextQuestion, nextQuestion, type Question } from './next-question.ts';
export { type Opening, type OpeningMove, type Openings, openings } from './openings.ts';
export { type QuickRule, quickRule, rankOrderCentroid } from './rank-order-centroid.ts';
export { type ReadyOrders, readyOrders } from './ready-orders.ts';
export { compareRobustly, type PackageStanding, type PartyStanding, type Standing, type Standings, standings } from './standings.ts';
export type {
  BargainOrders,
  ComparisonSaid,
  ImportanceSaid,
  RankingSaid,
  Ratification,
  Said,
  StanceSaid,
  StatedFaction,
  StatedNoDeal,
  StatedParty,
  StatedPreferences,
  ValueSaid,
  WeightSaid,
} from './stated-preferences.ts';
export { type FactionWinset, type Winset, winset } from './winset.ts';
