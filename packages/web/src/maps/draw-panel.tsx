import { useEffect, useState } from 'react';
import { api } from '../api/client.ts';
import { useMapFeature } from '../api/map-queries.ts';
import type { Bodies } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SidePanel } from '../controls/side-panel.tsx';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { NameFields } from '../setup/name-fields.tsx';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { coordinatesOf, type Draft, draftOf, emptyDraft, isComplete } from './canvas/draft.ts';
import { FeatureFields } from './feature-fields.tsx';
import { detailsOf, EMPTY_FEATURE, formOf, formProblem } from './feature-form.ts';

type Feature = Bodies['mapFeature'];

interface DrawPanelProps {
  readonly draft: Draft | null;
  readonly onDraft: (draft: Draft | null) => void;
  /** What was drawn here before and is not recorded: closing the panel loses nothing. */
  readonly unsaved: Draft | undefined;
  readonly onRecorded: () => void;
  readonly onClose: () => void;
}

/** A new line or zone, drawn on the map beside. */
export function DrawPanel({ shape, ...panel }: DrawPanelProps & { shape: 'zone' | 'line' }) {
  return <DrawForm {...panel} shape={shape} kept={null} />;
}

/** A feature drawn anew: as one that replaces it, or as a correction of it. */
export function EditPanel({ id, ...panel }: DrawPanelProps & { id: string }) {
  const kept = useMapFeature(id).data;
  if (!kept) return null;
  const { shape } = kept.body;
  // Where a place is stands with its details.
  return shape === 'place' ? null : <DrawForm {...panel} shape={shape} kept={kept} />;
}

interface DrawFormProps extends DrawPanelProps {
  readonly shape: 'zone' | 'line';
  readonly kept: { readonly id: string; readonly compartment: string; readonly body: Feature } | null;
}

function DrawForm({ shape, kept, draft, onDraft, unsaved, onRecorded, onClose }: DrawFormProps) {
  const { caseId, change } = useCasePlace();
  const [name, setName] = useState(kept?.body.name ?? {});
  const [form, setForm] = useState(kept ? formOf(kept.body, kept.compartment) : EMPTY_FEATURE);
  const [asNew, setAsNew] = useState(true);
  // The map beside holds the draft while the panel is open.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it begins once, with the panel
  useEffect(() => {
    onDraft(unsaved ?? (kept ? draftOf(shape, kept.body.coordinates) : emptyDraft(shape)));
    return () => onDraft(null);
  }, []);
  const isDrawn = draft !== null && isComplete(draft);
  const problem = nameText(name) === '' ? t('setup.needsName') : isDrawn ? formProblem(form) : t(`maps.draw.${shape}`);
  const save = async () => {
    if (draft === null) return;
    const drawn = { name, shape, coordinates: coordinatesOf(draft), ...detailsOf(form) };
    const label = nameText(name);
    const { note, evidence = [], replacesId } = kept?.body ?? {};
    const more = { evidence, ...(note && { note }) };
    const done =
      kept && !asNew
        ? await record(caseId, t('maps.corrected', { name: label }), () =>
            api.put(caseId, 'mapFeature', kept.id, { ...drawn, ...more, ...(replacesId && { replacesId }) } as Feature, form.compartment),
          )
        : await record(caseId, t('setup.added', { name: label }), () =>
            api.add(caseId, 'mapFeature', { ...drawn, ...more, ...(kept && { replacesId: kept.id }) } as Feature, form.compartment),
          );
    const id = kept && !asNew ? kept.id : done?.entries[0]?.subject.id;
    if (done === null) return;
    onRecorded();
    change({ open: id ? `feature:${id}` : undefined });
  };
  return (
    <SidePanel
      title={kept ? t('maps.drawAnew', { name: nameText(kept.body.name) }) : t(shape === 'zone' ? 'maps.drawZone' : 'maps.drawLine')}
      subject={kept?.id ?? shape}
      below={t('maps.drawHint')}
      onClose={onClose}
      takesFocus={false}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (problem === null) void save();
        }}
      >
        {kept && (
          <fieldset className="part">
            <legend>{t('maps.recordAs')}</legend>
            <AsChoice label={t('maps.asNew')} hint={t('maps.asNewHint')} checked={asNew} onChoose={() => setAsNew(true)} />
            <AsChoice label={t('maps.asCorrection')} hint={t('maps.asCorrectionHint')} checked={!asNew} onChoose={() => setAsNew(false)} />
          </fieldset>
        )}
        <NameFields label={t('name.name')} value={name} onChange={setName} autoFocus={!kept} />
        <FeatureFields value={form} onChange={setForm} />
        <div className="actions">
          <Button type="submit" look="main" isDisabled={problem !== null}>
            {t('maps.recordIt')}
          </Button>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
        </div>
        {problem && <small>{problem}</small>}
      </form>
    </SidePanel>
  );
}

function AsChoice({ label, hint, checked, onChoose }: { label: string; hint: string; checked: boolean; onChoose: () => void }) {
  return (
    <label className="check">
      <input type="radio" name="record-as" checked={checked} onChange={onChoose} />
      <span>
        {label} <small>{hint}</small>
      </span>
    </label>
  );
}
