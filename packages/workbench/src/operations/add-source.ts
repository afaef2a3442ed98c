import { type Body, type Draft, digest, type EdtfDate, type Id, PUBLIC, parseBody, type StoredEntry, UserError } from '@parley/model';
import { DETECTED_LANGUAGES, detectLanguage, type Extraction, extractAll, readText } from '@parley/reader';
import type { CaseSession } from './case-session.ts';
import { lexiconOf } from './lexicon.ts';
import { type SecondReader, withSecondReader } from './model-reader.ts';
import { nearDuplicates, type SimilarSource } from './near-duplicates.ts';
import { readOptions } from './read-options.ts';
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
  /** How many sentences look attributed and were not understood. */
  readonly unread: number;
  /** The source that is the same already; then nothing was recorded. */
  readonly duplicateOf: Id | null;
  /** Sources that it is perhaps a copy of; nothing is recorded of that. */
  readonly similar: SimilarSource[];
  /** What a second reader left out, in words for the user. */
  readonly notes: string[];
}

/**
 * Adds the reports in a file to the case, a source each, reads them and records what the reader
 * suggests, all or nothing. A file whose bytes are there already in the compartment is passed over;
 * of one with several reports, so is each that is there from an earlier one.
 *
 * Throws a UserError for bytes that cannot be read, are empty or over the reader's limit, and for a
 * title given to several reports.
 */
export async function addSources(session: CaseSession, input: SourceInput): Promise<AddedSource[]> {
  return addExtractions(session, input, async () => {
    const extractions = await extracted(input);
    if (input.title === undefined || extractions.length === 1) return extractions;
    throw new UserError(`the title "${input.title}" for ${extractions.length} reports in one file`, {
      cure: 'leave the title out; each has its own',
    });
  });
}

/** As {@link addSources}, for a file that holds one report. Throws a UserError for one that holds several. */
export async function addSource(session: CaseSession, input: SourceInput): Promise<AddedSource> {
  const [added] = await addExtractions(session, input, async () => {
    const extractions = await extracted(input);
    if (extractions.length === 1) return extractions;
    throw new UserError(`${input.fileName ?? 'the file'} holds ${extractions.length} reports`, { cure: 'give one report' });
  });
  return added as AddedSource;
}

function extracted({ bytes, fileName, mediaType }: SourceInput): Promise<Extraction[]> {
  return extractAll(bytes, { ...(fileName === undefined ? {} : { fileName }), ...(mediaType === undefined ? {} : { mediaType }) });
}

async function addExtractions(session: CaseSession, input: SourceInput, extractions: () => Promise<Extraction[]>): Promise<AddedSource[]> {
  const compartment = input.compartment ?? PUBLIC;
  const kept = keptSources(session, compartment);
  const sha256 = digest(input.bytes);
  const same = kept.byBytes.get(sha256);
  if (same !== undefined) return same.map(passedOver);

  const prepared: (Prepared | AddedSource)[] = [];
  const reports = await extractions();
  for (const extraction of reports) {
    const textBytes = new TextEncoder().encode(extraction.text);
    const source = sourceBody(input, extraction, sha256, textBytes);
    const known = reports.length > 1 ? kept.byReport.get(reportKey(source)) : undefined;
    if (known !== undefined) {
      prepared.push(passedOver(known));
      continue;
    }
    const fresh = await prepare(session, input, { source, extraction, textBytes });
    kept.byReport.set(reportKey(source), fresh.added.sourceId);
    prepared.push(fresh);
  }

  const fresh = prepared.filter((one) => 'drafts' in one);
  if (fresh.length === 0) return prepared as AddedSource[];
  const recorded = await session.commit(
    fresh.flatMap(({ drafts }) => drafts),
    [input.bytes, ...fresh.map(({ textBytes }) => textBytes)],
  );
  let at = 0;
  return prepared.map((one) => {
    if (!('drafts' in one)) return one;
    const from = at;
    at += one.drafts.length;
    return { ...one.added, recorded: recorded.slice(from, at) };
  });
}

interface Prepared {
  readonly added: Omit<AddedSource, 'recorded'>;
  readonly drafts: Draft[];
  readonly textBytes: Uint8Array;
}

