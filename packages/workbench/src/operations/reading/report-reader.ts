import { createHash } from 'node:crypto';
import type { EdtfDate } from '@parley/model';
import {
  type CaseLexicon,
  DETECTED_LANGUAGES,
  detectLanguage,
  type Extraction,
  type ExtractOptions,
  extractAll,
  longText,
  type Reading,
  type ReadOptions,
  readInParts,
  sketchOf,
  type TextSketch,
} from '@parley/reader';
import { readOptions } from '../read-options.ts';

/** A file to read, with what is known of it beside its bytes. */
export interface ReadJob {
  readonly bytes: Uint8Array;
  readonly fileName?: string | undefined;
  readonly mediaType?: string | undefined;
  readonly published?: EdtfDate | undefined;
  readonly language?: string | undefined;
  readonly lexicon: CaseLexicon;
  /** Several reports in the file are counted and not read. */
  readonly alone: boolean;
}

/** What is told of a report but for its text and what was read in it. */
export interface ReportFacts extends Omit<Extraction, 'text'> {
  readonly title: string;
  readonly textLength: number;
  readonly textSha256: string;
  /** The text in UTF-8; null where the bytes of the file are just that. */
  readonly textBytes: Uint8Array | null;
  readonly sketch: TextSketch;
}

export interface ReadReport extends ReportFacts {
  /** What was read, part by part, to be taken once: each part is let go of when it is taken, or read only then. */
  readonly parts: Iterable<Reading>;
  /** The parts are read as they are taken, so that a long text is never in memory with all that stands in it. */
  readonly isReadLate: boolean;
}

/** The reports of a file; `count` is how many it holds. */
export interface ReadFile {
  readonly count: number;
  readonly reports: ReadReport[];
}

/** Takes the reports out of a file and reads them. Throws a UserError for a file that cannot be read. */
export type ReportReader = (job: ReadJob) => Promise<ReadFile>;

/** Reads in this thread, which answers nobody meanwhile. */
export const readHere: ReportReader = async (job) => {
  const gathered = gatherReports();
  const count = await readJob(job, gathered);
  return { count, reports: gathered.reports };
};

/**
 * As {@link readHere}, for a plain text of `leastBytes` or more: its facts are told at once, and it is read
 * while its parts are taken. Null for every other file.
 */
export function readLate(job: ReadJob, leastBytes: number): ReadFile | null {
  const { bytes, lexicon } = job;
  const found = bytes.length < leastBytes ? null : longText(bytes, namesOf(job));
  if (found === null) return null;
  const { pieces, textLength, textBytes, ...extraction } = found;
  const [opening = ''] = pieces();
  const described = describe(job, extraction, opening);
  const facts: ReportFacts = {
    ...described,
    textLength,
    textSha256: sha256(textBytes),
    textBytes: textBytes.length === bytes.length ? null : textBytes,
    sketch: sketchOf(pieces()),
  };
  const parts = readInParts(pieces(), optionsOf(described, lexicon));
  return { count: 1, reports: [{ ...facts, parts, isReadLate: true }] };
}

/** Who is told what was read, bit by bit: the facts of a report, then the parts of its reading. */
interface Taker {
  report(facts: ReportFacts): void;
  part(reading: Reading): void;
}

/** Puts together again what comes bit by bit. */
export function gatherReports(): Taker & { readonly reports: ReadReport[] } {
  const reports: ReadReport[] = [];
  let parts: Reading[] = [];
  return {
    reports,
    report(facts) {
      parts = [];
      reports.push({ ...facts, parts: taken(parts), isReadLate: false });
    },
    part: (reading) => void parts.push(reading),
  };
}

/** Each once, and let go of then. */
function* taken(parts: Reading[]): Generator<Reading> {
  for (let next = parts.shift(); next !== undefined; next = parts.shift()) yield next;
}

/** Reads what is in a file for whoever takes it; gives how many reports it holds. */
export async function readJob(job: ReadJob, taker: Taker): Promise<number> {
  const { bytes, lexicon } = job;
  const extractions = await extractAll(bytes, namesOf(job));
  if (job.alone && extractions.length > 1) return extractions.length;
  for (const { text, ...extraction } of extractions) {
    const encoded = new TextEncoder().encode(text);
    const described = describe(job, extraction, text);
    taker.report({
      ...described,
      textLength: text.length,
      textSha256: sha256(encoded),
      textBytes: Buffer.compare(encoded, bytes) === 0 ? null : encoded,
      sketch: sketchOf(text),
    });
    for (const part of readInParts(piecesOf(text), optionsOf(described, lexicon))) taker.part(part);
  }
  return extractions.length;
}

type Described = Omit<Extraction, 'text'> & { readonly title: string };

/** What the file says of a report, but for what the user knows better. `text` may be its opening. */
function describe(job: ReadJob, extraction: Omit<Extraction, 'text'>, text: string): Described {
  return {
    ...extraction,
    language: job.language ?? languageOf(extraction.language, text) ?? null,
    published: job.published ?? extraction.published ?? null,
    title: extraction.title ?? firstLine(text),
  };
}

function optionsOf({ published, language }: Described, lexicon: CaseLexicon): ReadOptions {
  return readOptions({ published: published ?? undefined, language: language ?? undefined }, lexicon);
}

function namesOf({ fileName, mediaType }: ReadJob): ExtractOptions {
  return { ...(fileName === undefined ? {} : { fileName }), ...(mediaType === undefined ? {} : { mediaType }) };
}

/** By the platform's own code: a text may be large. */
function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const PIECE_LENGTH = 1 << 16;

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE_LENGTH) yield text.slice(at, at + PIECE_LENGTH);
}

/** Pages are often sent with the tag of their template, so where the text itself tells another language, the text is believed. */
function languageOf(tag: string | null, text: string): string | undefined {
  const told = detectLanguage(text);
  const base = tag?.split('-')[0]?.toLowerCase();
  if (tag === null || base === undefined) return told === 'und' ? undefined : told;
  return told === 'und' || told === base || !DETECTED_LANGUAGES.has(base) ? tag : told;
}

function firstLine(text: string): string {
  const line = text.trimStart().split('\n', 1)[0]?.trim() ?? '';
  return line.length <= 120 ? line : `${line.slice(0, 119)}…`;
}
