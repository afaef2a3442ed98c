import { type Stance, UserError } from '@parley/model';
import { type BargainDomain, optionPlaces, placeOf, placesOfPackage } from '../domain.ts';
import type { Said, StatedPreferences } from './stated-preferences.ts';

/** How high a stance stands; a red line is lowest. */
export const STANCE_RANK: Readonly<Record<Stance, number>> = { redLine: 0, rejects: 1, mayAccept: 2, accepts: 3, demands: 4 };

const STANCE_WORDS: Readonly<Record<Stance, string>> = {
  redLine: 'has a red line at',
  rejects: 'rejects',
  mayAccept: 'may accept',
  accepts: 'accepts',
  demands: 'demands',
};

/** One thing that was said, with the places of what it names. */
export type StatedItem = { readonly text: string; readonly evidence: readonly string[] } & (
  | { readonly kind: 'stance'; readonly issue: number; readonly option: number; readonly low: number; readonly high: number }
  | { readonly kind: 'ranking'; readonly issue: number; readonly options: readonly number[] }
  | { readonly kind: 'importance'; readonly issues: readonly number[] }
  | { readonly kind: 'weight'; readonly issue: number; readonly low: number; readonly high: number }
  | { readonly kind: 'value'; readonly issue: number; readonly option: number; readonly low: number; readonly high: number }
  | { readonly kind: 'comparison'; readonly better: readonly number[]; readonly worse: readonly number[]; readonly strict: boolean }
);

/**
 * All that was said, one by one, with names in place of ids for whoever has to read of a conflict.
 *
 * @param who the name of the party or faction
 * @throws UserError for an id that is not there, a range that is none, and an option or issue named twice in one order
 */
export function statedItems(domain: BargainDomain, stated: StatedPreferences, who: string): StatedItem[] {
  const places = optionPlaces(domain.issues);
  const issueName = (issue: number): string => domain.issues[issue]?.name ?? '';
  const optionName = (issue: number, option: number): string => domain.issues[issue]?.options[option]?.name ?? '';
  const place = (issueId: string, optionId: string) => placeOf(places, { issueId, optionId }, `what ${who} said`);
  const issueAt = (issueId: string): number => {
    const found = places.get(issueId);
    if (found !== undefined) return found.issue;
    throw new UserError(`what ${who} said names the issue "${issueId}", which is not there`, {
      cure: 'check the spelling against the issues',
      code: 'unknown',
    });
  };
  const proof = ({ evidence }: Said): readonly string[] => evidence ?? [];
  const items: StatedItem[] = [];

  for (const said of stated.stances ?? []) {
    const { issue, option } = place(said.issueId, said.optionId);
    const ranks = [STANCE_RANK[said.stance], STANCE_RANK[said.upTo ?? said.stance]] as const;
    if (ranks.some((rank) => rank === undefined))
      throw new UserError(`${who} has the stance "${said.upTo ?? said.stance}", which is none`, {
        cure: 'use demands, accepts, mayAccept, rejects or redLine',
      });
    const upTo = said.upTo === undefined || said.upTo === said.stance ? '' : ` (up to ${said.upTo})`;
    items.push({
      kind: 'stance',
      issue,
      option,
      low: Math.min(...ranks),
      high: Math.max(...ranks),
      text: `${who} ${STANCE_WORDS[said.stance]}${upTo} "${optionName(issue, option)}" on "${issueName(issue)}"`,
      evidence: proof(said),
    });
  }
  for (const said of stated.rankings ?? []) {
    const issue = issueAt(said.issueId);
    const options = said.optionIds.map((optionId) => place(said.issueId, optionId).option);
    refuseTwice(options, (option) => optionName(issue, option), `the ranking of ${who} on "${issueName(issue)}"`);
    const names = options.map((option) => `"${optionName(issue, option)}"`).join(' over ');
    items.push({ kind: 'ranking', issue, options, text: `${who} puts ${names} on "${issueName(issue)}"`, evidence: proof(said) });
  }
  for (const said of stated.importance ?? []) {
    const issues = said.issueIds.map(issueAt);
    refuseTwice(issues, issueName, `the order of issues of ${who}`);
    const names = issues.map((issue) => `"${issueName(issue)}"`).join(' more than ');
    items.push({ kind: 'importance', issues, text: `to ${who}, ${names} matters`, evidence: proof(said) });
  }
  for (const said of stated.weights ?? []) {
    const issue = issueAt(said.issueId);
    const text = `to ${who}, "${issueName(issue)}" is ${said.low} to ${said.high} of all`;
    checkRange(said, text);
    items.push({ kind: 'weight', issue, low: said.low, high: said.high, text, evidence: proof(said) });
  }
  for (const said of stated.values ?? []) {
    const { issue, option } = place(said.issueId, said.optionId);
    const text = `to ${who}, "${optionName(issue, option)}" is worth ${said.low} to ${said.high} on "${issueName(issue)}"`;
    checkRange(said, text);
    items.push({ kind: 'value', issue, option, low: said.low, high: said.high, text, evidence: proof(said) });
  }
  for (const said of stated.comparisons ?? []) {
    const better = placesOfPackage(domain.issues, said.better);
    const worse = placesOfPackage(domain.issues, said.worse);
    const named = (places: readonly number[]) => places.map((option, issue) => `"${optionName(issue, option)}"`).join(' + ');
    const strict = said.orEqual !== true;
    const text = `to ${who}, ${named(better)} is ${strict ? 'better than' : 'at least as good as'} ${named(worse)}`;
    items.push({ kind: 'comparison', better, worse, strict, text, evidence: proof(said) });
  }
  return items;
}

/** Refuses a range that is none within 0 to 1; NaN is in no range. */
export function checkRange({ low, high }: { readonly low: number; readonly high: number }, text: string): void {
  if (low >= 0 && high <= 1 && low <= high) return;
  throw new UserError(`${text}: ${low} to ${high} is no range within 0 to 1`, { cure: 'give a low and a high, from 0 to 1' });
}

function refuseTwice(all: readonly number[], name: (one: number) => string, where: string): void {
  const twice = all.find((one, at) => all.indexOf(one) !== at);
  if (twice === undefined) return;
  throw new UserError(`${where} names "${name(twice)}" twice`, { cure: 'name each once' });
}
