import { z } from 'zod';

/** An identifier: 1 to 64 letters, digits, `-`, `_` or `.`; new ones are UUIDv7, worked examples use readable ones. */
export const Id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, 'an id has 1 to 64 letters, digits, "-", "_" or "."')
  .meta({ id: 'Id', description: 'An identifier within a case' });
export type Id = z.infer<typeof Id>;

/** An instant in UTC, to the millisecond: `2025-07-12T09:30:00.000Z`. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'an instant looks like 2025-07-12T09:30:00.000Z')
  .meta({ id: 'Instant', description: 'An instant in UTC with milliseconds' });
export type Instant = z.infer<typeof Instant>;

/** A SHA-256 digest in 64 lower-case hexadecimal digits. */
export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a SHA-256 digest has 64 lower-case hexadecimal digits')
  .meta({ id: 'Sha256', description: 'A SHA-256 digest, hexadecimal' });
export type Sha256 = z.infer<typeof Sha256>;
