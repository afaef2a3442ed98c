import type { Bodies } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField, TextField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { numberIn } from './number-in.ts';

type Exchange = Bodies['exchange'];
type Batch = Exchange['batches'][number];

interface BatchFieldsProps {
  readonly exchange: Exchange;
  readonly onChange: (batches: Batch[]) => void;
}

/** Pieces that go at one moment, so many of one class for so many of another, so many times. */
export function BatchFields({ exchange: { items, batches }, onChange }: BatchFieldsProps) {
  const options = items.map(({ id, name }) => ({ value: id, label: nameText(name) }));
  const setBatch = (at: number, batch: Batch) => onChange(batches.map((one, place) => (place === at ? batch : one)));
  const [first, second] = items;
  if (items.length < 2) return null;
  return (
    <details open={batches.length > 0}>
      <summary>{t('exchange.batches')}</summary>
      {batches.map((batch, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a batch has no id, and keeps its place while it is changed
        <fieldset key={at} className="part">
          <legend>{t('exchange.batchNumber', { number: at + 1 })}</legend>
          {batch.items.map((part, place) => {
            const setPart = (changes: Partial<typeof part>) =>
              setBatch(at, { ...batch, items: batch.items.map((one, index) => (index === place ? { ...one, ...changes } : one)) });
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a part has no id, and keeps its place while it is changed
              <div key={place} className="two">
                <TextField
                  label={t('exchange.count')}
                  type="number"
                  value={String(part.count)}
                  onChange={(value) => setPart({ count: numberIn(value) ?? 1 })}
                />
                <SelectField label={t('exchange.item')} value={part.itemId} onChange={(itemId) => setPart({ itemId })} options={options} />
              </div>
            );
          })}
          <TextField
            label={t('exchange.times')}
            type="number"
            value={String(batch.times)}
            onChange={(value) => setBatch(at, { ...batch, times: numberIn(value) ?? 1 })}
          />
          <Button look="quiet" onPress={() => onChange(batches.filter((_, place) => place !== at))}>
            {t('form.remove')}
          </Button>
        </fieldset>
      ))}
      <Button
        onPress={() =>
          onChange([
            ...batches,
            {
              items: [
                { itemId: first?.id ?? '', count: 1 },
                { itemId: second?.id ?? '', count: 1 },
              ],
              times: 1,
            },
          ])
        }
      >
        {t('exchange.addBatch')}
      </Button>
    </details>
  );
}
