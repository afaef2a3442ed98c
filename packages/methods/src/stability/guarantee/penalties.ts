import { knownComparisons } from '../answers.ts';
import { weakOrderOf } from '../conflict.ts';
import type { GuaranteeFound, GuaranteeSearch } from './guarantee-result.ts';
import { openMoves } from './held-at.ts';
import { minimalSets } from './minimal-sets.ts';

/** The smallest sets of penalties on moves: each makes a move no gain for its mover, wherever it is thought of. */
export function penalties(search: GuaranteeSearch): GuaranteeFound {
  const { conflict, state, concept } = search;
  const known = knownComparisons(conflict);
  const { sets, complete, steps } = minimalSets(search, (stopped) =>
    openMoves(conflict, state, concept, {
      ...known,
      penalised: (decider, from, to) => stopped.some((move) => move.decider === decider && move.from === from && move.to === to),
    }),
  );
  const places = (decider: number, to: number): number => {
    const { ranks } = weakOrderOf(conflict, decider);
    return (ranks[to] as number) - (ranks[state] as number);
  };
  return {
    answers: sets.map((set) => set.map((move) => ({ kind: 'penalty', ...move, places: places(move.decider, move.to) }))),
    complete,
    steps,
  };
}
