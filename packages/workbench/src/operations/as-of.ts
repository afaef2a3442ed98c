import { type CaseRecord, type Day, type FoldScope, type Id, type Instant, PUBLIC, UserError } from '@parley/model';
import type { CaseSession } from './case-session.ts';

/** Which case as of when: absent, it is held today, as known now, through all compartments of the file. */
export interface AsOfInput {
  readonly heldOn?: Day | undefined;
  readonly knownAt?: Instant | undefined;
  readonly compartments?: readonly Id[] | undefined;
}

export interface AsOfRecord {
  readonly record: CaseRecord;
  readonly scope: FoldScope;
  readonly heldOn: Day;
}

/** The record as of, what was left out of it, and the day that positions are held on. Throws a UserError for a compartment that is not there. */
export function asOf(session: CaseSession, { heldOn, knownAt, compartments }: AsOfInput): AsOfRecord {
  for (const id of compartments ?? []) {
    if (id !== PUBLIC && !session.record.of('compartment').has(id)) {
      throw new UserError(`there is no compartment "${id}"`, { cure: 'name one that is there', code: 'unknown' });
    }
  }
  const scope: FoldScope = {
    ...(knownAt === undefined ? {} : { knownAt }),
    ...(compartments === undefined ? {} : { compartments: new Set(compartments) }),
  };
  return { record: session.recordOf(scope), scope, heldOn: heldOn ?? session.recorder.now().slice(0, 10) };
}
