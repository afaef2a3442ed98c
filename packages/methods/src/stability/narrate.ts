import { cautiousComparisons, knownComparisons, type Response, type Temptation, temptationFinder } from './answers.ts';
import type { Concept } from './concept.ts';
import type { Conflict } from './conflict.ts';

/** Why a state holds for a decider, or by which move it would not. */
export interface Narration {
  readonly decider: number;
  readonly state: number;
  readonly concept: Concept;
  readonly stable: boolean;
  /** The decider's moves to something it prefers; none where the state is stable without anybody answering. */
  readonly temptations: readonly NarratedTemptation[];
}

export interface NarratedTemptation extends Temptation {
  /** Where the answer ends, and how that compares with the state for the decider; null where nothing stops the move. */
  readonly end: { readonly state: number; readonly is: 'worse' | 'equal' } | null;
  /** Whether the move is known to lead to something better; where comparisons are unknown it may only be possible. */
  readonly gain: 'better' | 'unknown';
}

/**
 * The tempting moves of a decider at a state, what answers each of them, where that ends and why it is no gain.
 *
 * Where comparisons are unknown it is told with caution: a move that may be a gain tempts, and only what is known to
 * be an improvement answers under seq and sseq. So what is told to hold does so for every consistent order.
 */
export function narrate(conflict: Conflict, { state, decider, concept }: Pick<Narration, 'state' | 'decider' | 'concept'>): Narration {
  const { better } = knownComparisons(conflict);
  const temptations = temptationFinder(
    conflict,
    decider,
    concept,
    cautiousComparisons(conflict),
  )(state).map((temptation): NarratedTemptation => {
    const last = temptation.answer?.at(-1)?.to;
    const end = last === undefined ? null : { state: last, is: better(decider, state, last) ? ('worse' as const) : ('equal' as const) };
    return { ...temptation, end, gain: better(decider, temptation.to, state) ? 'better' : 'unknown' };
  });
  return { decider, state, concept, stable: temptations.every(({ answer }) => answer !== null), temptations };
}

/** How deciders, states and moves are called in sentences. */
export interface StabilityLabels {
  decider(decider: number): string;
  state(state: number): string;
  /** What the mover does, as in "Iraq …": `moves to 4`, `takes Attack`. */
  move(move: Response): string;
}

/** Deciders and states by their names; moves by the options that change, where there are options. */
export function plainLabels(conflict: Conflict): StabilityLabels {
  const { options, takes } = conflict;
  const state = (place: number): string => String(conflict.stateName(place));
  return {
    decider: (decider) => conflict.deciders[decider] as string,
    state,
    move({ from, to }) {
      if (options === undefined || takes === undefined) return `moves to ${state(to)}`;
      const changed = options.flatMap(({ name }, place) =>
        takes(from, place) === takes(to, place) ? [] : [{ name, taken: takes(to, place) }],
      );
      const parts = [true, false].flatMap((taken) => {
        const names = changed.filter((one) => one.taken === taken).map(({ name }) => `“${name}”`);
        return names.length === 0 ? [] : [`${taken ? 'takes' : 'drops'} ${listed(names)}`];
      });
      return `${listed(parts)} (${state(to)})`;
    },
  };
}

/** The narration in English sentences, one a list entry. */
export function narrationText(narration: Narration, labels: StabilityLabels): string[] {
  const { decider, state, concept, temptations } = narration;
  const name = labels.decider(decider);
  if (temptations.length === 0) return [`${name} has no move from ${labels.state(state)} to anything it prefers.`];
  return temptations.map(({ to, answer, end, gain }) => {
    const gains = gain === 'better' ? `${name} would gain` : `It is not known whether ${name} would gain`;
    const tempting = `${gains} if it ${labels.move({ decider, from: state, to })}.`;
    if (answer === null || end === null) return `${tempting} ${UNSTOPPED[concept]}`;
    const chain = answer.map(
      (response, place) => `${place === 0 ? 'Then ' : ''}${labels.decider(response.decider)} ${labels.move(response)}`,
    );
    const compared = { worse: 'worse than', equal: 'no better than' }[end.is];
    const after = concept === 'smr' || concept === 'sseq' ? `, and no move of its own leads ${name} out of it to anything better` : '';
    return `${tempting} ${listed(chain)}. For ${name} that is ${compared} ${labels.state(state)}${after}.`;
  });
}

/** What nothing means under each concept. */
const UNSTOPPED: Readonly<Record<Concept, string>> = {
  nash: 'Nobody is taken to answer.',
  gmr: 'Nothing the others can do stops it.',
  smr: 'Nothing the others can do stops it for good.',
  seq: 'No answer that serves the others stops it.',
  sseq: 'No answer that serves the others stops it for good.',
};

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}
