import {
  CONCEPTS,
  type Concept,
  type ConceptStability,
  type Conflict,
  type PossibleStability,
  possibleStability,
  type Stability,
  type StateName,
  stabilityOf,
} from '@parley/methods';

/** States by concept, by their names. */
type StatesByConcept = Record<Concept, StateName[]>;

/** What `parley stability --json` prints: equilibria, and for each decider what is stable for it. */
export interface StabilityAnswer {
  readonly equilibria: StatesByConcept;
  readonly stableFor: Readonly<Record<string, StatesByConcept>>;
  /** Where comparisons are unknown: the same for some consistent order; the rest then holds for every one. */
  readonly possible?: Omit<StabilityAnswer, 'possible'> & { readonly bounds: Readonly<Record<string, readonly Concept[]>> };
}

/** What is stable in a conflict; where some comparison is unknown, what is necessarily and what possibly so. */
export type Verdict = { readonly known: Stability } | { readonly unknown: PossibleStability };

export function verdictOn(conflict: Conflict): Verdict {
  const full = conflict.preferences.every(({ kind }) => kind === 'weak');
  return full ? { known: stabilityOf(conflict) } : { unknown: possibleStability(conflict) };
}

/** What holds whatever is unknown: the stability of each concept, or what is necessarily stable. */
export function certainOf(verdict: Verdict, concept: Concept): ConceptStability {
  const found = 'known' in verdict ? verdict.known.concepts[concept] : verdict.unknown.concepts[concept]?.necessary;
  return found as ConceptStability;
}

export function stabilityAnswer(whole: Conflict, verdict: Verdict): StabilityAnswer {
  // A state stands in many of the lists; its name is made once.
  const names = Array.from({ length: whole.stateCount }, (_, state) => whole.stateName(state));
  const conflict: Conflict = { ...whole, stateName: (state) => names[state] as StateName };
  const certain = answerOf(conflict, (concept) => certainOf(verdict, concept));
  if ('known' in verdict) return certain;
  const { concepts } = verdict.unknown;
  const bounds = conflict.deciders.map((name, decider): [string, Concept[]] => [
    name,
    CONCEPTS.filter((concept) => concepts[concept]?.kinds[decider] === 'bound'),
  ]);
  return {
    ...certain,
    possible: { ...answerOf(conflict, (concept) => concepts[concept]?.possible as ConceptStability), bounds: Object.fromEntries(bounds) },
  };
}

function answerOf(conflict: Conflict, of: (concept: Concept) => ConceptStability): Omit<StabilityAnswer, 'possible'> {
  const names = (states: Iterable<number>): StateName[] => Array.from(states, (state) => conflict.stateName(state));
  const byConcept = (states: (found: ConceptStability) => Iterable<number>): StatesByConcept =>
    Object.fromEntries(CONCEPTS.map((concept) => [concept, names(states(of(concept)))])) as StatesByConcept;
  return {
    equilibria: byConcept(({ equilibria }) => equilibria),
    stableFor: Object.fromEntries(
      conflict.deciders.map((name, decider) => [name, byConcept(({ stableFor }) => stableStates(stableFor[decider] as Uint8Array))]),
    ),
  };
}

function stableStates(list: Uint8Array): number[] {
  const states: number[] = [];
  list.forEach((stable, state) => {
    if (stable === 1) states.push(state);
  });
  return states;
}
