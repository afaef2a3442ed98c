import { fileURLToPath } from 'node:url';
import { type CaseRecord, type Clock, checkDrafts, type Entry, type Fold, type StoredEntry, seal, startFold, tick } from '@parley/model';
import { type ExampleBatch, exampleDrafts } from './example-drafts.ts';
import { type Example, readExample } from './read-example.ts';

export interface RecordedExample {
  readonly example: Example;
  readonly batches: readonly ExampleBatch[];
  readonly entries: readonly StoredEntry[];
  readonly record: CaseRecord;
}

/** A worked example as a store would record it: each batch checked against the fold of those before, then sealed. */
export function recordExample(slug: string): RecordedExample {
  const example = readExample(fileURLToPath(new URL(`../../../../examples/worked/${slug}`, import.meta.url)));
  const { caseId, batches } = exampleDrafts(example, { author: 'tester' });
  const fold: Fold = startFold();
  const heads = new Map<string, string>();
  const entries: StoredEntry[] = [];
  let clock: Clock | null = null;
  for (const { recordedAt, drafts } of batches) {
    for (const draft of checkDrafts(fold.record, drafts)) {
      clock = tick(clock, Date.parse(recordedAt));
      const entry: Entry = seal(draft, { caseId, clock, prev: heads.get(draft.compartment) ?? null });
      heads.set(draft.compartment, entry.hash);
      const stored = { ...entry, receivedAt: recordedAt, sequence: entries.length + 1 };
      entries.push(stored);
      fold.add(stored);
    }
  }
  return { example, batches, entries, record: fold.record };
}
