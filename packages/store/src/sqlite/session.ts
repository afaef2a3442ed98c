import type { Clock } from '@parley/model';
import type Database from 'better-sqlite3-multiple-ciphers';
import { type CompiledQuery, sql } from 'kysely';
import { type EntryRow, insertEntry, selectEntries } from './entry-rows.ts';
import type { SearchIndex } from './search-index.ts';
import { sqlite } from './tables.ts';

/** An open case file with its prepared statements. */
export interface Session {
  readonly path: string;
  readonly caseId: string;
  readonly readOnly: boolean;
  readonly database: Database.Database;
  readonly statements: Statements;
  readonly search: SearchIndex;
}

/** What the next entry of a chain is sealed onto. */
export interface ChainHead {
  readonly id: string;
  readonly hash: string;
  readonly clock_time: number;
  readonly clock_count: number;
}

type Statements = ReturnType<typeof prepareStatements>;

/** Compiles each query of the log once. */
export function prepareStatements(database: Database.Database) {
  const prepare = <Parameters extends unknown[], Result = unknown>(query: { compile(): CompiledQuery }) =>
    database.prepare<Parameters, Result>(query.compile().sql);
  const rows = <Parameters extends unknown[]>(query: { compile(): CompiledQuery }) => prepare<Parameters, EntryRow>(query).raw();
  const entries = sqlite.selectFrom('entries');
  const heads = sqlite.selectFrom('chains').innerJoin('entries', 'entries.sequence', 'chains.head');
  const contents = sqlite.selectFrom('contents');

  return {
    insertEntry: prepare<EntryRow>(insertEntry),
    readEntries: rows<[after: number, limit: number]>(selectEntries.where('sequence', '>', 0).orderBy('sequence').limit(0)),
    readEntriesWithout: rows<[after: number, without: string, limit: number]>(
      selectEntries
        .where('sequence', '>', 0)
        .where('kind', 'not in', sql<string>`(SELECT value FROM json_each(?))`)
        .orderBy('sequence')
        .limit(0),
    ),
    entryById: rows<[id: string]>(selectEntries.where('id', '=', '')),
    lastClock: prepare<[], Clock>(
      heads
        .select(['clock_time as time', 'clock_count as count'])
        .orderBy('clock_time', 'desc')
        .orderBy('clock_count', 'desc')
        .limit(sql.lit(1)),
    ),
    chainHead: prepare<[author: string, compartment: string], ChainHead>(
      heads.select(['id', 'hash', 'clock_time', 'clock_count']).where('chains.author', '=', '').where('chains.compartment', '=', ''),
    ),
    setChainHead: prepare<[author: string, compartment: string, head: number | bigint]>(
      sqlite
        .insertInto('chains')
        .values({ author: '', compartment: '', head: 0 })
        .onConflict((conflict) => conflict.columns(['author', 'compartment']).doUpdateSet(({ ref }) => ({ head: ref('excluded.head') }))),
    ),
    lastSequence: prepare<[], number | null>(entries.select(({ fn }) => fn.max('sequence').as('last'))).pluck(),
    dropBody: prepare<[id: string]>(
      sqlite
        .updateTable('entries')
        .set({ body: sql.lit(null), salt: sql.lit(null) })
        .where('id', '=', ''),
    ),
    insertContent: prepare<[sha256: string, bytes: Uint8Array]>(
      sqlite
        .insertInto('contents')
        .values({ sha256: '', bytes: new Uint8Array() })
        .onConflict((conflict) => conflict.doNothing()),
    ),
    content: prepare<[sha256: string], Buffer>(contents.select('bytes').where('sha256', '=', '')).pluck(),
    contentThere: prepare<[sha256: string], string>(contents.select('sha256').where('sha256', '=', '')).pluck(),
    contentNames: prepare<[], string>(contents.select('sha256').orderBy('sha256')).pluck(),
    deleteContent: prepare<[sha256: string]>(sqlite.deleteFrom('contents').where('sha256', '=', '')),
    sourceBodies: prepare<[], string>(entries.select('body').where('kind', '=', sql.lit('source')).where('body', 'is not', null)).pluck(),
    destructionBodies: prepare<[], string>(
      entries.select('body').where('kind', '=', sql.lit('destruction')).where('body', 'is not', null),
    ).pluck(),
    dataVersion: database.prepare<[], number>('PRAGMA data_version').pluck(),
  };
}
