import { type Comparisons, knownComparisons, temptationFinder } from '../answers.ts';
import { type Concept, SANCTIONS } from '../concept.ts';
import { type Conflict, type Moves, moveBuffer, weakOrderOf } from '../conflict.ts';
import type { WeakOrder } from '../preference.ts';
import type { GuaranteeFound, GuaranteeSearch } from './guarantee-result.ts';
import { heldAt } from './held-at.ts';

/** How many sets of promotions are judged before the search under seq and sseq is cut off. */
const MOST_JUDGED = 20_000;

/**
 * The smallest promotions of the state in the deciders' orders. A promotion by `places` puts it above everything up to
 * that many levels better than it, and below what is better than these.
 */
export function promotions({ conflict, state, concept, limits }: GuaranteeSearch): GuaranteeFound {
  const alone = (decider: number, judged: Concept, comparisons?: Comparisons): number =>
    leastAlone(conflict, decider, state, judged, comparisons);
  const places = conflict.deciders.map((_, decider) => decider);
  if (concept === 'nash' || !SANCTIONS[concept].improving) {
    return { answers: [changesOf(places.map((decider) => alone(decider, concept)))], complete: true, steps: places.length };
  }
  // The others never have more improvements than their own ones and all moves into the raised state.
  const known = knownComparisons(conflict);
  const helpful: Comparisons = { ...known, improves: (mover, from, to) => to === state || known.improves(mover, from, to) };
  const least = places.map((decider) => alone(decider, concept, helpful));
  // More than makes every own move a loss can only help by making a move into the state an improvement, to answer another.
  const most = places.map((decider) => Math.max(alone(decider, 'nash'), placesToCome(conflict, decider, state)));
  const found: (readonly number[])[] = [];
  let layer = [least];
  let judged = 0;
  while (layer.length > 0) {
    const next = new Map<string, number[]>();
    for (const raised of layer) {
      if (found.some((answer) => answer.every((count, decider) => count <= (raised[decider] as number)))) continue;
      if (judged >= MOST_JUDGED || limits.shouldStop?.()) return { answers: found.map(changesOf), complete: false, steps: judged };
      judged += 1;
      if (heldAt(withRaised(conflict, state, raised), state, concept)) {
        found.push(raised);
        continue;
      }
      raised.forEach((count, decider) => {
        if (count >= (most[decider] as number)) return;
        const further = raised.with(decider, count + 1);
        next.set(further.join(), further);
      });
    }
    layer = [...next.values()];
  }
  return { answers: found.map(changesOf), complete: true, steps: judged };
}

/** The fewest places for which the state is stable for the decider, the others being as they are: it only gets easier. */
function leastAlone(conflict: Conflict, decider: number, state: number, concept: Concept, comparisons?: Comparisons): number {
  const { levels, ranks } = weakOrderOf(conflict, decider);
  const stable = (places: number): boolean => {
    const raised = withRaised(
      conflict,
      state,
      conflict.deciders.map((_, place) => (place === decider ? places : 0)),
    );
    const better = knownComparisons(raised).better;
    const judged = comparisons === undefined ? knownComparisons(raised) : { ...comparisons, better };
    return temptationFinder(raised, decider, concept, judged)(state).every(({ answer }) => answer !== null);
  };
  let [low, high] = [0, levels - 1 - (ranks[state] as number)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stable(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The places by which the state must rise so that every move of the decider into it is an improvement, from tied states too. */
function placesToCome(conflict: Conflict, decider: number, state: number): number {
  const { ranks, levels } = weakOrderOf(conflict, decider);
  const own = ranks[state] as number;
  const buffer = moveBuffer(conflict);
  const from = buffer.subarray(0, (conflict.moves[decider] as Moves).to(state, buffer));
  const needed = from.reduce((most, start) => Math.max(most, (ranks[start] as number) - own + (ranks[start] === own ? 1 : 0)), 0);
  return Math.min(needed, levels - 1 - own);
}

function changesOf(raised: readonly number[]) {
  return raised.flatMap((places, decider) => (places === 0 ? [] : [{ kind: 'promotion' as const, decider, places }]));
}

function withRaised(conflict: Conflict, state: number, raised: readonly number[]): Conflict {
  return { ...conflict, preferences: raised.map((places, decider) => raisedOrder(weakOrderOf(conflict, decider), state, places)) };
}

function raisedOrder(order: WeakOrder, state: number, places: number): WeakOrder {
  if (places === 0) return order;
  const ranks = order.ranks.map((rank) => 2 * rank);
  ranks[state] = (ranks[state] as number) + 2 * places + 1;
  return { kind: 'weak', ranks, levels: 2 * order.levels };
}
