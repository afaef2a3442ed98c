import { UserError } from '@parley/model';
import { randomFrom } from '../../numeric/random.ts';
import type { HolderLayout } from './draw-preferences.ts';
import type { LinearSolver } from './linear-program.ts';
import type { ReadyOrders } from './ready-orders.ts';
import { type HolderSampling, sampleHolder } from './sample-holder.ts';

/** One party's sampled preferences. */
export interface SampledParty extends HolderSampling {
  readonly partyId: string;
  readonly layout: HolderLayout;
  readonly rows: Float64Array;
  /** What gains are measured from in each sample: the worth of no deal, or 0, the worst of every issue, where it is unknown. */
  readonly reference: Float64Array;
  readonly noDealKnown: boolean;
}

/** Profiles of preferences, one of each party's for each sample. */
export interface SampledOrders {
  readonly samples: number;
  readonly seed: number;
  readonly parties: readonly SampledParty[];
}

export interface SamplingOptions {
  /** How many profiles; 100 to 1,000,000, default 10,000. */
  readonly samples?: number;
  /** Default 1. */
  readonly seed?: number;
  readonly solver?: LinearSolver;
}

/** Draws profiles of preferences, uniformly among all that are consistent with what was said; a stream of its own for each party. */
export function sampleOrders(ready: ReadyOrders, { samples = 10_000, seed = 1, solver }: SamplingOptions = {}): SampledOrders {
  if (!(Number.isInteger(samples) && samples >= 100 && samples <= 1_000_000))
    throw new UserError(`${samples} samples were asked for`, { cure: 'ask for a whole number from 100 to 1,000,000' });
  if (!Number.isSafeInteger(seed)) throw new UserError(`${seed} is no seed`, { cure: 'give a whole number' });
  const streams = randomFrom(seed);
  const parties = ready.parties.map(({ id, holder, noDeal }): SampledParty => {
    const random = randomFrom(Math.floor(streams() * 2 ** 32));
    const { preferences, rows, how, scaleReduction } = sampleHolder(holder, samples, random, solver);
    const { layout } = preferences;
    const reference = new Float64Array(samples);
    for (let sample = 0; sample < samples; sample += 1) {
      if (noDeal?.kind === 'package') reference[sample] = worthOf(rows, layout, sample, noDeal.places);
      else if (noDeal?.kind === 'range') reference[sample] = noDeal.low + random() * (noDeal.high - noDeal.low);
    }
    return { partyId: id, layout, rows, reference, noDealKnown: noDeal !== null, how, scaleReduction };
  });
  return { samples, seed, parties };
}

/** What a package is worth in one sample. */
export function worthOf(rows: Float64Array, { optionsAt, length }: HolderLayout, sample: number, places: readonly number[]): number {
  let sum = 0;
  for (let issue = 0; issue < places.length; issue += 1)
    sum += rows[sample * length + (optionsAt[issue] as number) + (places[issue] as number)] as number;
  return sum;
}
