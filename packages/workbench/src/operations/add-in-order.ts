import { UserError } from '@parley/model';
import { type AddedSource, readSources, recordSources, type SourceInput } from './add-source.ts';
import type { CaseSession } from './case-session.ts';
import type { ReadingPool } from './reading/reading-pool.ts';
import type { ReadFile } from './reading/report-reader.ts';

/** A file that was added, or why it was not. */
interface AddedFile<T> {
  readonly item: T;
  readonly added: AddedSource[];
  readonly mistake: UserError | null;
}

/**
 * Adds files, of which several are read at once while they are recorded one after the other in the
 * order of `items`: the record is the same as of adding each alone. `inputOf` gives a file when its
 * turn to be read comes. A UserError for one file does not stop the others.
 */
export async function* addInOrder<T>(
  session: CaseSession,
  items: Iterable<T>,
  { inputOf, pool }: { inputOf: (item: T) => SourceInput; pool: ReadingPool },
): AsyncGenerator<AddedFile<T>> {
  const underWay: { item: T; reading: Promise<Settled> }[] = [];
  for (const item of items) {
    underWay.push({ item, reading: settled(() => startReading(session, inputOf(item), pool)) });
    if (underWay.length >= pool.width) yield recordFirst(session, underWay);
  }
  while (underWay.length > 0) yield recordFirst(session, underWay);
}

interface Started {
  readonly input: SourceInput;
  readonly file: ReadFile | null;
}

/** Told when its turn comes: a promise that nobody waits for yet must not fail. */
type Settled = { readonly started: Started } | { readonly error: unknown };

async function startReading(session: CaseSession, input: SourceInput, pool: ReadingPool): Promise<Started> {
  return { input, file: await readSources(session, input, pool.read) };
}

async function settled(work: () => Promise<Started>): Promise<Settled> {
  try {
    return { started: await work() };
  } catch (error) {
    return { error };
  }
}

async function recordFirst<T>(session: CaseSession, underWay: { item: T; reading: Promise<Settled> }[]): Promise<AddedFile<T>> {
  const { item, reading } = underWay.shift() as (typeof underWay)[number];
  try {
    const read = await reading;
    if ('error' in read) throw read.error;
    const { input, file } = read.started;
    return { item, added: await recordSources(session, input, file), mistake: null };
  } catch (error) {
    if (error instanceof UserError) return { item, added: [], mistake: error };
    throw error;
  }
}
