import { UserError } from '@parley/model';

/** An object of JSON, of whose members nothing is known yet. */
export type Json = Readonly<Record<string, unknown>>;

/** The object that a text is in JSON. Throws a UserError where it is empty, no JSON, or no object. */
export function parsedJson(text: string, name: string, format: string): Json {
  if (text.trim() === '') throw new UserError(`${name} is empty`, { cure: 'export the map again', code: 'empty-map' });
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new UserError(`${name} is not ${format}: it is no JSON, or was cut off`, {
      cure: `copy it again, or convert the map to ${format}`,
      code: 'unknown-format',
      cause,
    });
  }
  if (isJson(root)) return root;
  throw new UserError(`${name} is not ${format}: it is no object`, { cure: `convert the map to ${format}`, code: 'unknown-format' });
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
