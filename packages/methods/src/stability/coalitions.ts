import { UserError } from '@parley/model';
import { answerFinder, knownComparisons, type Response } from './answers.ts';
import { type Concept, SANCTIONS } from './concept.ts';
import { type Conflict, deciderNamed, others } from './conflict.ts';

/** A joint way of several deciders to a state that each of them prefers. */
export interface CoalitionMove {
  /** Their places, ascending. */
  readonly coalition: readonly number[];
  readonly from: number;
  readonly to: number;
  /** The shortest way there, move by move. */
  readonly way: readonly Response[];
}

/** How a joint move can be answered by those outside it; null where nothing stops it. */
export interface CoalitionTemptation extends CoalitionMove {
  readonly answer: readonly Response[] | null;
}

/** The most deciders whose coalitions are all looked at. */
const MAX_DECIDERS = 12;

/**
 * The coalition improvements from a state: states that a coalition can reach by its members' moves (any number of
 * them, no member twice in a row) and that every member prefers. Single deciders are left out unless asked for.
 *
 * Source: Kilgour, Hipel, Fang, Peng (2001), "Coalition analysis in group decision support", Group Decision and
 * Negotiation 10.
 *
 * @param coalitions lists of deciders' places; default: all of two or more
 */
export function coalitionImprovements(
  conflict: Conflict,
  state: number,
  coalitions: readonly (readonly number[])[] = allCoalitions(conflict),
): CoalitionMove[] {
  return coalitions.flatMap((coalition) => improvementsOf(conflict, coalition)(state));
}

/**
 * What may be answered to each improvement of a coalition at a state, under one concept. The others answer as they do
 * to a single decider, each by its own moves (or, under seq and sseq, its own improvements); the move is stopped where
 * some member ends no better than at the state and, under smr and sseq, the coalition has no joint way from there to
 * something that every member prefers to the state. The state is stable for the coalition where every improvement has
 * an answer.
 *
 * Source: Inohara, Hipel (2008), "Coalition analysis in the graph model for conflict resolution", Systems Engineering
 * 11. There the others improve as coalitions too; here they improve one by one.
 */
export function coalitionTemptations(
  conflict: Conflict,
  state: number,
  coalition: readonly number[],
  concept: Concept,
): CoalitionTemptation[] {
  const { better, improves } = knownComparisons(conflict);
  const moves = improvementsOf(conflict, coalition)(state);
  if (concept === 'nash' || moves.length === 0) return moves.map((move) => ({ ...move, answer: null }));
  const rule = SANCTIONS[concept];
  const find = answerFinder(conflict, others(conflict, ...coalition), rule.improving ? improves : undefined);
  const together = answerFinder(conflict, coalition);
  const allPrefer = (end: number): boolean => coalition.every((member) => better(member, end, state));
  const stops = (end: number): boolean => !allPrefer(end) && !(rule.escaping && together(end, allPrefer) !== null);
  return moves.map((move) => ({ ...move, answer: find(move.to, stops) }));
}

/** The coalition of the deciders named. Throws a UserError for a name that is not there or stands twice, or for none. */
export function coalitionNamed(conflict: Conflict, names: readonly string[]): number[] {
  const places = [...new Set(names.map((name) => deciderNamed(conflict, name)))].sort((a, b) => a - b);
  if (places.length === names.length && places.length > 0) return places;
  throw new UserError(`"${names.join(', ')}" is no coalition`, { cure: 'name one or more deciders, each once' });
}

/** All coalitions of two or more deciders, small ones first. Throws a UserError for more than 12 deciders. */
export function allCoalitions({ deciders }: Conflict): number[][] {
  if (deciders.length > MAX_DECIDERS) {
    throw new UserError(`${deciders.length} deciders make too many coalitions to look at all`, {
      cure: 'name the coalitions to look at',
      code: 'too-large',
    });
  }
  const found = Array.from({ length: 2 ** deciders.length }, (_, set) =>
    deciders.flatMap((_name, place) => ((set >>> place) & 1 ? [place] : [])),
  );
  return found.filter((coalition) => coalition.length > 1).sort((a, b) => a.length - b.length);
}

function improvementsOf(conflict: Conflict, coalition: readonly number[]): (state: number) => CoalitionMove[] {
  const { better } = knownComparisons(conflict);
  const find = answerFinder(conflict, coalition);
  return (state) => {
    const reached = new Set<number>();
    find(state, (to) => {
      if (to !== state && coalition.every((member) => better(member, to, state))) reached.add(to);
      return false;
    });
    return [...reached].sort((a, b) => a - b).map((to) => ({ coalition, from: state, to, way: find(state, (end) => end === to) ?? [] }));
  };
}
