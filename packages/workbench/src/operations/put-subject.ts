import {
  type Body,
  type CaseRecord,
  canonicalJson,
  type Id,
  KIND_NAMES,
  type Kind,
  mayReferTo,
  PUBLIC,
  parseBody,
  referencesOf,
  type StoredEntry,
  UserError,
  type Version,
} from '@parley/model';
import type { CaseSession } from './case-session.ts';
import { putDraft, retractDraft } from './recorder.ts';
import { checkSpan, checkSpans, sourceText } from './source-text.ts';

/** Records a new subject under an id made here. Throws a UserError where its body does not fit the case. */
export async function addSubject<K extends Kind>(
  session: CaseSession,
  kind: K,
  body: Body<K>,
  compartment: Id = PUBLIC,
): Promise<StoredEntry[]> {
  await checkBody(session, kind, body);
  return session.commit([putDraft(session.recorder, kind, session.recorder.newId(), body, compartment)]);
}

/**
 * Records a new version of a subject, in its own compartment where none is given. Where it moves it
 * is taken back in the compartment that it leaves, else whoever looks through that one alone would
 * still have it.
 */
export async function changeSubject<K extends Kind>(
  session: CaseSession,
  kind: K,
  id: Id,
  body: Body<K>,
  compartment?: Id,
): Promise<StoredEntry[]> {
  const kept = presentSubject(session.record, kind, id);
  const into = compartment ?? kept.entry.compartment;
  if (kind === 'source') checkSameText(kept as Version<'source'>, body as Body<'source'>);
  if (kind === 'compartment') checkNoRing(session.record, id, body as Body<'compartment'>);
  if (into !== kept.entry.compartment) checkStillSeen(session.record, kind, id, into);
  await checkBody(session, kind, body);
  const leaving = into === kept.entry.compartment ? [] : [retractDraft(session.recorder, kind, id, kept.entry.compartment)];
  return session.commit([...leaving, putDraft(session.recorder, kind, id, body, into)]);
}

/** Takes a subject back; its versions stay in the record. */
export async function retractSubject(session: CaseSession, kind: Kind, id: Id): Promise<StoredEntry[]> {
  const kept = presentSubject(session.record, kind, id);
  return session.commit([retractDraft(session.recorder, kind, id, kept.entry.compartment)]);
}

/** The subject as it stands in a record. Throws one UserError for what is hidden and what does not exist. */
export function presentSubject<K extends Kind>(record: CaseRecord, kind: K, id: Id): Version<K> {
  const found = record.of(kind).get(id);
  if (found === undefined) throw new UserError(`there is no ${kind} "${id}"`, { cure: `name a ${kind} that is there`, code: 'unknown' });
  return found;
}

async function checkBody(session: CaseSession, kind: Kind, body: Body): Promise<void> {
  const checked = parseBody(kind, body);
  if (kind === 'statement') {
    const statement = checked as Body<'statement'>;
    checkSpans(statement, await sourceText(session, statement.sourceId));
  }
  if (kind === 'figure') {
    const { span, sourceId } = checked as Body<'figure'>;
    checkSpan('figure', span, await sourceText(session, sourceId));
  }
}

/** Spans point into a source's text, so what was taken out of its bytes stays as it is. */
function checkSameText({ body: kept }: Version<'source'>, body: Body<'source'>): void {
  for (const field of ['mediaType', 'bytes', 'text', 'textLength', 'extractor', 'dropped'] as const) {
    if (canonicalJson(kept[field]) !== canonicalJson(body[field])) {
      throw new UserError(`source: ${field} cannot be changed`, { cure: `leave "${field}" as it is, or add the text as a new source` });
    }
  }
}

function checkNoRing(record: CaseRecord, id: Id, { within }: Body<'compartment'>): void {
  const seen = new Set<Id>();
  for (let at: Id | undefined = within; at !== undefined && !seen.has(at); at = record.of('compartment').get(at)?.body.within) {
    if (at === id) throw new UserError(`within: compartment "${id}" would lie within itself`, { cure: 'name a wider compartment' });
    seen.add(at);
  }
}

/** A reference points only to the same or a wider compartment: whoever names the subject must still see it after the move. */
function checkStillSeen(record: CaseRecord, kind: Kind, id: Id, into: Id): void {
  for (const other of KIND_NAMES) {
    for (const version of record.of(other).values() as Iterable<Version>) {
      if (mayReferTo(record, version.entry.compartment, into)) continue;
      if (referencesOf(other, version.body).some((reference) => reference.id === id && reference.kinds.includes(kind))) {
        throw new UserError(`${kind} "${id}" is named by ${other} "${version.id}", which could not see it in compartment "${into}"`, {
          cure: `move the ${other} first`,
          code: 'conflict',
        });
      }
    }
  }
}
