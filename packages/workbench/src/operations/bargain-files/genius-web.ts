import type { BargainIssue } from '@parley/methods';
import { z } from 'zod';
import { brokenFile, type DomainFile, issueOf, numberIn, type ProfileFile, stepsFrom } from './bargain-file.ts';

const Numeric = z.union([z.number(), z.string()]);
const ValueSet = z.union([z.object({ values: z.array(z.string()) }), z.object({ range: z.tuple([Numeric, Numeric, Numeric]) })]);
const GeniusWebDomain = z.object({ name: z.string().optional(), issuesValues: z.record(z.string(), ValueSet) });

const Utilities = z.union([
  z.object({ DiscreteValueSetUtilities: z.object({ valueUtilities: z.record(z.string(), Numeric) }) }),
  z.object({
    NumberValueSetUtilities: z.object({ lowValue: Numeric, lowUtility: Numeric, highValue: Numeric, highUtility: Numeric }),
  }),
]);
const LinearAdditive = z.object({
  name: z.string().optional(),
  issueUtilities: z.record(z.string(), Utilities),
  issueWeights: z.record(z.string(), Numeric),
  reservationBid: z.object({ issuevalues: z.record(z.string(), Numeric) }).nullish(),
});
const GeniusWebProfile = z.object({ LinearAdditiveUtilitySpace: LinearAdditive });

/** A domain of GeniusWeb: issues with values by name, or numbers in a range `[low, high, step]`. */
export function readGeniusWebDomain(json: unknown, fileName: string): DomainFile {
  const { data, error } = GeniusWebDomain.safeParse(json);
  if (data === undefined) throw brokenFile(fileName, `is no domain of GeniusWeb: ${firstOf(error)}`);
  const issues = Object.entries(data.issuesValues).map(([name, set]) => {
    if ('values' in set) return issueOf(name, set.values);
    const [low, high, step] = set.range.map((one) => numberIn(one, `${fileName}: the range of "${name}"`)) as [number, number, number];
    return issueOf(name, stepsFrom(low, high, step, name));
  });
  return { issues, constraints: [], profiles: [] };
}

/** A `LinearAdditiveUtilitySpace` of GeniusWeb. Its no-deal point is the reservation bid, where there is one. */
export function readGeniusWebProfile(json: unknown, fileName: string, issues: readonly BargainIssue[]): ProfileFile {
  const { data, error } = GeniusWebProfile.safeParse(json);
  if (data === undefined) throw brokenFile(fileName, `is no LinearAdditiveUtilitySpace of GeniusWeb: ${firstOf(error)}`);
  const { name, issueUtilities, issueWeights, reservationBid } = data.LinearAdditiveUtilitySpace;
  const number = (value: unknown, what: string): number => numberIn(value, `${fileName}: ${what}`);
  const values = Object.entries(issueUtilities).map(([issue, utilities]) => {
    const options = issues.find(({ id }) => id === issue)?.options ?? [];
    return [issue, optionValues(utilities, { issue, options, number })] as const;
  });
  return {
    name: name ?? null,
    weights: Object.fromEntries(Object.entries(issueWeights).map(([issue, weight]) => [issue, number(weight, `the weight of "${issue}"`)])),
    values: Object.fromEntries(values),
    terms: [],
    noDeal: reservationBid
      ? {
          kind: 'package',
          package: Object.fromEntries(Object.entries(reservationBid.issuevalues).map(([issue, value]) => [issue, String(value)])),
        }
      : null,
  };
}

function optionValues(
  utilities: z.infer<typeof Utilities>,
  { issue, options, number }: { issue: string; options: BargainIssue['options']; number: (value: unknown, what: string) => number },
): Record<string, number> {
  if ('DiscreteValueSetUtilities' in utilities) {
    const { valueUtilities } = utilities.DiscreteValueSetUtilities;
    return Object.fromEntries(
      Object.entries(valueUtilities).map(([option, value]) => [option, number(value, `the utility of "${option}" (${issue})`)]),
    );
  }
  const ends = utilities.NumberValueSetUtilities;
  const [low, high] = [number(ends.lowValue, `the low value of "${issue}"`), number(ends.highValue, `the high value of "${issue}"`)];
  const [first, last] = [
    number(ends.lowUtility, `the low utility of "${issue}"`),
    number(ends.highUtility, `the high utility of "${issue}"`),
  ];
  const at = (value: number): number => (high === low ? first : first + ((value - low) / (high - low)) * (last - first));
  return Object.fromEntries(options.map(({ id }) => [id, at(Number(id))]));
}

function firstOf(error: z.ZodError | undefined): string {
  const [issue] = error?.issues ?? [];
  return issue === undefined ? 'it has another form' : `${issue.path.join('.') || 'the file'}: ${issue.message}`;
}
