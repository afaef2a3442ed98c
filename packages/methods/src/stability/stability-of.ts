import type { Limits, MethodNote } from '../method-note.ts';
import { CONCEPTS, type Concept, type Stable } from './concept.ts';
import type { Conflict } from './conflict.ts';
import { gmr } from './gmr.ts';
import { nash } from './nash.ts';
import { seq } from './seq.ts';
import { smr } from './smr.ts';
import { sseq } from './sseq.ts';

/** Which states are stable for whom under each concept. */
export interface Stability {
  readonly note: MethodNote;
  /** What was computed; a concept is missing only where `shouldStop` cut the work off. */
  readonly concepts: Partial<Record<Concept, ConceptStability>>;
}

export interface ConceptStability {
  /** For each decider by place, for each state: 1 where it is stable for the decider. */
  readonly stableFor: readonly Uint8Array[];
  /** The states that are stable for every decider, in order. */
  readonly equilibria: Uint32Array;
}

/**
 * Stability of every state for every decider, under the concepts asked for (default: all five).
 *
 * All preferences must be full orders; ties are allowed. The whole costs about as much as reading every move once
 * for each decider, concept and opponent; nothing grows with the length of the answers. Throws a UserError
 * ('partial-order') where comparisons are unknown: `possibleStability` is for these.
 */
export function stabilityOf(
  conflict: Conflict,
  { concepts = CONCEPTS, ...limits }: { readonly concepts?: readonly Concept[] } & Limits = {},
): Stability {
  const found: Partial<Record<Concept, ConceptStability>> = {};
  let steps = 0;
  let complete = true;
  for (const concept of CONCEPTS.filter((one) => concepts.includes(one))) {
    const stableFor: Uint8Array[] = [];
    for (let decider = 0; decider < conflict.deciders.length; decider += 1) {
      const result = complete ? METHODS[concept](conflict, decider, limits) : null;
      if (result === null) {
        complete = false;
        break;
      }
      stableFor.push(result.stable);
      steps += result.steps;
    }
    if (complete) found[concept] = { stableFor, equilibria: inAll(stableFor, conflict.stateCount) };
  }
  return { note: note(conflict, concepts, complete, steps), concepts: found };
}

const METHODS: Readonly<Record<Concept, (conflict: Conflict, decider: number, limits: Limits) => Stable>> = { nash, gmr, smr, seq, sseq };

/** The states at which every list has a 1. */
export function inAll(lists: readonly Uint8Array[], stateCount: number): Uint32Array {
  const states = new Uint32Array(stateCount);
  let count = 0;
  for (let state = 0; state < stateCount; state += 1) {
    if (lists.every((list) => list[state] === 1)) states[count++] = state;
  }
  return states.slice(0, count);
}

function note(conflict: Conflict, concepts: readonly Concept[], complete: boolean, steps: number): MethodNote {
  return {
    method: 'stability',
    definition:
      'A state is stable for a decider where each of its moves to something it prefers can be answered; an equilibrium is stable for all. ' +
      'In an answer a decider may move more than once, never twice in a row; its improvements are judged from the state where each is made.',
    source: 'Fang, Hipel, Kilgour 1993, Interactive Decision Making; for sseq Rêgo, Vieira 2017',
    parameters: { concepts: concepts.join(' '), states: conflict.stateCount, deciders: conflict.deciders.length },
    kind: 'exact',
    complete,
    steps,
  };
}
