/** Weights for each party and issue; values for each party, issue and option. */
export interface Numbers {
  readonly weights: readonly (readonly number[])[];
  readonly values: readonly (readonly (readonly number[])[])[];
}

/** Weights and values with five digits, the same for the same seed. */
export function randomNumbers(parties: number, sizes: readonly number[], seed: number): Numbers {
  const random = seeded(seed);
  const digits = (value: number): number => Math.round(value * 1e5) / 1e5;
  const all = Array.from({ length: parties }, () => {
    const raw = sizes.map(() => random());
    const sum = raw.reduce((a, b) => a + b, 0);
    return {
      weights: raw.map((weight) => digits(weight / sum)),
      values: sizes.map((size) => Array.from({ length: size }, () => digits(random()))),
    };
  });
  return { weights: all.map(({ weights }) => weights), values: all.map(({ values }) => values) };
}

/** Mulberry32. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
