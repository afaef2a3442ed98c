/**
 * The Nash and the leximin points of a frontier, measured from what each party has without a deal: Nash (1950), "The
 * bargaining problem", Econometrica 18; leximin as in Imai (1983), "Individual monotonicity and lexicographic maxmin
 * solution", Econometrica 51. Only points at which nobody is below its reference count; ties are all kept.
 */
import type { SampledFrontier } from './sampled-frontier.ts';

/** Collects into `into` the places of the points with the greatest product of gains; none where every product is 0. */
export function nashPoints({ count, worths }: SampledFrontier, reference: Float64Array, into: number[]): void {
  into.length = 0;
  let best = 0;
  const first = worths[0] as Float64Array;
  const fromFirst = reference[0] as number;
  for (let point = 0; point < count; point += 1) {
    let product = (first[point] as number) - fromFirst;
    // Two losses would make a gain of their product.
    if (product <= 0) continue;
    for (let party = 1; party < worths.length; party += 1) {
      const gain = ((worths[party] as Float64Array)[point] as number) - (reference[party] as number);
      product = gain > 0 ? product * gain : 0;
    }
    if (product === 0 || product < best) continue;
    if (product > best) into.length = 0;
    best = product;
    into.push(point);
  }
}

/** Collects into `into` the places of the points whose smallest gain is greatest, then the next smallest, and so on. */
export function leximinPoints({ count, worths }: SampledFrontier, reference: Float64Array, into: number[]): void {
  into.length = 0;
  const parties = worths.length;
  const best = new Float64Array(parties);
  const gains = new Float64Array(parties);
  for (let point = 0; point < count; point += 1) {
    let least = Number.POSITIVE_INFINITY;
    const floor = into.length > 0 ? (best[0] as number) : 0;
    for (let party = 0; party < parties && least >= floor; party += 1) {
      const gain = ((worths[party] as Float64Array)[point] as number) - (reference[party] as number);
      gains[party] = gain;
      if (gain < least) least = gain;
    }
    if (least < floor) continue;
    if (parties === 2) {
      if ((gains[0] as number) > (gains[1] as number)) gains.reverse();
    } else gains.sort();
    const order = into.length === 0 ? 1 : compared(gains, best);
    if (order < 0) continue;
    if (order > 0) {
      into.length = 0;
      best.set(gains);
    }
    into.push(point);
  }
}

/** Whether nobody is below its reference at some point. */
export function hasAgreement({ count, worths }: SampledFrontier, reference: Float64Array): boolean {
  for (let point = 0; point < count; point += 1) {
    if (worths.every((worth, party) => (worth[point] as number) >= (reference[party] as number))) return true;
  }
  return false;
}

function compared(a: Float64Array, b: Float64Array): number {
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
