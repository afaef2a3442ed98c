import { UserError } from '@parley/model';
import { shown } from './days.ts';

/** An object of JSON whose fields are still to be looked at. */
export type Fields = Readonly<Record<string, unknown>>;

/** The fields of an object. Throws a UserError for anything that is not one. */
export function fieldsOf(value: unknown, what: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw new UserError(`${what} is ${shown(value)}, where an object was expected`, {
    cure: 'docs/exchange.md shows the form of each field',
  });
}

/** A list; nothing is an empty one. */
export function listOf(value: unknown, what: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return value;
  throw new UserError(`${what} is ${shown(value)}, where a list was expected`, { cure: 'docs/exchange.md shows the form of each field' });
}

/** An id as text; numbers may be ids too. */
export function idOf(value: unknown, what: string): string {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'string' && value.trim() !== '' && value.length <= 200) return value.trim();
  throw new UserError(`${what} is ${shown(value)}, which is not an id`, { cure: 'write a short name, up to 200 characters' });
}

/** A text, or null where there is none. */
export function textOf(value: unknown, what: string): string | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  throw new UserError(`${what} is ${shown(value)}, where a text was expected`, { cure: 'write it in quotation marks' });
}

/** The largest number that amounts and counts may have: sums of many stay exact. */
const MOST = 1e12;

/** A finite number within bounds. Throws a UserError with the value at fault. */
export function numberOf(
  value: unknown,
  what: string,
  { least = -MOST, most = MOST, whole = false }: { least?: number; most?: number; whole?: boolean } = {},
): number {
  const fits =
    typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value));
  if (fits) return value;
  const kind = whole ? 'a whole number' : 'a number';
  const bounds = most < MOST ? `from ${least} to ${most}` : `of ${least} or more`;
  throw new UserError(`${what} is ${shown(value)}`, { cure: `write ${kind} ${bounds}`, code: 'exchange-number' });
}
