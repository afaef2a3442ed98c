import type { Random } from '../../numeric/random.ts';
import { type DrawFromOrder, drawFromOrder } from './draw-from-order.ts';
import type { Holder } from './holder.ts';

/** Where a holder's numbers stand in a row: first the worth of every option, issue by issue, then the weights. */
export interface HolderLayout {
  /** The place of the first option of each issue. */
  readonly optionsAt: readonly number[];
  readonly weightsAt: number;
  readonly length: number;
}

function layoutOf({ issues }: Holder): HolderLayout {
  const optionsAt: number[] = [];
  let at = 0;
  for (const { order } of issues) {
    optionsAt.push(at);
    at += order.size;
  }
  return { optionsAt, weightsAt: at, length: at + issues.length };
}

/** A holder's preferences before they are brought to worths: weights, and heights of options that keep the order. */
export interface Draw {
  /** Sum to 1. */
  readonly weights: Float64Array;
  /** Of every option, issue by issue; only their distances within an issue count. */
  readonly heights: Float64Array;
}

export interface DrawPreferences {
  readonly layout: HolderLayout;
  /** Draws weights and heights uniformly among those that keep the orders; ranges and comparisons are not looked at. */
  draw(random: Random): Draw;
  /** The heights of one issue anew. */
  drawIssue(random: Random, issue: number, heights: Float64Array): void;
  /** Whether a demanded option is the best of its issue, as it has to be. */
  bestIsDemanded(issue: number, heights: Float64Array): boolean;
  /** Writes worths and weights into a row, from `at` on. */
  write(draw: Draw, row: Float64Array, at: number): void;
}

/**
 * Uniform draws of the preferences that keep a holder's orders. Weights are uniform on the part of the simplex that keeps
 * the order of importance: spacings by exponential numbers, sorted along it (Devroye 1986, "Non-Uniform Random Variate
 * Generation", chapter V; for complete orders this is the sampling of Barron and Barrett 1996). Options are uniform among
 * the heights that keep their order, stretched so that the worst is 0 and the best 1; what lies between stays uniform.
 */
export function drawPreferences(holder: Holder): DrawPreferences {
  const layout = layoutOf(holder);
  const { optionsAt, weightsAt } = layout;
  const ofIssue: DrawFromOrder[] = holder.issues.map(({ order }) => drawFromOrder(order));
  const ofWeights = drawFromOrder(holder.importance);
  const capped = holder.issues.map(({ bestAmong, order, stances }) =>
    stances.some((stance) => stance?.low === DEMANDED) ? bestAmong : Array.from({ length: order.size }, (_, option) => option),
  );

  const bestIsDemanded = (issue: number, heights: Float64Array): boolean => {
    const from = optionsAt[issue] as number;
    const size = (holder.issues[issue] as Holder['issues'][number]).order.size;
    const allowed = capped[issue] as readonly number[];
    if (allowed.length === size) return true;
    let best = 0;
    for (let option = 1; option < size; option += 1)
      if ((heights[from + option] as number) > (heights[from + best] as number)) best = option;
    return allowed.includes(best);
  };
  const drawIssue = (random: Random, issue: number, heights: Float64Array): void => {
    do (ofIssue[issue] as DrawFromOrder)(random, heights, optionsAt[issue] as number);
    while (!bestIsDemanded(issue, heights));
  };

  return {
    layout,
    bestIsDemanded,
    drawIssue,
    draw(random) {
      const weights = new Float64Array(holder.issues.length);
      ofWeights(random, weights, 0);
      let sum = 0;
      for (let issue = 0; issue < weights.length; issue += 1) {
        weights[issue] = -Math.log(1 - (weights[issue] as number));
        sum += weights[issue] as number;
      }
      for (let issue = 0; issue < weights.length; issue += 1) weights[issue] = (weights[issue] as number) / sum;
      const heights = new Float64Array(weightsAt);
      for (let issue = 0; issue < weights.length; issue += 1) drawIssue(random, issue, heights);
      return { weights, heights };
    },
    write({ weights, heights }, row, at) {
      for (let issue = 0; issue < weights.length; issue += 1) {
        const from = optionsAt[issue] as number;
        const to = issue + 1 < optionsAt.length ? (optionsAt[issue + 1] as number) : weightsAt;
        let low = Number.POSITIVE_INFINITY;
        let high = Number.NEGATIVE_INFINITY;
        for (let option = from; option < to; option += 1) {
          const height = heights[option] as number;
          if (height < low) low = height;
          if (height > high) high = height;
        }
        const weight = weights[issue] as number;
        // An issue with one option gives everybody all that it has to give.
        const range = high - low;
        for (let option = from; option < to; option += 1)
          row[at + option] = range > 0 ? weight * (((heights[option] as number) - low) / range) : weight;
        row[at + weightsAt + issue] = weight;
      }
    },
  };
}

const DEMANDED = 4;
