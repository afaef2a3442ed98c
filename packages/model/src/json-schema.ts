import { z } from 'zod';
import { Entry } from './entry/entry.ts';
import { KINDS } from './words/kinds.ts';

/** The JSON Schema (2020-12) of an entry and of the body of each kind. */
export function jsonSchema(): Record<string, unknown> {
  const kinds = z.object(KINDS);
  return { ...z.toJSONSchema(z.object({ entry: Entry, bodies: kinds }), { target: 'draft-2020-12', io: 'input' }), title: 'Parley' };
}
