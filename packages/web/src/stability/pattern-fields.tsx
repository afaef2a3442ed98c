import type { Condition } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { t } from '../strings/strings.ts';
import { type Asked, askedOf, asking } from './condition-words.ts';

const ASKED: readonly Asked[] = ['either', 'taken', 'left'];

interface PatternFieldsProps {
  readonly legend: string;
  readonly condition: Condition;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (condition: Condition) => void;
}

/** A condition on options: of each whether it must be taken, must be left, or may be either; and other ways that do as well. */
export function PatternFields({ legend, condition, options, onChange }: PatternFieldsProps) {
  const setPattern = (place: number, pattern: Condition['anyOf'][number]) =>
    onChange({ anyOf: condition.anyOf.map((one, at) => (at === place ? pattern : one)) });
  return (
    <fieldset className="part">
      <legend>{legend}</legend>
      {condition.anyOf.map((pattern, place) => (
        // The place is what a way is known by: ways have no names, and are only added at the end.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={place} className="pattern">
          {place > 0 && <p className="sub">{t('stability.orElse')}</p>}
          <div className="two">
            {options.map(({ id, name }) => (
              <SelectField
                key={id}
                label={name}
                value={askedOf(pattern, id)}
                onChange={(asked) => setPattern(place, asking(pattern, id, asked))}
                options={ASKED.map((asked) => ({ value: asked, label: t(`stability.asked.${asked}`) }))}
              />
            ))}
          </div>
        </div>
      ))}
      <Button look="quiet" onPress={() => onChange({ anyOf: [...condition.anyOf, { taken: [], left: [] }] })}>
        {t('stability.addWay')}
      </Button>
    </fieldset>
  );
}
