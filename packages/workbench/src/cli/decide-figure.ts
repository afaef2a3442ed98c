import { type Id, UserError } from '@parley/model';
import type { CaseSession } from '../operations/case-session.ts';
import { putDraft } from '../operations/recorder.ts';

export function isFigure(session: CaseSession, id: Id): boolean {
  return session.record.of('figure').has(id) && !session.record.of('statement').has(id);
}

/** Accepts or rejects a figure. */
export async function decideFigure(session: CaseSession, id: Id, status: 'accepted' | 'rejected'): Promise<void> {
  const figure = session.record.of('figure').get(id);
  if (figure === undefined)
    throw new UserError(`there is no figure "${id}"`, { cure: 'take an id from "parley figures"', code: 'unknown' });
  await session.commit([putDraft(session.recorder, 'figure', id, { ...figure.body, status }, figure.entry.compartment)]);
}
