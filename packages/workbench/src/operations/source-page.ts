import { type CaseRecord, type Id, UserError } from '@parley/model';
import type { z } from 'zod';
import type { SourcePage } from '../contract.ts';
import type { CaseSession } from './case-session.ts';
import { sourceText } from './source-text.ts';
import { positionsByStatement } from './statement-views.ts';
import { unreadSentences } from './unread-sentences.ts';

/** A source to read: its text with the statements and figures found in it, in the order of the text. */
export async function sourcePage(session: CaseSession, record: CaseRecord, sourceId: Id): Promise<z.infer<typeof SourcePage>> {
  const source = record.of('source').get(sourceId);
  if (source === undefined) throw new UserError(`there is no source "${sourceId}"`, { cure: 'name one that is there', code: 'unknown' });
  const text = await sourceText(session, sourceId, record);
  const positions = positionsByStatement(record);
  const statements = [...record.of('statement').values()]
    .filter(({ body }) => body.sourceId === sourceId)
    .sort((a, b) => (a.body.content[0]?.start ?? 0) - (b.body.content[0]?.start ?? 0) || (a.id < b.id ? -1 : 1))
    .map(({ id, body, entry }) => ({
      id,
      compartment: entry.compartment,
      receivedAt: entry.receivedAt,
      statement: body,
      positions: positions.get(id) ?? [],
    }));
  const figures = [...record.of('figure').values()]
    .filter(({ body }) => body.sourceId === sourceId)
    .sort((a, b) => a.body.span.start - b.body.span.start)
    .map(({ id, body }) => ({ id, figure: body }));
  return {
    id: sourceId,
    compartment: source.entry.compartment,
    receivedAt: source.entry.receivedAt,
    source: source.body,
    text,
    statements,
    figures,
    unread: unreadSentences(record, source, text).map(({ start, end }) => ({ start, end })),
  };
}
