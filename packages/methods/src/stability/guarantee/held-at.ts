import { type Comparisons, knownComparisons, temptationFinder } from '../answers.ts';
import type { Concept } from '../concept.ts';
import { type Conflict, weakOrderOf } from '../conflict.ts';

/** A move of a decider that nothing stops. */
export interface OpenMove {
  readonly decider: number;
  readonly from: number;
  readonly to: number;
}

/** The moves out of a state to something better that nothing stops, of all deciders. */
export function openMoves(
  conflict: Conflict,
  state: number,
  concept: Concept,
  comparisons: Comparisons = knownComparisons(conflict),
): OpenMove[] {
  return conflict.deciders.flatMap((_, decider) =>
    temptationFinder(
      conflict,
      decider,
      concept,
      comparisons,
    )(state).flatMap(({ to, answer }) => (answer === null ? [{ decider, from: state, to }] : [])),
  );
}

/** Whether the state is stable for all deciders. Full orders only; throws a UserError ('partial-order') otherwise. */
export function heldAt(conflict: Conflict, state: number, concept: Concept, comparisons?: Comparisons): boolean {
  conflict.deciders.forEach((_, decider) => void weakOrderOf(conflict, decider));
  return openMoves(conflict, state, concept, comparisons).length === 0;
}
