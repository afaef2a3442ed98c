import { z } from 'zod';
import { EdtfDate } from './edtf-date.ts';
import { Id } from './id.ts';
import { Span } from './span.ts';

/** How a number is hedged: `over` 57,000 excludes it, `atLeast` includes it. */
export const Qualifier = z
  .enum(['exactly', 'about', 'atLeast', 'atMost', 'over', 'under'])
  .meta({ id: 'Qualifier', description: 'How a number is hedged' });
export type Qualifier = z.infer<typeof Qualifier>;

/** A number somebody claims. Figures stand side by side and are never averaged. */
export const Figure = z
  .object({
    sourceId: Id,
    span: Span,
    /** What is counted: "fatalities", "aid trucks a day". */
    measure: z.string().trim().min(1).max(300),
    /** The value, or the lower end of a range. */
    low: z.number(),
    /** The upper end of a range; equal to `low` for a single value. */
    high: z.number(),
    qualifier: Qualifier.default('exactly'),
    unit: z.string().max(100).optional(),
    /** Where and of whom: "in Gaza", "among civilians". */
    scope: z.string().max(300).optional(),
    since: z.string().max(300).optional(),
    asOf: EdtfDate.optional(),
    claimant: z.object({ name: z.string().max(500), partyId: Id.optional(), statementId: Id.optional() }).optional(),
    status: z.enum(['suggested', 'accepted', 'rejected']),
    suggestedBy: z.object({ name: z.string(), version: z.string() }).optional(),
    note: z.string().max(10_000).optional(),
  })
  .refine((figure) => figure.low <= figure.high, { message: 'the lower end of a range is above its upper end', path: ['low'] })
  .meta({ id: 'Figure', description: 'A number somebody claims' });
export type Figure = z.infer<typeof Figure>;
