import { compareEntries, type StoredEntry } from '@parley/model';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { SearchHit } from '../entry-log.ts';
import { isSearched, matchOf, searchWordsOf } from './search-words.ts';
import { sqlite } from './tables.ts';
import { textParts } from './text-parts.ts';

/** The full-text index of a case file. It holds the last version of each subject in each compartment. */
export interface SearchIndex {
  /** Takes in an entry that was just recorded; `kept` are contents that need not be read for it. */
  add(entry: StoredEntry, kept: ReadonlyMap<string, Uint8Array>): void;
  /** Takes the words of an entry out, so that a rebuilt index has them no more. */
  forget(sequence: number): void;
  /** Makes the index anew from the words that are left, so that destroyed ones stand nowhere in it. */
  rebuild(): void;
  search(query: string, options: { limit: number; compartments: ReadonlySet<string> | null }): SearchHit[];
}

export function searchIndexOf(database: Database.Database, contentOf: (sha256: string) => Uint8Array | undefined): SearchIndex {
  const statements = prepareStatements(database);

  const add: SearchIndex['add'] = (entry, kept) => {
    const { kind, id } = entry.subject;
    if (!isSearched(kind)) return;
    const last = statements.subject.get(kind, id, entry.compartment);
    if (last !== undefined) {
      if (compareEntries(entry, { clock: { time: last.clock_time, count: last.clock_count }, id: last.id }) < 0) return;
      forget(last.sequence);
    }
    statements.setSubject.run(kind, id, entry.compartment, entry.sequence);
    const found = searchWordsOf(entry, (sha256) => textParts(kept.get(sha256) ?? contentOf(sha256) ?? new Uint8Array()));
    if (found === null) return;
    let row = entry.sequence;
    for (const words of found.parts) {
      statements.insertWords.run(row, row === entry.sequence ? found.title : '', words);
      row += PART;
    }
  };

  const forget = (sequence: number): void => {
    for (let row = sequence; statements.deleteWords.run(row).changes > 0; row += PART);
  };

  const search: SearchIndex['search'] = (query, { limit, compartments }) => {
    const match = matchOf(query);
    if (match === null || limit < 1) return [];
    const seen = compartments === null ? null : JSON.stringify([...compartments]);
    const wanted = Math.trunc(limit);
    for (let rows = wanted; ; rows *= 2) {
      const found = statements.search.all({ match, seen, limit: rows });
      // Of a text that holds the words in several parts, the best.
      const best = new Map<number, FoundRow>();
      for (const row of found) if (!best.has(row.sequence)) best.set(row.sequence, row);
      if (best.size < wanted && found.length === rows) continue;
      return [...best.values()].slice(0, wanted).map(({ row, kind, subject, compartment }) => {
        const snippet = statements.snippet.get({ match, row }) ?? '';
        return { subject: { kind, id: subject }, compartment, snippet };
      });
    }
  };

  return { add, forget, rebuild: () => void statements.rebuild.run(), search };
}

/** How far apart the rows of one text's parts are; no case has as many entries. The first has the sequence of the entry. */
const PART = 2 ** 32;

type FoundRow = { row: number; sequence: number; kind: SearchHit['subject']['kind']; subject: string; compartment: string };
type KeptRow = { sequence: number; id: string; clock_time: number; clock_count: number };

function prepareStatements(database: Database.Database) {
  const kept = sqlite
    .selectFrom('search_subjects as last')
    .innerJoin('entries', 'entries.sequence', 'last.entry')
    .select(['sequence', 'id', 'clock_time', 'clock_count'])
    .where('last.kind', '=', '')
    .where('last.subject', '=', '')
    .where('last.compartment', '=', '');
  const setSubject = sqlite
    .insertInto('search_subjects')
    .values({ kind: '', subject: '', compartment: '', entry: 0 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'subject', 'compartment']).doUpdateSet(({ ref }) => ({ entry: ref('excluded.entry') })),
    );

  return {
    subject: database.prepare<[kind: string, subject: string, compartment: string], KeptRow>(kept.compile().sql),
    setSubject: database.prepare<[kind: string, subject: string, compartment: string, entry: number]>(setSubject.compile().sql),
    insertWords: database.prepare<[sequence: number, title: string, words: string]>(
      sqlite.insertInto('search_words').values({ rowid: 0, title: '', words: '' }).compile().sql,
    ),
    deleteWords: database.prepare<[sequence: number]>(sqlite.deleteFrom('search_words').where('rowid', '=', 0).compile().sql),
    rebuild: database.prepare<[]>("INSERT INTO search_words (search_words) VALUES ('rebuild')"),
    // Of the versions that this reader may see, only the last one holds; a later one elsewhere must neither hide nor show it.
    search: database.prepare<[{ match: string; seen: string | null; limit: number }], FoundRow>(`
      SELECT search_words.rowid AS row, found.sequence, found.kind, found.subject, found.compartment
        FROM search_words JOIN entries AS found ON found.sequence = (search_words.rowid & ${PART - 1})
       WHERE search_words MATCH :match
         AND (:seen IS NULL OR found.compartment IN (SELECT value FROM json_each(:seen)))
         AND NOT EXISTS (
               SELECT 1 FROM search_subjects AS last JOIN entries AS later ON later.sequence = last.entry
                WHERE last.kind = found.kind AND last.subject = found.subject
                  AND (:seen IS NULL OR last.compartment IN (SELECT value FROM json_each(:seen)))
                  AND (later.clock_time, later.clock_count, later.id) > (found.clock_time, found.clock_count, found.id))
       ORDER BY bm25(search_words, 4.0, 1.0), found.sequence
       LIMIT :limit`),
    // Of those that are shown only: its time grows with the square of how often a row holds the words. Numbers are bound as
    // reals, by which FTS5 leaves a row's id out of account and answers for whichever row it comes upon.
    snippet: database
      .prepare<[{ match: string; row: number }], string>(
        `SELECT snippet(search_words, -1, char(0xE000), char(0xE001), '…', 16) FROM search_words WHERE search_words MATCH :match AND rowid = CAST(:row AS INTEGER)`,
      )
      .pluck(),
  };
}
