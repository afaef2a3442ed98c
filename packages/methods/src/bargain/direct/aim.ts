/**
 * What a search looks for, on values in units: the largest product of gains over `levels`, or the largest smallest
 * of gains over `levels`, each times its rate. No gain over `noDeal` may be below 0.
 */
export interface Aim {
  readonly kind: 'product' | 'least' | 'sum';
  readonly noDeal: readonly number[];
  readonly levels: readonly number[];
  /** For each party, above 0; 0 for a party that does not count. */
  readonly rates: readonly number[];
}

/** How far below 0 a point that is not rational scores, so that a search can still climb towards one that is. */
const OUTSIDE = -1e12;

/** How good values are by an aim; for a product its logarithm. At or above `OUTSIDE / 2` only where all gains allow it. */
export function scoreOf({ kind, noDeal, levels, rates }: Aim, values: ArrayLike<number>): number {
  let [outside, product, least, sum] = [0, 0, Number.POSITIVE_INFINITY, 0];
  for (let party = 0; party < rates.length; party += 1) {
    const rate = rates[party] as number;
    const surplus = (values[party] as number) - (noDeal[party] as number);
    const gain = ((values[party] as number) - (levels[party] as number)) * rate;
    if (surplus < 0) outside += surplus / (1 + Math.abs(noDeal[party] as number));
    if (kind === 'product' && surplus === 0) outside -= 1e-9;
    if (rate === 0) continue;
    product += Math.log(Math.max(gain, Number.MIN_VALUE));
    least = Math.min(least, gain);
    sum += gain;
  }
  if (outside < 0) return OUTSIDE + outside;
  return kind === 'product' ? product : kind === 'least' ? least : sum;
}

export function isRational(score: number): boolean {
  return score > OUTSIDE / 2;
}
