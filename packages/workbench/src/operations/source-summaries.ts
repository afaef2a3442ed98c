import type { CaseRecord, Id, Version } from '@parley/model';
import type { z } from 'zod';
import type { SourceSummary } from '../contract.ts';

type Summary = z.infer<typeof SourceSummary>;

/** The sources of a case, the latest received first, each with how its statements stand. */
export function sourceSummaries(record: CaseRecord): Summary[] {
  const counts = new Map<Id, Pick<Summary, 'accepted' | 'suggested' | 'rejected'>>();
  for (const { body } of record.of('statement').values()) {
    const count = counts.get(body.sourceId) ?? { accepted: 0, suggested: 0, rejected: 0 };
    count[body.status] += 1;
    counts.set(body.sourceId, count);
  }
  return [...record.of('source').values()]
    .map((source) => ({ ...summaryOf(source), ...counts.get(source.id) }))
    .sort((a, b) => (a.receivedAt !== b.receivedAt ? (a.receivedAt < b.receivedAt ? 1 : -1) : a.id < b.id ? -1 : 1));
}

/** A source as a list shows it, its counts still at nought. */
export function summaryOf({ id, body, entry }: Version<'source'>): Summary {
  return {
    id,
    title: body.title,
    kind: body.kind,
    publisher: body.publisher ?? null,
    published: body.published ?? null,
    reliability: body.reliability ?? null,
    attributionRule: body.attributionRule ?? null,
    language: body.language ?? null,
    compartment: entry.compartment,
    receivedAt: entry.receivedAt,
    derivedFrom: body.derivedFrom ?? null,
    textLength: body.textLength,
    accepted: 0,
    suggested: 0,
    rejected: 0,
  };
}
