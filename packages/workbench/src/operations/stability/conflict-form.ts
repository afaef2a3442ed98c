import type { OptionForm } from '@parley/methods';
import { type Body, type CaseRecord, type Id, UserError, type Version } from '@parley/model';

type Condition = Body<'conflict'>['infeasible'][number];

/** A conflict of the case as the methods take it, and what went into it. */
export interface ConflictForm {
  /** Deciders and options go by their ids. */
  readonly form: OptionForm;
  readonly conflict: Version<'conflict'>;
  /** The readings of each decider's preference, in the order in which they were recorded. */
  readonly readings: ReadonlyMap<Id, readonly Version<'preference'>[]>;
}

/**
 * The option form of a conflict as the record has it. A decider with no preference has every comparison
 * unknown: silence is not indifference.
 *
 * @param reading of each decider the one reading to take, instead of all that there are
 * Throws a UserError where there is no such conflict, or it has no options yet.
 */
export function conflictForm(record: CaseRecord, conflictId: Id, reading: ReadonlyMap<Id, Id> = new Map()): ConflictForm {
  const recorded = record.of('conflict').get(conflictId);
  if (recorded === undefined)
    throw new UserError(`there is no conflict "${conflictId}"`, { cure: 'name one of this case', code: 'unknown' });
  const deciders = inFieldOrder(recorded.body.deciders);
  const conflict = { ...recorded, body: { ...recorded.body, deciders } };
  const { infeasible } = conflict.body;
  if (deciders.every(({ options }) => options.length === 0)) {
    throw new UserError('no decider has an option yet', { cure: 'say who decides, and what each may do or leave', code: 'unfinished' });
  }
  const readings = new Map(deciders.map(({ id }) => [id, readingsOf(record, conflictId, id, reading.get(id))]));
  const form: OptionForm = {
    deciders: Object.fromEntries(
      deciders.map(({ id, options, transitive }) => [
        id,
        {
          options: options.map((option) => ({ name: option.id, ...(option.oneWay && { oneWay: option.oneWay }) })),
          ...(transitive !== undefined && { transitive }),
          ...preferenceIn(readings.get(id) ?? []),
        },
      ]),
    ),
    infeasible: infeasible.map(inWords),
  };
  return { form, conflict, readings };
}

/**
 * Deciders in the order that they have as fields of an object, in which ids that are whole numbers come first and by
 * size: places of deciders and options are the same in the case and in the methods.
 */
function inFieldOrder<T extends { readonly id: Id }>(deciders: readonly T[]): T[] {
  return Object.values(Object.fromEntries(deciders.map((decider) => [decider.id, decider])));
}

function readingsOf(record: CaseRecord, conflictId: Id, deciderId: Id, only: Id | undefined): Version<'preference'>[] {
  const all = [...record.of('preference').values()].filter(({ body }) => body.conflictId === conflictId && body.deciderId === deciderId);
  if (only === undefined) return all;
  const taken = all.filter(({ id }) => id === only);
  if (taken.length > 0) return taken;
  throw new UserError(`decider "${deciderId}" has no preference "${only}"`, { cure: 'name one of its readings', code: 'unknown' });
}

function preferenceIn(readings: readonly Version<'preference'>[]): Partial<OptionForm['deciders'][string]> {
  const lists = readings.map(({ body }) => body.statements.map(({ holds }) => inWords(holds)));
  if (lists.length === 0) return { better: [] };
  return lists.length === 1 ? { statements: lists[0] as string[] } : { readings: lists };
}

/** A condition as the methods read it: ids in quotation marks, since one may be called `not`. */
function inWords({ anyOf }: Condition): string {
  return anyOf
    .map(({ taken, left }) => `(${[...taken.map((id) => `"${id}"`), ...left.map((id) => `not "${id}"`)].join(' and ')})`)
    .join(' or ');
}