/** One report read, with the entries that record it. */
async function prepare(
  session: CaseSession,
  input: SourceInput,
  { source, extraction, textBytes }: { source: Body<'source'>; extraction: Extraction; textBytes: Uint8Array },
): Promise<Prepared> {
  const { text } = extraction;
  const compartment = input.compartment ?? PUBLIC;
  const sourceId = session.recorder.newId();
  const lexicon = lexiconOf(session.record, compartment);
  const drafts: Draft[] = [putDraft(session.recorder, 'source', sourceId, source, compartment)];
  const reading = readText(text, readOptions(source, lexicon));
  const { statements: own, figures } = suggestionsFrom(reading, sourceId, source.published);
  const { statements, notes } = await withSecondReader(own, input.secondReader, text, { sourceId, compartment, lexicon });
  const similar = await nearDuplicates(session, text, compartment);

  const statementIds = statements.map(() => session.recorder.newId());
  statements.forEach((body, i) => {
    drafts.push(putDraft(session.recorder, 'statement', statementIds[i] as Id, body, compartment));
  });
  for (const { body, statement } of figures) {
    const claimant = body.claimant && statement !== null ? { ...body.claimant, statementId: statementIds[statement] } : body.claimant;
    drafts.push(putDraft(session.recorder, 'figure', session.recorder.newId(), { ...body, claimant }, compartment));
  }
  const added = {
    sourceId,
    suggested: statements.length,
    figures: figures.length,
    unread: reading.unread.length,
    duplicateOf: null,
    similar,
    notes,
  };
  return { added, drafts, textBytes };
}

function passedOver(sourceId: Id): AddedSource {
  return { sourceId, recorded: [], suggested: 0, figures: 0, unread: 0, duplicateOf: sourceId, similar: [], notes: [] };
}

function sourceBody(input: SourceInput, extraction: Extraction, sha256: string, textBytes: Uint8Array): Body<'source'> {
  return parseBody('source', {
    kind: input.kind ?? 'report',
    title: input.title ?? extraction.title ?? firstLine(extraction.text),
    publisher: input.publisher ?? extraction.publisher ?? undefined,
    published: input.published ?? extraction.published ?? undefined,
    language: input.language ?? languageOf(extraction),
    reliability: input.reliability,
    mediaType: extraction.mediaType,
    bytes: { sha256, byteLength: input.bytes.byteLength },
    text: { sha256: digest(textBytes), byteLength: textBytes.byteLength },
    textLength: extraction.text.length,
    extractor: extraction.extractor,
    pages: extraction.pages.length === 0 ? undefined : extraction.pages,
    derivedFrom: input.derivedFrom,
    attributionRule: input.attributionRule,
    dropped: extraction.dropped,
    note: extraction.url === null ? undefined : `From ${extraction.url}`.slice(0, 10_000),
  });
}

interface KeptSources {
  readonly byBytes: Map<string, Id[]>;
  readonly byReport: Map<string, Id>;
}

/** The same in another compartment is another source: to say that it is there would tell of it. */
function keptSources(session: CaseSession, compartment: Id): KeptSources {
  const kept: KeptSources = { byBytes: new Map(), byReport: new Map() };
  for (const { id, body, entry } of session.record.of('source').values()) {
    if (entry.compartment !== compartment) continue;
    const same = kept.byBytes.get(body.bytes.sha256);
    if (same === undefined) kept.byBytes.set(body.bytes.sha256, [id]);
    else same.push(id);
    kept.byReport.set(reportKey(body), id);
  }
  return kept;
}

/** One report in two mailboxes, or in a feed saved twice. The same words from another publisher are another witness. */
function reportKey({ text, title, publisher, published }: Body<'source'>): string {
  return JSON.stringify([text.sha256, title, publisher ?? null, published ?? null]);
}

/** Pages are often sent with the tag of their template, so where the text itself tells another language, the text is believed. */
function languageOf({ language, text }: Extraction): string | undefined {
  const told = detectLanguage(text);
  const base = language?.split('-')[0]?.toLowerCase();
  if (language === null || base === undefined) return told === 'und' ? undefined : told;
  return told === 'und' || told === base || !DETECTED_LANGUAGES.has(base) ? language : told;
}

function firstLine(text: string): string {
  const line = text.trimStart().split('\n', 1)[0]?.trim() ?? '';
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`;
}
