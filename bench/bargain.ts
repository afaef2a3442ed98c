/**
 * The exact analysis of a bargain: seeded random bargains, additive, ten options an issue, weights and values with five
 * digits as in published domains. Times are medians over five bargains and five runs each, from the numbers as entered to
 * the whole frontier. NegMAS stands beside it at 10^4 and 10^6 packages on the same numbers, where Python has it or can
 * install it; PARLEY_PYTHON names another Python.
 */
import { frontier, type ScaledBargain, scaleBargain, solveDirectly } from '@parley/methods';
import { negmasFigures } from './_negmas.ts';
import { type Numbers, randomNumbers } from './_random-numbers.ts';
import type { Figures } from './run.ts';

export const name = 'bargain';

const SEEDS = [1, 2, 3, 4, 5];
const RUNS = 5;

export async function run(): Promise<Figures> {
  const figures: Figures = {};
  const ten = (issues: number): number[] => new Array<number>(issues).fill(10);
  for (const [parties, issues] of [
    [2, 6],
    [2, 20],
    [2, 50],
    [3, 6],
    [3, 15],
    [4, 8],
  ] as const) {
    const points: number[] = [];
    const times = SEEDS.flatMap((seed) => {
      const numbers = randomNumbers(parties, ten(issues), seed);
      return timesOf(() => points.push(frontier(scaled(numbers)).size));
    });
    figures[`${parties} parties, 10^${issues} packages, ms`] = rounded(median(times));
    figures[`${parties} parties, 10^${issues} packages, points`] = median(points);
  }
  const crowded = randomNumbers(5, [10, 10, 10, 10, 24], CROWDED_SEED);
  let size = 0;
  const crowdedTimes = timesOf(() => {
    size = frontier(scaled(crowded)).size;
  });
  figures['5 parties, 240,000 packages, ms'] = rounded(median(crowdedTimes));
  figures['5 parties, 240,000 packages, points'] = size;
  for (const rule of ['nash', 'leximin', 'kalaiSmorodinsky'] as const) {
    const times = SEEDS.flatMap((seed) => {
      const numbers = randomNumbers(5, ten(10), seed);
      return timesOf(() => {
        if (!solveDirectly(scaled(numbers), rule).note.complete) throw new Error(`${rule} was cut off`);
      });
    });
    figures[`5 parties, 10^10 packages, ${rule} directly, ms`] = rounded(median(times));
    figures[`5 parties, 10^10 packages, ${rule} directly, worst ms`] = rounded(Math.max(...times));
  }
  const start = performance.now();
  const limited = frontier(scaled(randomNumbers(5, ten(10), 1)), {
    mostPoints: 20_000,
    shouldStop: () => performance.now() - start > 5000,
  });
  figures['5 parties, 10^10 packages, cut off at 20,000 points or 5 s, ms'] = rounded(performance.now() - start);
  figures['5 parties, 10^10 packages, cut off: most that may be missed'] = rounded(Math.max(...(limited.guarantee ?? [0])));
  figures['peak memory MB'] = Math.round(process.resourceUsage().maxRSS / 1024);
  return {
    ...figures,
    ...negmasFigures([randomNumbers(2, ten(4), 1), randomNumbers(2, ten(6), 1)], (numbers) => frontier(scaled(numbers)).size),
  };
}

/** A bargain whose frontier has about 12,000 points. */
const CROWDED_SEED = 333;

function scaled({ weights, values }: Numbers): ScaledBargain {
  const issues = (values[0] ?? []).map((options, issue) => ({
    id: `i${issue}`,
    name: `Issue ${issue}`,
    options: options.map((_, option) => ({ id: `o${option}`, name: `Option ${option}` })),
  }));
  const parties = weights.map((_, party) => ({ id: `p${party}`, name: `Party ${party}` }));
  const profiles = weights.map((own, party) => ({
    partyId: `p${party}`,
    weights: Object.fromEntries(own.map((weight, issue) => [`i${issue}`, weight])),
    values: Object.fromEntries(
      (values[party] ?? []).map((options, issue) => [
        `i${issue}`,
        Object.fromEntries(options.map((value, option) => [`o${option}`, value])),
      ]),
    ),
    terms: [],
    noDeal: { kind: 'level' as const, value: 0.25 },
  }));
  return scaleBargain({ issues, parties, constraints: [], missingMandates: [] }, profiles);
}

function timesOf(work: () => unknown): number[] {
  return Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >>> 1] ?? Number.NaN;
}

function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
