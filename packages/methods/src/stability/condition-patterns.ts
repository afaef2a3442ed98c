import { UserError } from '@parley/model';
import { parseCondition } from './condition.ts';
import type { Conflict } from './conflict.ts';
import { optionFinder } from './option-form.ts';

/** Options that must be taken and options that must be left, by their places; of all others nothing is said. */
export interface OptionPattern {
  readonly taken: readonly number[];
  readonly left: readonly number[];
}

/** The most options that one condition may name. */
const MOST_NAMED = 12;

/** The patterns of a condition on the options of a conflict, as its option form would name them. */
export function optionPatterns(conflict: Conflict, words: string, where: string): OptionPattern[] {
  return conditionPatterns(words, optionFinder(conflict.options ?? [], conflict.deciders), where);
}

/**
 * A condition in words as patterns of which one must fit: `Attack if not Release` is Attack taken, or Release taken.
 * As few patterns as its prime implicants need when each next one covers the most that is left (Quine 1952, McCluskey
 * 1956, with a greedy cover). A condition that always holds gives one pattern that says nothing, one that never
 * holds gives none.
 *
 * @param placeOf the place of an option by its name; undefined where there is none
 * @param where named in errors
 * Throws a UserError for words that make no condition, an option that nobody has, or more than 12 options.
 */
export function conditionPatterns(words: string, placeOf: (name: string) => number | undefined, where: string): OptionPattern[] {
  const named: number[] = [];
  const bitOf = (name: string): number | undefined => {
    const place = placeOf(name);
    if (place === undefined) return undefined;
    if (!named.includes(place)) named.push(place);
    return named.indexOf(place);
  };
  const holds = parseCondition(words, bitOf, where);
  if (named.length > MOST_NAMED) {
    throw new UserError(`${where}: ${named.length} options in "${words}"; the limit is ${MOST_NAMED}`, { cure: 'say it in several lines' });
  }
  const all = Array.from({ length: 2 ** named.length }, (_, taken) => taken).filter(holds);
  return cover(all, primes(all)).map(({ taken, free }) => {
    const said = named.map((place, bit) => ({ place, isFree: ((free >>> bit) & 1) === 1, isTaken: ((taken >>> bit) & 1) === 1 }));
    const those = (isTaken: boolean) => said.filter((one) => !one.isFree && one.isTaken === isTaken).map(({ place }) => place);
    return { taken: those(true), left: those(false) };
  });
}

/** A set of assignments: those with the bits of `taken` outside of `free`. */
interface Implicant {
  readonly taken: number;
  readonly free: number;
}

/** The largest such sets in which all assignments are among those given. */
function primes(all: readonly number[]): Implicant[] {
  const found: Implicant[] = [];
  let layer = new Map<string, Implicant>(all.map((taken) => [`${taken} 0`, { taken, free: 0 }]));
  while (layer.size > 0) {
    const next = new Map<string, Implicant>();
    const joined = new Set<string>();
    for (const [key, { taken, free }] of layer) {
      for (let bit = 1; bit <= 2 ** MOST_NAMED; bit *= 2) {
        const other = `${taken ^ bit} ${free}`;
        if ((free & bit) !== 0 || !layer.has(other)) continue;
        joined.add(key).add(other);
        next.set(`${taken & ~bit} ${free | bit}`, { taken: taken & ~bit, free: free | bit });
      }
    }
    for (const [key, implicant] of layer) if (!joined.has(key)) found.push(implicant);
    layer = next;
  }
  return found;
}

function cover(all: readonly number[], from: readonly Implicant[]): Implicant[] {
  const covers =
    ({ taken, free }: Implicant) =>
    (assignment: number) =>
      (assignment & ~free) === taken;
  const chosen: Implicant[] = [];
  let left = all;
  while (left.length > 0) {
    const best = from.reduce((a, b) => (left.filter(covers(b)).length > left.filter(covers(a)).length ? b : a));
    chosen.push(best);
    left = left.filter((assignment) => !covers(best)(assignment));
  }
  return chosen;
}
