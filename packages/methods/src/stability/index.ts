export type { Response, Temptation } from './answers.ts';
export {
  allCoalitions,
  type CoalitionMove,
  type CoalitionTemptation,
  coalitionImprovements,
  coalitionNamed,
  coalitionTemptations,
} from './coalitions.ts';
export { CONCEPTS, type Concept } from './concept.ts';
export { type OptionPattern, optionPatterns } from './condition-patterns.ts';
export {
  type Conflict,
  type ConflictOption,
  deciderNamed,
  type Moves,
  type StateName,
  stateNamed,
} from './conflict.ts';
export { type Fallback, fallbackBargaining } from './fallback-bargaining.ts';
export { guarantee } from './guarantee/guarantee.ts';
export {
  GUARANTEE_KINDS,
  type Guarantee,
  type GuaranteeChange,
  type GuaranteeCosts,
  type GuaranteeKind,
  type GuaranteeResult,
} from './guarantee/guarantee-result.ts';
export { guaranteeText } from './guarantee/guarantee-text.ts';
export { type MoveEdge, movesAround } from './moves-around.ts';
export { type NarratedTemptation, type Narration, narrate, narrationText, plainLabels, type StabilityLabels } from './narrate.ts';
export { conflictFromOptions, type OptionForm, type OptionFormDecider } from './option-form.ts';
export { optionFormOfSheet, optionSheet } from './option-sheet.ts';
export { optionTable } from './option-table.ts';
export { type ConceptPossibilities, type PossibleStability, possibleStability } from './possible-stability.ts';
export { mayPrefer, type PartialOrder, type Preference, prefers, type WeakOrder } from './preference.ts';
export { type ReadConflict, readConflict } from './read-conflict.ts';
export { type Sensitivity, type StabilityRun, sensitivity } from './sensitivity.ts';
export { type ConceptStability, type Stability, stabilityOf } from './stability-of.ts';
export { conflictFromStates, type StatedPreference, type StateForm, type StateFormDecider } from './state-form.ts';
