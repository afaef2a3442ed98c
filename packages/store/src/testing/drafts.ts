import { createHash } from 'node:crypto';
import { type Body, type BodyInput, type Draft, KINDS, type Kind, PUBLIC } from '@parley/model';

/** A moment that all test entries are recorded at, unless they say otherwise. */
export const NOW = '2025-07-12T09:30:00.000Z';

let made = 0;

/** A draft with an id and salt of its own; defaults of its kind filled in. */
export function put<K extends Kind>(kind: K, id: string, body: BodyInput<K>, as: { author?: string; compartment?: string } = {}): Draft<K> {
  return { ...frame(kind, id, as), action: 'put', body: KINDS[kind].parse(body) as Body<K> };
}

export function retract<K extends Kind>(kind: K, id: string, as: { author?: string; compartment?: string } = {}): Draft<K> {
  return { ...frame(kind, id, as), action: 'retract', body: null };
}

export const party = (id: string, name = id): Draft<'party'> => put('party', id, { name: { en: name } });

export const destruction = (entryId: string): Draft<'destruction'> =>
  put('destruction', `of-${entryId}`, { entryId, reason: 'taken down by mistake' });

/** A source whose bytes and text are `text`; hand `bytesOf(text)` in with it. */
export function source(id: string, title: string, text: string, as: { compartment?: string } = {}): Draft<'source'> {
  const content = { sha256: sha256Of(text), byteLength: bytesOf(text).length };
  const kept = { bytes: content, text: content, textLength: text.length, extractor: { name: 'test', version: '1' } };
  return put('source', id, { kind: 'report', title, mediaType: 'text/plain', ...kept }, as);
}

export function statement(
  id: string,
  speaker: string,
  words: string,
  more: Partial<BodyInput<'statement'>> & { compartment?: string } = {},
) {
  const { compartment, ...body } = more;
  const content = [{ start: 0, end: words.length, text: words }];
  const whole: BodyInput<'statement'> = {
    sourceId: 's',
    speaker: { name: speaker },
    content,
    strength: 'asserts',
    status: 'accepted',
    ...body,
  };
  return put('statement', id, whole, compartment === undefined ? {} : { compartment });
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex');

function frame<K extends Kind>(kind: K, id: string, { author = 'ann', compartment = PUBLIC }: { author?: string; compartment?: string }) {
  made += 1;
  return { id: `e${made}`, author, compartment, recordedAt: NOW, salt: `salt${made}`, subject: { kind, id } };
}
