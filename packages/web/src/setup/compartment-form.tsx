import { PUBLIC } from '@parley/model';
import { useKind } from '../api/queries.ts';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { FormPanel } from './form-panel.tsx';
import { NameFields } from './name-fields.tsx';
import type { FormProps } from './party-form.tsx';
import { useSetupForm } from './use-setup-form.ts';

const BLANK = { name: {}, within: PUBLIC };

/** A circle of people who may see what is put into it. */
export function CompartmentForm({ id, onClose }: FormProps) {
  const others = (useKind('compartment').data ?? []).filter((one) => one.id !== id);
  const { body, set, panel, formKey } = useSetupForm({
    kind: 'compartment',
    id,
    blank: BLANK,
    nameOf: ({ name }) => nameText(name),
    onClose,
  });
  const problem = nameText(body.name) === '' ? t('setup.needsName') : null;
  return (
    <FormPanel title={id ? nameText(body.name) : t('setup.compartment.add')} subject={id ?? 'compartment'} problem={problem} {...panel}>
      <div key={formKey}>
        <NameFields label={t('name.name')} value={body.name} onChange={(name) => set({ name })} autoFocus={!id} />
        <SelectField
          label={t('compartment.within')}
          hint={t('compartment.withinHint')}
          value={body.within}
          onChange={(within) => set({ within })}
          options={[
            { value: PUBLIC, label: t('compartment.public') },
            ...others.map((one) => ({ value: one.id, label: nameText(one.body.name) })),
          ]}
        />
      </div>
    </FormPanel>
  );
}
