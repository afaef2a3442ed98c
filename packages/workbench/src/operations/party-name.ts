import { type CaseRecord, type Id, labelText } from '@parley/model';

/** The name of a party or third party; null where there is none. */
export function partyName(record: CaseRecord, partyId: Id | null): string | null {
  const body = partyId === null ? undefined : (record.of('party').get(partyId) ?? record.of('thirdParty').get(partyId))?.body;
  return body === undefined ? null : labelText(body.name);
}

/** The name of a party's faction; null where there is none. */
export function factionName(record: CaseRecord, partyId: Id | null, factionId: Id | null): string | null {
  const factions = partyId === null ? undefined : record.of('party').get(partyId)?.body.factions;
  const faction = factions?.find(({ id }) => id === factionId);
  return faction === undefined ? null : labelText(faction.name);
}
