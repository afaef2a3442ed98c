import { type Body, type Draft, type Id, type StoredEntry, UserError, type Version } from '@parley/model';
import type { CaseSession } from './case-session.ts';
import { putDraft, retractDraft } from './recorder.ts';
import { checkSpans, sourceText } from './source-text.ts';

/** What a person decides of a statement. `statement` is it as corrected; `position`, or `positions` on several options, what it bears out. */
export interface StatementDecision {
  readonly decision: 'accept' | 'reject' | 'reopen';
  readonly statement?: Body<'statement'> | undefined;
  readonly position?: Wanted | undefined;
  readonly positions?: readonly Wanted[] | undefined;
}

const STATUS = { accept: 'accepted', reject: 'rejected', reopen: 'suggested' } as const;

/**
 * Accepts, rejects or reopens a statement, with corrections if any, and records the positions that
 * an accepted one bears out: the statement joins a position alike in all, else a new one is made.
 * What it bore out on the same option before, it does no longer; nor what it bore out by a speaker
 * or a link that was corrected away. Throws a UserError for two positions on one option.
 */
export async function decide(session: CaseSession, statementId: Id, decision: StatementDecision): Promise<StoredEntry[]> {
  const kept = session.record.of('statement').get(statementId);
  if (kept === undefined)
    throw new UserError(`there is no statement "${statementId}"`, { cure: 'name one that is there', code: 'unknown' });
  const statement = { ...(decision.statement ?? kept.body), status: STATUS[decision.decision] };
  if (decision.statement !== undefined) checkSpans(statement, await sourceText(session, statement.sourceId));

  const { compartment } = kept.entry;
  const drafts: Draft[] = [putDraft(session.recorder, 'statement', statementId, statement, compartment)];
  if (decision.decision === 'accept') {
    const wanted = [...(decision.position === undefined ? [] : [decision.position]), ...(decision.positions ?? [])];
    checkOneEach(wanted);
    const isCorrectedAway = (body: Body<'position'>): boolean =>
      !wanted.some((one) => alike(body, one)) && lostGround(body, kept.body, statement);
    drafts.push(...positionDrafts(session, statementId, { wanted, compartment, isCorrectedAway }));
  }
  return session.commit(drafts);
}

/** Whether a position rests on a speaker's party or a link that the statement had and has no longer. */
function lostGround(position: Body<'position'>, before: Body<'statement'>, now: Body<'statement'>): boolean {
  const { partyId } = position;
  if (before.speaker.partyId === partyId && now.speaker.partyId !== partyId) return true;
  const speaksTo = ({ links }: Body<'statement'>): boolean =>
    links.some((link) => LINKED.every((field) => link[field] === position[field]));
  return speaksTo(before) && !speaksTo(now);
}

const LINKED = ['issueId', 'optionId', 'stance'] as const;

type Wanted = Omit<Body<'position'>, 'evidence' | 'note'>;

function positionDrafts(
  session: CaseSession,
  statementId: Id,
  {
    wanted,
    compartment,
    isCorrectedAway,
  }: { wanted: readonly Wanted[]; compartment: Id; isCorrectedAway: (body: Body<'position'>) => boolean },
): Draft[] {
  const drafts: Draft[] = [];
  const open = new Set(wanted);
  for (const version of session.record.of('position').values()) {
    const { body, entry } = version;
    const joined = entry.compartment === compartment ? [...open].find((one) => alike(body, one)) : undefined;
    if (joined !== undefined) {
      open.delete(joined);
      if (!body.evidence.includes(statementId)) {
        const evidence = [...body.evidence, statementId];
        drafts.push(putDraft(session.recorder, 'position', version.id, { ...body, evidence }, compartment));
      }
    } else if (body.evidence.includes(statementId) && (wanted.some((one) => isOnOptionOf(one, body)) || isCorrectedAway(body))) {
      drafts.push(without(session, version, statementId));
    }
  }
  for (const one of open) {
    drafts.push(putDraft(session.recorder, 'position', session.recorder.newId(), { ...one, evidence: [statementId] }, compartment));
  }
  return drafts;
}

/** One statement does not take two stances on one option. */
function checkOneEach(wanted: readonly Wanted[]): void {
  const twice = wanted.find((one, at) => wanted.slice(0, at).some((other) => isOnOptionOf(one, other)));
  if (twice === undefined) return;
  throw new UserError(`two positions on option "${twice.optionId}" of issue "${twice.issueId}"`, {
    cure: 'give one position for each option',
  });
}

function isOnOptionOf(wanted: Wanted, { issueId, optionId }: Pick<Wanted, 'issueId' | 'optionId'>): boolean {
  return wanted.issueId === issueId && wanted.optionId === optionId;
}

function without(session: CaseSession, { id, body, entry }: Version<'position'>, statementId: Id): Draft {
  const evidence = body.evidence.filter((one) => one !== statementId);
  return evidence.length === 0
    ? retractDraft(session.recorder, 'position', id, entry.compartment)
    : putDraft(session.recorder, 'position', id, { ...body, evidence }, entry.compartment);
}

const SAME = ['partyId', 'factionId', 'issueId', 'optionId', 'stance', 'voice', 'from', 'to'] as const;

function alike(a: Wanted, b: Wanted): boolean {
  return SAME.every((field) => a[field] === b[field]);
}
