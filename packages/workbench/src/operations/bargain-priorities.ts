import type { BargainConstraint, BargainIssue, BargainPackage, StatedNoDeal, StatedPreferences } from '@parley/methods';
import { type Body, type CaseRecord, labelText, type Version } from '@parley/model';

type Priority = Body<'priority'>;
type Options = readonly { readonly issueId: string; readonly optionId: string }[];
/** What is said of a party or faction beyond its stances. */
type Beyond = Omit<StatedPreferences, 'stances'>;

/** What the case says of priorities, by party and faction. */
export interface CasePriorities {
  /** What was said of a party, or of one of its factions; the id of a priority is its evidence. */
  of(partyId: string, factionId: string | null): Beyond;
  readonly all: readonly Version<'priority'>[];
  /** Those of which some part names an issue or option that is not there, and was left out. */
  readonly partlyUsed: readonly string[];
}

/**
 * The priorities of a record, in the terms of the bargain. Several of one party are taken together; where they differ on
 * what no deal is worth, anything between is possible, and where that cannot be said it is unknown.
 */
export function casePriorities(record: CaseRecord, issues: readonly BargainIssue[]): CasePriorities {
  const all = [...record.of('priority').values()];
  const hasIssue = (issueId: string): boolean => issues.some(({ id }) => id === issueId);
  const hasOption = ({ issueId, optionId }: { issueId: string; optionId: string }): boolean =>
    issues.some(({ id, options }) => id === issueId && options.some((option) => option.id === optionId));
  const partlyUsed = all.filter(({ body }) => !isWhole(body, hasIssue, hasOption)).map(({ id }) => id);
  return {
    all,
    partlyUsed,
    of(partyId, factionId) {
      const own = all.filter(({ body }) => body.partyId === partyId && (body.factionId ?? null) === factionId);
      const said = <K extends keyof Priority, T>(field: K, each: (one: Priority[K]) => readonly T[]): (T & { evidence: string[] })[] =>
        own.flatMap(({ id, body }) => each(body[field]).map((one) => ({ ...one, evidence: [id] })));
      const beyond = {
        importance: said('importance', (lists) => lists.map((ids) => ({ issueIds: ids.filter(hasIssue) }))).filter(
          ({ issueIds }) => issueIds.length > 1,
        ),
        rankings: said('rankings', (some) =>
          some.map(({ issueId, optionIds }) => ({ issueId, optionIds: optionIds.filter((optionId) => hasOption({ issueId, optionId })) })),
        ).filter(({ optionIds }) => optionIds.length > 1),
        weights: said('weights', (some) => some.filter(({ issueId }) => hasIssue(issueId)).map(({ issueId, range }) => ({ issueId, ...range }))), // biome-ignore format: as its neighbours
        values: said('values', (some) => some.filter(hasOption).map(({ issueId, optionId, range }) => ({ issueId, optionId, ...range }))),
        comparisons: said('comparisons', (some) =>
          some
            .filter(({ better, worse }) => [...better, ...worse].every(hasOption))
            .map(({ better, worse, orEqual }) => ({ better: filledUp(better, issues), worse: filledUp(worse, issues), orEqual })),
        ),
      };
      const given = Object.fromEntries(Object.entries(beyond).filter(([, some]) => some.length > 0)) as Beyond;
      const noDeal = noDealOf(own.flatMap(({ body }) => noDealSaid(body, issues)));
      return noDeal === null ? given : { ...given, noDeal };
    },
  };
}

/** What no package may break; `notUsed` are rules that name what is not there. */
export function caseRules(record: CaseRecord, issues: readonly BargainIssue[]) {
  const used: { readonly version: Version<'packageRule'>; readonly constraint: BargainConstraint }[] = [];
  const notUsed: string[] = [];
  for (const version of record.of('packageRule').values()) {
    const { title, rule } = version.body;
    const named = rule.kind === 'exclude' ? rule.options : rule.kind === 'floor' ? [rule.option] : [...rule.when, ...rule.needs];
    const isThere = named.every(({ issueId, optionId }) =>
      issues.some(({ id, options }) => id === issueId && options.some((option) => option.id === optionId)),
    );
    if (isThere) used.push({ version, constraint: { ...rule, reason: labelText(title) } });
    else notUsed.push(version.id);
  }
  return { used, notUsed };
}

/** One option for every issue, or null where one is left open. */
export function wholePackage(options: Options, issues: readonly BargainIssue[]): BargainPackage | null {
  const chosen = issues.map(({ id, options: all }) => [
    id,
    options.find(({ issueId, optionId }) => issueId === id && all.some((option) => option.id === optionId))?.optionId,
  ]);
  return chosen.some(([, optionId]) => optionId === undefined) ? null : (Object.fromEntries(chosen) as BargainPackage);
}

/** Where preferences add up, what two packages share does not matter to which is better: any one option does. */
function filledUp(options: Options, issues: readonly BargainIssue[]): BargainPackage {
  const shared = issues.flatMap(({ id, options: all }) => (all[0] === undefined ? [] : [[id, all[0].id] as const]));
  return Object.fromEntries([...shared, ...options.map(({ issueId, optionId }) => [issueId, optionId] as const)]);
}

function noDealSaid({ noDeal }: Priority, issues: readonly BargainIssue[]): StatedNoDeal[] {
  if (noDeal === undefined || noDeal.kind === 'unknown') return [];
  if (noDeal.kind === 'range') return [{ kind: 'range', ...noDeal.range }];
  const whole = wholePackage(noDeal.options, issues);
  return whole === null ? [] : [{ kind: 'package', package: whole }];
}

function noDealOf(said: readonly StatedNoDeal[]): StatedNoDeal | null {
  const [first] = said;
  if (first === undefined || said.every((one) => JSON.stringify(one) === JSON.stringify(first))) return first ?? null;
  const ranges = said.flatMap((one) => (one.kind === 'range' ? [one] : []));
  if (ranges.length < said.length) return { kind: 'unknown' };
  return { kind: 'range', low: Math.min(...ranges.map(({ low }) => low)), high: Math.max(...ranges.map(({ high }) => high)) };
}

function isWhole(
  { importance, rankings, weights, values, comparisons, noDeal }: Priority,
  hasIssue: (issueId: string) => boolean,
  hasOption: (one: { issueId: string; optionId: string }) => boolean,
): boolean {
  const options = [
    ...rankings.flatMap(({ issueId, optionIds }) => optionIds.map((optionId) => ({ issueId, optionId }))),
    ...values,
    ...comparisons.flatMap(({ better, worse }) => [...better, ...worse]),
    ...(noDeal?.kind === 'package' ? noDeal.options : []),
  ];
  return options.every(hasOption) && [...importance.flat(), ...weights.map(({ issueId }) => issueId)].every(hasIssue);
}
