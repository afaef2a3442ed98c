import type { BargainIssue, NoDeal } from '@parley/methods';
import { UserError } from '@parley/model';
import { z } from 'zod';
import { brokenFile, type DomainFile, issueOf, numberIn, type ProfileFile, stepsFrom } from './bargain-file.ts';

const Scalar = z.union([z.string(), z.number(), z.boolean()]);
const NegmasIssue = z.object({ name: z.string(), type: z.string().optional(), values: z.union([z.array(Scalar), z.int()]) });
const NegmasDomain = z.object({ name: z.string().nullish(), issues: z.array(NegmasIssue) });

const NegmasFunction = z.object({ type: z.string().optional() }).loose();
const NegmasProfile = z.object({
  name: z.string().nullish(),
  type: z.string(),
  reserved_value: z.union([z.number(), z.nan(), z.literal([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])]).nullish(),
  reserved_outcome: z.array(Scalar).nullish(),
  bias: z.number().nullish(),
  weights: z.union([z.array(z.number()), z.record(z.string(), z.number())]).nullish(),
  values: z.union([z.array(NegmasFunction), z.record(z.string(), NegmasFunction)]).nullish(),
});

/** A discrete outcome space of NegMAS: issues by list, or whole numbers from the first to the last of two. */
export function readNegmasDomain(yaml: unknown, fileName: string): DomainFile {
  const { data, error } = NegmasDomain.safeParse(yaml);
  if (data === undefined)
    throw brokenFile(fileName, `is no outcome space of NegMAS: ${error?.issues[0]?.path.join('.')} ${error?.issues[0]?.message}`);
  return { issues: data.issues.map(negmasIssue), constraints: [], profiles: [] };
}

/**
 * A linear additive utility function of NegMAS: weights and value functions in the order of the issues, or by their
 * names. Functions by table, linear, affine, identity and constant ones are read; any other is refused.
 */
export function readNegmasProfile(yaml: unknown, fileName: string, issues: readonly BargainIssue[]): ProfileFile {
  const { data, error } = NegmasProfile.safeParse(yaml);
  if (data === undefined)
    throw brokenFile(fileName, `is no utility function of NegMAS: ${error?.issues[0]?.path.join('.')} ${error?.issues[0]?.message}`);
  const kind = shortType(data.type);
  if (kind !== 'LinearAdditiveUtilityFunction' && kind !== 'LinearUtilityFunction')
    throw new UserError(`${fileName} has a ${kind}, and only linear additive utility functions are read`, {
      cure: 'give the values of each issue by themselves',
    });
  const perIssue = <One>(all: readonly One[] | Readonly<Record<string, One>>, what: string): Map<string, One> => {
    const found = new Map(Array.isArray(all) ? issues.map(({ id }, at): [string, One] => [id, all[at]]) : Object.entries(all));
    if (Array.isArray(all) && all.length !== issues.length)
      throw brokenFile(fileName, `has ${all.length} ${what} for ${issues.length} issues, so nobody can tell which belongs to which`);
    return found;
  };
  const weights = Object.fromEntries(data.weights ? perIssue(data.weights, 'weights') : issues.map(({ id }) => [id, 1]));
  const functions = data.values ? perIssue(data.values, 'value functions') : new Map(issues.map(({ id }) => [id, { type: 'IdentityFun' }]));
  const values = Object.fromEntries(issues.map((issue) => [issue.id, functionValues(functions.get(issue.id), issue, fileName)]));
  return { name: data.name ?? null, weights, values: withBias(values, weights, data.bias ?? 0), terms: [], noDeal: noDealOf(data, issues) };
}

function negmasIssue({ name, type, values }: z.infer<typeof NegmasIssue>): BargainIssue {
  const kind = shortType(type ?? '');
  if (typeof values === 'number') return issueOf(name, stepsFrom(0, values - 1, 1, name));
  const isRange = ['ContiguousIssue', 'ContinuousIssue'].includes(kind) && values.length === 2;
  if (kind === 'ContinuousIssue')
    throw new UserError(`the issue "${name}" has real numbers, whose options cannot be listed`, {
      cure: 'make it a list of values, in steps',
    });
  if (isRange)
    return issueOf(name, stepsFrom(numberIn(values[0], `the least of "${name}"`), numberIn(values[1], `the most of "${name}"`), 1, name));
  return issueOf(name, values.map(String));
}

function functionValues(
  given: z.infer<typeof NegmasFunction> | undefined,
  { name, options }: BargainIssue,
  fileName: string,
): Record<string, number> {
  if (given === undefined) throw brokenFile(fileName, `does not value the issue "${name}"`);
  const kind = shortType(given.type ?? ('mapping' in given ? 'TableFun' : ''));
  const number = (key: string, fallback?: number): number => numberIn(given[key] ?? fallback, `${fileName}: ${key} of "${name}"`);
  const byValue = (of: (value: number) => number): Record<string, number> =>
    Object.fromEntries(options.map(({ id }) => [id, of(numberIn(id, `the option of "${name}", whose value follows from it,`))]));
  if (kind === 'TableFun') {
    const table = Object.entries((given.mapping ?? {}) as Record<string, unknown>);
    return Object.fromEntries(table.map(([option, value]) => [option, numberIn(value, `${fileName}: the value of "${option}" (${name})`)]));
  }
  if (kind === 'IdentityFun') return byValue((value) => value);
  if (kind === 'LinearFun' || kind === 'AffineFun') {
    const [slope, bias] = [number('slope'), number('bias', 0)];
    return byValue((value) => bias + slope * value);
  }
  if (kind === 'ConstFun') {
    const bias = number('bias', 0);
    return Object.fromEntries(options.map(({ id }) => [id, bias]));
  }
  throw new UserError(`${fileName} values the issue "${name}" by a ${kind || 'function without a type'}, which is not read`, {
    cure: 'save it with a table of values (TableFun)',
  });
}

/** A bias is part of every package; it is put on the first issue that counts. */
function withBias(
  values: Record<string, Record<string, number>>,
  weights: Readonly<Record<string, number>>,
  bias: number,
): Record<string, Record<string, number>> {
  const bearer = Object.keys(values).find((issue) => (weights[issue] ?? 0) > 0);
  if (bias === 0 || bearer === undefined) return values;
  const moved = Object.entries(values[bearer] ?? {}).map(([option, value]) => [option, value + bias / (weights[bearer] ?? 1)] as const);
  return { ...values, [bearer]: Object.fromEntries(moved) };
}

function noDealOf(
  { reserved_value: level, reserved_outcome: outcome }: z.infer<typeof NegmasProfile>,
  issues: readonly BargainIssue[],
): NoDeal | null {
  if (outcome) return { kind: 'package', package: Object.fromEntries(issues.map(({ id }, at) => [id, String(outcome[at])])) };
  // NegMAS writes minus infinity where nothing was given.
  return level === null || level === undefined || level === Number.NEGATIVE_INFINITY
    ? null
    : { kind: 'level', value: numberIn(level, 'the reserved value') };
}

/** Types may be written with the module in front. */
function shortType(type: string): string {
  return type.slice(type.lastIndexOf('.') + 1);
}
