import { UserError } from '@parley/model';
import type { LinkedIssues } from './feasible-packages.ts';
import { assembled } from './feasible-packages.ts';
import type { SampledOrders } from './sampled-orders.ts';

/** The frontier of one sample; arrays are used again for the next, and hold `count` points. */
export interface SampledFrontier {
  count: number;
  /** The number of each point's package; `packageOf` gives its places. */
  keys: Float64Array;
  /** For each party what the points are worth. */
  worths: Float64Array[];
}

export interface FrontierOfSamples {
  /** How many feasible packages there are. */
  readonly packages: number;
  frontierOf(sample: number): SampledFrontier;
  packageOf(key: number): number[];
  /** The number of a package, or null where it is not feasible. */
  keyOf(places: readonly number[]): number | null;
}

/**
 * The frontiers of sampled profiles, by merging issue by issue and dropping what is dominated at each step. For two
 * parties the points so far are kept sorted, so that a step is one merge of sorted lists.
 *
 * @throws UserError where packages are too many to be numbered, 2^53
 */
export function frontierOfSamples({ parties }: SampledOrders, groups: readonly LinkedIssues[]): FrontierOfSamples {
  const packages = groups.reduce((product, { ways }) => product * ways.length, 1);
  if (packages > Number.MAX_SAFE_INTEGER)
    throw new UserError(`there are ${packages} packages, more than can be numbered`, {
      cure: 'take fewer issues or options',
      code: 'tooLarge',
    });
  const strides: number[] = [];
  groups.reduce((stride, { ways }) => {
    strides.push(stride);
    return stride * ways.length;
  }, 1);
  // Groups with few ways first: points are fewest while most is still to come.
  const turns = groups.map((_, group) => group).sort((a, b) => waysOf(groups, a).length - waysOf(groups, b).length);
  const tables = groups.map(({ issues, ways }) =>
    parties.map(({ layout }) => ways.map((way) => way.map((option, i) => (layout.optionsAt[issues[i] as number] as number) + option))),
  );
  const most = Math.max(1, ...groups.map(({ ways }) => ways.length));
  const wayWorths = parties.map(() => new Float64Array(most));
  let now = emptyFrontier(parties.length);
  let next = emptyFrontier(parties.length);
  const extend = parties.length === 2 ? extendTwo : extendMany;

  return {
    packages,
    packageOf: (key) =>
      assembled(
        groups,
        groups.map(({ ways }, group) => Math.floor(key / (strides[group] as number)) % ways.length),
      ),
    keyOf(places) {
      let key = 0;
      for (const [group, { issues, ways }] of groups.entries()) {
        const way = ways.findIndex((one) => one.every((option, i) => option === places[issues[i] as number]));
        if (way < 0) return null;
        key += way * (strides[group] as number);
      }
      return key;
    },
    frontierOf(sample) {
      now.count = packages === 0 ? 0 : 1;
      now.keys[0] = 0;
      for (const worth of now.worths) worth[0] = 0;
      if (packages === 0) return now;
      for (const group of turns) {
        const ways = waysOf(groups, group).length;
        for (let party = 0; party < parties.length; party += 1) {
          const { rows, layout } = parties[party] as SampledOrders['parties'][number];
          const table = (tables[group] as number[][][])[party] as number[][];
          const into = wayWorths[party] as Float64Array;
          const from = sample * layout.length;
          for (let way = 0; way < ways; way += 1) {
            const cells = table[way] as number[];
            let sum = 0;
            for (let i = 0; i < cells.length; i += 1) sum += rows[from + (cells[i] as number)] as number;
            into[way] = sum;
          }
        }
        extend(now, next, wayWorths, ways, strides[group] as number);
        [now, next] = [next, now];
      }
      return now;
    },
  };
}

function waysOf(groups: readonly LinkedIssues[], group: number): LinkedIssues['ways'] {
  return (groups[group] as LinkedIssues).ways;
}

function emptyFrontier(parties: number): SampledFrontier {
  return { count: 0, keys: new Float64Array(256), worths: Array.from({ length: parties }, () => new Float64Array(256)) };
}

function makeRoom(frontier: SampledFrontier, size: number): void {
  if (frontier.keys.length >= size) return;
  const grown = (old: Float64Array): Float64Array => {
    const made = new Float64Array(Math.max(size, old.length * 2));
    made.set(old);
    return made;
  };
  frontier.keys = grown(frontier.keys);
  frontier.worths = frontier.worths.map(grown);
}

let heads = new Int32Array(64);
let headFirst = new Float64Array(64);
let headSecond = new Float64Array(64);

