import { UserError } from '@parley/model';
import type { Forbidden, Placed, ScaledBargain, ScaledTerm } from './scaled-bargain.ts';
import { type Branch, type Budget, both, either, noIssue, type OptionRow, oneOption, type ValueNode } from './value-node.ts';

/** Combinations of linked issues that are looked at in one step, at most. */
const MOST_COMBINATIONS = 1_000_000;

/**
 * The parts of a bargain that do not touch each other, each as the values it can come to: an issue by itself is one;
 * issues that a linked term or a constraint joins are brought together by eliminating one after the other, the one
 * with the fewest combinations of neighbours first (Bertelè and Brioschi 1972, "Nonserial dynamic programming"; with
 * sets of vectors in place of numbers, Rollón and Larrosa 2006, "Bucket elimination for multiobjective optimization").
 *
 * @throws UserError where more than a million combinations would have to be kept apart at once
 */
export function eliminate(bargain: ScaledBargain, budget: Budget): ValueNode[] {
  const links = linksOf(bargain);
  const tables: Table[] = [];
  const open = new Set(bargain.contributions.keys());
  const classes = classesOf(bargain, links);
  const parts: ValueNode[] = [];
  while (open.size > 0) {
    const { issue, neighbours } = cheapest(open, { links, tables, classes });
    open.delete(issue);
    const ownLinks = take(links, ({ scope }) => scope.includes(issue));
    const ownTables = take(tables, ({ scope }) => scope.includes(issue));
    const table = eliminated(issue, neighbours, { bargain, classes, links: ownLinks, tables: ownTables, budget });
    if (neighbours.length === 0) parts.push(table.nodes[0] ?? noIssue(bargain.parties));
    else tables.push(table);
  }
  return parts;
}

/** A term or a constraint over two or more issues. */
interface Link {
  readonly scope: readonly number[];
  readonly term: ScaledTerm | null;
  readonly forbidden: Forbidden | null;
}

/** What the issues eliminated so far come to, for each combination of classes of the issues of `scope`. */
interface Table {
  readonly scope: readonly number[];
  readonly nodes: readonly ValueNode[];
}

/** For each issue: options that no link tells apart are in one class. */
interface OptionClass {
  /** The option, where a link names it. */
  readonly named: number | null;
  readonly options: readonly OptionRow[];
}

function linksOf({ terms, forbidden }: ScaledBargain): Link[] {
  const scopeOf = (options: readonly Placed[]): number[] => [...new Set(options.map(({ issue }) => issue))];
  const links: Link[] = [
    ...terms.map((term) => ({ scope: scopeOf(term.options), term, forbidden: null })),
    ...forbidden.map((one) => ({ scope: scopeOf(one.unless === null ? one.all : [...one.all, one.unless]), term: null, forbidden: one })),
  ];
  return links.filter(({ scope }) => scope.length > 1);
}

/** Options with what concerns them alone taken into account, in classes; forbidden ones are left out. */
function classesOf({ contributions, parties, terms, forbidden }: ScaledBargain, links: readonly Link[]): OptionClass[][] {
  return contributions.map((rows, issue) => {
    const alone = <One extends ScaledTerm | Forbidden>(all: readonly One[], options: (one: One) => readonly Placed[]): One[] =>
      all.filter((one) => options(one).every((placed) => placed.issue === issue));
    const ownTerms = alone(terms, ({ options }) => options);
    const ownForbidden = alone(forbidden, ({ all, unless }) => (unless === null ? all : [...all, unless]));
    const all: OptionRow[] = [];
    for (let option = 0; option * parties < rows.length; option += 1) {
      if (ownForbidden.some((one) => breaks(one, () => option))) continue;
      const row = rows.slice(option * parties, (option + 1) * parties);
      for (const { options, values } of ownTerms) if (options.every((one) => one.option === option)) addTo(row, values);
      all.push({ option, row });
    }
    const named = new Set(
      links
        .flatMap(placedOf)
        .filter((one) => one.issue === issue)
        .map(({ option }) => option),
    );
    const rest = all.filter(({ option }) => !named.has(option));
    const own = all.filter(({ option }) => named.has(option)).map((one) => ({ named: one.option, options: [one] }));
    return rest.length > 0 ? [...own, { named: null, options: rest }] : own;
  });
}

function placedOf({ term, forbidden }: Link): readonly Placed[] {
  if (term !== null) return term.options;
  return forbidden === null ? [] : forbidden.unless === null ? forbidden.all : [...forbidden.all, forbidden.unless];
}

