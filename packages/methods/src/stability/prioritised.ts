import type { Condition } from './condition.ts';
import type { WeakOrder } from './preference.ts';

/**
 * The full order that prioritised statements give: of two states that differ in which statements hold, the one in
 * which the first such statement holds is better. States in which the same statements hold are tied.
 *
 * Source: Fang, Hipel, Kilgour, Peng (2003), "A decision support system for interactive decision making", part I
 * (option prioritising).
 *
 * @param statements most important first
 * @param codes for each state the options taken in it, as bits
 */
export function prioritisedOrder(statements: readonly Condition[], codes: Uint32Array): WeakOrder {
  const ranks = new Int32Array(codes.length);
  let levels = 1;
  for (const holds of statements) {
    const met = new Uint8Array(2 * levels);
    for (let state = 0; state < codes.length; state += 1) {
      const key = 2 * (ranks[state] as number) + (holds(codes[state] as number) ? 1 : 0);
      ranks[state] = key;
      met[key] = 1;
    }
    const dense = new Int32Array(2 * levels);
    levels = 0;
    for (let key = 0; key < met.length; key += 1) if (met[key] === 1) dense[key] = levels++;
    for (let state = 0; state < codes.length; state += 1) ranks[state] = dense[ranks[state] as number] as number;
  }
  return { kind: 'weak', ranks, levels };
}
