import type { CaseRecord, Day, FoldScope } from '@parley/model';
import type { CaseSession } from '../case-session.ts';
import { csvFiles } from './csv.ts';
import type { ExportFile } from './export-file.ts';
import { jsonFile } from './json.ts';
import { manifestOf } from './manifest.ts';
import { provFile } from './prov.ts';
import { releasable } from './releasable.ts';

export type ExportFormat = 'csv' | 'json' | 'prov';

/**
 * A case as files of one format, positions as held on `heldOn`: three tables (`csv`), one document
 * with a manifest (`json`), or where everything came from (`prov`, W3C PROV-JSON).
 *
 * `record` and `scope` are as `asOf` gives them. Rules of attribution are honoured in all formats;
 * the same record gives the same files, byte for byte.
 */
export function exportCase(
  session: CaseSession,
  record: CaseRecord,
  heldOn: Day,
  format: ExportFormat,
  scope: FoldScope = {},
): ExportFile[] {
  const released = releasable(record);
  switch (format) {
    case 'csv':
      return csvFiles(record, released, heldOn);
    case 'json':
      return [jsonFile(record, released, manifestOf(session, record, heldOn, scope, released), scope)];
    case 'prov':
      return [provFile(session.caseId, record, released)];
  }
}
