import type { CaseRecord, Id, Version } from '@parley/model';
import type { z } from 'zod';
import type { StatementPage } from '../contract.ts';
import type { CaseSession } from './case-session.ts';
import { statementViews } from './statement-views.ts';

/** Which statements of a case, and which stretch of the list. */
export interface StatementFilter {
  readonly status?: 'suggested' | 'accepted' | 'rejected' | undefined;
  readonly partyId?: Id | undefined;
  readonly issueId?: Id | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** The statements of a case: those of the source received last first, within a source in the order of its text. */
export async function listStatements(
  session: CaseSession,
  record: CaseRecord,
  { status, partyId, issueId, limit, offset }: StatementFilter,
): Promise<z.infer<typeof StatementPage>> {
  const sources = record.of('source');
  const found: Version<'statement'>[] = [];
  for (const statement of record.of('statement').values()) {
    const { body } = statement;
    if (status !== undefined && body.status !== status) continue;
    if (partyId !== undefined && body.speaker.partyId !== partyId) continue;
    if (issueId !== undefined && !body.links.some((link) => link.issueId === issueId)) continue;
    if (sources.has(body.sourceId)) found.push(statement);
  }
  const arrived = ({ body }: Version<'statement'>) => sources.get(body.sourceId)?.entry.sequence ?? 0;
  const place = ({ body }: Version<'statement'>) => body.content[0]?.start ?? 0;
  found.sort((a, b) => arrived(b) - arrived(a) || place(a) - place(b) || (a.id < b.id ? -1 : 1));
  return { total: found.length, statements: await statementViews(session, record, found.slice(offset, offset + limit)) };
}
