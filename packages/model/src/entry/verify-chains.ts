import type { Entry } from './entry.ts';
import { type DigestText, digest, hashBody, hashEntry } from './seal.ts';

/** What is wrong with an entry, in words for the user. */
export interface ChainFault {
  readonly entryId: string;
  readonly fault: string;
}

export interface ChainReport {
  readonly entries: number;
  /** Chains seen: one for each author in each compartment. */
  readonly chains: number;
  /** Entries whose content was destroyed, and whose place in the chain still checks. */
  readonly destroyed: number;
  /** The first entry that does not check, in the order given; null when all do. */
  readonly firstFault: ChainFault | null;
}

/**
 * Checks the hash, the body hash and the link of every entry, in the order the store received them,
 * and stops at the first that fails.
 */
export function verifyChains(entries: Iterable<Entry>, digestText: DigestText = digest): ChainReport {
  const heads = new Map<string, string>();
  let count = 0;
  let destroyed = 0;
  const report = (firstFault: ChainFault | null): ChainReport => ({ entries: count, chains: heads.size, destroyed, firstFault });

  for (const entry of entries) {
    count += 1;
    const chain = `${entry.author} ${entry.compartment}`;
    const fault = faultOf(entry, heads.get(chain) ?? null, digestText);
    if (fault !== null) return report({ entryId: entry.id, fault });
    if (entry.salt === null) destroyed += 1;
    heads.set(chain, entry.hash);
  }
  return report(null);
}

function faultOf(entry: Entry, head: string | null, digestText: DigestText): string | null {
  if (hashEntry(entry, digestText) !== entry.hash) return 'its hash does not match what it says';
  if (entry.salt !== null && hashBody(entry.salt, entry.body, digestText) !== entry.bodyHash)
    return 'its body was changed after it was recorded';
  if (entry.salt === null && entry.body !== null) return 'it has a body without the salt that would prove it';
  if (entry.prev !== head) {
    return head === null
      ? `the entry before it in the chain (${entry.prev}) is missing`
      : `it follows ${entry.prev ?? 'nothing'}, where the chain stands at ${head}`;
  }
  return null;
}
