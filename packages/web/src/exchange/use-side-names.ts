import { useKind } from '../api/queries.ts';
import { nameText } from '../controls/words.tsx';

/** The name of a party or third party by its id. */
export function useSideNames(): (id: string) => string {
  const parties = useKind('party').data ?? [];
  const thirdParties = useKind('thirdParty').data ?? [];
  const names = new Map([...parties, ...thirdParties].map(({ id, body }) => [id, nameText(body.name)]));
  return (id) => names.get(id) ?? id;
}