/**
 * Points are sorted: the first party's worth falls, the second's rises. Each way moves the whole list by a step, and the
 * lists are merged from the first party's best on; what does not better the second party is dominated.
 */
function extendTwo(now: SampledFrontier, next: SampledFrontier, worths: readonly Float64Array[], ways: number, stride: number): void {
  const { count, keys } = now;
  const [firsts, seconds] = now.worths as [Float64Array, Float64Array];
  const [addFirst, addSecond] = worths as [Float64Array, Float64Array];
  if (heads.length < ways) {
    heads = new Int32Array(ways);
    headFirst = new Float64Array(ways);
    headSecond = new Float64Array(ways);
  }
  for (let way = 0; way < ways; way += 1) {
    heads[way] = 0;
    headFirst[way] = (firsts[0] as number) + (addFirst[way] as number);
    headSecond[way] = (seconds[0] as number) + (addSecond[way] as number);
  }
  makeRoom(next, count * ways);
  const [outFirst, outSecond] = next.worths as [Float64Array, Float64Array];
  const outKeys = next.keys;
  let size = 0;
  let best = Number.NEGATIVE_INFINITY;
  let last = Number.POSITIVE_INFINITY;
  for (;;) {
    let chosen = 0;
    let first = headFirst[0] as number;
    for (let way = 1; way < ways; way += 1) {
      const value = headFirst[way] as number;
      if (value > first || (value === first && (headSecond[way] as number) > (headSecond[chosen] as number))) {
        chosen = way;
        first = value;
      }
    }
    if (first === Number.NEGATIVE_INFINITY) break;
    const second = headSecond[chosen] as number;
    let head = heads[chosen] as number;
    if (second > best || (second === best && first === last)) {
      outFirst[size] = first;
      outSecond[size] = second;
      outKeys[size] = (keys[head] as number) + chosen * stride;
      size += 1;
      best = second;
      last = first;
    }
    const plus = addSecond[chosen] as number;
    head += 1;
    while (head < count && (seconds[head] as number) + plus < best) head += 1;
    heads[chosen] = head;
    headFirst[chosen] = head < count ? (firsts[head] as number) + (addFirst[chosen] as number) : Number.NEGATIVE_INFINITY;
    headSecond[chosen] = head < count ? (seconds[head] as number) + plus : 0;
  }
  next.count = size;
}

/**
 * Three parties and more: all sums, the greatest over all parties first, and of these what no earlier one dominates: what
 * dominates another is more to all parties together, and what is most to all dominates most.
 */
function extendMany(now: SampledFrontier, next: SampledFrontier, worths: readonly Float64Array[], ways: number, stride: number): void {
  const parties = worths.length;
  const total = now.count * ways;
  const sums = new Float64Array(total * parties);
  const together = new Float64Array(total);
  for (let way = 0, at = 0; way < ways; way += 1) {
    for (let point = 0; point < now.count; point += 1, at += 1) {
      let all = 0;
      for (let party = 0; party < parties; party += 1) {
        const sum = ((now.worths[party] as Float64Array)[point] as number) + ((worths[party] as Float64Array)[way] as number);
        sums[at * parties + party] = sum;
        all += sum;
      }
      together[at] = all;
    }
  }
  // Sums in floating point never fall where a part rises, so what dominates is never behind; where level, the parties decide.
  const order = Uint32Array.from(together.keys()).sort((a, b) => {
    const difference = (together[b] as number) - (together[a] as number);
    if (difference !== 0) return difference;
    for (let party = 0; party < parties; party += 1) {
      const own = (sums[b * parties + party] as number) - (sums[a * parties + party] as number);
      if (own !== 0) return own;
    }
    return 0;
  });
  makeRoom(next, total);
  const kept = new Float64Array(total * parties);
  let size = 0;
  for (const place of order) {
    if (isDominated(kept, size, sums, place * parties, parties)) continue;
    for (let party = 0; party < parties; party += 1) {
      const sum = sums[place * parties + party] as number;
      kept[size * parties + party] = sum;
      (next.worths[party] as Float64Array)[size] = sum;
    }
    next.keys[size] = (now.keys[place % now.count] as number) + Math.floor(place / now.count) * stride;
    size += 1;
  }
  next.count = size;
}

function isDominated(kept: Float64Array, size: number, sums: Float64Array, from: number, parties: number): boolean {
  for (let at = 0; at < size * parties; at += parties) {
    let party = 0;
    let isMore = false;
    for (; party < parties; party += 1) {
      const difference = (kept[at + party] as number) - (sums[from + party] as number);
      if (difference < 0) break;
      if (difference > 0) isMore = true;
    }
    if (party === parties && isMore) return true;
  }
  return false;
}
