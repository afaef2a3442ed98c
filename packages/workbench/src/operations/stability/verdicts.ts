import { type Concept, type Conflict, type MethodNote, possibleStability, stabilityOf } from '@parley/methods';
import { UserError } from '@parley/model';

export type Verdict = 'stable' | 'possible' | 'unstable';

/** The most states for which unknown comparisons are looked into: each state is looked at by itself. */
const MOST_WITH_UNKNOWN = 4096;

export interface Verdicts {
  /** Whether a state is stable for a decider whatever is unknown, for some of it, or not at all. */
  readonly verdict: (concept: Concept, decider: number, state: number) => Verdict;
  readonly equilibria: (concept: Concept) => { readonly stable: Uint32Array; readonly possible: Uint32Array };
  readonly note: MethodNote;
}

/** Throws a UserError where comparisons are unknown and there are too many states. */
export function verdictsOf(model: Conflict): Verdicts {
  if (model.preferences.every(({ kind }) => kind === 'weak')) {
    const { concepts, note } = stabilityOf(model);
    const stable = (concept: Concept) => concepts[concept]?.equilibria ?? new Uint32Array();
    return {
      note,
      verdict: (concept, decider, state) => (concepts[concept]?.stableFor[decider]?.[state] === 1 ? 'stable' : 'unstable'),
      equilibria: (concept) => ({ stable: stable(concept), possible: stable(concept) }),
    };
  }
  if (model.stateCount > MOST_WITH_UNKNOWN) {
    throw new UserError(`some preferences are unknown, and there are ${model.stateCount} states; the limit is then ${MOST_WITH_UNKNOWN}`, {
      cure: 'give each decider one preference, or leave out options that nothing turns on',
      code: 'too-large',
    });
  }
  const { concepts, note } = possibleStability(model);
  return {
    note,
    verdict: (concept, decider, state) => {
      if (concepts[concept]?.necessary.stableFor[decider]?.[state] === 1) return 'stable';
      return concepts[concept]?.possible.stableFor[decider]?.[state] === 1 ? 'possible' : 'unstable';
    },
    equilibria: (concept) => ({
      stable: concepts[concept]?.necessary.equilibria ?? new Uint32Array(),
      possible: concepts[concept]?.possible.equilibria ?? new Uint32Array(),
    }),
  };
}
