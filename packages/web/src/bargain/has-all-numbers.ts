import type { Issue, Priority } from '../api/types.ts';

interface Numbered {
  readonly partyIds: readonly string[];
  readonly issues: readonly { readonly id: string; readonly body: Pick<Issue, 'options'> }[];
  readonly priorities: readonly Priority[];
}

/** Whether for every party each issue has one share and each option one value: then the frontier can be asked for. */
export function hasAllNumbers({ partyIds, issues, priorities }: Numbered): boolean {
  const isNumber = ({ range }: { readonly range: { readonly low: number; readonly high: number } }) => range.low === range.high;
  return partyIds.every((partyId) => {
    const own = priorities.filter((one) => one.partyId === partyId && one.factionId === undefined);
    const weights = own.flatMap((one) => one.weights).filter(isNumber);
    const values = own.flatMap((one) => one.values).filter(isNumber);
    return issues.every(
      ({ id, body }) =>
        weights.some(({ issueId }) => issueId === id) &&
        body.options.every((option) => values.some(({ issueId, optionId }) => issueId === id && optionId === option.id)),
    );
  });
}
