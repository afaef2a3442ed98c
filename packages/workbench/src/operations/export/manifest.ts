import type { CaseRecord, Day, FoldScope, Id, Instant, StoredEntry } from '@parley/model';
import { VERSION } from '../../version.ts';
import type { CaseSession } from '../case-session.ts';
import { withinScope } from '../subject-history.ts';
import type { Releasable } from './releasable.ts';

/** The version of the form of the JSON export. It goes up when a reader of the old form would misread the new. */
const FORMAT_VERSION = 1;

/** What an export says of itself, so that the same can be made again and checked. */
export interface Manifest {
  readonly format: 'parley-case';
  readonly formatVersion: number;
  readonly parley: string;
  readonly caseId: Id;
  readonly heldOn: Day;
  /** When the last of the entries used was received: ask for this instant to get the same again. Null for none. */
  readonly knownAt: Instant | null;
  readonly compartments: readonly Id[];
  readonly counts: Readonly<Record<'sources' | 'accepted' | 'suggested' | 'rejected' | 'positions' | 'figures', number>>;
  readonly withheld: Releasable['withheld'];
  readonly entries: number;
  /** One for each author in each compartment: how many entries of it were used, and the hash of the last. */
  readonly chains: readonly { readonly author: Id; readonly compartment: Id; readonly entries: number; readonly head: string }[];
}

export function manifestOf(session: CaseSession, record: CaseRecord, heldOn: Day, scope: FoldScope, released: Releasable): Manifest {
  const used = session.entries.filter((entry) => withinScope(entry, scope) && record.compartments.has(entry.compartment));
  const counts = { sources: released.sources.length, accepted: 0, suggested: 0, rejected: 0, positions: released.positions.length };
  for (const { status } of released.statements) counts[status] += 1;
  return {
    format: 'parley-case',
    formatVersion: FORMAT_VERSION,
    parley: VERSION,
    caseId: session.caseId,
    heldOn,
    knownAt: used.reduce<Instant | null>((last, { receivedAt }) => (last === null || receivedAt > last ? receivedAt : last), null),
    compartments: [...record.compartments].sort(),
    counts: { ...counts, figures: released.figures.length },
    withheld: released.withheld,
    entries: used.length,
    chains: chainsOf(used),
  };
}

function chainsOf(entries: readonly StoredEntry[]): Manifest['chains'] {
  const chains = Map.groupBy(entries, ({ author, compartment }) => `${compartment} ${author}`);
  return [...chains.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, chain]) => {
      const { author, compartment, hash } = chain.at(-1) as StoredEntry;
      return { author, compartment, entries: chain.length, head: hash };
    });
}
