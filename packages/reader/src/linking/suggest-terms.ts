import { LIGHT_WORDS } from '../lexicon/light-words.ts';
import type { CaseLexicon } from '../reading.ts';
import { createCaseLinker, stemsOf } from './link-case.ts';

/** A statement as reviewers left it: its words, and what they linked it to. */
export interface LinkedStatement {
  readonly id: string;
  readonly content: string;
  readonly links: readonly { readonly issueId: string; readonly optionId?: string | undefined }[];
}

/** A word, or two together, by which reports may show that they speak of an issue or of one of its options. */
export interface SuggestedTerm {
  readonly issueId: string;
  readonly optionId?: string;
  readonly words: string;
  /** Ids of the statements, in ascending order, that were linked by a person for want of it. */
  readonly statements: string[];
}

/** Statements that a term must have been wanting in. */
const LEAST_STATEMENTS = 3;
/** The least share, of the linked statements that hold a term, which are linked to what it is to stand for. */
const LEAST_SHARE = 0.75;
/** Terms for one issue or option at once: a person is to look at each. */
const MOST_TERMS = 5;

/**
 * Terms that would have linked statements as reviewers linked them by hand. Looked for in statements
 * in which no term of the case tells of their issue or option; a term is one that at least three of
 * them hold, and of all that hold it, three in four are linked there. Depends on nothing but what it is given.
 */
export function suggestTerms(statements: readonly LinkedStatement[], lexicon: CaseLexicon): SuggestedTerm[] {
  const linker = createCaseLinker(lexicon);
  const taken = takenWords(lexicon);
  const read = statements
    .filter(({ links }) => links.length > 0)
    .map((statement) => ({ statement, found: linker.issuesOf(statement.content), terms: termsOf(statement.content, taken) }));
  const holders = new Map<string, Set<number>>();
  for (const [at, { terms }] of read.entries()) {
    for (const key of terms.keys()) holders.set(key, (holders.get(key) ?? new Set()).add(at));
  }
  const suggested: SuggestedTerm[] = [];
  const options = lexicon.issues.flatMap(({ id, options }) => options.map((option) => ({ issueId: id, optionId: option.id })));
  // Options first: a word that tells of an option tells of its issue too.
  const spent = new Set<string>();
  for (const target of [...options, ...lexicon.issues.map(({ id }) => ({ issueId: id, optionId: undefined }))]) {
    const isOf = ({ links }: LinkedStatement): boolean =>
      links.some((link) => link.issueId === target.issueId && (target.optionId === undefined || link.optionId === target.optionId));
    const wanting = read.filter(({ statement, found }) => isOf(statement) && !found.some((one) => reaches(one, target)));
    const counts = new Map<string, number>();
    for (const { terms } of wanting) for (const key of terms.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
    const telling = [...counts].filter(([key, count]) => {
      const all = [...(holders.get(key) ?? [])];
      const right = all.filter((at) => isOf((read[at] as (typeof read)[number]).statement)).length;
      return count >= LEAST_STATEMENTS && right / all.length >= LEAST_SHARE && !spent.has(`${target.issueId} ${key}`);
    });
    const best = telling
      .filter(([key, count]) => !telling.some(([longer, other]) => longer !== key && holdsWords(longer, key) && other === count))
      .sort(([a, x], [b, y]) => y - x || b.length - a.length || (a < b ? -1 : 1))
      .slice(0, MOST_TERMS);
    for (const [key] of telling) spent.add(`${target.issueId} ${key}`);
    for (const [key] of best) {
      const from = wanting.filter(({ terms }) => terms.has(key));
      suggested.push({
        issueId: target.issueId,
        ...(target.optionId !== undefined && { optionId: target.optionId }),
        words: mostUsed(from.map(({ terms }) => terms.get(key) as string)),
        statements: from.map(({ statement }) => statement.id).sort(),
      });
    }
  }
  return suggested.sort((a, b) => b.statements.length - a.statements.length || (a.words < b.words ? -1 : a.words > b.words ? 1 : 0));
}

/** Whether what the case's terms tell of a statement takes it to the issue, and to the option where one is meant. */
function reaches(found: { issueId: string; optionId?: string }, target: { issueId: string; optionId: string | undefined }): boolean {
  return found.issueId === target.issueId && (target.optionId === undefined || found.optionId === target.optionId);
}

/** Words that have their place: names of parties. One that tells who speaks does not tell of what. */
function takenWords({ parties }: CaseLexicon): Set<string> {
  const names = parties.flatMap(({ names, factions }) => [...names, ...factions.flatMap((faction) => faction.names)]);
  return new Set(names.flatMap(stemsOf));
}

/** The words of a text that may be terms, and those that stand two together, by their stems, as they stand. */
function termsOf(text: string, taken: ReadonlySet<string>): Map<string, string> {
  const terms = new Map<string, string>();
  let before: { stem: string; word: string } | null = null;
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)) {
    const word = match[0].replace(/['’]s?$/u, '');
    const stem = stemsOf(word).join(' ');
    const isTerm =
      word.length > 2 &&
      !LIGHT_WORDS.has(word.toLowerCase()) &&
      !WHEN_AND_HOW_MANY.has(word.toLowerCase()) &&
      !/^\p{N}/u.test(word) &&
      !taken.has(stem);
    // Two words with a comma or another word between them are no term.
    if (before !== null && text.slice(end, match.index).trim() !== '') before = null;
    if (isTerm) {
      terms.set(stem, lowered(word));
      if (before !== null) terms.set(`${before.stem} ${stem}`, `${lowered(before.word)} ${lowered(word)}`);
    }
    before = isTerm ? { stem, word } : null;
    end = match.index + match[0].length;
  }
  return terms;
}

/** Days, months and numbers tell of no issue. */
const WHEN_AND_HOW_MANY: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december ' +
    'today yesterday tomorrow day days week weeks month months year years time now one two three four five six seven eight nine ten first second third last next new'
  ).split(' '),
);

/** A word at the start of a sentence has a capital only there; an abbreviation keeps its own. */
function lowered(word: string): string {
  return word.length > 1 && word === word.toUpperCase() ? word : word.toLowerCase();
}

function holdsWords(longer: string, shorter: string): boolean {
  return longer.length > shorter.length && ` ${longer} `.includes(` ${shorter} `);
}

function mostUsed(words: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? '';
}
