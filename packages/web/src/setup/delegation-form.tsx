import { useKind } from '../api/queries.ts';
import { SelectField, TextField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { FormPanel } from './form-panel.tsx';
import { NameFields } from './name-fields.tsx';
import type { FormProps } from './party-form.tsx';
import { TermsField } from './terms-field.tsx';
import { useSetupForm } from './use-setup-form.ts';

const BLANK = { partyId: '', name: {}, members: [] };

/** The people that a party sent to the talks. */
export function DelegationForm({ id, onClose }: FormProps) {
  const parties = useKind('party').data ?? [];
  const { body, set, replace, panel, formKey } = useSetupForm({
    kind: 'delegation',
    id,
    blank: BLANK,
    nameOf: ({ name }) => nameText(name),
    onClose,
  });
  const problem = body.partyId === '' ? t('delegation.needsParty') : nameText(body.name) === '' ? t('setup.needsName') : null;
  return (
    <FormPanel title={id ? nameText(body.name) : t('setup.delegation.add')} subject={id ?? 'delegation'} problem={problem} {...panel}>
      <div key={formKey}>
        <SelectField
          label={t('correct.party')}
          value={body.partyId}
          onChange={(partyId) => set({ partyId })}
          options={[
            { value: '', label: t('correct.none') },
            ...parties.map((party) => ({ value: party.id, label: nameText(party.body.name) })),
          ]}
        />
        <NameFields label={t('name.name')} value={body.name} onChange={(name) => set({ name })} autoFocus={!id} />
        <TextField
          label={t('delegation.place')}
          value={body.place ?? ''}
          onChange={(place) => {
            const { place: _place, ...rest } = body;
            replace(place === '' ? rest : { ...rest, place });
          }}
          said
        />
        <TermsField label={t('delegation.members')} value={body.members} onChange={(members) => set({ members })} />
      </div>
    </FormPanel>
  );
}
