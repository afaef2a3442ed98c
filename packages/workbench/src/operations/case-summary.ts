import type { CaseRecord, FoldScope, Instant, StoredEntry } from '@parley/model';
import type { z } from 'zod';
import type { CaseSummary } from '../contract.ts';
import { CASE_SUBJECT, type CaseSession } from './case-session.ts';
import { withinScope } from './subject-history.ts';

/**
 * What a case is, how much is in it, and the days on which something came.
 *
 * `compartments` are those looked through: entries in others move no count, no sequence and no day.
 */
export function caseSummary(
  session: CaseSession,
  record: CaseRecord,
  { encrypted, compartments }: { encrypted: boolean } & Pick<FoldScope, 'compartments'>,
): z.infer<typeof CaseSummary> {
  const entries = compartments === undefined ? session.entries : session.entries.filter((entry) => withinScope(entry, { compartments }));
  const counts = { accepted: 0, suggested: 0, rejected: 0 };
  for (const { body } of record.of('statement').values()) counts[body.status] += 1;
  return {
    caseId: session.caseId,
    details: record.of('case').get(CASE_SUBJECT)?.body ?? { title: { en: 'Untitled' }, partyOrder: [], issueOrder: [] },
    file: session.file,
    encrypted,
    sequence: entries.at(-1)?.sequence ?? 0,
    counts: {
      parties: record.of('party').size + record.of('thirdParty').size,
      issues: record.of('issue').size,
      sources: record.of('source').size,
      accepted: counts.accepted,
      suggested: counts.suggested,
    },
    compartments: [...record.of('compartment').values()].map(({ id, body }) => ({ id, compartment: body })),
    receivedAt: lastOfEachDay(entries),
  };
}

function lastOfEachDay(entries: readonly StoredEntry[]): Instant[] {
  const days = new Map<string, Instant>();
  for (const { receivedAt } of entries) {
    const day = receivedAt.slice(0, 10);
    const kept = days.get(day);
    if (kept === undefined || kept < receivedAt) days.set(day, receivedAt);
  }
  return [...days.values()].sort();
}
