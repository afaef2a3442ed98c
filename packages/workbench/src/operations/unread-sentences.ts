import type { Body, CaseRecord, Id, Span, Version } from '@parley/model';
import { readText } from '@parley/reader';
import { lexiconOf } from './lexicon.ts';
import { readOptions } from './read-options.ts';

/** Texts over this many UTF-16 units are not read again for their unread sentences when a source is looked at. */
const REREAD_LIMIT = 1_000_000;

/**
 * Sentences of a source that look attributed but were not understood, in their order: as the text is
 * read with the words that the case has now, without those in which somebody has marked a statement since.
 */
export function unreadSentences(record: CaseRecord, source: Version<'source'>, text: string): Span[] {
  if (text.length > REREAD_LIMIT) return [];
  const marked = statementsOf(record, source.id).flatMap(({ content, cue }) => (cue === undefined ? content : [...content, cue]));
  const { unread } = readText(text, readOptions(source.body, lexiconOf(record, source.entry.compartment)));
  return unread.filter(({ start, end }) => !marked.some((span) => span.start < end && start < span.end));
}

function statementsOf(record: CaseRecord, sourceId: Id): Body<'statement'>[] {
  return [...record.of('statement').values()].flatMap(({ body }) =>
    body.sourceId === sourceId && body.status !== 'rejected' ? [body] : [],
  );
}
