import type { Draft, Id, StoredEntry } from '@parley/model';
import { isSameReading, readText } from '@parley/reader';
import type { CaseSession } from './case-session.ts';
import { lexiconOf } from './lexicon.ts';
import { presentSubject } from './put-subject.ts';
import { readOptions } from './read-options.ts';
import { putDraft } from './recorder.ts';
import { sourceText } from './source-text.ts';
import { suggestionsFrom } from './suggestions.ts';

/**
 * Reads a source again, with the words that the case has now, and records as suggested what was not
 * found before. What is there already stays as it is, whether suggested, accepted or rejected.
 */
export async function readAgain(session: CaseSession, sourceId: Id): Promise<StoredEntry[]> {
  const { record, recorder } = session;
  const { body, entry } = presentSubject(record, 'source', sourceId);
  const text = await sourceText(session, sourceId);
  const { statements, figures } = suggestionsFrom(
    readText(text, readOptions(body, lexiconOf(record, entry.compartment))),
    sourceId,
    body.published,
  );
  const known = [...record.of('statement').values()].filter((one) => one.body.sourceId === sourceId).map((one) => one.body);
  const counted = [...record.of('figure').values()].filter((one) => one.body.sourceId === sourceId).map((one) => one.body.span);
  const ids = new Map<number, Id>();
  const drafts: Draft[] = [];
  statements.forEach((statement, at) => {
    if (known.some((one) => isSameReading(one, statement))) return;
    const id = recorder.newId();
    ids.set(at, id);
    drafts.push(putDraft(recorder, 'statement', id, statement, entry.compartment));
  });
  for (const { body: figure, statement } of figures) {
    if (counted.some((span) => span.start < figure.span.end && figure.span.start < span.end)) continue;
    const statementId = statement === null ? undefined : ids.get(statement);
    const claimant = figure.claimant && statementId !== undefined ? { ...figure.claimant, statementId } : figure.claimant;
    drafts.push(putDraft(recorder, 'figure', recorder.newId(), { ...figure, claimant }, entry.compartment));
  }
  return drafts.length === 0 ? [] : session.commit(drafts);
}
