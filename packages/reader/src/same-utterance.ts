import { likelyPairs } from './likely-pairs.ts';
import type { Witness } from './witness.ts';

/** Statements of different sources that look like witnesses of one utterance. */
export interface SameUtterance {
  /** Ids, in ascending order; no two of one source. */
  readonly statements: string[];
  /** The least overlap of content, from .6 to 1, by which a witness came in. */
  readonly overlap: number;
}

/**
 * Groups of statements in different sources that look like one utterance, as wire copy and
 * paraphrase leave it: one speaker, days that fit, and most content words of the shorter in the
 * longer (overlap coefficient, M. K. Vijaymeena and K. Kavitha, "A survey on similarity measures in
 * text mining", 2016). A denial is never put beside an assertion, nor one number beside another.
 * The order of the statements does not matter. Time grows with their number, as `likelyPairs` tells.
 *
 * `apart` lists ids of statements that are known to be of different utterances: no two of one list come into one group.
 */
export function sameUtterances(statements: readonly Witness[], apart: readonly (readonly string[])[] = []): SameUtterance[] {
  const witnesses = [...statements].sort((a, b) => (a.id < b.id ? -1 : 1));
  const groups = witnesses.map(({ sourceId }, place): Group => ({ members: [place], marks: new Set([sourceId]), overlap: 1 }));
  const placeOf = new Map(apart.length === 0 ? [] : witnesses.map(({ id }, place) => [id, place]));
  for (const ids of apart) for (const id of ids) groups[placeOf.get(id) ?? -1]?.marks.add(ids);
  const refused = new WeakMap<Group, WeakSet<Group>>();
  for (const { first, second, overlap } of likelyPairs(witnesses)) {
    const [a, b] = [groups[first] as Group, groups[second] as Group];
    if (a === b || refused.get(a)?.has(b)) continue;
    const [smaller, larger] = a.members.length <= b.members.length ? [a, b] : [b, a];
    if (!isDisjoint(smaller.marks, larger.marks)) {
      // They only grow, so it stays so.
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const)
        refused.set(one, (refused.get(one) ?? new WeakSet()).add(other));
      continue;
    }
    for (const member of smaller.members) {
      larger.members.push(member);
      groups[member] = larger;
    }
    for (const mark of smaller.marks) larger.marks.add(mark);
    larger.overlap = Math.min(smaller.overlap, larger.overlap, overlap);
  }
  return [...new Set(groups)]
    .filter(({ members }) => members.length > 1)
    .map(({ members, overlap }) => ({ members: members.sort((a, b) => a - b), overlap }))
    .sort((a, b) => (a.members[0] ?? 0) - (b.members[0] ?? 0))
    .map(({ members, overlap }) => ({ statements: members.map((place) => (witnesses[place] as Witness).id), overlap }));
}

interface Group {
  /** Places of its statements. */
  readonly members: number[];
  /** Its sources, and the lists of `apart` that name one of it: of each there may be one statement in a group. */
  readonly marks: Set<unknown>;
  overlap: number;
}

function isDisjoint(a: ReadonlySet<unknown>, b: ReadonlySet<unknown>): boolean {
  for (const one of a) if (b.has(one)) return false;
  return true;
}
