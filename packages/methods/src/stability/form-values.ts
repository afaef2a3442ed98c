import { UserError } from '@parley/model';
import type { StateName } from './conflict.ts';

/** Reads parts of a parsed JSON document; each throws a UserError that names the place at fault. */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function recordAt(from: Readonly<Record<string, unknown>>, key: string, whose: string): Record<string, unknown> {
  const value = from[key];
  if (isRecord(value)) return value;
  throw new UserError(`${whose} has no "${key}"`, { cure: `give "${key}" as an object with a field for each` });
}

export function listAt(from: Readonly<Record<string, unknown>>, key: string, whose: string): readonly unknown[] {
  const value = from[key];
  if (Array.isArray(value)) return value;
  throw new UserError(value === undefined ? `${whose} has no "${key}"` : `"${key}" of ${whose} is no list`, {
    cure: `give "${key}" as a list`,
  });
}

export function textAt(from: Readonly<Record<string, unknown>>, key: string, whose: string): string {
  const value = from[key];
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new UserError(`${whose} has no "${key}" in words`, { cure: `give "${key}" as text` });
}

export function listOf(value: unknown, what: string): readonly unknown[] {
  if (Array.isArray(value)) return value;
  throw new UserError(`${what} is no list: ${JSON.stringify(value)}`, { cure: 'give a list' });
}

export function wordsOf(value: unknown, what: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw new UserError(`${what} is not in words: ${JSON.stringify(value)}`, { cure: 'write a condition, like: not Attack' });
}

export function stateOf(value: unknown, what: string): StateName {
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new UserError(`${what} names a state by ${JSON.stringify(value)}`, { cure: 'name a state by a number or a word' });
}

export function pairOf(value: unknown, what: string): readonly [StateName, StateName] {
  if (Array.isArray(value) && value.length === 2) return [stateOf(value[0], what), stateOf(value[1], what)];
  throw new UserError(`${what} is no pair of states: ${JSON.stringify(value)}`, { cure: 'give two states in a list' });
}
