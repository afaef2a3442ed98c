import { holdsAll, isAllowed, type ScaledBargain } from './scaled-bargain.ts';

/** Different values of one part that are kept apart, at most. */
const MOST_VALUES = 1_000_000;
/** Steps of counting from two halves, over all questions. */
const MOST_STEPS = 50_000_000;

/**
 * Counts for one party the allowed packages worth more than a value in units. Independent issues are brought together
 * value by value, into one list of values or, where that is too long, into two halves; linked issues are gone through
 * package by package. Null where there are more than a million different values in a half, or packages of linked issues,
 * or where counting from two halves would take too long for so many `questions`.
 */
export function rankCounter(bargain: ScaledBargain, party: number, questions: number): ((value: number) => bigint) | null {
  const { contributions, parties, terms, forbidden } = bargain;
  const linked = new Set(
    [...terms.map(({ options }) => options), ...forbidden.map(({ all, unless }) => [...all, ...(unless ? [unless] : [])])]
      .flat()
      .map(({ issue }) => issue),
  );
  const parts: Tally[] = contributions.flatMap((rows, issue) => {
    if (linked.has(issue)) return [];
    return [tallyOf(Array.from({ length: rows.length / parties }, (_, option) => rows[option * parties + party] as number))];
  });
  if (linked.size > 0) {
    const together = linkedTally(bargain, party, [...linked]);
    if (together === null) return null;
    parts.push(together);
  }
  parts.sort((a, b) => b.values.length - a.values.length);
  const nothing = tallyOf([0]);
  const whole = parts.reduce<Tally | null>((sum, part) => sum && added(sum, part), nothing);
  if (whole !== null) return counterOf(nothing, whole);
  const halves: [Tally, Tally] = [nothing, nothing];
  for (const part of parts) {
    const smaller = halves[0].values.length <= halves[1].values.length ? 0 : 1;
    const sum = added(halves[smaller], part);
    if (sum === null) return null;
    halves[smaller] = sum;
  }
  halves.sort((a, b) => a.values.length - b.values.length);
  return questions * (halves[0].values.length + halves[1].values.length) > MOST_STEPS ? null : counterOf(halves[0], halves[1]);
}

/** Different values from large to small, and how many packages have each. */
interface Tally {
  readonly values: Float64Array;
  readonly counts: readonly bigint[];
}

function tallyOf(values: readonly number[]): Tally {
  const counts = new Map<number, bigint>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0n) + 1n);
  return sortedTally(counts);
}

function sortedTally(counts: ReadonlyMap<number, bigint>): Tally {
  const values = Float64Array.from(counts.keys()).sort().reverse();
  return { values, counts: Array.from(values, (value) => counts.get(value) ?? 0n) };
}

function added(a: Tally, b: Tally): Tally | null {
  const counts = new Map<number, bigint>();
  for (const [i, one] of a.values.entries())
    for (const [j, other] of b.values.entries()) {
      counts.set(one + other, (counts.get(one + other) ?? 0n) + (a.counts[i] as bigint) * (b.counts[j] as bigint));
      if (counts.size > MOST_VALUES) return null;
    }
  return sortedTally(counts);
}

function linkedTally(bargain: ScaledBargain, party: number, issues: readonly number[]): Tally | null {
  const { contributions, parties } = bargain;
  const sizes = issues.map((issue) => (contributions[issue]?.length ?? 0) / parties);
  if (sizes.reduce((product, size) => product * size, 1) > MOST_VALUES) return null;
  const counts = new Map<number, bigint>();
  const places = contributions.map(() => -1);
  const visit = (depth: number): void => {
    if (depth < issues.length) {
      for (let option = 0; option < (sizes[depth] as number); option += 1) {
        places[issues[depth] as number] = option;
        visit(depth + 1);
      }
      return;
    }
    if (!isAllowed(bargain, places)) return;
    const value = valueOfLinked(bargain, places, { party, issues });
    counts.set(value, (counts.get(value) ?? 0n) + 1n);
  };
  visit(0);
  return sortedTally(counts);
}

function valueOfLinked(
  { contributions, parties, terms }: ScaledBargain,
  places: readonly number[],
  { party, issues }: { party: number; issues: readonly number[] },
): number {
  const own = issues.reduce((sum, issue) => sum + (contributions[issue]?.[(places[issue] as number) * parties + party] as number), 0);
  return terms.reduce((sum, { options, values }) => (holdsAll(options, places) ? sum + (values[party] as number) : sum), own);
}

function counterOf(few: Tally, many: Tally): (value: number) => bigint {
  const upTo = [0n];
  for (const count of many.counts) upTo.push((upTo.at(-1) ?? 0n) + count);
  if (few.values.length === 1) return (value) => upTo[aboveOf(many.values, value - (few.values[0] as number))] as bigint;
  return (value) => {
    let sum = 0n;
    // As the one goes down, fewer of the other still come to more than the value.
    let reach = many.values.length;
    for (const [at, one] of few.values.entries()) {
      while (reach > 0 && one + (many.values[reach - 1] as number) <= value) reach -= 1;
      if (reach === 0) break;
      sum += (few.counts[at] as bigint) * (upTo[reach] as bigint);
    }
    return sum;
  };
}

/** How many of values that go down are above one. */
function aboveOf(values: Float64Array, value: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) > value) low = middle + 1;
    else high = middle;
  }
  return low;
}
