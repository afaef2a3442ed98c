import { api } from '../api/client.ts';
import type { MapEntry } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';

/** Takes a feature off the maps; it stays in the record, and undo brings it back. */
export function useRemoveFeature(): (feature: Pick<MapEntry, 'id' | 'name'>) => Promise<boolean> {
  const { caseId } = useCasePlace();
  return async ({ id, name }) =>
    (await record(caseId, t('setup.removed', { name: nameText(name) }), () => api.retract(caseId, 'mapFeature', id))) !== null;
}
