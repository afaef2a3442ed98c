import type { AdditiveProfile, BargainConstraint, BargainDomain, NoDeal, OptionOf } from '@parley/methods';
import { type CsvCell, csvCell } from '../export/csv-table.ts';
import { EXCLUDE, FLOOR, LINKED, NO_DEAL, REQUIRE, WEIGHT } from './spreadsheet.ts';

/** A bargain as the table that `readSpreadsheet` reads, in CSV. A no-deal package is written as not known. */
export function spreadsheetText({ issues, parties, constraints }: BargainDomain, profiles: readonly AdditiveProfile[]): string {
  const own = parties.map(({ id }) => profiles.find(({ partyId }) => partyId === id));
  const name = ({ issueId, optionId }: OptionOf): string => {
    const issue = issues.find(({ id }) => id === issueId);
    return `${issue?.name} = ${issue?.options.find(({ id }) => id === optionId)?.name}`;
  };
  const listed = (options: readonly OptionOf[]): string => options.map(name).join('; ');
  const rows: CsvCell[][] = [['issue', 'option', ...parties.map((party) => party.name)]];
  for (const issue of issues) {
    rows.push([issue.name, WEIGHT, ...own.map((profile) => profile?.weights[issue.id])]);
    for (const option of issue.options)
      rows.push([issue.name, option.name, ...own.map((profile) => profile?.values[issue.id]?.[option.id])]);
  }
  rows.push([NO_DEAL, '', ...own.map((profile) => profile && levelText(profile.noDeal))]);
  for (const [at, profile] of own.entries())
    for (const { options, value } of profile?.terms ?? [])
      rows.push([LINKED, listed(options), ...own.map((_, place) => (place === at ? value : ''))]);
  for (const constraint of constraints) rows.push(constraintRow(constraint, listed));
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function constraintRow(constraint: BargainConstraint, listed: (options: readonly OptionOf[]) => string): string[] {
  if (constraint.kind === 'floor') return [FLOOR, listed([constraint.option])];
  if (constraint.kind === 'exclude') return [EXCLUDE, listed(constraint.options)];
  return [REQUIRE, `${listed(constraint.when)} -> ${listed(constraint.needs)}`];
}

function levelText(noDeal: NoDeal): string | number {
  if (noDeal.kind === 'level') return noDeal.value;
  return noDeal.kind === 'range' ? `${noDeal.low}..${noDeal.high}` : '?';
}
