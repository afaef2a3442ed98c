import { PUBLIC } from '@parley/model';
import { useSummary } from '../api/queries.ts';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';

/** Into which compartment something is put. */
export function CompartmentField({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const held = (useSummary().data?.compartments ?? []).filter(({ id }) => id !== PUBLIC);
  const options = [
    { value: PUBLIC, label: t('compartment.public') },
    ...held.map(({ id, compartment }) => ({ value: id, label: nameText(compartment.name) })),
  ];
  return <SelectField label={t('compartment.label')} hint={t('compartment.who')} value={value} onChange={onChange} options={options} />;
}
