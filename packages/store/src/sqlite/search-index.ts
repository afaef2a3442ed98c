import { compareEntries, type Entry } from '@parley/model';
import type Database from 'better-sqlite3-multiple-ciphers';
import type { SearchHit } from '../entry-log.ts';
import { isSearched, matchOf, searchWordsOf } from './search-words.ts';
import { sqlite } from './tables.ts';

/** The full-text index of a case file. It holds the last version of each subject in each compartment. */
export interface SearchIndex {
  /** Takes in an entry that was just recorded. */
  add(entry: Entry): void;
  /** Takes the words of an entry out, so that a rebuilt index has them no more. */
  forget(entry: Entry): void;
  /** Makes the index anew from the words that are left, so that destroyed ones stand nowhere in it. */
  rebuild(): void;
  search(query: string, options: { limit: number; compartments: ReadonlySet<string> | null }): SearchHit[];
}

export function searchIndexOf(database: Database.Database, contentOf: (sha256: string) => Uint8Array | undefined): SearchIndex {
  const statements = prepareStatements(database);
  const decoder = new TextDecoder();
  const textOf = (sha256: string): string => decoder.decode(contentOf(sha256));

  const add = (entry: Entry): void => {
    const { kind, id } = entry.subject;
    if (!isSearched(kind)) return;
    const kept = statements.subject.get(kind, id, entry.compartment);
    if (kept !== undefined) {
      const order = compareEntries(entry, { clock: { time: kept.clock_time, count: kept.clock_count }, id: kept.entry_id });
      if (order < 0) return;
      statements.deleteWords.run(kept.number);
      statements.updateSubject.run(entry.clock.time, entry.clock.count, entry.id, kept.number);
    }
    const { time, count } = entry.clock;
    const number = kept?.number ?? statements.insertSubject.run(kind, id, entry.compartment, time, count, entry.id).lastInsertRowid;
    const found = searchWordsOf(entry, textOf);
    if (found !== null) statements.insertWords.run(number, found.title, found.words);
  };

  const forget = (entry: Entry): void => {
    const kept = statements.subject.get(entry.subject.kind, entry.subject.id, entry.compartment);
    if (kept?.entry_id === entry.id) statements.deleteWords.run(kept.number);
  };

  const search: SearchIndex['search'] = (query, { limit, compartments }) => {
    const match = matchOf(query);
    if (match === null || limit < 1) return [];
    const seen = compartments === null ? null : JSON.stringify([...compartments]);
    return statements.search
      .all({ match, seen, limit: Math.trunc(limit) })
      .map(({ kind, subject, compartment, snippet }) => ({ subject: { kind, id: subject }, compartment, snippet }));
  };

  return { add, forget, rebuild: () => void statements.rebuild.run(), search };
}

type FoundRow = { kind: SearchHit['subject']['kind']; subject: string; compartment: string; snippet: string };
type SubjectRow = { number: number; clock_time: number; clock_count: number; entry_id: string };

function prepareStatements(database: Database.Database) {
  const subjects = sqlite.selectFrom('search_subjects').select(['number', 'clock_time', 'clock_count', 'entry_id']);
  const insertSubject = sqlite
    .insertInto('search_subjects')
    .values({ kind: '', subject: '', compartment: '', clock_time: 0, clock_count: 0, entry_id: '' });
  const updateSubject = sqlite.updateTable('search_subjects').set({ clock_time: 0, clock_count: 0, entry_id: '' }).where('number', '=', 0);

  return {
    subject: database.prepare<[kind: string, subject: string, compartment: string], SubjectRow>(
      subjects.where('kind', '=', '').where('subject', '=', '').where('compartment', '=', '').compile().sql,
    ),
    insertSubject: database.prepare<[string, string, string, number, number, string]>(insertSubject.compile().sql),
    updateSubject: database.prepare<[number, number, string, number]>(updateSubject.compile().sql),
    insertWords: database.prepare<[number | bigint, string, string]>(
      sqlite.insertInto('search_words').values({ rowid: 0, title: '', words: '' }).compile().sql,
    ),
    deleteWords: database.prepare<[number | bigint]>(sqlite.deleteFrom('search_words').where('rowid', '=', 0).compile().sql),
    rebuild: database.prepare<[]>("INSERT INTO search_words (search_words) VALUES ('rebuild')"),
    // Of the versions that this reader may see, only the last one holds; a later one elsewhere must neither hide nor show it.
    search: database.prepare<[{ match: string; seen: string | null; limit: number }], FoundRow>(`
      SELECT found.kind, found.subject, found.compartment,
             snippet(search_words, -1, char(0xE000), char(0xE001), '…', 16) AS snippet
        FROM search_words JOIN search_subjects AS found ON found.number = search_words.rowid
       WHERE search_words MATCH :match
         AND (:seen IS NULL OR found.compartment IN (SELECT value FROM json_each(:seen)))
         AND NOT EXISTS (
               SELECT 1 FROM search_subjects AS later
                WHERE later.kind = found.kind AND later.subject = found.subject
                  AND (:seen IS NULL OR later.compartment IN (SELECT value FROM json_each(:seen)))
                  AND (later.clock_time, later.clock_count, later.entry_id) > (found.clock_time, found.clock_count, found.entry_id))
       ORDER BY bm25(search_words, 4.0, 1.0), found.number
       LIMIT :limit`),
  };
}
