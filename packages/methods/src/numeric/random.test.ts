import { expect, test } from 'vitest';
import { randomFrom } from './random.ts';

test('one seed gives one stream, another seed another', () => {
  const take = (seed: number) => {
    const random = randomFrom(seed);
    return Array.from({ length: 5 }, () => random());
  };
  expect(take(7)).toEqual(take(7));
  expect(take(7)).not.toEqual(take(8));
});

test('numbers lie in [0, 1) and spread evenly: ten bins of 100,000 hold a tenth each, within four standard errors', () => {
  const random = randomFrom(1);
  const bins = new Array<number>(10).fill(0);
  for (let i = 0; i < 100_000; i += 1) {
    const bin = Math.floor(random() * 10);
    bins[bin] = (bins[bin] ?? Number.NaN) + 1;
  }
  expect(bins).toHaveLength(10);
  for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(4 * Math.sqrt(100_000 * 0.1 * 0.9));
});
