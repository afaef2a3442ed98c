import type { Conflict } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { CheckField } from '../controls/field.tsx';
import { NameFields } from '../setup/name-fields.tsx';
import { partId } from '../setup/name-rows.ts';
import { t } from '../strings/strings.ts';

type NamedState = Conflict['states'][number];

interface NamedStateFieldsProps {
  readonly states: readonly NamedState[];
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (states: NamedState[]) => void;
}

/** The states that the team has a name for, each by the options taken in it. */
export function NamedStateFields({ states, options, onChange }: NamedStateFieldsProps) {
  const set = (place: number, state: NamedState) => onChange(states.map((one, at) => (at === place ? state : one)));
  return (
    <>
      <h3>{t('stability.namedStates')}</h3>
      <p className="sub">{t('stability.namedStatesHint')}</p>
      {states.map((state, place) => (
        <fieldset key={state.id} className="part">
          <legend className="visually-hidden">{t('stability.namedState', { number: place + 1 })}</legend>
          <NameFields
            label={t('stability.namedState', { number: place + 1 })}
            value={state.name}
            onChange={(name) => set(place, { ...state, name })}
            autoFocus={Object.keys(state.name).length === 0}
          />
          {options.map(({ id, name }) => (
            <CheckField
              key={id}
              label={<bdi>{name}</bdi>}
              checked={state.taken.includes(id)}
              onChange={(on) => set(place, { ...state, taken: on ? [...state.taken, id] : state.taken.filter((one) => one !== id) })}
            />
          ))}
          <Button look="quiet" onPress={() => onChange(states.filter((_, at) => at !== place))}>
            {t('form.remove')}
          </Button>
        </fieldset>
      ))}
      <Button
        onPress={() => {
          const taken = [...states.map(({ id }) => id), ...options.map(({ id }) => id)];
          onChange([...states, { id: partId('state', taken), name: {}, taken: [] }]);
        }}
      >
        {t('stability.addNamedState')}
      </Button>
    </>
  );
}
