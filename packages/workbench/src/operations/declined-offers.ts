import {
  type Body,
  type CaseRecord,
  type DeclinedOffer,
  type Id,
  mayReferTo,
  PUBLIC,
  referencesOf,
  type StoredEntry,
  UserError,
} from '@parley/model';
import type { CaseSession } from './case-session.ts';
import { isSame, isSameCue } from './lexicon-words.ts';
import { putDraft } from './recorder.ts';

/** What of a record persons have declined, to be asked for each offer. */
export interface Declined {
  alias(partyId: Id, words: string): boolean;
  term(issueId: Id, optionId: Id | undefined, words: string): boolean;
  cue(words: string, language: string): boolean;
  /** Statements of which no two are of one utterance. */
  readonly apart: readonly (readonly Id[])[];
  areNoCopies(a: Id, b: Id): boolean;
}

export function declinedOffers(record: CaseRecord): Declined {
  const all = [...record.of('declinedOffer').values()].map(({ body }) => body);
  const of = <O extends DeclinedOffer['offer']>(offer: O) =>
    all.filter((one): one is Extract<DeclinedOffer, { offer: O }> => one.offer === offer);
  const [aliases, terms, cues] = [of('alias'), of('term'), of('cue')];
  const copies = new Set(of('copy').map(({ sources }) => [...sources].sort().join(' ')));
  return {
    alias: (partyId, words) => aliases.some((one) => one.partyId === partyId && isSame(one.words, words)),
    term: (issueId, optionId, words) =>
      terms.some((one) => one.issueId === issueId && one.optionId === optionId && isSame(one.words, words)),
    cue: (words, language) => cues.some((one) => isSameCue(one, { words, language })),
    apart: of('utterance').map(({ statements }) => statements),
    areNoCopies: (a, b) => copies.has([a, b].sort().join(' ')),
  };
}

/**
 * Records that a person declined an offer, which is then made no more. It is kept in the narrowest
 * compartment of what it names. Throws a UserError where no compartment sees all of it.
 */
export async function declineOffer(session: CaseSession, declined: DeclinedOffer, compartment: Id = PUBLIC): Promise<StoredEntry[]> {
  const body = declined as Body<'declinedOffer'>;
  const into = declined.offer === 'cue' ? compartment : narrowest(session.record, body);
  return session.commit([putDraft(session.recorder, 'declinedOffer', session.recorder.newId(), body, into)]);
}

function narrowest(record: CaseRecord, body: Body<'declinedOffer'>): Id {
  const named = referencesOf('declinedOffer', body).map(({ kinds, id, field }) => {
    const found = kinds.map((kind) => record.of(kind).get(id)).find((one) => one !== undefined);
    if (found === undefined)
      throw new UserError(`${field}: there is no ${kinds[0]} "${id}"`, { cure: 'name one that is there', code: 'unknown' });
    return found.entry.compartment;
  });
  const into = named.find((one) => named.every((other) => mayReferTo(record, one, other)));
  if (into !== undefined) return into;
  throw new UserError('no compartment sees all that is declined', { cure: 'decline what lies in one compartment', code: 'conflict' });
}
