import { z } from 'zod';
import { EdtfDate } from './edtf-date.ts';
import { Reliability } from './grade.ts';
import { Id, Sha256 } from './id.ts';

/** Bytes kept beside the log, named by their digest. `byteLength` in bytes. */
export const Content = z
  .object({ sha256: Sha256, byteLength: z.int().min(0) })
  .meta({ id: 'Content', description: 'Kept bytes, named by their digest' });
export type Content = z.infer<typeof Content>;

/** How what was said in a meeting may be attributed. */
export const AttributionRule = z
  .enum(['onRecord', 'background', 'notAttributable'])
  .meta({ id: 'AttributionRule', description: 'on the record, background (role only), or not attributable' });
export type AttributionRule = z.infer<typeof AttributionRule>;

/** A page of a paged source, counted from 1, and the place in its text at which it starts, in UTF-16 code units. */
export const PageStart = z
  .object({ page: z.int().min(1), start: z.int().min(0) })
  .meta({ id: 'PageStart', description: 'A page, counted from 1, and where it starts in the text in UTF-16 code units' });
export type PageStart = z.infer<typeof PageStart>;

/**
 * A report, a document or a meeting note: its bytes, and the text taken out of them, once, by a
 * named version of what took it out. Text is never taken out again in place; spans point into it.
 */
export const Source = z
  .object({
    kind: z.enum(['report', 'document', 'note']),
    title: z.string().trim().min(1).max(1000),
    publisher: z.string().max(500).optional(),
    published: EdtfDate.optional(),
    language: z.string().max(35).optional(),
    reliability: Reliability.optional(),
    mediaType: z.string().max(200),
    bytes: Content,
    text: Content,
    /** Length of the text in UTF-16 code units, the unit of spans. */
    textLength: z.int().min(0),
    extractor: z.object({ name: z.string(), version: z.string() }),
    /** Where each page that has text starts, in order; none for a text without pages. */
    pages: z.array(PageStart).optional(),
    /** The source that this one is a translation or copy of. */
    derivedFrom: Id.optional(),
    attributionRule: AttributionRule.optional(),
    /** What the extractor left out, in words for the user. */
    dropped: z.array(z.string().max(500)).default([]),
    note: z.string().max(10_000).optional(),
  })
  .meta({ id: 'Source', description: 'A report, document or meeting note' });
export type Source = z.infer<typeof Source>;
