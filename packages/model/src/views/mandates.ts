import { z } from 'zod';
import type { CaseRecord, Version } from '../fold/fold.ts';
import { type Day, EdtfDate, firstDay, lastDay } from '../words/edtf-date.ts';
import { Id } from '../words/id.ts';
import { Label } from '../words/label.ts';
import { supporting } from './evidence.ts';

/** What is claimed of a party's delegation on a day. */
export const MandateView = z
  .object({
    mandateId: Id,
    delegationId: Id,
    delegation: Label,
    mayDecide: z.array(z.object({ issueId: Id, optionIds: z.array(Id) })),
    to: EdtfDate.nullable(),
    state: z.enum(['inForce', 'expired', 'notYet']),
    evidence: z.array(Id),
  })
  .meta({ id: 'MandateView' });
export type MandateView = z.infer<typeof MandateView>;

/** The mandates of a party's delegations that an accepted statement bears out, and their state on `day`. */
export function mandatesOf(record: CaseRecord, partyId: string, day: Day): MandateView[] {
  const views: MandateView[] = [];
  for (const mandate of record.of('mandate').values()) {
    const delegation = record.of('delegation').get(mandate.body.delegationId);
    if (delegation?.body.partyId !== partyId) continue;
    const evidence = supporting(record, mandate.body.evidence).map(({ id }) => id);
    if (evidence.length === 0) continue;
    views.push({
      mandateId: mandate.id,
      delegationId: delegation.id,
      delegation: delegation.body.name,
      mayDecide: mandate.body.mayDecide,
      to: mandate.body.to ?? null,
      state: stateOn(mandate, day),
      evidence,
    });
  }
  return views.sort((a, b) => (a.mandateId < b.mandateId ? -1 : 1));
}

/**
 * Why an offer made on an option goes beyond the mandates known: none of them covers it, or the one
 * that did has expired. Null where one covers it, or where nothing is known of any mandate.
 */
export function beyondMandate(mandates: readonly MandateView[], issueId: string, optionId: string): 'notCovered' | 'expired' | null {
  const begun = mandates.filter(({ state }) => state !== 'notYet');
  if (begun.length === 0) return null;
  const covering = begun.filter(({ mayDecide }) =>
    mayDecide.some((scope) => scope.issueId === issueId && (scope.optionIds.length === 0 || scope.optionIds.includes(optionId))),
  );
  if (covering.length === 0) return 'notCovered';
  return covering.some(({ state }) => state === 'inForce') ? null : 'expired';
}

function stateOn({ body: { from, to } }: Version<'mandate'>, day: Day): MandateView['state'] {
  if (from !== undefined && firstDay(from) > day) return 'notYet';
  return to !== undefined && lastDay(to) < day ? 'expired' : 'inForce';
}
