import { type ChainReport, type Entry, verifyChains } from '@parley/model';
import { damaged } from './case-file-errors.ts';
import { contentsNamedBy, digestOf } from './contents.ts';
import { digestText } from './digest-text.ts';
import { entryOf } from './entry-rows.ts';
import type { Session } from './session.ts';

/** Checks the file, every chain in the order of arrival, and the digest of every content. Runs inside a transaction that the caller began. */
export function verifyLog(session: Session): ChainReport {
  const { database, path } = session;
  const state = database.pragma('integrity_check(1)', { simple: true });
  if (state !== 'ok') throw damaged(path, String(state));

  const namedBy = new Map<string, string>();
  const report = verifyChains(entriesOf(session, namedBy), digestText);
  return report.firstFault === null ? { ...report, firstFault: firstContentFault(session, namedBy) } : report;
}

function* entriesOf({ statements, caseId, path }: Session, namedBy: Map<string, string>): Generator<Entry> {
  for (const row of statements.readEntries.iterate(0, -1)) {
    const entry = entryOf(row, caseId, path);
    for (const sha256 of contentsNamedBy(entry)) if (!namedBy.has(sha256)) namedBy.set(sha256, entry.id);
    yield entry;
  }
}

function firstContentFault({ statements }: Session, namedBy: ReadonlyMap<string, string>): ChainReport['firstFault'] {
  for (const [sha256, entryId] of namedBy) {
    const bytes = statements.content.get(sha256);
    if (bytes === undefined) return { entryId, fault: `the content ${sha256} that it names is missing` };
    if (digestOf(bytes) !== sha256) return { entryId, fault: `the content ${sha256} that it names was changed after it was kept` };
  }
  return null;
}
