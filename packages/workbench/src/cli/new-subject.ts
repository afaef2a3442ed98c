import { type Id, type Label, UserError } from '@parley/model';

interface Named {
  readonly id: Id;
  readonly names: readonly string[];
}

/** The names that a subject goes by. */
export function namesOf({ id, body }: { id: Id; body: { name: Label; aliases?: readonly string[] } }): Named {
  return { id, names: [...Object.values(body.name), ...(body.aliases ?? [])] };
}

/** Throws a UserError where another subject has the id or the name already. */
export function checkIsNew(what: string, { id, name }: { id: Id; name: string }, known: readonly Named[]): void {
  if (known.some((one) => one.id === id)) {
    throw new UserError(`there is a ${what} with the id "${id}" already`.replace('a issue', 'an issue'), {
      cure: 'choose another id',
      code: 'conflict',
    });
  }
  const same = known.find(({ names }) => names.some((one) => one.toLowerCase() === name.trim().toLowerCase()));
  if (same !== undefined) {
    throw new UserError(`there is a ${what} called "${name}" already, with the id ${same.id}`.replace('a issue', 'an issue'), {
      cure: 'choose another name',
      code: 'conflict',
    });
  }
}
