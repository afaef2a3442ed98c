import { type CaseRecord, type Id, pageAt, type Version } from '@parley/model';
import type { z } from 'zod';
import type { StatementView } from '../contract.ts';
import type { CaseSession } from './case-session.ts';
import { excerptOf } from './excerpt.ts';
import { summaryOf } from './source-summaries.ts';
import { sourceText } from './source-text.ts';

type View = z.infer<typeof StatementView>;

/** Statements as a list shows them, each with its source, the words around it and the positions it bears out. */
export async function statementViews(
  session: CaseSession,
  record: CaseRecord,
  statements: readonly Version<'statement'>[],
): Promise<View[]> {
  const positions = positionsByStatement(record);
  const texts = new Map<Id, string>();
  const views: View[] = [];
  for (const { id, body, entry } of statements) {
    const source = record.of('source').get(body.sourceId);
    if (source === undefined) continue;
    const text = texts.get(source.id) ?? (await sourceText(session, source.id, record));
    texts.set(source.id, text);
    views.push({
      id,
      compartment: entry.compartment,
      receivedAt: entry.receivedAt,
      statement: body,
      page: pageAt(source.body, body.content[0]?.start ?? 0),
      source: summaryOf(source),
      excerpt: excerptOf(text, body),
      positions: positions.get(id) ?? [],
    });
  }
  return views;
}

/** The ids of the positions that each statement bears out. */
export function positionsByStatement(record: CaseRecord): Map<Id, Id[]> {
  const byStatement = new Map<Id, Id[]>();
  for (const { id, body } of record.of('position').values()) {
    for (const statement of body.evidence) byStatement.set(statement, [...(byStatement.get(statement) ?? []), id]);
  }
  return byStatement;
}
