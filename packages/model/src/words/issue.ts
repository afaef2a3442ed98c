import { z } from 'zod';
import { Id } from './id.ts';
import { Label } from './label.ts';

/** One way in which an issue could be settled. */
export const Option = z
  .object({
    id: Id,
    name: Label,
    /** Words by which a reader recognises the option in a report. */
    terms: z.array(z.string().trim().min(1).max(200)).default([]),
    /** For an amount: the value in the issue's unit. */
    value: z.number().optional(),
    /** For a map: the zones and lines that it would be. */
    featureIds: z.array(Id).optional(),
    note: z.string().max(10_000).optional(),
  })
  .meta({ id: 'Option', description: 'One way in which an issue could be settled' });
export type Option = z.infer<typeof Option>;

/** A question the talks must settle: a choice, an amount with a unit, lines on a map, an exchange or a text. */
export const Issue = z
  .object({
    name: Label,
    kind: z.enum(['choice', 'amount', 'map', 'exchange', 'text']).default('choice'),
    unit: z.string().max(50).optional(),
    options: z.array(Option).default([]),
    terms: z.array(z.string().trim().min(1).max(200)).default([]),
    note: z.string().max(10_000).optional(),
  })
  .refine((issue) => issue.kind !== 'amount' || issue.unit !== undefined, { message: 'an amount needs its unit', path: ['unit'] })
  .refine((issue) => new Set(issue.options.map((option) => option.id)).size === issue.options.length, {
    message: 'two options of an issue have the same id',
    path: ['options'],
  })
  .meta({ id: 'Issue', description: 'A question the talks must settle' });
export type Issue = z.infer<typeof Issue>;
