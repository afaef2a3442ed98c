import { useState } from 'react';
import { api } from '../api/client.ts';
import type { Bodies } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { FormPanel } from '../setup/form-panel.tsx';
import { NameFields } from '../setup/name-fields.tsx';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import type { Position } from './canvas/types.ts';
import { FeatureFields } from './feature-fields.tsx';
import { detailsOf, EMPTY_FEATURE, formProblem } from './feature-form.ts';
import { PlaceField } from './place-field.tsx';

/** A hospital, a crossing or another place, by its coordinates. After one the form stays open for the next. */
export function PlacePanel({ onClose }: { onClose: () => void }) {
  const { caseId } = useCasePlace();
  const [name, setName] = useState({});
  const [place, setPlace] = useState<Position | null>(null);
  const [form, setForm] = useState(EMPTY_FEATURE);
  const [added, setAdded] = useState(0);
  const problem = nameText(name) === '' ? t('setup.needsName') : place === null ? t('maps.needsPlace') : formProblem(form);
  const save = async () => {
    const body = { name, shape: 'place', coordinates: [place], evidence: [], ...detailsOf(form) } as unknown as Bodies['mapFeature'];
    const done = await record(caseId, t('setup.added', { name: nameText(name) }), () =>
      api.add(caseId, 'mapFeature', body, form.compartment),
    );
    if (done === null) return;
    setName({});
    setPlace(null);
    setAdded(added + 1);
  };
  return (
    <FormPanel title={t('maps.addPlace')} subject="place" isNew problem={problem} onSave={() => void save()} onClose={onClose}>
      <div key={added}>
        <NameFields label={t('name.name')} value={name} onChange={setName} autoFocus />
        <PlaceField value={place} onChange={setPlace} />
      </div>
      <FeatureFields value={form} onChange={setForm} />
    </FormPanel>
  );
}
