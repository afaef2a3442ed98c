import {
  type Body,
  type CaseRecord,
  type Day,
  holdsOn,
  type Id,
  type Stance,
  supportedPositions,
  UserError,
  validities,
} from '@parley/model';

type PreferenceStatement = Body<'preference'>['statements'][number];

/**
 * What a decider's positions would say of its preference in a conflict: an option that amounts to one it
 * demands or accepts should be taken, to one it rejects, left. The firmest stance comes first; among
 * stances as firm as each other the order of the options holds, which says nothing: a person puts them in
 * order. Only an offer, never recorded by itself.
 *
 * Throws a UserError where there is no such conflict or decider.
 */
export function offeredPreference(record: CaseRecord, conflictId: Id, deciderId: Id, heldOn: Day): PreferenceStatement[] {
  const conflict = record.of('conflict').get(conflictId)?.body;
  const decider = conflict?.deciders.find(({ id }) => id === deciderId);
  if (conflict === undefined || decider === undefined) {
    throw new UserError(`there is no decider "${deciderId}" of a conflict "${conflictId}"`, {
      cure: 'name one of this case',
      code: 'unknown',
    });
  }
  const own = supportedPositions(record, ({ partyId, factionId }) => partyId === decider.partyId && factionId === decider.factionId);
  const offered: { firmness: number; statement: PreferenceStatement }[] = [];
  for (const { id, link } of conflict.deciders.flatMap(({ options }) => options)) {
    if (link === undefined) continue;
    const onOption = own.filter(({ body }) => body.issueId === link.issueId && body.optionId === link.optionId);
    const holding = validities(onOption)
      .filter((held) => holdsOn(held, heldOn))
      .map(({ position }) => position.body);
    const firmest = holding.sort((a, b) => FIRMNESS.indexOf(a.stance) - FIRMNESS.indexOf(b.stance))[0];
    if (firmest === undefined) continue;
    const isWanted = firmest.stance !== 'rejects' && firmest.stance !== 'redLine';
    offered.push({
      firmness: FIRMNESS.indexOf(firmest.stance),
      statement: {
        holds: { anyOf: [isWanted ? { taken: [id], left: [] } : { taken: [], left: [id] }] },
        evidence: [...new Set(holding.filter(({ stance }) => stance === firmest.stance).flatMap(({ evidence }) => evidence))],
      },
    });
  }
  return offered.sort((a, b) => a.firmness - b.firmness).map(({ statement }) => statement);
}

/** From what is never given up to what would do. */
const FIRMNESS: readonly Stance[] = ['redLine', 'demands', 'rejects', 'accepts', 'mayAccept'];
