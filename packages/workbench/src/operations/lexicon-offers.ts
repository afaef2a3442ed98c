import { type CaseRecord, type Id, labelText, mayReferTo, type Version } from '@parley/model';
import { type LinkedStatement, suggestTerms } from '@parley/reader';
import type { LexiconOffer } from '../contract/lexicon.ts';
import type { CaseSession } from './case-session.ts';
import { cueOffers } from './cue-offers.ts';
import { type Declined, declinedOffers } from './declined-offers.ts';
import { lexiconOf } from './lexicon.ts';

/**
 * Words that reviewers' corrections speak for and that the case does not have: names by which
 * parties spoke, words of statements that were linked to an issue by hand, cues that the reader did
 * not know. Those that most statements speak for come first. Nothing is learnt from them before a
 * person accepts one, and what a person declined is not offered.
 */
export async function lexiconOffers(session: CaseSession, record: CaseRecord): Promise<LexiconOffer[]> {
  const declined = declinedOffers(record);
  const offers = [...aliasOffers(record, declined), ...termOffers(record, declined), ...(await cueOffers(session, record, declined))];
  return offers.sort((a, b) => b.statements.length - a.statements.length || (keyOf(a) < keyOf(b) ? -1 : 1));
}

function keyOf(offer: LexiconOffer): string {
  return `${offer.use} ${bare(offer.words)} ${offer.use === 'alias' ? offer.partyId : offer.use === 'term' ? offer.issueId : offer.language}`;
}

/**
 * Names by which reviewers let a party speak and that are not among its names, aliases and factions
 * yet. Only what the party's compartment may see is looked at.
 */
function aliasOffers(record: CaseRecord, declined: Declined): LexiconOffer[] {
  const found = new Map<string, Extract<LexiconOffer, { use: 'alias' }>>();
  for (const { id, body, entry } of record.of('statement').values()) {
    const { partyId, name, anonymous } = body.speaker;
    if (body.status !== 'accepted' || partyId === undefined || anonymous || !isName(name)) continue;
    const party = record.of('party').get(partyId) ?? record.of('thirdParty').get(partyId);
    if (party === undefined || !mayReferTo(record, party.entry.compartment, entry.compartment)) continue;
    const words = name.trim();
    if (namesOf(party).some((known) => holds(words, known)) || declined.alias(partyId, words)) continue;
    const key = `${partyId} ${bare(words)}`;
    const offered = found.get(key) ?? { use: 'alias' as const, partyId, words, compartment: party.entry.compartment, statements: [] };
    found.set(key, { ...offered, statements: [...offered.statements, id].sort() });
  }
  return [...found.values()];
}

/** Terms of the issues of each compartment, from the statements that it may see. */
function termOffers(record: CaseRecord, declined: Declined): LexiconOffer[] {
  const compartments = new Set([...record.of('issue').values()].map(({ entry }) => entry.compartment));
  return [...compartments].flatMap((compartment) =>
    suggestTerms(linkedStatements(record, compartment), lexiconOf(record, compartment))
      .filter(({ issueId }) => record.of('issue').get(issueId)?.entry.compartment === compartment)
      .filter(({ issueId, optionId, words }) => !declined.term(issueId, optionId, words))
      .map((term) => ({ use: 'term' as const, ...term, compartment })),
  );
}

/** Accepted statements with their links; the same words in several reports are one. */
function linkedStatements(record: CaseRecord, compartment: Id): LinkedStatement[] {
  const byContent = new Map<string, LinkedStatement>();
  for (const { id, body, entry } of record.of('statement').values()) {
    if (body.status !== 'accepted' || !mayReferTo(record, compartment, entry.compartment)) continue;
    const content = body.content.map(({ text }) => text).join(' … ');
    const key = body.utteranceId ?? bare(content);
    const before = byContent.get(key);
    if (before === undefined || id < before.id) byContent.set(key, { id, content, links: body.links });
  }
  return [...byContent.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
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
