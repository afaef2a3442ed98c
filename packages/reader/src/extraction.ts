import type { EdtfDate } from '@parley/model';

/** The text of a file and what the file says of itself. Offsets of statements are into `text`. */
export interface Extraction {
  text: string;
  title: string | null;
  publisher: string | null;
  published: EdtfDate | null;
  /** BCP 47 tag where the file gives one or the text tells. */
  language: string | null;
  mediaType: string;
  extractor: { name: string; version: string };
  /** What was left out, in words for the user. */
  dropped: string[];
}

/** What a format needs to know of a file beside its bytes. */
export interface FormatInput {
  bytes: Uint8Array;
  /** For messages: the file's name, or `the file`. */
  name: string;
}

/** What a format gives back; the rest of an {@link Extraction} is added by `extract`. */
export type FormatOutput = Omit<Extraction, 'mediaType' | 'extractor'>;