/** The open issue whose elimination keeps the fewest combinations apart. */
function cheapest(
  open: ReadonlySet<number>,
  { links, tables, classes }: { links: readonly Link[]; tables: readonly Table[]; classes: readonly OptionClass[][] },
): { issue: number; neighbours: number[] } {
  const touching = new Map<number, Set<number>>();
  for (const { scope } of [...links, ...tables])
    for (const issue of scope) {
      const near = touching.get(issue) ?? new Set<number>();
      for (const other of scope) if (other !== issue) near.add(other);
      touching.set(issue, near);
    }
  let best: { issue: number; neighbours: number[] } | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const issue of open) {
    const neighbours = [...(touching.get(issue) ?? [])];
    const combinations = neighbours.reduce((product, one) => product * (classes[one]?.length ?? 1), 1);
    if (combinations < fewest) [best, fewest] = [{ issue, neighbours }, combinations];
    if (fewest <= 1 && neighbours.length === 0) break;
  }
  if (best === null || fewest > MOST_COMBINATIONS)
    throw new UserError('too many issues are linked with each other for an exact answer', {
      cure: 'leave out links between issues, or bargain over fewer of the linked issues at a time',
      code: 'tooLarge',
    });
  return best;
}

interface Elimination {
  readonly bargain: ScaledBargain;
  readonly classes: readonly OptionClass[][];
  readonly links: readonly Link[];
  readonly tables: readonly Table[];
  readonly budget: Budget;
}

function eliminated(issue: number, neighbours: readonly number[], { bargain, classes, links, tables, budget }: Elimination): Table {
  const { parties } = bargain;
  const own = (classes[issue] ?? []).map(({ named, options }) => ({ named, node: oneOption(issue, options, parties, budget) }));
  const chosen = new Map<number, number>();
  const optionHeld = (one: number): number | null => classes[one]?.[chosen.get(one) ?? -1]?.named ?? null;
  const nodes: ValueNode[] = [];
  for (const combination of combinations(neighbours.map((one) => classes[one]?.length ?? 0))) {
    for (const [at, one] of neighbours.entries()) chosen.set(one, combination[at] ?? -1);
    const branches: Branch[] = [];
    for (const [place, { node }] of own.entries()) {
      chosen.set(issue, place);
      if (links.some(({ forbidden }) => forbidden !== null && breaks(forbidden, optionHeld))) continue;
      const shift = new Float64Array(parties);
      for (const { term } of links)
        if (term?.options.every(({ issue: other, option }) => optionHeld(other) === option)) addTo(shift, term.values);
      branches.push({ node: joined([node, ...tables.map((table) => entryOf(table, { chosen, classes }))], budget), shift });
    }
    nodes.push(either(branches, parties, budget));
  }
  return { scope: neighbours, nodes };
}

/** All nodes together, those with few points first. */
function joined(nodes: readonly ValueNode[], budget: Budget): ValueNode {
  const [first, ...others] = nodes.toSorted((a, b) => a.points.count - b.points.count);
  return others.reduce((sum, node) => both(sum, node, budget), first as ValueNode);
}

function entryOf(
  { scope, nodes }: Table,
  { chosen, classes }: { chosen: ReadonlyMap<number, number>; classes: readonly OptionClass[][] },
): ValueNode {
  const place = scope.reduce((sum, issue) => sum * (classes[issue]?.length ?? 0) + (chosen.get(issue) ?? -1), 0);
  return nodes[place] as ValueNode;
}

/** All combinations of places below the given sizes, the last counting fastest. */
function* combinations(sizes: readonly number[]): Generator<readonly number[]> {
  const places = sizes.map(() => 0);
  if (sizes.some((size) => size === 0)) return;
  for (;;) {
    yield places;
    let at = sizes.length - 1;
    while (at >= 0 && (places[at] ?? 0) + 1 === sizes[at]) places[at--] = 0;
    if (at < 0) return;
    places[at] = (places[at] ?? 0) + 1;
  }
}

function breaks({ all, unless }: Forbidden, optionHeld: (issue: number) => number | null): boolean {
  const holds = ({ issue, option }: Placed): boolean => optionHeld(issue) === option;
  return all.every(holds) && !(unless !== null && holds(unless));
}

function addTo(row: Float64Array, values: Float64Array): void {
  for (let party = 0; party < row.length; party += 1) row[party] = (row[party] as number) + (values[party] as number);
}

function take<One>(all: One[], isWanted: (one: One) => boolean): One[] {
  const taken = all.filter(isWanted);
  all.splice(0, all.length, ...all.filter((one) => !isWanted(one)));
  return taken;
}
