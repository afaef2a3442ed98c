import type { Stance } from '../api/types.ts';
import { t } from '../strings/strings.ts';

/** The stances in the order of the keys 1 to 5. */
export const STANCE_KEYS: readonly Stance[] = ['demands', 'accepts', 'mayAccept', 'rejects', 'redLine'];

interface StanceChoiceProps {
  readonly name: string;
  readonly value: Stance | '';
  readonly onChange: (stance: Stance | '') => void;
}

/** The five stances to choose from; a second press on the chosen one takes it away. */
export function StanceChoice({ name, value, onChange }: StanceChoiceProps) {
  return (
    <fieldset className="stances">
      <legend>{t('correct.stance')}</legend>
      {STANCE_KEYS.map((stance, index) => (
        <label key={stance} className={`stance ${stance} ${value === stance ? 'chosen' : ''}`}>
          <input
            type="radio"
            name={name}
            value={stance}
            checked={value === stance}
            onChange={() => onChange(stance)}
            onClick={() => value === stance && onChange('')}
            className="visually-hidden"
          />
          <span aria-hidden="true">{index + 1}</span> {t(`stance.${stance}`)}
        </label>
      ))}
    </fieldset>
  );
}
