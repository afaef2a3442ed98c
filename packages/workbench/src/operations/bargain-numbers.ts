import type { AdditiveProfile, BargainConstraint, BargainDomain, BargainOrders, BargainPackage, StatedParty } from '@parley/methods';
import { UserError } from '@parley/model';
import type { BargainInput } from './bargain-files/read-bargain.ts';

/**
 * The bargain by numbers, where for every party the share of each issue and the value of each option is one number:
 * then nothing is left to draw. Red lines are packages that cannot be, as legal floors are.
 *
 * @throws UserError that names the first number that is lacking
 */
export function bargainNumbers(orders: BargainOrders): BargainInput {
  const lacking = lackingNumber(orders);
  if (lacking !== null)
    throw new UserError(lacking, {
      cure: 'give each issue one share and each option one value, for every party; without that, see what holds for all that fits',
      code: 'noNumbers',
    });
  const { domain } = orders;
  return {
    domain: { ...domain, constraints: [...domain.constraints, ...redLines(orders)] },
    profiles: domain.parties.map(({ id }) => profileOf(domain, statedBy(orders, id))),
    assumedNoDeal: [],
  };
}

/** Whether numbers are there for every party. */
export function hasAllNumbers(orders: BargainOrders): boolean {
  return lackingNumber(orders) === null;
}

/** What a package is worth to each party, on its scale from 0 to 1. */
export function worthOf({ profiles }: BargainInput, chosen: BargainPackage): number[] {
  return profiles.map(({ weights, values }) =>
    Object.entries(chosen).reduce((sum, [issueId, optionId]) => sum + (weights[issueId] ?? 0) * (values[issueId]?.[optionId] ?? 0), 0),
  );
}

function lackingNumber(orders: BargainOrders): string | null {
  const { parties, issues } = orders.domain;
  for (const { id: partyId, name } of parties) {
    const { weights = [], values = [] } = statedBy(orders, partyId);
    for (const issue of issues) {
      if (numberIn(weights.filter(({ issueId }) => issueId === issue.id)) === null)
        return `for ${name} there is no one number for the share of “${issue.name}”`;
      for (const option of issue.options)
        if (numberIn(values.filter(({ issueId, optionId }) => issueId === issue.id && optionId === option.id)) === null)
          return `for ${name} there is no one number for “${option.name}” on “${issue.name}”`;
    }
  }
  return null;
}

/** Where several give it, the one is the number that lies within all the others. */
function numberIn(ranges: readonly { readonly low: number; readonly high: number }[]): number | null {
  return ranges.find(({ low, high }) => low === high)?.low ?? null;
}

function profileOf({ issues }: BargainDomain, { partyId, weights = [], values = [], noDeal }: StatedParty): AdditiveProfile {
  const weightOf = (id: string) => numberIn(weights.filter(({ issueId }) => issueId === id)) ?? 0;
  const valueIn = (id: string, option: string) =>
    numberIn(values.filter(({ issueId, optionId }) => issueId === id && optionId === option)) ?? 0;
  return {
    partyId,
    weights: Object.fromEntries(issues.map(({ id }) => [id, weightOf(id)])),
    values: Object.fromEntries(
      issues.map(({ id, options }) => [id, Object.fromEntries(options.map((one) => [one.id, valueIn(id, one.id)]))]),
    ),
    terms: [],
    noDeal: noDeal === undefined ? { kind: 'unknown' } : noDeal.kind === 'level' ? { kind: 'level', value: noDeal.level } : levelOf(noDeal),
  };
}

function levelOf(noDeal: Exclude<StatedParty['noDeal'], undefined | { kind: 'level' }>): AdditiveProfile['noDeal'] {
  return noDeal.kind === 'range' && noDeal.low === noDeal.high ? { kind: 'level', value: noDeal.low } : noDeal;
}

/** Options that a party has ruled out; where its voices differ, it has not. */
function redLines({ stated }: BargainOrders): BargainConstraint[] {
  return stated.flatMap(({ stances = [] }) =>
    stances
      .filter(({ stance, upTo }) => stance === 'redLine' && (upTo ?? 'redLine') === 'redLine')
      .map(({ issueId, optionId }): BargainConstraint => ({ kind: 'floor', option: { issueId, optionId }, reason: 'a red line' })),
  );
}

function statedBy({ stated }: BargainOrders, id: string): StatedParty {
  return stated.find(({ partyId }) => partyId === id) ?? { partyId: id };
}
