import { DummyDriver, type Generated, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';

/** The tables of a case file, column for column. */
export interface Tables {
  meta: { key: string; value: string };
  entries: EntryTable;
  contents: { sha256: string; bytes: Uint8Array };
  chains: { author: string; compartment: string; head: number };
  search_subjects: { kind: string; subject: string; compartment: string; entry: number };
  search_words: { rowid: number; title: string; words: string };
}

interface EntryTable {
  sequence: Generated<number>;
  id: string;
  author: string;
  compartment: string;
  clock_time: number;
  clock_count: number;
  recorded_at: string;
  received_at: string;
  kind: string;
  subject: string;
  action: string;
  body: string | null;
  salt: string | null;
  body_hash: string;
  prev: string | null;
  hash: string;
  signature: string | null;
}

/**
 * Builds typed SQL and runs none: the driver is synchronous, so that queries are compiled once and
 * run as prepared statements. Values given to a query here only mark the place of a parameter.
 */
export const sqlite = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});
