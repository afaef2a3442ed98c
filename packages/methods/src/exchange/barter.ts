/**
 * A barter of indivisible items: the order with the smallest deposit Δ = max D_X, the same asked of each side.
 *
 * Exact as a bottleneck shortest path over the down-sets of the precedence order, identical items compressed into
 * classes; finding it is NP-hard in general (Sandholm and Ferrandon 2000, "Safe exchange planner"; Matsubara and
 * Yokoo 2002, "Defection-free exchange mechanisms"). Beyond the exact range a best-first search with bounds looks on
 * within a budget, and the gap to the bound is told. More than two sides (Ketchpel and Garcia-Molina 1996, "Making
 * trust explicit in distributed commerce transactions") are planned in the same way.
 */
import type { Limits, MethodNote } from '../method-note.ts';
import { checkSchedule } from './check.ts';
import type { ExchangeCheck } from './check-result.ts';
import { countDense, denseOrder } from './dense-lattice.ts';
import type { Exchange, ExchangeStep } from './exchange.ts';
import { type FoundOrder, type Lattice, latticeOf, statesOf } from './lattice.ts';
import { type ParetoPlan, paretoPlans } from './pareto.ts';
import { GUARDED, type Pick, readingsOf } from './readings.ts';
import { quickOrder, searchOrder } from './search-order.ts';
import { unitsOf } from './units.ts';

export interface BarterPlan {
  readonly method: 'barter';
  /** The guarantee needed: the smallest deposit which, asked of each side, makes every step safe. */
  readonly delta: number;
  /** Whether no order needs less. */
  readonly exact: boolean;
  /** No order needs less than this; `delta` where exact. */
  readonly lowerBound: number;
  /** `delta` less `lowerBound`. */
  readonly gap: number;
  /** One order with this deposit, in steps; identical steps that follow each other stay apart. */
  readonly schedule: readonly ExchangeStep[];
  /** How many orders have it, identical items not told apart; exact up to 2^53. Null where they were not counted. */
  readonly optimalOrders: number | null;
  /** Orders with this deposit that no other beats in exposure of each side and in days. Empty where not looked for. */
  readonly pareto: readonly ParetoPlan[];
  readonly paretoComplete: boolean;
  readonly check: ExchangeCheck;
  readonly note: MethodNote;
}

export interface BarterOptions extends Limits {
  /** How ranges are read; own costs high and received values low where left out. */
  readonly pick?: Pick;
  /** Most states of the lattice to go through for an exact answer. Default 2^26, which takes 256 MB. */
  readonly maxStates?: number;
  /** Most states for the search beyond that. Default 400,000. */
  readonly maxSearch?: number;
  /** Whether to count the optimal orders where there are no more than 2^25 states; default true. */
  readonly count?: boolean;
  /** Most labels to keep for the Pareto front; 0 leaves it out. Default 30,000. */
  readonly maxLabels?: number;
}

const MAX_STATES = 2 ** 26;
/** Counting takes 8 bytes a state: 256 MB. */
const MAX_COUNTED = 2 ** 25;

/** Plans a barter. Amounts in the result are those given; for a party with an order only they count items. */
export function barter(exchange: Exchange, options: BarterOptions = {}): BarterPlan {
  const { pick = GUARDED, maxStates = MAX_STATES, shouldStop = () => false } = options;
  const readings = readingsOf(exchange, pick);
  const lattice = latticeOf(exchange, unitsOf(exchange), readings);
  const found = exactOrder(lattice, maxStates, options) ?? searchOrder(lattice, { maxStates: options.maxSearch ?? 400_000, shouldStop });
  const schedule = found.order.map((unit): ExchangeStep => ({ day: null, deliver: lattice.units[unit]?.deliver ?? [], pay: 0 }));
  const check = checkSchedule(exchange, schedule, { pick });
  const lowerBound = found.exact ? check.delta : Math.min(check.delta, found.lowerBound / readings.scale);
  const { plans, complete: paretoComplete } = found.exact
    ? paretoPlans(exchange, lattice, { limit: found.need, readings, maxLabels: options.maxLabels ?? 30_000, shouldStop })
    : { plans: [], complete: false };
  return {
    method: 'barter',
    delta: check.delta,
    exact: found.exact,
    lowerBound,
    gap: Math.round((check.delta - lowerBound) * 1e9) / 1e9,
    schedule,
    optimalOrders: found.optimalOrders,
    pareto: plans,
    paretoComplete,
    check,
    note: {
      method: 'barter',
      definition: 'The order with the smallest max over the sides of D_X with which every step is safe: F_X(S) + D_X >= 0.',
      source: 'Sandholm and Ferrandon (2000); Matsubara and Yokoo (2002)',
      parameters: { maxStates },
      kind: found.exact ? 'exact' : 'bound',
      complete: found.exact,
      steps: found.steps,
    },
  };
}

function exactOrder(lattice: Lattice, maxStates: number, { shouldStop = () => false, count = true }: BarterOptions): FoundOrder | null {
  if (statesOf(lattice) > maxStates || lattice.units.length > 31) return null;
  const states = statesOf(lattice);
  const isCounted = count && states <= MAX_COUNTED;
  const known = quickOrder(lattice);
  if (known.need <= known.bound) {
    const optimalOrders = isCounted ? countDense(lattice, known.need, shouldStop) : null;
    return { order: known.order, need: known.need, lowerBound: known.need, exact: true, optimalOrders, steps: states };
  }
  const found = denseOrder(lattice, { ceiling: known.need, count: isCounted, shouldStop });
  if (found === null) return null;
  return { ...found, lowerBound: found.need, exact: true, steps: found.states };
}
