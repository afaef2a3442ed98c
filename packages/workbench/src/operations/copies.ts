import { type CaseRecord, firstDay, type Id, lastDay, mayReferTo, type Version } from '@parley/model';
import type { CopyOffer } from '../contract/lexicon.ts';
import type { CaseSession } from './case-session.ts';
import { declinedOffers } from './declined-offers.ts';
import { nearDuplicatesAmong } from './near-duplicates.ts';

/**
 * Pairs of sources with mostly the same words of which nobody has said yet whether one is a copy of
 * the other, the most alike first. The later one is put as the copy; it must be able to name the
 * earlier. A copy that is recorded as such (`derivedFrom`) counts with its origin as one witness.
 */
export async function suggestCopies(session: CaseSession, record: CaseRecord): Promise<CopyOffer[]> {
  const declined = declinedOffers(record);
  const offers: CopyOffer[] = [];
  for (const { first, second, share } of await nearDuplicatesAmong(session, [...record.of('source').values()])) {
    const [earlier, later] = isEarlier(first, second) ? [first, second] : [second, first];
    if (!mayReferTo(record, later.entry.compartment, earlier.entry.compartment)) continue;
    if (declined.areNoCopies(first.id, second.id) || originOf(record, first.id) === originOf(record, second.id)) continue;
    offers.push({ sourceId: later.id, ofId: earlier.id, share });
  }
  return offers.sort((a, b) => b.share - a.share || (`${a.sourceId} ${a.ofId}` < `${b.sourceId} ${b.ofId}` ? -1 : 1));
}

/** By the days they were published where those tell, else by when they were received. */
function isEarlier(a: Version<'source'>, b: Version<'source'>): boolean {
  const [one, other] = [a.body.published, b.body.published];
  if (one !== undefined && other !== undefined) {
    if (lastDay(one) < firstDay(other)) return true;
    if (lastDay(other) < firstDay(one)) return false;
  }
  return a.entry.sequence < b.entry.sequence;
}

function originOf(record: CaseRecord, sourceId: Id): Id {
  const seen = new Set<Id>();
  for (let at = sourceId; ; ) {
    seen.add(at);
    const from = record.of('source').get(at)?.body.derivedFrom;
    if (from === undefined || seen.has(from)) return at;
    at = from;
  }
}
