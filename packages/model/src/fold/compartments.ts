import { PUBLIC } from '../words/compartment.ts';
import type { CaseRecord } from './fold.ts';

/** A compartment and all wider ones, itself first, `public` last. An unknown one lies within `public`. */
export function widening(record: CaseRecord, compartment: string): string[] {
  const path: string[] = [];
  let at: string | undefined = compartment;
  // A ring of compartments cannot be entered, but could arrive by merging two logs.
  while (at !== undefined && at !== PUBLIC && !path.includes(at)) {
    path.push(at);
    at = record.of('compartment').get(at)?.body.within;
  }
  path.push(PUBLIC);
  return path;
}

/** Whether an entry in `from` may name a subject in `to`: only in the same or a wider compartment. */
export function mayReferTo(record: CaseRecord, from: string, to: string): boolean {
  return widening(record, from).includes(to);
}
