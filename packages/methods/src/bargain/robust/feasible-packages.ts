import { UserError } from '@parley/model';
import { brokenConstraints, optionPlaces, optionsOf } from '../domain.ts';
import { isRedLine, type ReadyOrders } from './ready-orders.ts';

/** Issues that constraints link, and all ways to settle them together; an issue that nothing links stands alone. */
export interface LinkedIssues {
  readonly issues: readonly number[];
  /** Each way: an option for each of `issues`, by place. Ways that break a constraint or cross a red line are left out. */
  readonly ways: readonly (readonly number[])[];
}

/** The issues in groups, so that every choice of one way from each group is a feasible package, and every feasible package such a choice. */
export function linkedIssues(ready: ReadyOrders, mayBe: (issue: number, option: number) => boolean = notRuledOut(ready)): LinkedIssues[] {
  const { domain } = ready.orders;
  const places = optionPlaces(domain.issues);
  const group = domain.issues.map((_, issue) => issue);
  const root = (issue: number): number => (group[issue] === issue ? issue : root(group[issue] as number));
  for (const constraint of domain.constraints) {
    const issues = optionsOf(constraint).map(({ issueId }) => places.get(issueId)?.issue as number);
    for (const issue of issues) group[root(issue)] = root(issues[0] as number);
  }
  const members = new Map<number, number[]>();
  for (const issue of group.keys()) members.set(root(issue), [...(members.get(root(issue)) ?? []), issue]);
  return [...members.values()].map((issues) => {
    const isLinked = domain.constraints.some((constraint) =>
      optionsOf(constraint).some(({ issueId }) => issues.includes(places.get(issueId)?.issue as number)),
    );
    const choices = issues.map((issue) =>
      (domain.issues[issue]?.options ?? []).flatMap((_, option) => (mayBe(issue, option) ? [option] : [])),
    );
    const count = choices.reduce((product, options) => product * options.length, 1);
    if (count > MOST_WAYS)
      throw new UserError(`constraints link ${issues.length} issues with ${count} packages of their own`, {
        cure: 'link fewer issues, or take options out',
        code: 'tooLarge',
      });
    const ways = combinations(choices);
    return { issues, ways: isLinked ? ways.filter((way) => keepsConstraints(ready, issues, way)) : ways };
  });
}

/** All feasible packages, by places. Throws a UserError where there are more than `atMost`. */
export function feasiblePackages(
  ready: ReadyOrders,
  atMost = MOST_PACKAGES,
  mayBe?: (issue: number, option: number) => boolean,
): number[][] {
  const groups = linkedIssues(ready, mayBe);
  const count = groups.reduce((product, { ways }) => product * ways.length, 1);
  if (count > atMost)
    throw new UserError(`there are ${count} packages to go through, and the limit is ${atMost}`, {
      cure: 'take fewer issues or options, or ask for sampled shares instead',
      code: 'tooLarge',
    });
  const found: number[][] = [];
  for (const choice of combinations(groups.map(({ ways }) => ways.map((_, way) => way)))) found.push(assembled(groups, choice));
  return found;
}

/** The package that a choice of one way from each group makes. */
export function assembled(groups: readonly LinkedIssues[], choice: readonly number[]): number[] {
  const places: number[] = [];
  groups.forEach(({ issues, ways }, at) => {
    const way = ways[choice[at] as number] ?? [];
    issues.forEach((issue, i) => {
      places[issue] = way[i] as number;
    });
  });
  return places;
}

const MOST_WAYS = 100_000;
const MOST_PACKAGES = 200_000;

function notRuledOut({ parties }: ReadyOrders): (issue: number, option: number) => boolean {
  return (issue, option) => !parties.some(({ holder }) => isRedLine(holder, issue, option));
}

function keepsConstraints({ orders: { domain } }: ReadyOrders, issues: readonly number[], way: readonly number[]): boolean {
  // Only these issues are chosen; what the others have is no option at all, and matches no constraint.
  const places = domain.issues.map((_, issue) => way[issues.indexOf(issue)] ?? -1);
  return brokenConstraints(domain, places).length === 0;
}

function combinations(choices: readonly (readonly number[])[]): number[][] {
  let all: number[][] = [[]];
  for (const options of choices) all = all.flatMap((before) => options.map((option) => [...before, option]));
  return all;
}
