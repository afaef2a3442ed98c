import { bestMove, SANCTIONS } from '../concept.ts';
import { type Moves, weakOrderOf } from '../conflict.ts';
import type { GuaranteeChange, GuaranteeFound, GuaranteeSearch } from './guarantee-result.ts';
import { openMoves } from './held-at.ts';

/**
 * A guarantor's sanction on each move that nothing stops: it can answer the move by going on to a state that is no
 * better for the mover than the one it left; under smr and sseq to one that the mover has no good way out of. Under nash
 * nobody is taken to answer, so there is none. That the guarantor will do it (under seq and sseq, that it prefers to)
 * is for the guarantor to show.
 */
export function sanctions({ conflict, state, concept }: GuaranteeSearch): GuaranteeFound {
  if (concept === 'nash') return { answers: [], complete: true, steps: 0 };
  const changes = openMoves(conflict, state, concept).map(({ decider, to }): GuaranteeChange => {
    const { ranks } = weakOrderOf(conflict, decider);
    const worth = SANCTIONS[concept].escaping ? bestMove(conflict.moves[decider] as Moves, ranks).best : ranks;
    const ends = Array.from(ranks.keys()).filter((end) => (worth[end] as number) <= (ranks[state] as number));
    ends.sort((a, b) => (ranks[b] as number) - (ranks[a] as number) || a - b);
    return { kind: 'sanction', decider, from: to, ends };
  });
  const all = changes.every((change) => change.kind === 'sanction' && change.ends.length > 0);
  return { answers: all && changes.length > 0 ? [changes] : [], complete: true, steps: changes.length };
}
