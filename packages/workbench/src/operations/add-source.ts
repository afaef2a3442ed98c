import { createHash } from 'node:crypto';
import { type Body, type Draft, type EdtfDate, type Id, PUBLIC, parseBody, type StoredEntry, UserError } from '@parley/model';
import { type SuggestionCounts, suggestionDrafts, suggestionsIn } from './add-source-drafts.ts';
import type { CaseSession } from './case-session.ts';
import { keptSources, reportKey } from './kept-sources.ts';
import { lexiconOf } from './lexicon.ts';
import { type SecondReader, withSecondReader } from './model-reader.ts';
import { keepSketch, nearDuplicates, type SimilarSource } from './near-duplicates.ts';
import { type ReadFile, type ReadReport, type ReportReader, readHere } from './reading/report-reader.ts';
import { putDraft } from './recorder.ts';
import type { Suggestions } from './suggestions.ts';

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
  /** Empty for a text that was read while it was recorded. */
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
export async function addSources(session: CaseSession, input: SourceInput, read: ReportReader = readHere): Promise<AddedSource[]> {
  return recordSources(session, input, await readSources(session, input, read));
}

/** As {@link addSources}, for a file that holds one report. Throws a UserError for one that holds several. */
export async function addSource(session: CaseSession, input: SourceInput): Promise<AddedSource> {
  const file = await readSources(session, input, readHere, true);
  if (file !== null && file.count > 1)
    throw new UserError(`${input.fileName ?? 'the file'} holds ${file.count} reports`, { cure: 'give one report' });
  const [added] = await recordSources(session, input, file);
  return added as AddedSource;
}

/**
 * The first half of {@link addSources}, in which nothing is recorded: several may be under way at
 * once. Null for a file that is in the case already.
 */
export async function readSources(
  session: CaseSession,
  input: SourceInput,
  read: ReportReader,
  alone = input.title !== undefined,
): Promise<ReadFile | null> {
  const compartment = input.compartment ?? PUBLIC;
  if (keptSources(session, compartment).byBytes.has(sha256Of(input.bytes))) return null;
  const { bytes, fileName, mediaType, published, language } = input;
  return read({ bytes, fileName, mediaType, published, language, lexicon: lexiconOf(session.record, compartment), alone });
}

/** The other half of {@link addSources}: one after the other, in the order in which the sources are to stand. */
export async function recordSources(session: CaseSession, input: SourceInput, file: ReadFile | null): Promise<AddedSource[]> {
  const kept = keptSources(session, input.compartment ?? PUBLIC);
  const sha256 = sha256Of(input.bytes);
  const same = kept.byBytes.get(sha256);
  if (same !== undefined) return same.map(passedOver);
  const { count, reports } = file ?? (await readSources(session, input, readHere)) ?? { count: 0, reports: [] };
  if (input.title !== undefined && count > 1) {
    throw new UserError(`the title "${input.title}" for ${count} reports in one file`, { cure: 'leave the title out; each has its own' });
  }

  const prepared: (Prepared | AddedSource)[] = [];
  const known = new Map<string, Id>();
  for (const report of reports) {
    const source = sourceBody(input, report, sha256);
    const key = reportKey(source);
    const there = reports.length > 1 ? (known.get(key) ?? kept.byReport.get(key)) : undefined;
    if (there !== undefined) {
      prepared.push(passedOver(there));
      continue;
    }
    const fresh = await prepare(session, input, { source, report });
    known.set(key, fresh.sourceId);
    prepared.push(fresh);
  }

  const fresh = prepared.filter((one) => 'drafts' in one);
  if (fresh.length === 0) return prepared as AddedSource[];
  const contents = [input.bytes, ...fresh.flatMap(({ report }) => (report.textBytes === null ? [] : [report.textBytes]))];
  const recorded = await afterOthers(session, async () => {
    // Another may have added the same file while this one was prepared.
    if (keptSources(session, input.compartment ?? PUBLIC).byBytes.has(sha256)) return null;
    if (!fresh.some(({ report }) => report.isReadLate)) return session.commit(draftsOf(fresh), contents);
    await session.commitEach(draftsOf(fresh), contents);
    return [];
  });
  if (recorded === null) return recordSources(session, input, file);
  for (const { report } of fresh) keepSketch(session, report.textSha256, report.sketch);
  let at = 0;
  return prepared.map((one) => {
    if (!('drafts' in one)) return one;
    const { sourceId, counts, similar, notes } = one;
    const { suggested, figures, unread } = counts;
    const from = at;
    at += 1 + suggested + figures;
    return { sourceId, recorded: recorded.slice(from, at), suggested, figures, unread, duplicateOf: null, similar, notes };
  });
}

