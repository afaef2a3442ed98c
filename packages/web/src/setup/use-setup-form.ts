import { useEffect, useState } from 'react';
import { api } from '../api/client.ts';
import { useKind } from '../api/queries.ts';
import type { Bodies, Kind } from '../api/types.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';

interface SetupForm<K extends Kind> {
  readonly kind: K;
  /** The one to change; absent: a new one. */
  readonly id: string | undefined;
  readonly blank: Bodies[K];
  readonly nameOf: (body: Bodies[K]) => string;
  /** Where it is recorded; absent: where it is, a new one in public. */
  readonly compartment?: string | undefined;
  readonly onClose: () => void;
}

/**
 * The form of something in the setup: its body as changed so far, and how to record or remove it.
 * Fields that hold text of their own start anew when `formKey` changes.
 */
export function useSetupForm<K extends Kind>({ kind, id, blank, nameOf, compartment, onClose }: SetupForm<K>) {
  const { caseId } = useCasePlace();
  const kept = useKind(kind).data?.find((one) => one.id === id);
  const [body, setBody] = useState<Bodies[K] | null>(null);
  const [added, setAdded] = useState(0);
  const shown = body ?? (kept?.body as Bodies[K] | undefined) ?? blank;
  useEffect(() => {
    if (added > 0) document.querySelector<HTMLElement>('.panel form input')?.focus();
  }, [added]);
  const save = async (): Promise<void> => {
    const name = nameOf(shown);
    const done = id
      ? await record(caseId, t('setup.changed', { name }), () => api.put(caseId, kind, id, shown, compartment))
      : await record(caseId, t('setup.added', { name }), () => api.add(caseId, kind, shown, compartment));
    if (done === null) return;
    // After a new one the form stays open for the next.
    if (id) onClose();
    else {
      setBody(blank);
      setAdded(added + 1);
    }
  };
  const remove = async (): Promise<void> => {
    if (id && (await record(caseId, t('setup.removed', { name: nameOf(shown) }), () => api.retract(caseId, kind, id)))) onClose();
  };
  return {
    body: shown,
    set: (changes: Partial<Bodies[K]>) => setBody({ ...shown, ...changes }),
    replace: setBody,
    save,
    remove,
    /** What every panel of such a form is told. */
    panel: { isNew: !id, onSave: () => void save(), onRemove: () => void remove(), onClose },
    formKey: `${added} ${kept ? 'loaded' : ''}`,
  };
}
