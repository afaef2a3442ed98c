import { type ChainReport, type Id, verifyChains } from '@parley/model';
import type { CaseSession } from './case-session.ts';

/** Checks every chain on disk, or those of some compartments: a chain never leaves its compartment. */
export async function verifyCase(session: CaseSession, compartments?: ReadonlySet<Id>): Promise<ChainReport> {
  if (compartments === undefined) return session.log.verify();
  return verifyChains((await session.log.read()).filter((entry) => compartments.has(entry.compartment)));
}
