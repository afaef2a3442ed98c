import type { BargainDomain } from '../domain.ts';
import { chainEdges, isAbove, maximal, minimal, type Order, type OrderEdge, orderOf } from './order.ts';
import { STANCE_RANK, type StatedItem } from './stated-items.ts';

/** A stance as two ranks: from `low` up to `high`; equal where one stance was stated. */
export interface StanceRange {
  readonly low: number;
  readonly high: number;
  readonly evidence: readonly string[];
}

/** What is known of a holder's mind on one issue. */
export interface IssueOrder {
  readonly order: Order;
  /** The stance on each option; null where none was stated. */
  readonly stances: readonly (StanceRange | null)[];
  /** One of these is the best of the issue: those demanded, or any that nothing stands above where none is. */
  readonly bestAmong: readonly number[];
  /** One of these is the worst. */
  readonly worstAmong: readonly number[];
}

/** A comparison of two packages by the places of their options. */
interface Comparison {
  readonly better: readonly number[];
  readonly worse: readonly number[];
  readonly strict: boolean;
}

/** Whoever has a mind of its own, a party or a faction, and all that was said of it, ready for the methods. */
export interface Holder {
  readonly issues: readonly IssueOrder[];
  readonly importance: Order;
  readonly weights: readonly { readonly issue: number; readonly low: number; readonly high: number }[];
  readonly values: readonly { readonly issue: number; readonly option: number; readonly low: number; readonly high: number }[];
  readonly comparisons: readonly Comparison[];
  /** Whether only orders were stated, so that issues can be looked at one by one. */
  readonly ordersOnly: boolean;
}

/**
 * Brings what was said into orders. Stances order options: demands over accepts over may accept over rejects over a red
 * line; options of one stance are not ordered by it. An option without a stance is never above the best that is
 * demanded nor below a red line, and that is all that is read into silence.
 */
export function holderOf(domain: BargainDomain, items: readonly StatedItem[]): Holder {
  const ofKind = <K extends StatedItem['kind']>(kind: K) =>
    items.filter((item): item is Extract<StatedItem, { kind: K }> => item.kind === kind);
  const weights = ofKind('weight');
  const values = ofKind('value');
  const comparisons = ofKind('comparison');
  return {
    issues: domain.issues.map(({ options }, issue) =>
      issueOrder(
        options.length,
        ofKind('stance').filter((item) => item.issue === issue),
        ofKind('ranking').filter((item) => item.issue === issue),
      ),
    ),
    importance: orderOf(
      domain.issues.length,
      ofKind('importance').flatMap(({ issues }) => chainEdges(issues)),
    ),
    weights,
    values,
    comparisons,
    ordersOnly: weights.length + values.length + comparisons.length === 0,
  };
}

function issueOrder(
  size: number,
  stated: readonly Extract<StatedItem, { kind: 'stance' }>[],
  rankings: readonly Extract<StatedItem, { kind: 'ranking' }>[],
): IssueOrder {
  const stances: (StanceRange | null)[] = new Array(size).fill(null);
  for (const { option, low, high, evidence } of stated) {
    const before = stances[option] ?? { low: STANCE_RANK.redLine, high: STANCE_RANK.demands, evidence: [] };
    stances[option] = {
      low: Math.max(before.low, low),
      high: Math.min(before.high, high),
      evidence: [...before.evidence, ...evidence],
    };
  }
  const edges: OrderEdge[] = rankings.flatMap(({ options }) => chainEdges(options));
  const ranked = new Set(rankings.flatMap(({ options }) => options));
  stances.forEach((upper, a) => {
    stances.forEach((lower, b) => {
      if (a === b) return;
      if (upper !== null && lower !== null && upper.low > lower.high) edges.push({ upper: a, lower: b, strict: true });
      if (upper === null && !ranked.has(a) && lower?.high === STANCE_RANK.redLine) edges.push({ upper: a, lower: b, strict: false });
    });
  });
  const order = orderOf(size, edges);
  return { order, stances, bestAmong: bestAmong(order, stances), worstAmong: minimal(order) };
}

/** Something ranked over what is demanded may be the best too; what nothing was said of may not. */
function bestAmong(order: Order, stances: readonly (StanceRange | null)[]): number[] {
  const demanded = stances.flatMap((stance, option) => (stance !== null && stance.low === STANCE_RANK.demands ? [option] : []));
  const tops = maximal(order);
  if (demanded.length === 0) return tops;
  return tops.filter((top) => demanded.some((option) => option === top || isAbove(order, top, option)));
}
