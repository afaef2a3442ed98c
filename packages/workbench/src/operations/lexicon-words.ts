import { type Body, type CaseRecord, type Id, type Label, PUBLIC, type StoredEntry, UserError } from '@parley/model';
import type { KeptWord, LexiconWord } from '../contract/lexicon.ts';
import type { CaseSession } from './case-session.ts';
import { putDraft, retractDraft } from './recorder.ts';

/** Every word of the lexicon of a case: aliases by party, terms by issue, cues. Names of parties, issues and options are not among them. */
export function lexiconWords(record: CaseRecord): KeptWord[] {
  const words: KeptWord[] = [];
  for (const { id, body, entry } of [...record.of('party').values(), ...record.of('thirdParty').values()]) {
    const { compartment } = entry;
    for (const alias of body.aliases) words.push({ use: 'alias', partyId: id, words: alias, compartment });
    for (const faction of 'factions' in body ? body.factions : [])
      for (const alias of faction.aliases) words.push({ use: 'alias', partyId: id, factionId: faction.id, words: alias, compartment });
  }
  for (const { id, body, entry } of record.of('issue').values()) {
    const { compartment } = entry;
    for (const term of body.terms) words.push({ use: 'term', issueId: id, words: term, compartment });
    for (const option of body.options)
      for (const term of option.terms) words.push({ use: 'term', issueId: id, optionId: option.id, words: term, compartment });
  }
  const cues = [...record.of('cue').values()].sort((a, b) => (a.body.words < b.body.words ? -1 : 1));
  for (const { id, body, entry } of cues) {
    const { note: _note, ...cue } = body;
    words.push({ use: 'cue', ...cue, cueId: id, compartment: entry.compartment });
  }
  return words;
}

/**
 * Adds a word to the lexicon. It serves from the next reading on; what was read is not read again by this.
 *
 * Throws a UserError for a party, issue or option that is not there, for a word that is there
 * already, and for an English cue of several words.
 */
export async function addWord(
  session: CaseSession,
  word: LexiconWord,
  { compartment = PUBLIC, evidence = [] }: { compartment?: Id | undefined; evidence?: readonly Id[] | undefined } = {},
): Promise<StoredEntry[]> {
  if (word.use === 'cue') return addCue(session, word, { compartment, evidence });
  return changeList(session, word, (words, names) => {
    if ([...words, ...names].some((known) => isSame(known, word.words)))
      throw new UserError(`"${word.words}" is there already`, { cure: 'add another word, or none', code: 'conflict' });
    return [...words, word.words.trim()];
  });
}

/** Takes a word out of the lexicon. Throws a UserError where it is not in it. */
export async function removeWord(session: CaseSession, word: LexiconWord): Promise<StoredEntry[]> {
  const missing = (): never => {
    throw new UserError(`"${word.words}" is no ${word.use} there`, { cure: 'see "parley lexicon" for those that are', code: 'unknown' });
  };
  if (word.use === 'cue') {
    const kept = [...session.record.of('cue').values()].filter(({ body }) => isSameCue(body, word));
    if (kept.length === 0) missing();
    return session.commit(kept.map(({ id, entry }) => retractDraft(session.recorder, 'cue', id, entry.compartment)));
  }
  return changeList(session, word, (words) => {
    const rest = words.filter((known) => !isSame(known, word.words));
    return rest.length === words.length ? missing() : rest;
  });
}

async function addCue(
  session: CaseSession,
  { words, strength, language }: Extract<LexiconWord, { use: 'cue' }>,
  { compartment, evidence }: { compartment: Id; evidence: readonly Id[] },
): Promise<StoredEntry[]> {
  if (language.split('-')[0] === 'en' && /\s/.test(words.trim())) {
    throw new UserError(`the English cue "${words}" has several words`, {
      cure: 'give its verb or noun alone, in its base form: "signal"',
    });
  }
  const same = [...session.record.of('cue').values()].find(
    ({ body, entry }) => isSameCue(body, { words, language }) && entry.compartment === compartment,
  );
  if (same !== undefined)
    throw new UserError(`"${words}" is a cue of the case already`, { cure: 'change its strength, or add another word', code: 'conflict' });
  const body: Body<'cue'> = { words: words.trim().toLowerCase(), strength, language, evidence: [...evidence] };
  return session.commit([putDraft(session.recorder, 'cue', session.recorder.newId(), body, compartment)]);
}

type ChangeOfWords = (words: readonly string[], names: readonly string[]) => string[];

/** Puts the subject whose alias or term a word is, with the list of them changed. */
async function changeList(session: CaseSession, word: Exclude<LexiconWord, { use: 'cue' }>, change: ChangeOfWords): Promise<StoredEntry[]> {
  const { record, recorder } = session;
  if (word.use === 'term') {
    const { id, body, entry } = present(record.of('issue').get(word.issueId), 'issue', word.issueId);
    const next = withTerms(body, word.optionId, change);
    return session.commit([putDraft(recorder, 'issue', id, next, entry.compartment)]);
  }
  const thirdParty = record.of('thirdParty').get(word.partyId);
  if (thirdParty !== undefined && word.factionId === undefined) {
    const { id, body, entry } = thirdParty;
    const aliases = change(body.aliases, Object.values(body.name));
    return session.commit([putDraft(recorder, 'thirdParty', id, { ...body, aliases }, entry.compartment)]);
  }
  const { id, body, entry } = present(record.of('party').get(word.partyId), 'party', word.partyId);
  const next = withAliases(body, word.factionId, change);
  return session.commit([putDraft(recorder, 'party', id, next, entry.compartment)]);
}

function withTerms(body: Body<'issue'>, optionId: Id | undefined, change: ChangeOfWords): Body<'issue'> {
  if (optionId === undefined) return { ...body, terms: change(body.terms, Object.values(body.name)) };
  return {
    ...body,
    options: withPart(body.options, 'option', optionId, (option) => ({
      ...option,
      terms: change(option.terms, Object.values(option.name)),
    })),
  };
}

function withAliases(body: Body<'party'>, factionId: Id | undefined, change: ChangeOfWords): Body<'party'> {
  if (factionId === undefined) return { ...body, aliases: change(body.aliases, Object.values(body.name)) };
  return {
    ...body,
    factions: withPart(body.factions, 'faction', factionId, (faction) => ({
      ...faction,
      aliases: change(faction.aliases, Object.values(faction.name)),
    })),
  };
}

function withPart<T extends { readonly id: Id; readonly name: Label }>(
  parts: readonly T[],
  what: string,
  id: Id,
  change: (part: T) => T,
): T[] {
  present(
    parts.find((one) => one.id === id),
    what,
    id,
  );
  return parts.map((one) => (one.id === id ? change(one) : one));
}

function present<T extends object>(found: T | undefined, what: string, id: Id): T {
  if (found !== undefined) return found;
  throw new UserError(`there is no ${what} "${id}"`, { cure: 'name one that is there', code: 'unknown' });
}

/** Whether two words are one, whatever their case. */
export function isSame(a: string, b: string): boolean {
  return folded(a) === folded(b);
}

/** Whether two cues are one of one language. */
export function isSameCue(a: Pick<Body<'cue'>, 'words' | 'language'>, b: Pick<Body<'cue'>, 'words' | 'language'>): boolean {
  return isSame(a.words, b.words) && a.language.split('-')[0] === b.language.split('-')[0];
}

function folded(words: string): string {
  return words.normalize('NFC').toLowerCase().trim().replace(/\s+/g, ' ');
}
