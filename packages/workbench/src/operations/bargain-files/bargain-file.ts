import {
  type AdditiveProfile,
  type BargainConstraint,
  type BargainIssue,
  type LinkedTerm,
  MAX_OPTIONS,
  type NoDeal,
} from '@parley/methods';
import { UserError } from '@parley/model';

/** A file as it was named and read. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file of a domain says; ids are the names as the file has them. */
export interface DomainFile {
  readonly issues: readonly BargainIssue[];
  readonly constraints: readonly BargainConstraint[];
  /** The profiles that stand in the same file. */
  readonly profiles: readonly ProfileFile[];
}

/** What a file says that one party wants. */
export interface ProfileFile {
  /** As the file names it; null where it does not. */
  readonly name: string | null;
  readonly weights: AdditiveProfile['weights'];
  readonly values: AdditiveProfile['values'];
  readonly terms: readonly LinkedTerm[];
  /** Null where the file says nothing of it. */
  readonly noDeal: NoDeal | null;
}

/** An issue whose options are known by their names alone. */
export function issueOf(name: string, options: readonly string[]): BargainIssue {
  return { id: name, name, options: options.map((option) => ({ id: option, name: option })) };
}

/** The names of the options of an issue that goes from `low` to `high` in steps. */
export function stepsFrom(low: number, high: number, step: number, issue: string): string[] {
  const count = Math.floor((high - low) / step + 1e-9) + 1;
  if (![low, high, step].every(Number.isFinite) || step <= 0 || high < low)
    throw new UserError(`the issue "${issue}" goes from ${low} to ${high} in steps of ${step}, which are no options`, {
      cure: 'give a lower bound, an upper bound at or above it, and a step above 0',
    });
  if (count > MAX_OPTIONS)
    throw new UserError(`the issue "${issue}" has ${count} options, and the limit is ${MAX_OPTIONS}`, {
      cure: 'bring its options into fewer, coarser steps',
      code: 'tooLarge',
    });
  // By the digits of the numbers given, so that 0.1 and 0.2 are followed by 0.3.
  const digits = Math.min(12, Math.max(...[low, step].map((one) => (/\.(\d+)$/.exec(String(one))?.[1] ?? '').length)));
  return Array.from({ length: count }, (_, at) => String(Number((low + at * step).toFixed(digits))));
}

/** A number as a file has it. Throws a UserError that says where it stands for what is none. */
export function numberIn(text: unknown, what: string): number {
  const value = typeof text === 'string' && text.trim() !== '' ? Number(text) : text;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const found = text === undefined || text === null || text === '' ? 'missing' : `"${String(text).slice(0, 60)}"`;
  throw new UserError(`${what} is ${found}, and not a finite number`, { cure: 'correct the file, with a point before decimals' });
}

export function brokenFile(name: string, what: string, cause?: unknown): UserError {
  return new UserError(`${name} ${what}`, { cure: 'see docs/bargain.md for the forms that are read', code: 'notReadable', cause });
}
