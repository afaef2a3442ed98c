import { setImmediate } from 'node:timers/promises';
import { UserError } from '@parley/model';
import { withCaseFileErrors } from './case-file-errors.ts';
import type { Session } from './session.ts';

/** Runs `work` in one write transaction: all of it is on disk when this returns, or nothing of it is recorded. */
export function inTransaction<T>(session: Session, work: () => T): T {
  checkWritable(session);
  return withCaseFileErrors(session.path, () => session.database.transaction(work).immediate());
}

/**
 * As {@link inTransaction}, for work that takes long: after each of its steps others on this thread have
 * their turn. The transaction stays open meanwhile, so the caller must keep them off the connection.
 */
export async function inLongTransaction<T>(session: Session, steps: Generator<void, T>): Promise<T> {
  checkWritable(session);
  const { database, path } = session;
  const step = <R>(work: () => R): R => withCaseFileErrors(path, work);
  step(() => database.exec('BEGIN IMMEDIATE'));
  try {
    for (;;) {
      const { done, value } = step(() => steps.next());
      if (done === true) {
        step(() => database.exec('COMMIT'));
        return value;
      }
      await setImmediate();
    }
  } finally {
    // SQLite itself takes all back after some errors, as of a full disk.
    if (database.inTransaction) database.exec('ROLLBACK');
  }
}

function checkWritable(session: Session): void {
  if (!session.readOnly) return;
  throw new UserError(`${session.path}: the case was opened for reading only`, { cure: 'open it for writing', code: 'notWritable' });
}
