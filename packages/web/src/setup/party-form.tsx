import { Button } from '../controls/button.tsx';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { FormPanel } from './form-panel.tsx';
import { NameFields } from './name-fields.tsx';
import { partId } from './name-rows.ts';
import { TermsField } from './terms-field.tsx';
import { useSetupForm } from './use-setup-form.ts';

const BLANK = { name: {}, aliases: [], factions: [] };

export interface FormProps {
  readonly id: string | undefined;
  readonly onClose: () => void;
}

/** A side of the negotiation: its names, and its factions with theirs. */
export function PartyForm({ id, onClose }: FormProps) {
  const { body, set, panel, formKey } = useSetupForm({
    kind: 'party',
    id,
    blank: BLANK,
    nameOf: ({ name }) => nameText(name),
    onClose,
  });
  const named = { ...body, factions: body.factions.filter(({ name }) => nameText(name) !== '') };
  const problem =
    nameText(body.name) === '' ? t('setup.needsName') : named.factions.length < body.factions.length ? t('setup.factionNeedsName') : null;
  const setFaction = (index: number, changes: Partial<(typeof body.factions)[number]>) =>
    set({ factions: body.factions.map((one, place) => (place === index ? { ...one, ...changes } : one)) });
  return (
    <FormPanel title={id ? nameText(body.name) : t('setup.party.add')} subject={id ?? 'party'} problem={problem} {...panel}>
      <div key={formKey}>
        <NameFields label={t('name.name')} value={body.name} onChange={(name) => set({ name })} autoFocus={!id} />
        <TermsField
          label={t('party.aliases')}
          hint={t('party.aliasesHint')}
          value={body.aliases}
          onChange={(aliases) => set({ aliases })}
        />
        <h3>{t('party.factions')}</h3>
        {body.factions.map((faction, index) => (
          <fieldset key={faction.id} className="part">
            <legend className="visually-hidden">{t('party.faction')}</legend>
            <NameFields label={t('party.faction')} value={faction.name} onChange={(name) => setFaction(index, { name })} />
            <TermsField label={t('party.aliases')} value={faction.aliases} onChange={(aliases) => setFaction(index, { aliases })} />
            <Button look="quiet" onPress={() => set({ factions: body.factions.filter((_, place) => place !== index) })}>
              {t('form.remove')}
            </Button>
          </fieldset>
        ))}
        <Button
          onPress={() =>
            set({
              factions: [
                ...body.factions,
                {
                  id: partId(
                    'faction',
                    body.factions.map((one) => one.id),
                  ),
                  name: {},
                  aliases: [],
                },
              ],
            })
          }
        >
          {t('party.addFaction')}
        </Button>
      </div>
    </FormPanel>
  );
}
