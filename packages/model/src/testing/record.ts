import type { Draft, StoredEntry } from '../entry/entry.ts';
import { tick } from '../entry/order.ts';
import { seal } from '../entry/seal.ts';
import type { Body, BodyInput, Kind } from '../words/kinds.ts';
import { KINDS } from '../words/kinds.ts';

/** An entry log in memory for tests: seals what it is given one after the other, a day apart. */
export function testLog(author = 'author-1', firstDay = 1) {
  const entries: StoredEntry[] = [];
  const heads = new Map<string, string>();
  let clock: StoredEntry['clock'] | null = null;

  const add = (draft: Pick<Draft, 'subject' | 'compartment'> & { body: Body | null }): StoredEntry => {
    const sequence = entries.length + 1;
    const at = new Date(Date.UTC(2025, 0, firstDay + entries.length));
    clock = tick(clock, at.getTime());
    const full = {
      ...draft,
      id: `${author}-${sequence}`,
      author,
      recordedAt: at.toISOString(),
      salt: `salt ${sequence}`,
      action: draft.body === null ? 'retract' : 'put',
    } as Draft;
    const chain = `${author} ${draft.compartment}`;
    const entry = seal(full, { caseId: 'case-1', clock, prev: heads.get(chain) ?? null });
    heads.set(chain, entry.hash);
    const stored = { ...entry, receivedAt: at.toISOString(), sequence };
    entries.push(stored);
    return stored;
  };

  return {
    entries,
    put: <K extends Kind>(kind: K, id: string, body: BodyInput<K>, compartment = 'public') =>
      add({ subject: { kind, id }, compartment, body: KINDS[kind].parse(body) as Body }),
    retract: (kind: Kind, id: string, compartment = 'public') => add({ subject: { kind, id }, compartment, body: null }),
  };
}

const NOTHING = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** Bodies with the least that their kinds need, for tests to build on. */
export const bodies = {
  party: (name: string): BodyInput<'party'> => ({ name: { en: name } }),
  issue: (...options: string[]): BodyInput<'issue'> => ({ name: { en: 'Aid' }, options: options.map((id) => ({ id, name: { en: id } })) }),
  source: (more: Partial<BodyInput<'source'>> = {}): BodyInput<'source'> => ({
    kind: 'report',
    title: 'A report',
    mediaType: 'text/plain',
    bytes: { sha256: NOTHING, byteLength: 0 },
    text: { sha256: NOTHING, byteLength: 0 },
    textLength: 0,
    extractor: { name: 'test', version: '1' },
    ...more,
  }),
  statement: (sourceId: string, more: Partial<BodyInput<'statement'>> = {}): BodyInput<'statement'> => ({
    sourceId,
    speaker: { name: 'an official' },
    content: [{ start: 0, end: 5, text: 'words' }],
    strength: 'asserts',
    status: 'accepted',
    ...more,
  }),
};
