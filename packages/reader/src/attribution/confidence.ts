import type { ReadStatement } from '../reading.ts';

/**
 * How often statements were right, source and content both, by the odds of their cue: pairs of odds
 * and share, between which is read off in a straight line. Counted on marked articles, each read
 * with cue tables that it had no part in.
 */
const SHARES: Readonly<Record<ReadStatement['speech'], readonly (readonly [odds: number, share: number])[]>> = {
  direct: [
    [0.3, 0.35],
    [0.5, 0.42],
    [0.6, 0.56],
    [0.75, 0.74],
    [0.85, 0.83],
    [0.92, 0.9],
    [0.97, 0.92],
    [1, 0.94],
  ],
  mixed: [
    [0.3, 0.25],
    [0.5, 0.31],
    [0.65, 0.45],
    [0.8, 0.51],
    [0.87, 0.65],
    [0.92, 0.73],
    [0.97, 0.8],
    [1, 0.8],
  ],
  indirect: [
    [0.3, 0.2],
    [0.5, 0.28],
    [0.6, 0.3],
    [0.7, 0.36],
    [0.8, 0.43],
    [0.87, 0.53],
    [0.92, 0.64],
    [0.97, 0.72],
    [1, 0.72],
  ],
};

/** The share of statements like this one that were right, rounded to hundredths. */
export function confidenceOf(odds: number, speech: ReadStatement['speech']): number {
  const shares = SHARES[speech];
  let [lowOdds, lowShare] = shares[0] as readonly [number, number];
  for (const [highOdds, highShare] of shares) {
    if (odds <= highOdds) {
      const part = highOdds === lowOdds ? 0 : Math.max(0, odds - lowOdds) / (highOdds - lowOdds);
      return Math.round((lowShare + part * (highShare - lowShare)) * 100) / 100;
    }
    [lowOdds, lowShare] = [highOdds, highShare];
  }
  return lowShare;
}
