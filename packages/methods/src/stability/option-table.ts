import { UserError } from '@parley/model';
import type { Conflict } from './conflict.ts';

/**
 * The option form as the field draws it: a row for each option, with its decider and a Y or N for each state; then a
 * row for each decider whose order is full, with the place of each state in it, 1 the best, tied ones the same.
 * Throws a UserError where the conflict has no options.
 *
 * @param states the states to show, in order; default all
 */
export function optionTable(
  conflict: Conflict,
  states: readonly number[] = Array.from({ length: conflict.stateCount }, (_, state) => state),
): string[][] {
  const { options, takes, deciders, preferences } = conflict;
  if (options === undefined || takes === undefined) {
    throw new UserError('the states of this conflict are not made of options', { cure: 'give the conflict as deciders with options' });
  }
  const head = ['decider', 'option', ...states.map((state) => String(conflict.stateName(state)))];
  const rows = options.map(({ name, decider }, option) => [
    deciders[decider] as string,
    name,
    ...states.map((state) => (takes(state, option) ? 'Y' : 'N')),
  ]);
  const places = preferences.flatMap((preference, decider) =>
    preference.kind === 'partial'
      ? []
      : [
          [
            deciders[decider] as string,
            'preference',
            ...states.map((state) => String(preference.levels - (preference.ranks[state] as number))),
          ],
        ],
  );
  return [head, ...rows, ...places];
}
