import type { Exchange } from './exchange.ts';
import type { Readings } from './readings.ts';
import type { Unit } from './units.ts';

/**
 * An exchange as the planners see it: a state is how many of each unit are done, and a step moves one up.
 *
 * What a party would gain by stopping rises only when it receives, so a party with something left to give is safe at
 * its next step exactly when it is safe in every state up to it. A state's need is therefore the greatest over all
 * parties that still have something to give, and the deposit of an order the greatest need on its way.
 */
export interface Lattice {
  readonly units: readonly Unit[];
  /** By unit. */
  readonly counts: Int32Array;
  readonly functionals: readonly Functional[];
  /** By unit, those that must be done before it. */
  readonly after: readonly (readonly number[])[];
  /** How far apart needs may be that are the same but for rounding. */
  readonly slack: number;
}

/** The need of one party by one reading: `offset + Σ remaining × weight`, while it has something to give. */
interface Functional {
  readonly party: number;
  readonly offset: number;
  /** By unit, for one that remains: over 0 where its cost to the party is more than its worth to it. */
  readonly weights: Float64Array;
  /** Units in which the party gives. */
  readonly gives: readonly number[];
}

/** An order found, its need in scaled amounts. */
export interface FoundOrder {
  readonly order: readonly number[];
  readonly need: number;
  readonly lowerBound: number;
  readonly exact: boolean;
  readonly optimalOrders: number | null;
  readonly steps: number;
}

export function latticeOf(exchange: Exchange, units: readonly Unit[], readings: Readings): Lattice {
  const indexOf = new Map(exchange.items.map(({ id }, at) => [id, at]));
  const functionals = readings.list.map((reading): Functional => {
    const id = exchange.parties[reading.party]?.id;
    return {
      party: reading.party,
      offset: -reading.breakOffCost,
      weights: Float64Array.from(units, ({ deliver }) =>
        deliver.reduce((sum, { item, count }) => {
          const at = indexOf.get(item) ?? -1;
          return sum + count * ((reading.cost[at] ?? 0) - (reading.value[at] ?? 0));
        }, 0),
      ),
      gives: units.flatMap(({ deliver }, at) =>
        deliver.some(({ item }) => exchange.items[indexOf.get(item) ?? -1]?.giver === id) ? [at] : [],
      ),
    };
  });
  return {
    units,
    counts: Int32Array.from(units, ({ count }) => count),
    functionals,
    after: units.map(({ after }) => after),
    slack: readings.tolerance * readings.scale,
  };
}

/** How many states there are without regard to precedence: the product of the counts and one more each. */
export function statesOf({ counts }: Lattice): number {
  return counts.reduce((product, count) => product * (count + 1), 1);
}
