export { adjustedWinner, type Division, type PointTable } from './adjusted-winner.ts';
export { solveDirectly } from './direct/solve-directly.ts';
export {
  type BargainConstraint,
  type BargainDomain,
  type BargainIssue,
  type BargainOption,
  type BargainPackage,
  type BargainParty,
  brokenConstraints,
  checkDomain,
  MAX_OPTIONS,
  type MissingMandate,
  type OptionOf,
  type OptionPlaces,
} from './domain.ts';
export { type Frontier, type FrontierLimits, type FrontierPoint, frontier } from './frontier.ts';
export type { AdditiveProfile, LinkedTerm, NoDeal } from './profile.ts';
export * from './robust/index.ts';
export { type ScaledBargain, scaleBargain } from './scaled-bargain.ts';
export { egalitarian } from './solutions/egalitarian.ts';
export { equalLoss } from './solutions/equal-loss.ts';
export { fallback } from './solutions/fallback.ts';
export { kalaiSmorodinsky } from './solutions/kalai-smorodinsky.ts';
export { leximin } from './solutions/leximin.ts';
export { nash } from './solutions/nash.ts';
export type { NoSolution, Solution } from './solutions/solution.ts';
export { utilitarian } from './solutions/utilitarian.ts';
