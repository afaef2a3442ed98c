/**
 * Numbers between 0 and 1 drawn uniformly among all that keep a partial order. Each connected group is drawn by itself:
 * a linear extension, each equally likely, by counting them over lower sets (Brightwell and Winkler 1991, "Counting
 * linear extensions", Order 8, show that there is no shortcut in general), and sorted uniform numbers along it.
 */
import { UserError } from '@parley/model';
import type { Random } from '../../numeric/random.ts';
import { connectedGroups, isAbove, type Order } from './order.ts';

/** Fills `out` from `at` on with one number for each thing of the order. */
export type DrawFromOrder = (random: Random, out: Float64Array, at: number) => void;

/** @throws UserError where an order that is not a plain ranking links more than 30 things, or leaves too many ways to count */
export function drawFromOrder(order: Order): DrawFromOrder {
  const draws = connectedGroups(order).map((group) => drawGroup(order, group));
  return (random, out, at) => {
    for (const draw of draws) draw(random, out, at);
  };
}

function drawGroup(order: Order, group: readonly number[]): DrawFromOrder {
  const [only] = group;
  if (group.length === 1) {
    return (random, out, at) => {
      out[at + (only as number)] = random();
    };
  }
  const lowestFirst = [...group].sort((a, b) => countBelow(order, group, a) - countBelow(order, group, b));
  const isRanking = lowestFirst.every((one, at) => at === 0 || isAbove(order, one, lowestFirst[at - 1] as number));
  const sorted = new Float64Array(group.length);
  if (isRanking) {
    return (random, out, at) => {
      drawSorted(random, sorted);
      for (let i = 0; i < lowestFirst.length; i += 1) out[at + (lowestFirst[i] as number)] = sorted[i] as number;
    };
  }
  if (group.length > MOST_LINKED) throw tooLarge(group.length);
  const extension = drawExtension(order, group);
  const found = new Int32Array(group.length);
  return (random, out, at) => {
    extension(random, found);
    drawSorted(random, sorted);
    for (let i = 0; i < found.length; i += 1) out[at + (found[i] as number)] = sorted[i] as number;
  };
}

const MOST_LINKED = 30;
const MOST_COUNTED = 2 ** 20;

function tooLarge(count: number): UserError {
  return new UserError(`an order that is not a ranking links ${count} options or issues, too many to draw from`, {
    cure: 'rank them, or bring them into fewer, coarser steps',
    code: 'tooLarge',
  });
}

/** Draws a linear extension, the lowest first: from the top down, each choice as likely as the extensions it leaves. */
function drawExtension(order: Order, group: readonly number[]): (random: Random, out: Int32Array) => void {
  const abovePlaces = group.map((a) => group.reduce((mask, b, place) => (isAbove(order, b, a) ? mask | (1 << place) : mask), 0));
  const counts = new Map<number, number>([[0, 1]]);
  const count = (set: number): number => {
    const known = counts.get(set);
    if (known !== undefined) return known;
    let sum = 0;
    for (let place = 0; place < group.length; place += 1) if (isTop(set, place)) sum += count(set & ~(1 << place));
    if (counts.size > MOST_COUNTED) throw tooLarge(group.length);
    counts.set(set, sum);
    return sum;
  };
  const isTop = (set: number, place: number): boolean => ((set >> place) & 1) === 1 && (set & (abovePlaces[place] as number)) === 0;
  const all = 2 ** group.length - 1;
  count(all);
  return (random, out) => {
    let set = all;
    for (let at = group.length - 1; at >= 0; at -= 1) {
      let left = random() * count(set);
      let chosen = -1;
      for (let place = 0; place < group.length; place += 1) {
        if (!isTop(set, place)) continue;
        chosen = place;
        left -= count(set & ~(1 << place));
        if (left < 0) break;
      }
      out[at] = group[chosen] as number;
      set &= ~(1 << chosen);
    }
  };
}

function drawSorted(random: Random, into: Float64Array): void {
  for (let i = 0; i < into.length; i += 1) {
    const drawn = random();
    let at = i;
    for (; at > 0 && (into[at - 1] as number) > drawn; at -= 1) into[at] = into[at - 1] as number;
    into[at] = drawn;
  }
}

function countBelow(order: Order, group: readonly number[], a: number): number {
  return group.filter((b) => isAbove(order, a, b)).length;
}
