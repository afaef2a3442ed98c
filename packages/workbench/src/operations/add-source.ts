import { type Body, type Draft, digest, type EdtfDate, type Id, PUBLIC, parseBody, type StoredEntry } from '@parley/model';
import { type Extraction, extract, readText } from '@parley/reader';
import type { CaseSession } from './case-session.ts';
import { lexiconOf } from './lexicon.ts';
import { type SecondReader, withSecondReader } from './model-reader.ts';
import { nearDuplicates, type SimilarSource } from './near-duplicates.ts';
import { putDraft } from './recorder.ts';
import { suggestionsFrom } from './suggestions.ts';

/** A source as it comes in. What is left out is taken from the source itself where it says so. */
export interface SourceInput {
  readonly bytes: Uint8Array;
  readonly fileName?: string | undefined;
  readonly mediaType?: string | undefined;
  readonly kind?: Body<'source'>['kind'] | undefined;
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: EdtfDate | undefined;
  readonly language?: string | undefined;
  readonly reliability?: Body<'source'>['reliability'] | undefined;
  readonly attributionRule?: Body<'source'>['attributionRule'] | undefined;
  readonly derivedFrom?: Id | undefined;
  readonly compartment?: Id | undefined;
  /** Reads the text beside our own reader. */
  readonly secondReader?: SecondReader | undefined;
}

export interface AddedSource {
  readonly sourceId: Id;
  readonly recorded: StoredEntry[];
  /** How many statements and figures the reader suggests. */
  readonly suggested: number;
  readonly figures: number;
  /** The source that has the same bytes already; then nothing was recorded. */
  readonly duplicateOf: Id | null;
  /** Sources that it is perhaps a copy of; nothing is recorded of that. */
  readonly similar: SimilarSource[];
  /** What a second reader left out, in words for the user. */
  readonly notes: string[];
}

/**
 * Adds a source to the case, reads it and records what the reader suggests, all or nothing.
 *
 * Throws a UserError for bytes that are no text, are empty or over the reader's limit.
 */
export async function addSource(session: CaseSession, input: SourceInput): Promise<AddedSource> {
  const compartment = input.compartment ?? PUBLIC;
  const sha256 = digest(input.bytes);
  const same = sameBytes(session, sha256, compartment);
  if (same !== null) return { sourceId: same, recorded: [], suggested: 0, figures: 0, duplicateOf: same, similar: [], notes: [] };

  const extraction = extract(input.bytes, {
    ...(input.fileName === undefined ? {} : { fileName: input.fileName }),
    ...(input.mediaType === undefined ? {} : { mediaType: input.mediaType }),
  });
  const textBytes = new TextEncoder().encode(extraction.text);
  const source = sourceBody(input, extraction, sha256, textBytes);
  const sourceId = session.recorder.newId();
  const drafts: Draft[] = [putDraft(session.recorder, 'source', sourceId, source, compartment)];
  const { statements: own, figures } = suggest(session, sourceId, extraction.text, { published: source.published, compartment });
  const lexicon = lexiconOf(session.record, compartment);
  const { statements, notes } = await withSecondReader(own, input.secondReader, extraction.text, { sourceId, compartment, lexicon });
  const similar = await nearDuplicates(session, extraction.text, compartment);

  const statementIds = statements.map(() => session.recorder.newId());
  statements.forEach((body, i) => {
    drafts.push(putDraft(session.recorder, 'statement', statementIds[i] as Id, body, compartment));
  });
  for (const { body, statement } of figures) {
    const claimant = body.claimant && statement !== null ? { ...body.claimant, statementId: statementIds[statement] } : body.claimant;
    drafts.push(putDraft(session.recorder, 'figure', session.recorder.newId(), { ...body, claimant }, compartment));
  }
  const recorded = await session.commit(drafts, [input.bytes, textBytes]);
  return { sourceId, recorded, suggested: statements.length, figures: figures.length, duplicateOf: null, similar, notes };
}

function suggest(
  session: CaseSession,
  sourceId: Id,
  text: string,
  { published, compartment }: { published: EdtfDate | undefined; compartment: Id },
) {
  const reading = readText(text, { lexicon: lexiconOf(session.record, compartment), ...(published === undefined ? {} : { published }) });
  return suggestionsFrom(reading, sourceId, published);
}

function sourceBody(input: SourceInput, extraction: Extraction, sha256: string, textBytes: Uint8Array): Body<'source'> {
  return parseBody('source', {
    kind: input.kind ?? 'report',
    title: input.title ?? extraction.title ?? firstLine(extraction.text),
    publisher: input.publisher ?? extraction.publisher ?? undefined,
    published: input.published ?? extraction.published ?? undefined,
    language: input.language ?? extraction.language ?? undefined,
    reliability: input.reliability,
    mediaType: extraction.mediaType,
    bytes: { sha256, byteLength: input.bytes.byteLength },
    text: { sha256: digest(textBytes), byteLength: textBytes.byteLength },
    textLength: extraction.text.length,
    extractor: extraction.extractor,
    derivedFrom: input.derivedFrom,
    attributionRule: input.attributionRule,
    dropped: extraction.dropped,
  });
}

/** The same bytes in another compartment are another source: to say that they are there would tell of it. */
function sameBytes(session: CaseSession, sha256: string, compartment: Id): Id | null {
  for (const { id, body, entry } of session.record.of('source').values()) {
    if (body.bytes.sha256 === sha256 && entry.compartment === compartment) return id;
  }
  return null;
}

function firstLine(text: string): string {
  const line = text.trimStart().split('\n', 1)[0]?.trim() ?? '';
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`;
}
