import { type Random, randomFrom } from '../../numeric/random.ts';
import { type DrawPreferences, drawPreferences } from './draw-preferences.ts';
import type { ReadyOrders } from './ready-orders.ts';

/**
 * Looks for preferences under which a package is efficient: drawn at random, leaning towards those to which it is dear.
 * What is found is a proof, since every draw keeps all that was said; that nothing is found proves nothing.
 *
 * Null where more than orders was stated, which draws do not keep by themselves.
 */
export function efficientWitness(
  { parties }: ReadyOrders,
  feasible: readonly (readonly number[])[],
): ((places: readonly number[]) => boolean) | null {
  if (parties.some(({ holder }) => !holder.ordersOnly)) return null;
  const draws = parties.map(({ holder }) => drawPreferences(holder));
  const rows = draws.map(({ layout }) => new Float64Array(layout.length));
  const offsets = draws.map(({ layout }) => layout.optionsAt);
  return (places) => {
    const random = randomFrom(places.reduce((seed, option) => seed * 31 + option + 1, 7));
    const own = new Float64Array(parties.length);
    const worthTo = (party: number, one: readonly number[]): number => {
      const [row, offset] = [rows[party] as Float64Array, offsets[party] as readonly number[]];
      let sum = 0;
      for (let issue = 0; issue < one.length; issue += 1) sum += row[(offset[issue] as number) + (one[issue] as number)] as number;
      return sum;
    };
    const isDominated = (): boolean =>
      feasible.some((other) => {
        let isBetter = false;
        for (let party = 0; party < parties.length; party += 1) {
          const difference = worthTo(party, other) - (own[party] as number);
          if (difference < -1e-12) return false;
          if (difference > 1e-12) isBetter = true;
        }
        return isBetter;
      });
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      draws.forEach((draw, party) => {
        // By turns all parties lean towards the package, or all but one.
        const leaning = attempt % (parties.length + 1) === party ? 1 : (LEANINGS[attempt % LEANINGS.length] as number);
        drawLeaning(draw, random, places, leaning, rows[party] as Float64Array);
        own[party] = worthTo(party, places);
      });
      if (!isDominated()) return true;
    }
    return false;
  };
}

const ATTEMPTS = 120;
/** Of how many draws the one dearest to the package is kept. */
const LEANINGS = [1, 4, 16, 64] as const;

function drawLeaning(draw: DrawPreferences, random: Random, places: readonly number[], leaning: number, row: Float64Array): void {
  const { optionsAt, weightsAt } = draw.layout;
  let best = draw.draw(random);
  if (leaning > 1) {
    const kept = Float64Array.from(best.heights);
    const heights = new Float64Array(weightsAt);
    places.forEach((option, issue) => {
      const from = optionsAt[issue] as number;
      const to = optionsAt[issue + 1] ?? weightsAt;
      let highest = -1;
      for (let i = 0; i < leaning; i += 1) {
        draw.drawIssue(random, issue, heights);
        const span = heights.subarray(from, to);
        const [low, high] = [Math.min(...span), Math.max(...span)];
        const height = high > low ? ((span[option] as number) - low) / (high - low) : 1;
        if (height <= highest) continue;
        highest = height;
        kept.set(span, from);
      }
    });
    let most = -1;
    for (let i = 0; i < leaning; i += 1) {
      const one = { weights: draw.draw(random).weights, heights: kept };
      draw.write(one, row, 0);
      const worth = places.reduce((sum, option, issue) => sum + (row[(optionsAt[issue] as number) + option] as number), 0);
      if (worth <= most) continue;
      most = worth;
      best = one;
    }
  }
  draw.write(best, row, 0);
}
