import type { Conflict, Label } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { NameFields } from '../setup/name-fields.tsx';
import { t } from '../strings/strings.ts';
import { LinkedOptionField } from './linked-option-field.tsx';

type Decider = Conflict['deciders'][number];
type Option = Decider['options'][number];

interface DeciderFieldsProps {
  readonly decider: Decider;
  readonly name: string;
  readonly factions: readonly { readonly id: string; readonly name: Label }[];
  readonly newOptionId: () => string;
  readonly onChange: (decider: Decider) => void;
  readonly onRemove: () => void;
}

/** One decider and what it may do or leave. */
export function DeciderFields({ decider, name, factions, newOptionId, onChange, onRemove }: DeciderFieldsProps) {
  const setOption = (place: number, option: Option) =>
    onChange({ ...decider, options: decider.options.map((one, at) => (at === place ? option : one)) });
  const setFaction = (factionId: string) => {
    const { factionId: _, ...rest } = decider;
    onChange(factionId === '' ? rest : { ...rest, factionId });
  };
  return (
    <fieldset className="part">
      <legend>
        <bdi>{name}</bdi>
      </legend>
      {factions.length > 0 && (
        <SelectField
          label={t('stability.faction')}
          value={decider.factionId ?? ''}
          onChange={setFaction}
          options={[
            { value: '', label: t('stability.wholeParty') },
            ...factions.map((one) => ({ value: one.id, label: nameText(one.name) })),
          ]}
        />
      )}
      {decider.options.map((option, place) => (
        <div key={option.id} className="decider-option">
          <NameFields
            label={t('stability.option', { number: place + 1 })}
            value={option.name}
            onChange={(changed) => setOption(place, { ...option, name: changed })}
            autoFocus={Object.keys(option.name).length === 0}
          />
          <div className="two">
            <SelectField
              label={t('stability.undone')}
              value={option.oneWay ?? ''}
              onChange={(oneWay) => {
                const { oneWay: _, ...rest } = option;
                setOption(place, oneWay === '' ? rest : { ...rest, oneWay });
              }}
              options={[
                { value: '', label: t('stability.undone.both') },
                { value: 'staysTaken', label: t('stability.undone.staysTaken') },
                { value: 'staysDropped', label: t('stability.undone.staysDropped') },
              ]}
            />
            <LinkedOptionField
              link={option.link}
              onChange={(link) => {
                const { link: _, ...rest } = option;
                setOption(place, link === undefined ? rest : { ...rest, link });
              }}
            />
          </div>
          <Button look="quiet" onPress={() => onChange({ ...decider, options: decider.options.filter((_, at) => at !== place) })}>
            {t('form.remove')}
          </Button>
        </div>
      ))}
      <div className="actions">
        <Button onPress={() => onChange({ ...decider, options: [...decider.options, { id: newOptionId(), name: {} }] })}>
          {t('stability.addOption')}
        </Button>
        <Button look="quiet" onPress={onRemove}>
          {t('stability.removeDecider', { name })}
        </Button>
      </div>
    </fieldset>
  );
}
