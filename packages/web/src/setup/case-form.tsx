import { useState } from 'react';
import { api } from '../api/client.ts';
import type { Bodies, Label } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { FormPanel } from './form-panel.tsx';
import { NameFields } from './name-fields.tsx';

/** The title and description of the case. */
export function CaseForm({ details, onClose }: { details: Bodies['case']; onClose: () => void }) {
  const { caseId } = useCasePlace();
  const [title, setTitle] = useState<Label>(details.title);
  const [description, setDescription] = useState<Label>(details.description ?? {});
  const save = async () => {
    const { description: _description, ...rest } = details;
    const body = { ...rest, title, ...(nameText(description) !== '' && { description }) };
    if (await record(caseId, t('setup.changed', { name: nameText(title) }), () => api.put(caseId, 'case', 'case', body))) onClose();
  };
  return (
    <FormPanel
      title={t('setup.case')}
      subject="case"
      isNew={false}
      problem={nameText(title) === '' ? t('setup.needsName') : null}
      onSave={() => void save()}
      onClose={onClose}
    >
      <NameFields label={t('source.title')} value={title} onChange={setTitle} />
      <NameFields label={t('setup.description')} value={description} onChange={setDescription} />
    </FormPanel>
  );
}
