import { weighted } from '../frontier.ts';
import type { PointSet } from '../points/point-set.ts';
import { type Aim, scoreOf } from './aim.ts';

/** Pairs of points that are tried together, at most. */
const MOST_PAIRS = 20_000;
/** Rounds of improvement. */
const ROUNDS = 20;

/** A choice of one point for each part. */
export type Choice = readonly number[];

/** The best point of each part by weights. */
export function bestByWeights(parts: readonly PointSet[], weights: Float64Array): number[] {
  return parts.map(({ rows, parties }) => {
    let [best, most] = [0, Number.NEGATIVE_INFINITY];
    for (let offset = 0; offset < rows.length; offset += parties) {
      const value = weighted(rows, offset, weights);
      if (value > most) [best, most] = [offset / parties, value];
    }
    return best;
  });
}

export function valuesAt(parts: readonly PointSet[], choice: Choice): Float64Array {
  const sums = new Float64Array(parts[0]?.parties ?? 0);
  for (const [part, { rows, parties }] of parts.entries())
    for (let party = 0; party < parties; party += 1)
      sums[party] = (sums[party] as number) + (rows[(choice[part] as number) * parties + party] as number);
  return sums;
}

/** The best score found from a choice by changing one part, or two together, as long as that helps. */
export function climb(parts: readonly PointSet[], start: Choice, aim: Aim): number {
  const choice = [...start];
  let best = scoreOf(aim, valuesAt(parts, choice));
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = best;
    for (let one = 0; one < parts.length; one += 1) {
      best = improved(parts, choice, { aim, best, changed: [one] });
      for (let other = one + 1; other < parts.length; other += 1) best = improved(parts, choice, { aim, best, changed: [one, other] });
    }
    if (best === before) break;
  }
  return best;
}

function improved(
  parts: readonly PointSet[],
  choice: number[],
  { aim, best, changed: [one, other] }: { aim: Aim; best: number; changed: readonly [number, number?] },
): number {
  const first = parts[one] as PointSet;
  const second = other === undefined ? null : (parts[other] as PointSet);
  if (first.count * (second?.count ?? 1) > MOST_PAIRS) return best;
  const { parties } = first;
  const rest = valuesAt(parts, choice);
  for (let party = 0; party < parties; party += 1) {
    rest[party] = (rest[party] as number) - (first.rows[(choice[one] as number) * parties + party] as number);
    if (second && other !== undefined)
      rest[party] = (rest[party] as number) - (second.rows[(choice[other] as number) * parties + party] as number);
  }
  const values = new Float64Array(parties);
  let most = best;
  for (let a = 0; a < first.count; a += 1)
    for (let b = 0; b < (second?.count ?? 1); b += 1) {
      for (let party = 0; party < parties; party += 1)
        values[party] =
          (rest[party] as number) +
          (first.rows[a * parties + party] as number) +
          (second ? (second.rows[b * parties + party] as number) : 0);
      const score = scoreOf(aim, values);
      if (score <= most) continue;
      most = score;
      choice[one] = a;
      if (other !== undefined) choice[other] = b;
    }
  return most;
}
