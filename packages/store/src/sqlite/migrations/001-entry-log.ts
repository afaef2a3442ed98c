/** Format 1: the entry log, the kept bytes, and the search index over the versions that hold. */
export const entryLog: readonly string[] = [
  'CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID',
  `CREATE TABLE entries (
    sequence INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    author TEXT NOT NULL,
    compartment TEXT NOT NULL,
    clock_time INTEGER NOT NULL,
    clock_count INTEGER NOT NULL,
    recorded_at TEXT NOT NULL,
    received_at TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('put', 'retract')),
    body TEXT,
    salt TEXT,
    body_hash TEXT NOT NULL,
    prev TEXT,
    hash TEXT NOT NULL,
    signature TEXT
  ) STRICT`,
  // The last entry of each chain. One of them has the latest clock of all.
  `CREATE TABLE chains (
    author TEXT NOT NULL,
    compartment TEXT NOT NULL,
    head INTEGER NOT NULL REFERENCES entries (sequence),
    PRIMARY KEY (author, compartment)
  ) STRICT, WITHOUT ROWID`,
  'CREATE TABLE contents (sha256 TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT',
  // The last version of each subject in each compartment: which of them holds depends on who asks.
  `CREATE TABLE search_subjects (
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    compartment TEXT NOT NULL,
    entry INTEGER NOT NULL REFERENCES entries (sequence),
    PRIMARY KEY (kind, subject, compartment)
  ) STRICT, WITHOUT ROWID`,
  // The words of those versions, under the sequence of their entry.
  `CREATE VIRTUAL TABLE search_words USING fts5 (title, words, tokenize = 'unicode61 remove_diacritics 2')`,
];
