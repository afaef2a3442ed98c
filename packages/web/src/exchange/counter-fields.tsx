import type { Bodies } from '../api/types.ts';
import { SelectField, TextField } from '../controls/field.tsx';
import { t } from '../strings/strings.ts';
import { numberIn } from './number-in.ts';

type Exchange = Bodies['exchange'];
type Counter = NonNullable<Exchange['counter']>;

interface CounterFieldsProps {
  readonly exchange: Exchange;
  readonly nameOf: (side: string) => string;
  readonly onChange: (counter: Counter | undefined) => void;
}

/** What all items are given for, where it can be cut as finely as one likes: hours of a truce, fuel, money. Between two sides only. */
export function CounterFields({ exchange: { counter, sides }, nameOf, onChange }: CounterFieldsProps) {
  const [one, other] = sides;
  if (one === undefined || other === undefined || sides.length !== 2) return null;
  const given = (giverId: string): Counter => ({ unit: '', ...counter, giverId, receiverId: giverId === one ? other : one });
  return (
    <details open={counter !== undefined}>
      <summary>{t('exchange.counter')}</summary>
      <SelectField
        label={t('exchange.giver')}
        hint={t('exchange.counterHint')}
        value={counter?.giverId ?? ''}
        onChange={(giverId) => onChange(giverId === '' ? undefined : given(giverId))}
        options={[{ value: '', label: t('exchange.barter') }, ...sides.map((id) => ({ value: id, label: nameOf(id) }))]}
      />
      {counter && (
        <div className="two">
          <TextField label={t('exchange.counterUnit')} value={counter.unit} onChange={(unit) => onChange({ ...counter, unit })} said />
          <TextField
            label={t('exchange.counterTotal')}
            type="number"
            value={counter.total === undefined ? '' : String(counter.total)}
            onChange={(value) => {
              const { total: _old, ...rest } = counter;
              const total = numberIn(value);
              onChange(total === undefined ? rest : { ...rest, total });
            }}
          />
        </div>
      )}
    </details>
  );
}
