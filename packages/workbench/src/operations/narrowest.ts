import { type CaseRecord, type Id, widening } from '@parley/model';

/**
 * Where a result starts: of the compartments of what it used, those that no other lies within. One of
 * them as a rule; where there are more, only who sees into all of them may see the result.
 */
export function narrowest(record: CaseRecord, used: Iterable<Id>): Id[] {
  const all = [...new Set(used)];
  const isWider = (one: Id): boolean => all.some((other) => other !== one && widening(record, other).includes(one));
  return all.filter((one) => !isWider(one)).sort();
}
