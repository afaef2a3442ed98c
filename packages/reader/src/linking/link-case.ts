import type { CaseLexicon } from '../reading.ts';

/** Finds the parties, issues and options of a case in words. Built once for a lexicon. */
export interface CaseLinker {
  /** The party, and faction, whose name stands first and longest in `words`. */
  partyOf(words: string): { partyId: string; factionId?: string } | null;
  /** Issues, with their options where told, whose terms stand in `words`. */
  issuesOf(words: string): { issueId: string; optionId?: string }[];
}

interface Entry<T> {
  /** Stemmed words of the name or term. */
  stems: string[];
  value: T;
}

/** Whole words, whatever their case, with plural endings and possessives set aside. */
export function createCaseLinker(lexicon: CaseLexicon): CaseLinker {
  const parties: Entry<{ partyId: string; factionId?: string }>[] = [];
  for (const party of lexicon.parties) {
    for (const faction of party.factions)
      for (const name of faction.names) parties.push({ stems: stemsOf(name), value: { partyId: party.id, factionId: faction.id } });
    for (const name of party.names) parties.push({ stems: stemsOf(name), value: { partyId: party.id } });
  }
  const issues: Entry<{ issueId: string; optionId?: string }>[] = [];
  for (const issue of lexicon.issues) {
    for (const term of issue.terms) issues.push({ stems: stemsOf(term), value: { issueId: issue.id } });
    for (const option of issue.options)
      for (const term of option.terms) issues.push({ stems: stemsOf(term), value: { issueId: issue.id, optionId: option.id } });
  }
  return {
    partyOf(words) {
      const stems = stemsOf(words);
      let best: { at: number; size: number; value: { partyId: string; factionId?: string } } | null = null;
      for (const entry of parties) {
        const at = indexOfStems(stems, entry.stems);
        if (at < 0) continue;
        const size = entry.stems.length;
        const better =
          !best ||
          (best.value.partyId === entry.value.partyId && entry.value.factionId !== undefined && best.value.factionId === undefined) ||
          at < best.at ||
          (at === best.at && size > best.size);
        if (
          better &&
          !(best?.value.partyId === entry.value.partyId && best.value.factionId !== undefined && entry.value.factionId === undefined)
        )
          best = { at, size, value: entry.value };
      }
      return best?.value ?? null;
    },
    issuesOf(words) {
      const stems = stemsOf(words);
      const found: { issueId: string; optionId?: string }[] = [];
      for (const entry of issues) {
        if (indexOfStems(stems, entry.stems) < 0) continue;
        if (!found.some((one) => one.issueId === entry.value.issueId && one.optionId === entry.value.optionId)) found.push(entry.value);
      }
      return found
        .filter(
          (one) => one.optionId !== undefined || !found.some((other) => other.issueId === one.issueId && other.optionId !== undefined),
        )
        .map((one) => ({ ...one }));
    },
  };
}

/** The words of a text, in lower case and without plural endings and possessives, in their order. */
export function stemsOf(words: string): string[] {
  return (
    words
      .toLowerCase()
      .replaceAll(/['’]s?\b/gu, ' ')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).map(stem);
}

function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

function indexOfStems(stems: readonly string[], wanted: readonly string[]): number {
  if (wanted.length === 0) return -1;
  for (let i = 0; i + wanted.length <= stems.length; i++) if (wanted.every((word, k) => stems[i + k] === word)) return i;
  return -1;
}
