import { useKind } from '../api/queries.ts';
import type { Conflict } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';

/** What people call a decider: its party, or the faction of it that decides. */
export function useDeciderNames({ deciders }: Conflict): (deciderId: string) => string {
  const parties = useKind('party').data ?? [];
  const thirdParties = useKind('thirdParty').data ?? [];
  return (deciderId) => {
    const decider = deciders.find(({ id }) => id === deciderId);
    const party = parties.find(({ id }) => id === decider?.partyId)?.body;
    const name = nameText(party?.name ?? thirdParties.find(({ id }) => id === decider?.partyId)?.body.name) || deciderId;
    const faction = party?.factions.find(({ id }) => id === decider?.factionId);
    return faction === undefined ? name : `${name}, ${nameText(faction.name)}`;
  };
}
