import { setImmediate } from 'node:timers/promises';
import { type CaseRecord, type Id, pageAt, type Version } from '@parley/model';
import type { z } from 'zod';
import type { StatementView } from '../contract.ts';
import type { CaseSession } from './case-session.ts';
import { excerptOf } from './excerpt.ts';
import { summaryOf } from './source-summaries.ts';
import { sourceText } from './source-text.ts';

type View = z.infer<typeof StatementView>;

/** After so many others have their turn: each may need the text of another source. */
const AT_ONCE = 100;
/** Texts kept at hand; lists go by source, groups of witnesses do not. */
const MAX_TEXTS = 100;

/** Statements as a list shows them, each with its source, the words around it and the positions it bears out. */
export async function statementViews(
  session: CaseSession,
  record: CaseRecord,
  statements: readonly Version<'statement'>[],
): Promise<View[]> {
  const positions = positionsByStatement(record);
  const texts = new Map<Id, string>();
  const views: View[] = [];
  for (const [place, { id, body, entry }] of statements.entries()) {
    if (place % AT_ONCE === AT_ONCE - 1) await setImmediate();
    const source = record.of('source').get(body.sourceId);
    if (source === undefined) continue;
    const text = texts.get(source.id) ?? (await sourceText(session, source.id, record));
    if (texts.size >= MAX_TEXTS) texts.clear();
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
    for (const statement of body.evidence) {
      const positions = byStatement.get(statement);
      if (positions === undefined) byStatement.set(statement, [id]);
      else positions.push(id);
    }
  }
  return byStatement;
}
