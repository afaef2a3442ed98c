import type { ChainReport, Draft, Entry, Id, Instant, Kind, StoredEntry } from '@parley/model';

/**
 * The entry log of one case: the one interface that every store has, embedded or on a server.
 *
 * Entries are only added. What is acknowledged (the promise resolved) is on disk.
 */
export interface EntryLog {
  readonly caseId: Id;

  /**
   * Records drafts together, all or none: gives each its clock and its place in its chain.
   * `now` is the wall clock; `receivedAt` of the entries is `now`. `contents` are kept in the same transaction.
   */
  append(drafts: readonly Draft[], now: Instant, contents?: readonly Uint8Array[]): Promise<StoredEntry[]>;

  /**
   * As {@link append}, for more drafts than are to be in memory at once: each is asked for when its
   * turn comes, within the transaction, and no entry is given back. Gives how many were recorded.
   */
  appendEach(drafts: Iterable<Draft>, now: Instant, contents?: readonly Uint8Array[]): Promise<number>;

  /** Takes in entries sealed elsewhere, all or none; those already here are passed over. Throws a UserError on a broken chain. */
  merge(entries: readonly Entry[], receivedAt: Instant, contents?: readonly Uint8Array[]): Promise<StoredEntry[]>;

  /** The entries after place `after` (0 for all) in order of arrival, at most `limit`, but for those of the kinds `without`. */
  read(range?: { after?: number; limit?: number; without?: readonly Kind[] }): Promise<StoredEntry[]>;

  /** Kept bytes by their SHA-256; null where there are none. */
  content(sha256: string): Promise<Uint8Array | null>;

  /**
   * Destroys the bodies and salts of the named entries and the contents that only they named, for
   * good (pages overwritten), and records a `destruction` for each. Throws a UserError on an unknown id.
   */
  destroy(drafts: readonly Draft<'destruction'>[], now: Instant): Promise<StoredEntry[]>;

  /** Full-text search over source texts, titles and the words of statements and figures, best first. */
  search(query: string, options?: { limit?: number; compartments?: ReadonlySet<string> }): Promise<SearchHit[]>;

  /** Checks every chain and names the first bad entry; also that each content has its digest. */
  verify(): Promise<ChainReport>;

  /** Calls back with the highest place after entries came, from this process at once, from another within a second. Returns how to stop. */
  watch(listener: (sequence: number) => void): () => void;

  /** Checkpoints, so that copying the one file is safe, and closes. */
  close(): Promise<void>;
}

/** A place that a search found. `snippet` has the words around it; matched words stand between U+E000 and U+E001. */
export interface SearchHit {
  readonly subject: { readonly kind: 'source' | 'statement' | 'figure'; readonly id: Id };
  readonly compartment: Id;
  readonly snippet: string;
}
