import { useState } from 'react';
import { api } from '../api/client.ts';
import { useMapFeature } from '../api/map-queries.ts';
import type { Bodies, Kept, MapEntry } from '../api/types.ts';
import { SelectField, TextField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { FormPanel } from '../setup/form-panel.tsx';
import { NameFields } from '../setup/name-fields.tsx';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import type { Position } from './canvas/types.ts';
import { useRemoveFeature } from './change-feature.ts';
import { FeatureFields } from './feature-fields.tsx';
import { detailsOf, formOf, formProblem } from './feature-form.ts';
import { madeText, useMapNames } from './map-words.ts';
import { PlaceField } from './place-field.tsx';
import type { Maps } from './use-maps.ts';

interface DetailsPanelProps {
  readonly id: string;
  readonly maps: Maps;
  readonly onClose: () => void;
}

/** What is known of a feature, to be set right, and where a place is; where a line or zone runs stays as it is. */
export function DetailsPanel(props: DetailsPanelProps) {
  const kept = useMapFeature(props.id).data;
  return kept ? <DetailsForm {...props} kept={kept} /> : null;
}

function DetailsForm({ id, maps, onClose, kept }: DetailsPanelProps & { kept: Kept<'mapFeature'> }) {
  const { caseId, change } = useCasePlace();
  const { partyName } = useMapNames();
  const remove = useRemoveFeature();
  const [name, setName] = useState(kept.body.name);
  const [form, setForm] = useState(formOf(kept.body, kept.compartment));
  const [replacesId, setReplacesId] = useState(kept.body.replacesId ?? '');
  const [note, setNote] = useState(kept.body.note ?? '');
  const { shape, evidence } = kept.body;
  const places = kept.body.coordinates as unknown as Position[];
  const [place, setPlace] = useState(shape === 'place' ? (places[0] ?? null) : null);
  // Of a place that consists of several only the details can be set right here.
  const isPlace = shape === 'place' && places.length === 1;
  const coordinates = isPlace ? [place] : kept.body.coordinates;
  const older = maps.entries.filter((one) => one.id !== id && one.shape === shape && (one.partyId ?? '') === form.partyId);
  const save = async () => {
    const body = {
      name,
      shape,
      coordinates,
      evidence,
      ...detailsOf(form),
      ...(replacesId && { replacesId }),
      ...(note.trim() && { note: note.trim() }),
    } as unknown as Bodies['mapFeature'];
    const done = await record(caseId, t('setup.changed', { name: nameText(name) }), () =>
      api.put(caseId, 'mapFeature', id, body, form.compartment),
    );
    if (done !== null) change({ open: `feature:${id}` });
  };
  const label = (one: MapEntry) => `${nameText(one.name)} · ${partyName(one.partyId)} · ${one.version ?? madeText(one)}`;
  return (
    <FormPanel
      title={nameText(kept.body.name)}
      subject={id}
      isNew={false}
      problem={nameText(name) === '' ? t('setup.needsName') : isPlace && place === null ? t('maps.needsPlace') : formProblem(form)}
      onSave={() => void save()}
      onRemove={() => void remove({ id, name: kept.body.name }).then((done) => done && onClose())}
      onClose={() => change({ open: `feature:${id}` })}
    >
      <NameFields label={t('name.name')} value={name} onChange={setName} />
      {isPlace && <PlaceField value={place} onChange={setPlace} />}
      <FeatureFields value={form} onChange={setForm} />
      <SelectField
        label={t('maps.replacesFeature')}
        value={replacesId}
        onChange={setReplacesId}
        hint={t('maps.replacesHint')}
        options={[{ value: '', label: t('correct.none') }, ...older.map((one) => ({ value: one.id, label: label(one) }))]}
      />
      <TextField label={t('maps.note')} value={note} onChange={setNote} rows={3} said />
    </FormPanel>
  );
}
