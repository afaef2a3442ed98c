/**
 * Sampling where ranges or comparisons leave too little of what the orders allow to be met by chance. Weights move along
 * a random line through the simplex to a uniform point of what the constraints leave of it: hit-and-run, Smith (1984),
 * "Efficient Monte Carlo procedures for generating points uniformly distributed over bounded regions", Operations
 * Research 32. Heights of options move one at a time within their order, and stay where they would break a constraint.
 */
import type { Random } from '../../numeric/random.ts';
import type { Draw, DrawPreferences } from './draw-preferences.ts';
import type { Holder } from './holder.ts';
import { isAbove } from './order.ts';

/** Whether worths and weights in a row keep the ranges and comparisons of a holder. */
export function keepsRanges(holder: Holder, { layout }: DrawPreferences, row: Float64Array, at = 0): boolean {
  const { optionsAt, weightsAt } = layout;
  for (const { issue, low, high } of holder.weights) {
    const weight = row[at + weightsAt + issue] as number;
    if (weight < low - SLACK || weight > high + SLACK) return false;
  }
  for (const { issue, option, low, high } of holder.values) {
    const weight = row[at + weightsAt + issue] as number;
    const worth = row[at + (optionsAt[issue] as number) + option] as number;
    if (worth < low * weight - SLACK || worth > high * weight + SLACK) return false;
  }
  for (const { better, worse } of holder.comparisons) {
    let difference = 0;
    for (let issue = 0; issue < better.length; issue += 1) {
      const from = at + (optionsAt[issue] as number);
      difference += (row[from + (better[issue] as number)] as number) - (row[from + (worse[issue] as number)] as number);
    }
    if (difference < -SLACK) return false;
  }
  return true;
}

// What a solver leaves over; far below what any share could show.
const SLACK = 1e-6;

/** Moves a draw that keeps everything `sweeps` times through all its numbers, in place. */
export function moveOn(holder: Holder, preferences: DrawPreferences, draw: Draw, random: Random, sweeps: number): void {
  const row = new Float64Array(preferences.layout.length);
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    for (let move = 0; move < draw.weights.length; move += 1) moveWeights(holder, preferences, draw, random, row);
    for (let issue = 0; issue < holder.issues.length; issue += 1) moveHeights(holder, preferences, draw, issue, random, row);
  }
}

function moveWeights(holder: Holder, preferences: DrawPreferences, { weights, heights }: Draw, random: Random, row: Float64Array): void {
  const count = weights.length;
  if (count < 2) return;
  const direction = new Float64Array(count);
  const free = [...weights.keys()].filter(
    (issue) => !holder.weights.some((range) => range.issue === issue && range.high - range.low < SLACK),
  );
  for (const issue of free) direction[issue] = gaussian(random);
  const mean = direction.reduce((sum, one) => sum + one, 0) / free.length;
  for (const issue of free) direction[issue] = (direction[issue] as number) - mean;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  /** Keeps `value + step * slope ≥ 0`. */
  const keep = (value: number, slope: number): void => {
    if (slope > 0) low = Math.max(low, -value / slope);
    else if (slope < 0) high = Math.min(high, -value / slope);
  };
  const w = (issue: number): number => weights[issue] as number;
  const d = (issue: number): number => direction[issue] as number;
  for (let issue = 0; issue < count; issue += 1) keep(w(issue), d(issue));
  for (const { upper, lower } of holder.importance.edges) keep(w(upper) - w(lower), d(upper) - d(lower));
  for (const range of holder.weights) {
    keep(w(range.issue) - range.low, d(range.issue));
    keep(range.high - w(range.issue), -d(range.issue));
  }
  if (holder.comparisons.length > 0) {
    // Worths at a weight of 1 are where options stand in their issue; value ranges speak of these and do not move.
    preferences.write({ weights: weights.map(() => 1), heights }, row, 0);
    for (const { better, worse } of holder.comparisons) {
      let value = 0;
      let slope = 0;
      for (let issue = 0; issue < count; issue += 1) {
        const from = preferences.layout.optionsAt[issue] as number;
        const gap = (row[from + (better[issue] as number)] as number) - (row[from + (worse[issue] as number)] as number);
        value += w(issue) * gap;
        slope += d(issue) * gap;
      }
      keep(value, slope);
    }
  }
  if (!(low <= high)) return;
  const step = low + random() * (high - low);
  for (let issue = 0; issue < count; issue += 1) weights[issue] = Math.max(0, w(issue) + step * d(issue));
}

function moveHeights(holder: Holder, preferences: DrawPreferences, draw: Draw, issue: number, random: Random, row: Float64Array): void {
  const { order } = holder.issues[issue] as Holder['issues'][number];
  const from = preferences.layout.optionsAt[issue] as number;
  const { heights } = draw;
  for (let option = 0; option < order.size; option += 1) {
    let low = 0;
    let high = 1;
    for (let other = 0; other < order.size; other += 1) {
      const height = heights[from + other] as number;
      if (isAbove(order, option, other)) low = Math.max(low, height);
      else if (isAbove(order, other, option)) high = Math.min(high, height);
    }
    const before = heights[from + option] as number;
    heights[from + option] = low + random() * (high - low);
    preferences.write(draw, row, 0);
    if (!preferences.bestIsDemanded(issue, heights) || !keepsRanges(holder, preferences, row)) heights[from + option] = before;
  }
}

function gaussian(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
