/**
 * How far apart chains still are, as the split potential scale reduction factor of Gelman and Rubin (1992), "Inference
 * from iterative simulation using multiple sequences", Statistical Science 7, in the split form of Gelman et al. (2013),
 * "Bayesian Data Analysis". 1 where they agree; below 1.05 is taken for good.
 *
 * @param rows of `stride` numbers, chain after chain, each of `length` rows
 * @returns the greatest over all columns
 */
export function splitScaleReduction(
  rows: Float64Array,
  stride: number,
  chains: number,
  length: number,
  columns: readonly number[],
): number {
  const half = Math.floor(length / 2);
  if (half < 2) return Number.POSITIVE_INFINITY;
  let worst = 1;
  for (const column of columns) {
    const means: number[] = [];
    let within = 0;
    for (let chain = 0; chain < chains; chain += 1) {
      for (const start of [chain * length, chain * length + length - half]) {
        let sum = 0;
        let squares = 0;
        for (let at = start; at < start + half; at += 1) {
          const value = rows[at * stride + column] as number;
          sum += value;
          squares += value * value;
        }
        const mean = sum / half;
        means.push(mean);
        within += Math.max(0, (squares - half * mean * mean) / (half - 1));
      }
    }
    within /= means.length;
    const centre = means.reduce((sum, mean) => sum + mean, 0) / means.length;
    const between = means.reduce((sum, mean) => sum + (mean - centre) ** 2, 0) / (means.length - 1);
    // A number that never moves has come to rest where all chains agree, and nowhere where they do not.
    const factor = within < 1e-18 ? (between < 1e-18 ? 1 : Number.POSITIVE_INFINITY) : Math.sqrt((half - 1) / half + between / within);
    if (factor > worst) worst = factor;
  }
  return worst;
}
