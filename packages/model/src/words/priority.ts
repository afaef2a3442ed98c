import { z } from 'zod';
import { Id } from './id.ts';

/** A share between two ends, each from 0 to 1. */
export const ShareRange = z
  .object({ low: z.number().min(0).max(1), high: z.number().min(0).max(1) })
  .refine((range) => range.low <= range.high, { message: 'the lower end of a range is above its upper end', path: ['low'] })
  .meta({ id: 'ShareRange', description: 'From low to high, each from 0 to 1; one number where they are the same' });
export type ShareRange = z.infer<typeof ShareRange>;

/** One option for each issue that it speaks to. */
export const PackageOptions = z
  .array(z.object({ issueId: Id, optionId: Id }))
  .max(200)
  .refine((options) => new Set(options.map(({ issueId }) => issueId)).size === options.length, {
    message: 'a package has two options of one issue',
  })
  .meta({ id: 'PackageOptions', description: 'One option for each issue that it speaks to' });
export type PackageOptions = z.infer<typeof PackageOptions>;

/** What a party has without a deal. On its scale 0 is the worst it could get and 1 the best. */
export const NoDealPoint = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('package'), options: PackageOptions.min(1) }),
    z.object({ kind: z.literal('range'), range: ShareRange }),
    z.object({ kind: z.literal('unknown') }),
  ])
  .meta({ id: 'NoDealPoint', description: 'What a party has without a deal: as a package, a level or range of levels, or unknown' });
export type NoDealPoint = z.infer<typeof NoDealPoint>;

/** Of two packages, which the party would rather have. Of issues that neither names, both have the same. */
export const PackageComparison = z
  .object({
    better: PackageOptions.min(1),
    worse: PackageOptions.min(1),
    /** Whether it may also be that it would as soon have the one as the other. */
    orEqual: z.boolean().default(false),
  })
  .refine(({ better, worse }) => issuesOf(better) === issuesOf(worse), {
    message: 'two packages are compared on the same issues',
    path: ['worse'],
  })
  .meta({ id: 'PackageComparison', description: 'Of two packages, which a party would rather have' });
export type PackageComparison = z.infer<typeof PackageComparison>;

/**
 * What matters more to one party, beyond its positions, as the team was told or reads it: which issue, which option,
 * which package, and what it has without a deal. Orders are enough; ranges and numbers are only for what somebody
 * knows. What is left out was not said, and is never read as indifference. Several of one party are taken together.
 */
export const Priority = z
  .object({
    partyId: Id,
    factionId: Id.optional(),
    /** Issues, the most important first; several such lists make a partial order. */
    importance: z.array(z.array(Id).min(2).max(200)).max(50).default([]),
    /** Options of an issue, the best first; those left out may stand anywhere. */
    rankings: z
      .array(z.object({ issueId: Id, optionIds: z.array(Id).min(2).max(200) }))
      .max(200)
      .default([]),
    /** The share of an issue in all that the party could gain; the shares of all issues come to 1. */
    weights: z
      .array(z.object({ issueId: Id, range: ShareRange }))
      .max(200)
      .default([]),
    /** Where an option stands between the worst, 0, and the best, 1, of its issue. */
    values: z
      .array(z.object({ issueId: Id, optionId: Id, range: ShareRange }))
      .max(1000)
      .default([]),
    comparisons: z.array(PackageComparison).max(200).default([]),
    noDeal: NoDealPoint.optional(),
    /** Statements that speak for it. */
    evidence: z.array(Id).default([]),
    note: z.string().max(10_000).optional(),
  })
  .superRefine((priority, context) => {
    const fault = (message: string, path: (string | number)[]) => context.addIssue({ code: 'custom', message, path });
    const twice = (ids: readonly string[]) => ids.find((id, at) => ids.indexOf(id) !== at);
    priority.importance.forEach((issues, at) => {
      if (twice(issues) !== undefined) fault(`"${twice(issues)}" stands twice in one order`, ['importance', at]);
    });
    priority.rankings.forEach(({ optionIds }, at) => {
      if (twice(optionIds) !== undefined) fault(`"${twice(optionIds)}" stands twice in one order`, ['rankings', at]);
    });
    const weighed = twice(priority.weights.map(({ issueId }) => issueId));
    if (weighed !== undefined) fault(`the issue "${weighed}" has two shares`, ['weights']);
    const valued = twice(priority.values.map(({ issueId, optionId }) => `${issueId} ${optionId}`));
    if (valued !== undefined) fault(`the option "${valued.split(' ')[1]}" has two values`, ['values']);
  })
  .meta({ id: 'Priority', description: 'What matters more to one party, beyond its positions, as the team was told or reads it' });
export type Priority = z.infer<typeof Priority>;

/** Every option that a priority names with its issue, and every issue that it names alone. */
export function namedInPriority({ importance, rankings, weights, values, comparisons, noDeal }: Priority): {
  issueId: Id;
  optionId?: Id;
}[] {
  return [
    ...importance.flat().map((issueId) => ({ issueId })),
    ...rankings.flatMap(({ issueId, optionIds }) => optionIds.map((optionId) => ({ issueId, optionId }))),
    ...weights.map(({ issueId }) => ({ issueId })),
    ...values.map(({ issueId, optionId }) => ({ issueId, optionId })),
    ...comparisons.flatMap(({ better, worse }) => [...better, ...worse]),
    ...(noDeal?.kind === 'package' ? noDeal.options : []),
  ];
}

function issuesOf(options: PackageOptions): string {
  return options
    .map(({ issueId }) => issueId)
    .sort()
    .join(' ');
}
