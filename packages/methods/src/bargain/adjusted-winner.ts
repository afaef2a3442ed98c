import { UserError } from '@parley/model';
import type { MethodNote } from '../method-note.ts';
import { compareFractions, dividedBy, type Fraction, fractionOf, fractionText, minus, numberOf, plus, times } from './fraction.ts';

/** Points of two parties over issues that can be divided. */
export interface PointTable {
  readonly parties: readonly [string, string];
  readonly issues: readonly { readonly name: string; readonly points: readonly [number, number] }[];
}

/** Who gets which part of what. Amounts are exact, as fractions in words (`5/6`) beside the nearest number. */
export interface Division {
  readonly note: MethodNote;
  readonly parties: readonly [string, string];
  /** What each has in the end, in its own points. */
  readonly totals: readonly [ExactAmount, ExactAmount];
  /** For each issue the part that each party gets; the two parts make 1. */
  readonly shares: readonly { readonly issue: string; readonly parts: readonly [ExactAmount, ExactAmount] }[];
  /** The one issue that both get a part of; null where none is split. */
  readonly split: string | null;
}

interface ExactAmount {
  readonly exact: string;
  readonly value: number;
}

const ZERO: Fraction = { top: 0n, bottom: 1n };
const ONE: Fraction = { top: 1n, bottom: 1n };

/**
 * Adjusted Winner for two parties (Brams and Taylor 1996, "Fair division", chapter 4): each issue goes to the party
 * that puts more points on it; then issues go over from the party that has more, those first for which the ratio of
 * its points to the other's is smallest, until both have the same, at most one of them in part. The outcome is
 * efficient, equitable and, where points of both sum to the same, free of envy. Points are taken exactly.
 *
 * An issue with equal points starts with the first party; as its ratio is smallest, that makes no difference to the
 * totals. Issues of the same ratio go over in the order of the table.
 *
 * @param scaled brings the points of each party to a sum of 100 first; by default they are taken as given
 * @throws UserError for points below 0 or not finite, and for a party whose points sum to 0
 */
export function adjustedWinner({ parties, issues }: PointTable, { scaled = false }: { scaled?: boolean } = {}): Division {
  const points = issues.map(({ name, points: own }) => ({
    name,
    points: own.map((value, at) => pointsOf(value, name, parties[at] ?? '')) as Pair,
  }));
  const sums: Pair = [sumOf(points, 0), sumOf(points, 1)];
  for (const [at, sum] of sums.entries())
    if (sum.top === 0n) throw new UserError(`the points of ${parties[at]} sum to 0`, { cure: 'give at least one issue points above 0' });
  const factors = sums.map((sum) => (scaled ? dividedBy({ top: 100n, bottom: 1n }, sum) : ONE)) as Pair;
  const table = points.map(({ name, points: own }) => ({ name, points: [times(own[0], factors[0]), times(own[1], factors[1])] as Pair }));
  const parts = table.map(({ points: [first, second] }) => (compareFractions(first, second) >= 0 ? ONE : ZERO));
  const split = equalise(table, parts);
  const totals = totalsOf(table, parts);
  return {
    note: {
      method: 'adjustedWinner',
      definition: 'Each issue to the party with more points on it; then moved over, cheapest first, until both have the same.',
      source: 'Brams and Taylor 1996, Fair Division, chapter 4',
      parameters: { scaled },
      kind: 'exact',
      complete: true,
      steps: issues.length,
    },
    parties,
    totals: [amount(totals[0]), amount(totals[1])],
    shares: table.map(({ name }, at) => ({ issue: name, parts: [amount(parts[at] ?? ZERO), amount(minus(ONE, parts[at] ?? ZERO))] })),
    split,
  };
}

type Pair = [Fraction, Fraction];
type Row = { readonly name: string; readonly points: Pair };

/** Moves issues over from the party that has more. `parts` are the first party's. Gives the issue that is split. */
function equalise(table: readonly Row[], parts: Fraction[]): string | null {
  const totals = totalsOf(table, parts);
  const giver = compareFractions(totals[0], totals[1]) >= 0 ? 0 : 1;
  const ofGiver = giver === 0 ? ONE : ZERO;
  let lead = giver === 0 ? minus(totals[0], totals[1]) : minus(totals[1], totals[0]);
  // What neither values moves nothing, and has no ratio: in the sort it would be like every other, and upset the order.
  const movable = [...table.keys()]
    .filter((at) => compareFractions(parts[at] ?? ZERO, ofGiver) === 0 && table[at]?.points.some(({ top }) => top > 0n))
    .sort((a, b) => byRatio(table, giver, a, b));
  for (const at of movable) {
    if (lead.top <= 0n) return null;
    const [first, second] = (table[at] as Row).points;
    const both = plus(first, second);
    const moved = dividedBy(lead, both);
    if (compareFractions(moved, ONE) < 0) {
      parts[at] = giver === 0 ? minus(ONE, moved) : moved;
      return (table[at] as Row).name;
    }
    parts[at] = minus(ONE, ofGiver);
    lead = minus(lead, both);
  }
  return null;
}

/** What the giver has per point of the other: an issue worth nothing to the other goes last. Without dividing by 0. */
function byRatio(table: readonly Row[], giver: 0 | 1, a: number, b: number): number {
  const [one, other] = [(table[a] as Row).points, (table[b] as Row).points];
  const taker = giver === 0 ? 1 : 0;
  return compareFractions(times(one[giver], other[taker]), times(other[giver], one[taker])) || a - b;
}

function totalsOf(table: readonly Row[], parts: readonly Fraction[]): Pair {
  const totals: Pair = [ZERO, ZERO];
  for (const [at, { points }] of table.entries()) {
    const part = parts[at] ?? ZERO;
    totals[0] = plus(totals[0], times(points[0], part));
    totals[1] = plus(totals[1], times(points[1], minus(ONE, part)));
  }
  return totals;
}

function sumOf(rows: readonly Row[], party: 0 | 1): Fraction {
  return rows.reduce((sum, { points }) => plus(sum, points[party]), ZERO);
}

function pointsOf(value: number, issue: string, party: string): Fraction {
  if (Number.isFinite(value) && value >= 0 && value <= 1e15) return fractionOf(value);
  throw new UserError(`the points of ${party} on "${issue}" are ${value}`, { cure: 'give a number of at least 0' });
}

function amount(value: Fraction): ExactAmount {
  return { exact: fractionText(value), value: numberOf(value) };
}
