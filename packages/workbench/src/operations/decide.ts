import { type Body, type Draft, type Id, type StoredEntry, UserError, type Version } from '@parley/model';
import type { CaseSession } from './case-session.ts';
import { putDraft, retractDraft } from './recorder.ts';
import { checkSpans, sourceText } from './source-text.ts';

/** What a person decides of a statement. `statement` is it as corrected; `position` what it bears out. */
export interface StatementDecision {
  readonly decision: 'accept' | 'reject' | 'reopen';
  readonly statement?: Body<'statement'> | undefined;
  readonly position?: Omit<Body<'position'>, 'evidence' | 'note'> | undefined;
}

const STATUS = { accept: 'accepted', reject: 'rejected', reopen: 'suggested' } as const;

/**
 * Accepts, rejects or reopens a statement, with corrections if any, and records the position that
 * an accepted one bears out: the statement joins a position alike in all, else a new one is made.
 * What it bore out on the same option before, it does no longer.
 */
export async function decide(session: CaseSession, statementId: Id, decision: StatementDecision): Promise<StoredEntry[]> {
  const kept = session.record.of('statement').get(statementId);
  if (kept === undefined)
    throw new UserError(`there is no statement "${statementId}"`, { cure: 'name one that is there', code: 'unknown' });
  const statement = { ...(decision.statement ?? kept.body), status: STATUS[decision.decision] };
  if (decision.statement !== undefined) checkSpans(statement, await sourceText(session, statement.sourceId));

  const { compartment } = kept.entry;
  const drafts: Draft[] = [putDraft(session.recorder, 'statement', statementId, statement, compartment)];
  if (decision.decision === 'accept' && decision.position !== undefined) {
    drafts.push(...positionDrafts(session, statementId, decision.position, compartment));
  }
  return session.commit(drafts);
}

function positionDrafts(session: CaseSession, statementId: Id, wanted: Omit<Body<'position'>, 'evidence'>, compartment: Id): Draft[] {
  const drafts: Draft[] = [];
  let joined = false;
  for (const version of session.record.of('position').values()) {
    const { body, entry } = version;
    if (!joined && alike(body, wanted) && entry.compartment === compartment) {
      joined = true;
      if (!body.evidence.includes(statementId)) {
        const evidence = [...body.evidence, statementId];
        drafts.push(putDraft(session.recorder, 'position', version.id, { ...body, evidence }, compartment));
      }
    } else if (body.evidence.includes(statementId) && body.issueId === wanted.issueId && body.optionId === wanted.optionId) {
      drafts.push(without(session, version, statementId));
    }
  }
  if (!joined) {
    drafts.push(putDraft(session.recorder, 'position', session.recorder.newId(), { ...wanted, evidence: [statementId] }, compartment));
  }
  return drafts;
}

function without(session: CaseSession, { id, body, entry }: Version<'position'>, statementId: Id): Draft {
  const evidence = body.evidence.filter((one) => one !== statementId);
  return evidence.length === 0
    ? retractDraft(session.recorder, 'position', id, entry.compartment)
    : putDraft(session.recorder, 'position', id, { ...body, evidence }, entry.compartment);
}

const SAME = ['partyId', 'factionId', 'issueId', 'optionId', 'stance', 'voice', 'from', 'to'] as const;

function alike(a: Omit<Body<'position'>, 'evidence'>, b: Omit<Body<'position'>, 'evidence'>): boolean {
  return SAME.every((field) => a[field] === b[field]);
}
