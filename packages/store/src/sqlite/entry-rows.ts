import type { Entry, StoredEntry } from '@parley/model';
import { damaged } from './case-file-errors.ts';
import { sqlite } from './tables.ts';

/** An entry as its row, column for column in the order of `ENTRY_COLUMNS`. Rows are read raw: a case of 100,000 entries opens in one go. */
export type EntryRow = [
  sequence: number | null,
  id: string,
  author: string,
  compartment: string,
  clockTime: number,
  clockCount: number,
  recordedAt: string,
  receivedAt: string,
  kind: string,
  subject: string,
  action: string,
  body: string | null,
  salt: string | null,
  bodyHash: string,
  prev: string | null,
  hash: string,
  signature: string | null,
];

const ENTRY_COLUMNS = [
  'sequence',
  'id',
  'author',
  'compartment',
  'clock_time',
  'clock_count',
  'recorded_at',
  'received_at',
  'kind',
  'subject',
  'action',
  'body',
  'salt',
  'body_hash',
  'prev',
  'hash',
  'signature',
] as const;

/** Selects whole entries; add the conditions. */
export const selectEntries = sqlite.selectFrom('entries').select(ENTRY_COLUMNS);

/** Inserts one entry; its parameters are those of a row, the sequence null. */
export const insertEntry = sqlite
  .insertInto('entries')
  .columns([...ENTRY_COLUMNS])
  .values({
    sequence: 0,
    id: '',
    author: '',
    compartment: '',
    clock_time: 0,
    clock_count: 0,
    recorded_at: '',
    received_at: '',
    kind: '',
    subject: '',
    action: '',
    body: '',
    salt: '',
    body_hash: '',
    prev: '',
    hash: '',
    signature: '',
  });

export function rowOf(entry: Entry, receivedAt: string): EntryRow {
  const { id, author, compartment, clock, recordedAt, subject, action, body, salt, bodyHash, prev, hash, signature } = entry;
  const text = body === null ? null : JSON.stringify(body);
  const place = [null, id, author, compartment, clock.time, clock.count, recordedAt, receivedAt] as const;
  return [...place, subject.kind, subject.id, action, text, salt, bodyHash, prev, hash, signature ?? null];
}

/** The entry of a row. Throws a UserError where its body is no JSON any more. */
export function entryOf(row: EntryRow, caseId: string, path: string): StoredEntry {
  const entry = {
    sequence: row[0],
    id: row[1],
    caseId,
    author: row[2],
    compartment: row[3],
    clock: { time: row[4], count: row[5] },
    recordedAt: row[6],
    receivedAt: row[7],
    subject: { kind: row[8], id: row[9] },
    action: row[10],
    body: row[11] === null ? null : parseBodyText(row[11], row[1], path),
    salt: row[12],
    bodyHash: row[13],
    prev: row[14],
    hash: row[15],
    ...(row[16] === null ? undefined : { signature: row[16] }),
  };
  return entry as StoredEntry;
}

function parseBodyText(text: string, entryId: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw damaged(path, `the body of entry ${entryId} cannot be read`, error);
  }
}
