import { type OptionForm, type ReadConflict, readConflict } from '@parley/methods';
import type { CaseRecord, Id } from '@parley/model';
import { conflictOfCase } from './conflict-of-case.ts';

/**
 * The option form of a conflict of a case under the names that the case gives, as other programs read it: for
 * export, and for the command. Throws a UserError where there is no such conflict.
 */
export function namedConflict(record: CaseRecord, conflictId: Id): ReadConflict {
  const found = conflictOfCase(record, conflictId);
  const { deciders } = found.conflict.body;
  const names = unlike(deciders.map((_, place) => found.deciderName(place)));
  const options = deciders.flatMap((decider) => decider.options);
  const optionNames = new Map(options.map(({ id }, place) => [id, found.optionName(place)] as const));
  const fullNames = new Map(
    options.map(({ id }, place) => [id, `${names[found.model.options?.[place]?.decider ?? 0]}.${found.optionName(place)}`] as const),
  );
  // The form of the case goes by ids, each in quotation marks.
  const named = (words: string): string =>
    words.replace(/"([^"]+)"/g, (_, id: Id) => `"${(fullNames.get(id) ?? id).replaceAll('"', '”')}"`);
  const form: OptionForm = {
    deciders: Object.fromEntries(
      Object.values(found.form.deciders).map((decider, place) => [
        names[place] as string,
        {
          ...decider,
          options: decider.options.map((option) =>
            typeof option === 'string' ? option : { ...option, name: (optionNames.get(option.name) ?? option.name).replaceAll('"', '”') },
          ),
          ...(decider.statements && { statements: decider.statements.map(named) }),
          ...(decider.readings && { readings: decider.readings.map((reading) => reading.map(named)) }),
        },
      ]),
    ),
    infeasible: (found.form.infeasible ?? []).map(named),
  };
  return readConflict(form);
}

/** Names of which none stands twice: the second of two gets a number. */
function unlike(names: readonly string[]): string[] {
  return names.map((name, place) => {
    const before = names.slice(0, place).filter((other) => other === name).length;
    return before === 0 ? name : `${name} ${before + 1}`;
  });
}
