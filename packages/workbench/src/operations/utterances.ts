import { type CaseRecord, type Id, mayReferTo, type StoredEntry, UserError, type Version } from '@parley/model';
import type { Witness } from '@parley/reader';
import type { z } from 'zod';
import type { UtteranceGroup } from '../contract.ts';
import type { CaseSession } from './case-session.ts';
import { declinedOffers } from './declined-offers.ts';
import { presentSubject } from './put-subject.ts';
import { putDraft } from './recorder.ts';
import { statementViews } from './statement-views.ts';
import { groupUtterances } from './utterance-groups/group-utterances.ts';

/**
 * Groups of statements in different sources that look like one utterance and are not joined yet,
 * those most alike first. A group lies in one compartment: the wider one must not learn of a
 * witness in the narrower. Two statements that a person parted come into no one group.
 */
export async function suggestUtterances(session: CaseSession, record: CaseRecord): Promise<z.infer<typeof UtteranceGroup>[]> {
  const byCompartment = new Map<Id, Version<'statement'>[]>();
  for (const statement of record.of('statement').values()) {
    if (statement.body.status === 'rejected' || !record.of('source').has(statement.body.sourceId)) continue;
    const { compartment } = statement.entry;
    const together = byCompartment.get(compartment);
    if (together === undefined) byCompartment.set(compartment, [statement]);
    else together.push(statement);
  }
  const { apart } = declinedOffers(record);
  const found: { overlap: number; members: Version<'statement'>[] }[] = [];
  for (const statements of byCompartment.values()) {
    const groups = await groupUtterances(
      statements.map((one) => witnessOf(record, one)),
      apart,
    );
    for (const { statements: ids, overlap } of groups) {
      // What was retracted meanwhile is no witness any more.
      const members = ids.map((id) => record.of('statement').get(id)).filter((one) => one !== undefined);
      if (members.length > 1 && !areJoined(members)) found.push({ overlap, members });
    }
  }
  const shown = await statementViews(
    session,
    record,
    found.flatMap(({ members }) => members),
  );
  const views = new Map(shown.map((view) => [view.id, view]));
  return found
    .map(({ overlap, members }) => ({ overlap, statements: members.map(({ id }) => views.get(id)).filter((view) => view !== undefined) }))
    .sort((a, b) => b.overlap - a.overlap || ((a.statements[0]?.id ?? '') < (b.statements[0]?.id ?? '') ? -1 : 1));
}

/**
 * Records that statements are witnesses of one utterance, so that they count once. Those that were
 * joined with one of them before stay with it.
 *
 * Throws a UserError for fewer than two, and where a wider compartment would learn of a narrower one.
 */
export async function joinUtterance(session: CaseSession, statementIds: readonly Id[]): Promise<StoredEntry[]> {
  const { record } = session;
  const named = [...new Set(statementIds)].map((id) => presentSubject(record, 'statement', id));
  if (named.length < 2) {
    throw new UserError('one statement alone is no group of witnesses', { cure: 'name two statements or more of the same utterance' });
  }
  const joined = new Set(named.flatMap(({ body }) => (body.utteranceId === undefined ? [] : [body.utteranceId])));
  const before = [...record.of('statement').values()].filter(({ body }) => body.utteranceId !== undefined && joined.has(body.utteranceId));
  const all = [...new Set([...named, ...before])];
  const [utteranceId = session.recorder.newId()] = [...joined].sort();
  const changed = all.filter(({ body }) => body.utteranceId !== utteranceId);
  const hidden = changed.find(({ entry }) => all.some((other) => !mayReferTo(record, entry.compartment, other.entry.compartment)));
  if (hidden !== undefined) {
    throw new UserError(`statement "${hidden.id}" is in a wider compartment than another of them, which it would tell of`, {
      cure: 'join statements of one compartment',
      code: 'conflict',
    });
  }
  if (changed.length === 0) return [];
  return session.commit(
    changed.map(({ id, body, entry }) => putDraft(session.recorder, 'statement', id, { ...body, utteranceId }, entry.compartment)),
  );
}

function witnessOf(record: CaseRecord, { id, body }: Version<'statement'>): Witness {
  return {
    id,
    sourceId: body.sourceId,
    speaker: body.speaker,
    content: body.content.map(({ text }) => text).join(' '),
    strength: body.strength,
    saidOn: body.saidOn,
    published: record.of('source').get(body.sourceId)?.body.published,
  };
}

function areJoined(statements: readonly Version<'statement'>[]): boolean {
  const [first, ...rest] = statements.map(({ body }) => body.utteranceId);
  return first !== undefined && rest.every((other) => other === first);
}
