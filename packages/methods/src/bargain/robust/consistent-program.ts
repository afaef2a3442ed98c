import type { Holder } from './holder.ts';
import { type LinearProgram, linearProgram } from './linear-program.ts';

/** What an option is worth to a holder: the weight of its issue times where it stands in it. */
export function worth(issue: number, option: number, prefix = ''): string {
  return `${prefix}z${issue}_${option}`;
}

export function weight(issue: number, prefix = ''): string {
  return `${prefix}w${issue}`;
}

/** By how much every strict statement holds at least. */
export const MARGIN = 'margin';

/**
 * All additive preferences consistent with what was said, as a program: weights of issues that sum to 1, and for each
 * option its worth, from 0 for the worst option of an issue to the issue's weight for the best. Where several options
 * may be the best or the worst, a binary picks one, so that no issue counts for more than there is between its options.
 * Every strict statement holds by `MARGIN`, which is bound to `margin`; 0 gives the closure of the set.
 *
 * After Greco, Mousseau and Słowiński (2008), "Ordinal regression revisited", European Journal of Operational Research 191.
 */
export function consistentProgram(holder: Holder, margin: { readonly low: number; readonly high: number }): LinearProgram {
  const program = linearProgram();
  program.bound(MARGIN, margin.low, margin.high);
  addConsistent(program, holder);
  return program;
}

/** Adds the preferences of one holder to a program that may hold several, told apart by their prefix. */
export function addConsistent(program: LinearProgram, holder: Holder, prefix = ''): void {
  const w = (issue: number): string => weight(issue, prefix);
  const z = (issue: number, option: number): string => worth(issue, option, prefix);
  const over = (upper: string, lower: string, strict: boolean): void =>
    program.row(strict ? [[upper, 1], [lower, -1], [MARGIN, -1]] : [[upper, 1], [lower, -1]], { low: 0 }); // biome-ignore format: one row
  program.row(
    holder.issues.map((_, issue) => [w(issue), 1] as const),
    { low: 1, high: 1 },
  );
  holder.issues.forEach(({ order, bestAmong, worstAmong }, issue) => {
    for (let option = 0; option < order.size; option += 1) over(w(issue), z(issue, option), false);
    for (const { upper, lower, strict } of order.edges) over(z(issue, upper), z(issue, lower), strict);
    pickOne(program, `${prefix}t${issue}`, bestAmong, (option) => [[z(issue, option), 1], [w(issue), -1]]); // biome-ignore format: one row
    if (order.size > 1) pickOne(program, `${prefix}b${issue}`, worstAmong, (option) => [[z(issue, option), -1]]);
  });
  for (const { upper, lower, strict } of holder.importance.edges) over(w(upper), w(lower), strict);
  for (const { issue, low, high } of holder.weights) program.row([[w(issue), 1]], { low, high });
  for (const { issue, option, low, high } of holder.values) {
    program.row([[z(issue, option), 1], [w(issue), -low]], { low: 0 }); // biome-ignore format: one row
    program.row([[z(issue, option), 1], [w(issue), -high]], { high: 0 }); // biome-ignore format: one row
  }
  for (const { better, worse, strict } of holder.comparisons) {
    const difference = differenceTerms(better, worse, prefix);
    program.row(strict ? [...difference, [MARGIN, -1]] : difference, { low: 0 });
  }
}

/** What the first package is worth over the second, as terms of the program. */
export function differenceTerms(first: readonly number[], second: readonly number[], prefix = ''): [string, number][] {
  return first.flatMap((option, issue): [string, number][] =>
    option === second[issue]
      ? []
      : [
          [worth(issue, option, prefix), 1],
          [worth(issue, second[issue] as number, prefix), -1],
        ],
  );
}

/** For at least one of the options the terms, at most 0 by themselves, are 0. */
function pickOne(
  program: LinearProgram,
  name: string,
  options: readonly number[],
  terms: (option: number) => readonly (readonly [string, number])[],
): void {
  if (options.length === 1) {
    program.row(terms(options[0] as number), { low: 0 });
    return;
  }
  const picks = options.map((option) => `${name}_${option}`);
  for (const pick of picks) program.binary(pick);
  options.forEach((option, at) => {
    program.row([...terms(option), [picks[at] as string, -1]], { low: -1 });
  });
  program.row(
    picks.map((pick) => [pick, 1] as const),
    { low: 1 },
  );
}
