import { mostOf } from '../frontier.ts';
import type { PointSet } from '../points/point-set.ts';
import type { Aim } from './aim.ts';
import { bestByWeights, type Choice, valuesAt } from './climb.ts';

/** Weights by party under which the best for an aim is nearly the best for the weighted sum, and choices met on the way. */
export interface Support {
  readonly weights: readonly Float64Array[];
  readonly choices: readonly Choice[];
}

const ROUNDS = 300;
const KEPT = 4;

/**
 * Weights that bound an aim tightly, from the mixture of packages that would be best if packages could be mixed: for a
 * product by conditional gradients (Frank and Wolfe 1956), for the smallest gain by multiplicative weights (Freund and
 * Schapire 1999). Any weights at least 0 give a true bound; these give a close one.
 */
export function supportingWeights(parts: readonly PointSet[], aim: Aim): Support {
  if (aim.kind === 'sum') {
    const weights = Float64Array.from(aim.rates);
    return { weights: [weights], choices: [bestByWeights(parts, weights)] };
  }
  const found: { weights: Float64Array; bound: number }[] = [];
  const choices = new Map<string, Choice>();
  const next = aim.kind === 'product' ? productWeights(parts, aim) : leastWeights(aim);
  let gains: Float64Array | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    const weights = next(gains, round);
    const choice = bestByWeights(parts, weights);
    gains = valuesAt(parts, choice).map((value, party) => value - (aim.levels[party] as number));
    choices.set(choice.join(), choice);
    found.push({ weights, bound: boundOf(parts, weights, aim) });
  }
  found.sort((a, b) => a.bound - b.bound);
  return { weights: found.slice(0, KEPT).map(({ weights }) => weights), choices: [...choices.values()].slice(-KEPT * 4) };
}

/** The weights of the next round, from the gains that those of the last brought. */
type NextWeights = (gains: Float64Array | null, round: number) => Float64Array;

function productWeights(parts: readonly PointSet[], { rates, levels }: Aim): NextWeights {
  const parties = rates.length;
  // Starts from an even mixture of what is best for each party by itself.
  const mean = new Float64Array(parties);
  const widest = new Float64Array(parties);
  for (let one = 0; one < parties; one += 1) {
    const weights = new Float64Array(parties);
    weights[one] = 1;
    const values = valuesAt(parts, bestByWeights(parts, weights));
    widest[one] = Math.max(1, (values[one] as number) - (levels[one] as number));
    for (let party = 0; party < parties; party += 1)
      mean[party] = (mean[party] as number) + ((values[party] as number) - (levels[party] as number)) / parties;
  }
  return (gains, round) => {
    const step = 2 / (round + 2);
    if (gains !== null)
      for (let party = 0; party < parties; party += 1) mean[party] = (mean[party] as number) * (1 - step) + step * (gains[party] as number);
    return mean.map((gain, party) => 1 / Math.max(gain, 1e-3 * (widest[party] as number)));
  };
}

function leastWeights({ rates }: Aim): NextWeights {
  const counting = [...rates.keys()].filter((party) => (rates[party] as number) > 0);
  const shares = new Map(counting.map((party) => [party, 1 / counting.length]));
  let widest = 0;
  return (gains, round) => {
    if (gains !== null) {
      const rated = (party: number): number => (gains[party] as number) * (rates[party] as number);
      const mean = counting.reduce((sum, party) => sum + rated(party) * (shares.get(party) as number), 0);
      widest = counting.reduce((most, party) => Math.max(most, Math.abs(rated(party) - mean)), widest);
      const pace = widest === 0 ? 0 : 2 / (widest * Math.sqrt(round + 1));
      const moved = counting.map((party) => (shares.get(party) as number) * Math.exp(-pace * (rated(party) - mean)));
      const sum = moved.reduce((a, b) => a + b, 0);
      for (const [at, party] of counting.entries()) shares.set(party, (moved[at] as number) / sum);
    }
    return Float64Array.from(rates, (rate, party) => (shares.get(party) ?? 0) * rate);
  };
}

/** The most that the aim can come to under the weights. */
function boundOf(parts: readonly PointSet[], weights: Float64Array, { kind, levels }: Aim): number {
  const most =
    parts.reduce((sum, part) => sum + mostOf(part, weights), 0) -
    levels.reduce((sum, level, party) => sum + level * (weights[party] as number), 0);
  if (kind !== 'product') return most;
  return (
    weights.length * Math.log(Math.max(most, Number.MIN_VALUE) / weights.length) -
    weights.reduce((sum, weight) => sum + Math.log(weight), 0)
  );
}
