import type { EdtfDate } from '@parley/model';

/** The text of one report and what its file says of it. Offsets of statements are into `text`. */
export interface Extraction {
  text: string;
  title: string | null;
  publisher: string | null;
  published: EdtfDate | null;
  /** BCP 47 tag where the file gives one or the text tells. */
  language: string | null;
  mediaType: string;
  extractor: { name: string; version: string };
  /** Where the report stands on the web, as the file gives it. */
  url: string | null;
  /** Where each page that has text starts, in order; empty for a format without pages. */
  pages: PageStart[];
  /** What was left out, in words for the user; each at most 500 characters. */
  dropped: string[];
}

/** A text that is given piece by piece, from the start each time that it is asked for. */
export interface LongText extends Omit<Extraction, 'text'> {
  /** In UTF-16 code units. */
  textLength: number;
  /** The text in UTF-8: of the bytes of the file, all but a byte order mark. */
  textBytes: Uint8Array;
  pieces: () => Iterable<string>;
}

/** A page of a paged file, counted from 1, and the offset in the text (UTF-16 code units) at which it starts. */
export interface PageStart {
  page: number;
  start: number;
}

/** What a format needs to know of a file beside its bytes. */
export interface FormatInput {
  bytes: Uint8Array;
  /** For messages: the file's name, or `the file`. */
  name: string;
}

/** What a format gives back for each report in a file; the rest of an {@link Extraction} is added by `extractAll`. */
export type FormatOutput = Omit<Extraction, 'mediaType' | 'extractor' | 'url' | 'pages'> & Partial<Pick<Extraction, 'url' | 'pages'>>;
