import { answerFinder } from '../answers.ts';
import { type Concept, SANCTIONS } from '../concept.ts';
import { type Conflict, type Moves, moveBuffer, others, weakOrderOf } from '../conflict.ts';
import type { GuaranteeSearch } from './guarantee-result.ts';
import type { OpenMove } from './held-at.ts';

/** How many sets of moves are judged before the search is cut off. */
const MOST_JUDGED = 20_000;

/**
 * The smallest sets of moves that hold the state once they are stopped (locked, or made a loss).
 *
 * Stopping the moves that nothing else stops is always enough; where that takes away another's answer, its moves come
 * in too, and so on. Under smr and sseq stopping a way out of the end of an answer may do as well, so all sets of as many moves
 * at most are looked at. Under the other concepts no other move can help.
 *
 * @param openOnce the moves that nothing stops once those given are stopped
 */
export function minimalSets(
  { conflict, state, concept, limits }: GuaranteeSearch,
  openOnce: (stopped: readonly OpenMove[]) => OpenMove[],
): { readonly sets: OpenMove[][]; readonly complete: boolean; readonly steps: number } {
  const enough: OpenMove[] = [];
  let steps = 1;
  for (let open = openOnce(enough); open.length > 0; open = openOnce(enough)) {
    enough.push(...open);
    steps += 1;
  }
  if (concept === 'nash' || !SANCTIONS[concept].escaping) return { sets: [enough], complete: true, steps };
  const deciders = [...new Set(enough.map(({ decider }) => decider))];
  const candidates = [...enough, ...deciders.flatMap((decider) => escapes(conflict, decider, state, concept))];
  const sets: OpenMove[][] = [];
  let layer: number[][] = [[]];
  for (let size = 1; size <= enough.length; size += 1) {
    const next: number[][] = [];
    for (const chosen of layer) {
      for (let at = (chosen.at(-1) ?? -1) + 1; at < candidates.length; at += 1) {
        if (steps >= MOST_JUDGED || limits.shouldStop?.()) return { sets: sets.length > 0 ? sets : [enough], complete: false, steps };
        const more = [...chosen, at];
        const moves = more.map((place) => candidates[place] as OpenMove);
        if (sets.some((found) => found.every((move) => moves.includes(move)))) continue;
        steps += 1;
        if (openOnce(moves).length === 0) sets.push(moves);
        else next.push(more);
      }
    }
    layer = next;
  }
  return { sets, complete: true, steps };
}

/** The decider's ways to something better out of states where an answer to one of its moves could end. */
function escapes(conflict: Conflict, decider: number, state: number, concept: Concept): OpenMove[] {
  const { ranks } = weakOrderOf(conflict, decider);
  const better = (to: number): boolean => (ranks[to] as number) > (ranks[state] as number);
  const moves = conflict.moves[decider] as Moves;
  const buffer = moveBuffer(conflict);
  const improving = concept === 'sseq';
  const improves = (mover: number, from: number, to: number): boolean => {
    const order = weakOrderOf(conflict, mover).ranks;
    return (order[to] as number) > (order[from] as number);
  };
  const find = answerFinder(conflict, others(conflict, decider), improving ? improves : undefined);
  const ends = new Set<number>();
  for (const to of Array.from(buffer.subarray(0, moves.from(state, buffer))).filter(better)) {
    find(to, (end) => {
      if (!better(end)) ends.add(end);
      return false;
    });
  }
  ends.delete(state);
  return [...ends].flatMap((from) =>
    Array.from(buffer.subarray(0, moves.from(from, buffer)))
      .filter(better)
      .map((to) => ({ decider, from, to })),
  );
}
