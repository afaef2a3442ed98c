import { UserError } from '@parley/model';
import { withCaseFileErrors } from './case-file-errors.ts';
import type { Session } from './session.ts';

/** Runs `work` in one write transaction: all of it is on disk when this returns, or nothing of it is recorded. */
export function inTransaction<T>(session: Session, work: () => T): T {
  if (session.readOnly) {
    throw new UserError(`${session.path}: the case was opened for reading only`, { cure: 'open it for writing', code: 'notWritable' });
  }
  return withCaseFileErrors(session.path, () => session.database.transaction(work).immediate());
}
