import type { BargainView } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';

/** What people call the parties, issues and options of a bargain. */
export function namesOf({ parties, issues }: Pick<BargainView, 'parties' | 'issues'>) {
  const issue = (id: string) => issues.find((one) => one.id === id);
  return {
    party: (id: string): string => nameText(parties.find((one) => one.id === id)?.name) || id,
    issue: (id: string): string => nameText(issue(id)?.name) || id,
    option: (issueId: string, optionId: string): string =>
      nameText(issue(issueId)?.options.find((one) => one.id === optionId)?.name) || optionId,
    /** A package in the issues' own words. */
    package: (chosen: Readonly<Record<string, string>>): string =>
      issues
        .map(({ id, options }) => nameText(options.find((one) => one.id === chosen[id])?.name))
        .filter((name) => name !== '')
        .join(' + '),
  };
}
