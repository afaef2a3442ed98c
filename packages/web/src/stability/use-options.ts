import type { Conflict } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { useDeciderNames } from './use-decider-names.ts';

/** The options of a conflict in the order of the table, by name; where two have one name, with whose they are. */
export function useOptions(conflict: Conflict): { id: string; name: string }[] {
  const deciderName = useDeciderNames(conflict);
  const all = conflict.deciders.flatMap((decider) =>
    decider.options.map(({ id, name }) => ({ id, deciderId: decider.id, name: nameText(name) || id })),
  );
  return all.map(({ id, deciderId, name }) => {
    const isOnly = all.every((other) => other.id === id || other.name !== name);
    return { id, name: isOnly ? name : `${deciderName(deciderId)}: ${name}` };
  });
}