function* draftsOf(prepared: readonly Prepared[]): Generator<Draft> {
  for (const { drafts } of prepared) yield* drafts;
}

const LAST = new WeakMap<CaseSession, Promise<unknown>>();

/** Does `work` when what others do so in the same case is done. */
function afterOthers<T>(session: CaseSession, work: () => Promise<T>): Promise<T> {
  const done = (LAST.get(session) ?? Promise.resolve()).then(work);
  LAST.set(
    session,
    done.catch(() => undefined),
  );
  return done;
}

/** One report, with the entries that record it: made as they are asked for, once; the counts go up with them. */
interface Prepared extends Pick<AddedSource, 'sourceId' | 'similar' | 'notes'> {
  readonly drafts: Iterable<Draft>;
  readonly counts: SuggestionCounts;
  readonly report: ReadReport;
}

async function prepare(
  session: CaseSession,
  input: SourceInput,
  { source, report }: { source: Body<'source'>; report: ReadReport },
): Promise<Prepared> {
  const { recorder } = session;
  const compartment = input.compartment ?? PUBLIC;
  const sourceId = recorder.newId();
  const put = putDraft(recorder, 'source', sourceId, source, compartment);
  const counts: SuggestionCounts = { suggested: 0, figures: 0, unread: 0 };
  const own = suggestionsIn(report.parts, { sourceId, published: source.published, counts });
  const { parts, notes } = await withSecond(own, input, { report, sourceId, session });
  const similar = await nearDuplicates(session, report.sketch, compartment);
  return { sourceId, drafts: suggestionDrafts(put, parts, { recorder, counts }), counts, report, similar, notes };
}

async function withSecond(
  own: Iterable<Suggestions>,
  { secondReader, bytes, compartment = PUBLIC }: SourceInput,
  { report, sourceId, session }: { report: ReadReport; sourceId: Id; session: CaseSession },
): Promise<{ parts: Iterable<Suggestions>; notes: string[] }> {
  if (secondReader === undefined) return { parts: own, notes: [] };
  const all: Suggestions = { statements: [], figures: [] };
  for (const { statements, figures } of own) {
    for (const statement of statements) all.statements.push(statement);
    for (const figure of figures) all.figures.push(figure);
  }
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(report.textBytes ?? bytes);
  const lexicon = lexiconOf(session.record, compartment);
  const { statements, notes } = await withSecondReader(all.statements, secondReader, text, { sourceId, compartment, lexicon });
  return { parts: [{ statements, figures: all.figures }], notes };
}

function passedOver(sourceId: Id): AddedSource {
  return { sourceId, recorded: [], suggested: 0, figures: 0, unread: 0, duplicateOf: sourceId, similar: [], notes: [] };
}

function sourceBody(input: SourceInput, report: ReadReport, sha256: string): Body<'source'> {
  const { bytes } = input;
  return parseBody('source', {
    kind: input.kind ?? 'report',
    title: input.title ?? report.title,
    publisher: input.publisher ?? report.publisher ?? undefined,
    published: report.published ?? undefined,
    language: report.language ?? undefined,
    reliability: input.reliability,
    mediaType: report.mediaType,
    bytes: { sha256, byteLength: bytes.byteLength },
    text: { sha256: report.textSha256, byteLength: (report.textBytes ?? bytes).byteLength },
    textLength: report.textLength,
    extractor: report.extractor,
    pages: report.pages.length === 0 ? undefined : report.pages,
    derivedFrom: input.derivedFrom,
    attributionRule: input.attributionRule,
    dropped: report.dropped,
    note: report.url === null ? undefined : `From ${report.url}`.slice(0, 10_000),
  });
}

/** By the platform's own code: a source may be large. */
function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
