import type { Draft, EdtfDate, Id } from '@parley/model';
import type { Reading } from '@parley/reader';
import { putDraft, type Recorder } from './recorder.ts';
import { type Suggestions, suggestionsFrom } from './suggestions.ts';

/** How much the reader suggests in a report. */
export interface SuggestionCounts {
  suggested: number;
  figures: number;
  /** Sentences that look attributed and were not understood. */
  unread: number;
}

/** What is suggested in a report, part by part as its reading comes. */
export function* suggestionsIn(
  parts: Iterable<Reading>,
  { sourceId, published, counts }: { sourceId: Id; published: EdtfDate | undefined; counts: SuggestionCounts },
): Generator<Suggestions> {
  for (const part of parts) {
    counts.unread += part.unread.length;
    yield suggestionsFrom(part, sourceId, published);
  }
}

/**
 * The entries that record a source and what is suggested in it, each made when it is asked for. A
 * figure comes after the statement that claims it, which may stand in a later part than its own.
 */
export function* suggestionDrafts(
  source: Draft<'source'>,
  parts: Iterable<Suggestions>,
  { recorder, counts }: { recorder: Recorder; counts: SuggestionCounts },
): Generator<Draft> {
  yield source;
  const { compartment } = source;
  let given = 0;
  let waiting: Suggestions['figures'] = [];
  for (const { statements, figures } of parts) {
    const ids = statements.map(() => recorder.newId());
    for (const [at, body] of statements.entries()) yield putDraft(recorder, 'statement', ids[at] as Id, body, compartment);
    const isDue = ({ statement }: Suggestions['figures'][number]): boolean => statement === null || statement < given + ids.length;
    const known = [...waiting, ...figures];
    for (const { body, statement } of known.filter(isDue)) {
      const claimant = body.claimant && statement !== null ? { ...body.claimant, statementId: ids[statement - given] } : body.claimant;
      yield putDraft(recorder, 'figure', recorder.newId(), { ...body, claimant }, compartment);
    }
    waiting = known.filter((figure) => !isDue(figure));
    given += ids.length;
    counts.suggested += statements.length;
    counts.figures += known.length - waiting.length;
  }
}
