import { createHash } from 'node:crypto';
import type { EdtfDate } from '@parley/model';
import {
  type CaseLexicon,
  DETECTED_LANGUAGES,
  detectLanguage,
  type Extraction,
  extractAll,
  type Reading,
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
  readonly reading: Reading;
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

/** Who is told what was read, bit by bit: the facts of a report, then the parts of its reading. */
interface Taker {
  report(facts: ReportFacts): void;
  part(reading: Reading): void;
}

/** Puts together again what comes bit by bit. */
export function gatherReports(): Taker & { readonly reports: ReadReport[] } {
  const reports: ReadReport[] = [];
  return {
    reports,
    report: (facts) => void reports.push({ ...facts, reading: { statements: [], figures: [], language: '', unread: [] } }),
    part({ statements, figures, unread, language }) {
      const { reading } = reports.at(-1) as ReadReport;
      for (const statement of statements) reading.statements.push(statement);
      for (const figure of figures) reading.figures.push(figure);
      for (const sentence of unread) reading.unread.push(sentence);
      reading.language = language;
    },
  };
}

/** Reads what is in a file for whoever takes it; gives how many reports it holds. */
export async function readJob(job: ReadJob, taker: Taker): Promise<number> {
  const { bytes, fileName, mediaType } = job;
  const named = { ...(fileName === undefined ? {} : { fileName }), ...(mediaType === undefined ? {} : { mediaType }) };
  const extractions = await extractAll(bytes, named);
  if (job.alone && extractions.length > 1) return extractions.length;
  for (const { text, ...extraction } of extractions) {
    const encoded = new TextEncoder().encode(text);
    const language = job.language ?? languageOf(extraction.language, text);
    const published = job.published ?? extraction.published ?? undefined;
    taker.report({
      ...extraction,
      language: language ?? null,
      published: published ?? null,
      title: extraction.title ?? firstLine(text),
      textLength: text.length,
      textSha256: createHash('sha256').update(encoded).digest('hex'),
      textBytes: Buffer.compare(encoded, bytes) === 0 ? null : encoded,
      sketch: sketchOf(text),
    });
    for (const part of readInParts(piecesOf(text), readOptions({ published, language }, job.lexicon))) taker.part(part);
  }
  return extractions.length;
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
