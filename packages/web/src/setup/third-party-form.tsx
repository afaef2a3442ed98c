import { CheckField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { FormPanel } from './form-panel.tsx';
import { NameFields } from './name-fields.tsx';
import type { FormProps } from './party-form.tsx';
import { TermsField } from './terms-field.tsx';
import { useSetupForm } from './use-setup-form.ts';

const BLANK = { name: {}, aliases: [], roles: [] };
const ROLES = ['mediator', 'guarantor', 'observer'] as const;

/** A state, body or person in the talks that is no side of them. */
export function ThirdPartyForm({ id, onClose }: FormProps) {
  const { body, set, panel, formKey } = useSetupForm({
    kind: 'thirdParty',
    id,
    blank: BLANK,
    nameOf: ({ name }) => nameText(name),
    onClose,
  });
  const problem = nameText(body.name) === '' ? t('setup.needsName') : null;
  return (
    <FormPanel title={id ? nameText(body.name) : t('setup.thirdParty.add')} subject={id ?? 'thirdParty'} problem={problem} {...panel}>
      <div key={formKey}>
        <NameFields label={t('name.name')} value={body.name} onChange={(name) => set({ name })} autoFocus={!id} />
        <TermsField
          label={t('party.aliases')}
          hint={t('party.aliasesHint')}
          value={body.aliases}
          onChange={(aliases) => set({ aliases })}
        />
        <fieldset className="part">
          <legend>{t('party.roles')}</legend>
          {ROLES.map((role) => (
            <CheckField
              key={role}
              label={t(`role.${role}`)}
              checked={body.roles.includes(role)}
              onChange={(on) => set({ roles: ROLES.filter((one) => (one === role ? on : body.roles.includes(one))) })}
            />
          ))}
        </fieldset>
      </div>
    </FormPanel>
  );
}
