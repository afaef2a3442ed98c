import type { Body, CaseRecord, FoldScope, Version } from '@parley/model';
import type { SearchHit } from '@parley/store';
import type { z } from 'zod';
import type { SearchResult } from '../contract.ts';
import type { CaseSession } from './case-session.ts';

/** Full-text search in a case, best first. What the record in scope does not have in the same words is left out. */
export async function searchCase(
  session: CaseSession,
  record: CaseRecord,
  query: string,
  { limit, compartments, knownAt }: FoldScope & { limit: number },
): Promise<z.infer<typeof SearchResult>[]> {
  // The index holds the words of today; as known earlier some hits fall away, so more are asked for.
  const wanted = knownAt === undefined ? limit : limit * 4;
  const hits = await session.log.search(query, { limit: wanted, ...(compartments === undefined ? {} : { compartments }) });
  const indexed = session.recordOf(compartments === undefined ? {} : { compartments });
  const results: z.infer<typeof SearchResult>[] = [];
  for (const { subject, snippet } of hits) {
    const sourceId = sourceInScope(indexed, record, subject);
    if (sourceId !== null) results.push({ kind: subject.kind, id: subject.id, sourceId, snippet });
  }
  return results.slice(0, limit);
}

/** The source to open for a hit; null where the record in scope does not hold the subject with the words that were found. */
function sourceInScope(indexed: CaseRecord, record: CaseRecord, { kind, id }: SearchHit['subject']): string | null {
  const [now, scoped] = [indexed.of(kind).get(id), record.of(kind).get(id)];
  if (now === undefined || scoped === undefined) return null;
  if (now.entry.id !== scoped.entry.id && wordsOf(now) !== wordsOf(scoped)) return null;
  const sourceId = kind === 'source' ? id : (scoped.body as Body<'statement'> | Body<'figure'>).sourceId;
  return record.of('source').has(sourceId) ? sourceId : null;
}

/** All that may be shown in a snippet: every string of the body. */
function wordsOf({ body }: Version): string {
  const words: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value === 'string') words.push(value);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) if (key !== 'status') gather(inner);
  };
  gather(body);
  return words.join('\n');
}
