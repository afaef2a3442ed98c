/** A stream of numbers that look random and are the same for the same seed: in [0, 1). */
export type Random = () => number;

/**
 * A seeded stream: xoshiro128** of Blackman and Vigna (2018, "Scrambled linear pseudorandom number
 * generators"), its state filled from the seed by splitmix32. 32 bits a number are enough for sampling shares.
 *
 * @param seed a whole number; taken modulo 2^32
 */
export function randomFrom(seed: number): Random {
  let fill = seed >>> 0;
  const next = (): number => {
    fill = (fill + 0x9e3779b9) >>> 0;
    let mixed = fill ^ (fill >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return (mixed ^ (mixed >>> 15)) >>> 0;
  };
  let [a, b, c, d] = [next(), next(), next(), next()] as [number, number, number, number];
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result / 0x1_0000_0000;
  };
}

function rotated(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
