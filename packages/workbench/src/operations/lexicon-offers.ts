import { type CaseRecord, type Id, labelText, mayReferTo, type Version } from '@parley/model';
import type { z } from 'zod';
import type { AliasSuggestion } from '../contract.ts';

/**
 * Names by which reviewers let a party speak and that are not among its names, aliases and factions
 * yet: each is offered as an alias, and added only by a person who changes the party. Only what the
 * party's compartment may see is looked at.
 */
export function suggestAliases(record: CaseRecord): z.infer<typeof AliasSuggestion>[] {
  const found = new Map<string, z.infer<typeof AliasSuggestion>>();
  for (const { id, body, entry } of record.of('statement').values()) {
    const { partyId, name, anonymous } = body.speaker;
    if (body.status !== 'accepted' || partyId === undefined || anonymous || !isName(name)) continue;
    const party = record.of('party').get(partyId) ?? record.of('thirdParty').get(partyId);
    if (party === undefined || !mayReferTo(record, party.entry.compartment, entry.compartment)) continue;
    const alias = name.trim();
    if (namesOf(party).some((known) => holds(alias, known))) continue;
    const key = `${partyId} ${bare(alias)}`;
    const offered = found.get(key) ?? { partyId, alias, statements: [] as Id[] };
    found.set(key, { ...offered, statements: [...offered.statements, id].sort() });
  }
  return [...found.values()].sort((a, b) => b.statements.length - a.statements.length || (bare(a.alias) < bare(b.alias) ? -1 : 1));
}

/** The longest that an alias may be. */
const LONGEST_ALIAS = 200;

/** A name, not a pronoun or a description that would fit anybody. */
function isName(name: string): boolean {
  const trimmed = name.trim();
  return trimmed.length > 1 && trimmed.length <= LONGEST_ALIAS && !/^[\p{Ll}\s]+$/u.test(trimmed) && !PRONOUNS.has(trimmed.toLowerCase());
}

const PRONOUNS = new Set('he she they it we you i who this that these those one'.split(' '));

function namesOf({ body }: Version<'party'> | Version<'thirdParty'>): string[] {
  const factions = 'factions' in body ? body.factions : [];
  return [body, ...factions].flatMap(({ name, aliases }) => [...Object.values(name), ...aliases, labelText(name)]);
}

/** Whether a known name stands in the words, whole. */
function holds(words: string, known: string): boolean {
  return ` ${bare(words)} `.includes(` ${bare(known)} `);
}

function bare(words: string): string {
  return (words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ');
}
