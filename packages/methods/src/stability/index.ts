export type { Response, Temptation } from './answers.ts';
export { CONCEPTS, type Concept } from './concept.ts';
export {
  type Conflict,
  type ConflictOption,
  deciderNamed,
  type Moves,
  type StateName,
  stateNamed,
} from './conflict.ts';
export { type MoveEdge, movesAround } from './moves-around.ts';
export { type NarratedTemptation, type Narration, narrate, narrationText, plainLabels, type StabilityLabels } from './narrate.ts';
export { conflictFromOptions, type OptionForm, type OptionFormDecider } from './option-form.ts';
export { type ConceptPossibilities, type PossibleStability, possibleStability } from './possible-stability.ts';
export { mayPrefer, type PartialOrder, type Preference, prefers, type WeakOrder } from './preference.ts';
export { type ConceptStability, type Stability, stabilityOf } from './stability-of.ts';
export { conflictFromStates, type StatedPreference, type StateForm, type StateFormDecider } from './state-form.ts';
