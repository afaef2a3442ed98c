import { type CaseRecord, type Id, supporting, UserError, type Version } from '@parley/model';
import type { z } from 'zod';
import type { CellEvidence } from '../contract.ts';
import type { CaseSession } from './case-session.ts';
import { statementViews } from './statement-views.ts';

/** All that a party's cell on an issue rests on: its positions over time, the statements under them, and those still to decide. */
export async function cellEvidence(
  session: CaseSession,
  record: CaseRecord,
  partyId: Id,
  issueId: Id,
): Promise<z.infer<typeof CellEvidence>> {
  if (!record.of('party').has(partyId) && !record.of('thirdParty').has(partyId)) throw unknown('party', partyId);
  if (!record.of('issue').has(issueId)) throw unknown('issue', issueId);
  const positions = [...record.of('position').values()]
    .filter(({ body }) => body.partyId === partyId && body.issueId === issueId && supporting(record, body.evidence).length > 0)
    .sort((a, b) => compare(b.body.from ?? '', a.body.from ?? '') || compare(a.id, b.id));
  const bearing = new Set(positions.flatMap(({ body }) => body.evidence));
  const accepted: Version<'statement'>[] = [];
  const suggested: Version<'statement'>[] = [];
  for (const statement of record.of('statement').values()) {
    const { status, speaker, links } = statement.body;
    const linked = speaker.partyId === partyId && links.some((link) => link.issueId === issueId);
    if (status === 'accepted' && (linked || bearing.has(statement.id))) accepted.push(statement);
    else if (status === 'suggested' && linked) suggested.push(statement);
  }
  const latestFirst = (a: Version<'statement'>, b: Version<'statement'>) =>
    compare(b.body.saidOn ?? '', a.body.saidOn ?? '') || compare(b.entry.receivedAt, a.entry.receivedAt) || compare(a.id, b.id);
  return {
    partyId,
    issueId,
    positions: positions.map(({ id, body, entry }) => ({ id, compartment: entry.compartment, position: body })),
    accepted: await statementViews(session, record, accepted.sort(latestFirst)),
    suggested: await statementViews(session, record, suggested.sort(latestFirst)),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unknown(what: string, id: string): UserError {
  return new UserError(`there is no ${what} "${id}"`, { cure: `name a ${what} of this case`, code: 'unknown' });
}
