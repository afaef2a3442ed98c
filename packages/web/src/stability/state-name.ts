import type { Conflict } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';

/** The team's own name for a state; null where it has none. */
export function nameOfState({ deciders, states }: Conflict, state: string): string | null {
  const options = deciders.flatMap((decider) => decider.options);
  const named = states.find(({ taken }) => options.every(({ id }, place) => taken.includes(id) === (state[place] === 'Y')));
  return named === undefined ? null : nameText(named.name);
}
