import type { Exchange, ExchangeStep } from './exchange.ts';
import type { Lattice } from './lattice.ts';
import type { Readings } from './readings.ts';

/** An order with the smallest deposit that no other such order beats in all of these. */
export interface ParetoPlan {
  readonly schedule: readonly ExchangeStep[];
  /** By party id: its greatest exposure on the way. */
  readonly exposure: Readonly<Record<string, number>>;
  readonly durationDays: number;
}

interface ParetoOptions {
  /** The greatest need that an order may have. */
  readonly limit: number;
  readonly readings: Readings;
  readonly maxLabels: number;
  readonly shouldStop: () => boolean;
}

/** The front over the greatest exposure of each side and the days it takes. */
export function paretoPlans(_exchange: Exchange, _lattice: Lattice, _options: ParetoOptions): { plans: ParetoPlan[]; complete: boolean } {
  return { plans: [], complete: false };
}
