import type { FoundOrder, Lattice } from './lattice.ts';

/** Looks for an order beyond the exact range. */
export function searchOrder(_lattice: Lattice, _options: { maxStates: number; seed: number; shouldStop: () => boolean }): FoundOrder {
  throw new Error('to come');
}
