import type { Limits, MethodNote } from '../method-note.ts';
import { cautiousComparisons, hopefulComparisons, temptationFinder } from './answers.ts';
import { CONCEPTS, type Concept, SANCTIONS } from './concept.ts';
import { type Conflict, others } from './conflict.ts';
import { type ConceptStability, inAll } from './stability-of.ts';

/** What holds for every order that agrees with all that is known, and what holds for some. */
export interface PossibleStability {
  readonly note: MethodNote;
  readonly concepts: Partial<Record<Concept, ConceptPossibilities>>;
}

export interface ConceptPossibilities {
  /** Stable for every consistent order. */
  readonly necessary: ConceptStability;
  /** Stable for some consistent order. */
  readonly possible: ConceptStability;
  /**
   * For each decider: `exact`, or `bound` where the others' unknown improvements matter. Then what is called necessary
   * certainly is, and what is not called possible certainly is not; in between it is not known.
   */
  readonly kinds: readonly ('exact' | 'bound')[];
}

/**
 * Necessary and possible stability where comparisons are unknown.
 *
 * For nash, gmr and smr it is exact: whether a state is stable for a decider turns only on which states that decider
 * prefers to it, and the more there are the less stable it is. So each unknown comparison with the state counts as
 * preferred for what is necessary, and as not preferred for what is possible, and some order has it just so. For seq
 * and sseq the others' unknown improvements are taken as absent and as present too, which bounds the answer from both
 * sides; it is exact where the others' orders are full.
 *
 * Each state is looked at by itself, so this is for thousands of states, not millions.
 */
export function possibleStability(
  conflict: Conflict,
  { concepts = CONCEPTS, shouldStop }: { readonly concepts?: readonly Concept[] } & Limits = {},
): PossibleStability {
  const found: Partial<Record<Concept, ConceptPossibilities>> = {};
  const comparisons = { necessary: cautiousComparisons(conflict), possible: hopefulComparisons(conflict) };
  let steps = 0;
  const stableFor = (concept: Concept, decider: number, which: 'necessary' | 'possible'): Uint8Array | null => {
    const temptationsAt = temptationFinder(conflict, decider, concept, comparisons[which]);
    const stable = new Uint8Array(conflict.stateCount);
    for (let state = 0; state < conflict.stateCount; state += 1) {
      if (shouldStop?.()) return null;
      steps += 1;
      stable[state] = temptationsAt(state).every(({ answer }) => answer !== null) ? 1 : 0;
    }
    return stable;
  };
  const inBoth = (concept: Concept, which: 'necessary' | 'possible'): ConceptStability | null => {
    const all: Uint8Array[] = [];
    for (let decider = 0; decider < conflict.deciders.length; decider += 1) {
      const stable = stableFor(concept, decider, which);
      if (stable === null) return null;
      all.push(stable);
    }
    return { stableFor: all, equilibria: inAll(all, conflict.stateCount) };
  };
  let complete = true;
  for (const concept of CONCEPTS.filter((one) => concepts.includes(one))) {
    const necessary = complete ? inBoth(concept, 'necessary') : null;
    const possible = necessary === null ? null : inBoth(concept, 'possible');
    if (necessary === null || possible === null) complete = false;
    else found[concept] = { necessary, possible, kinds: conflict.deciders.map((_, decider) => kindFor(conflict, decider, concept)) };
  }
  return { note: note(conflict, found, complete, steps), concepts: found };
}

function kindFor(conflict: Conflict, decider: number, concept: Concept): 'exact' | 'bound' {
  if (concept === 'nash' || !SANCTIONS[concept].improving) return 'exact';
  return others(conflict, decider).every((other) => conflict.preferences[other]?.kind === 'weak') ? 'exact' : 'bound';
}

function note(conflict: Conflict, found: PossibleStability['concepts'], complete: boolean, steps: number): MethodNote {
  const bound = Object.values(found).some(({ kinds }) => kinds.includes('bound'));
  return {
    method: 'possible-stability',
    definition:
      'What is stable for every order that agrees with all that is known (necessary), and what is stable for some such order (possible).',
    source: 'the concepts: Fang, Hipel, Kilgour 1993; unknown comparisons: Li, Hipel, Kilgour, Xu 2004, read here as all consistent orders',
    parameters: { concepts: Object.keys(found).join(' '), states: conflict.stateCount, deciders: conflict.deciders.length },
    kind: bound ? 'bound' : 'exact',
    complete,
    steps,
  };
}
