import { ITEM_KINDS } from '@parley/model';
import type { Bodies } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { CheckField, SelectField, TextField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { NameFields } from '../setup/name-fields.tsx';
import { t } from '../strings/strings.ts';
import { numberIn } from './number-in.ts';

type Exchange = Bodies['exchange'];
export type Item = Exchange['items'][number];

interface ItemFieldsProps {
  readonly item: Item;
  readonly number: number;
  readonly exchange: Exchange;
  readonly nameOf: (side: string) => string;
  readonly onChange: (item: Item) => void;
  readonly onRemove: () => void;
}

/** A class of like pieces: who gives it to whom, how many, what comes before it, how it is verified. */
export function ItemFields({ item, number, exchange, nameOf, onChange, onRemove }: ItemFieldsProps) {
  const set = (changes: Partial<Item>) => onChange({ ...item, ...changes });
  const sides = exchange.sides.map((id) => ({ value: id, label: nameOf(id) }));
  const others = exchange.items.filter(({ id }) => id !== item.id);
  /** A field that may be left out. */
  const setOr = <K extends 'ratio' | 'earliestDay' | 'verification' | 'phaseId'>(field: K, value: Item[K] | undefined) => {
    const { [field]: _old, ...rest } = item;
    onChange((value === undefined ? rest : { ...rest, [field]: value }) as unknown as Item);
  };
  return (
    <fieldset className="part item">
      <legend>{t('exchange.itemNumber', { number })}</legend>
      <NameFields
        label={t('name.name')}
        value={item.name}
        onChange={(name) => set({ name })}
        autoFocus={Object.keys(item.name).length === 0}
      />
      <div className="two">
        <SelectField
          label={t('exchange.giver')}
          value={item.giverId}
          onChange={(giverId) => onChange(between(item, giverId, exchange.sides))}
          options={sides}
        />
        <SelectField
          label={t('exchange.receiver')}
          value={item.receiverId}
          onChange={(receiverId) => set({ receiverId })}
          options={sides}
        />
        <SelectField
          label={t('exchange.kind')}
          value={item.kind}
          onChange={(kind) => set({ kind })}
          options={ITEM_KINDS.map((kind) => ({ value: kind, label: t(`exchange.kind.${kind}`) }))}
          hint={item.kind === 'people' ? t('exchange.peopleHint') : undefined}
        />
        <TextField
          label={t('exchange.count')}
          type="number"
          value={String(item.count)}
          onChange={(value) => {
            const { ratio: _ratio, ...rest } = item;
            onChange({ ...rest, count: numberIn(value) ?? 0 });
          }}
          hint={item.ratio ? t('exchange.byRatio', { each: item.ratio.each }) : undefined}
        />
        <TextField
          label={t('exchange.tranche')}
          type="number"
          value={String(item.tranche)}
          onChange={(value) => set({ tranche: numberIn(value) ?? 0 })}
        />
        <TextField
          label={t('exchange.earliest')}
          value={item.earliestDay === undefined ? '' : `D+${item.earliestDay}`}
          onChange={(value) => setOr('earliestDay', numberIn(value))}
          placeholder="D+7"
        />
        <TextField
          label={t('exchange.takesDays')}
          type="number"
          value={String(item.durationDays)}
          onChange={(value) => set({ durationDays: numberIn(value) ?? 0 })}
        />
        {exchange.phases.length > 0 && (
          <SelectField
            label={t('exchange.phase')}
            value={item.phaseId ?? ''}
            onChange={(phaseId) => setOr('phaseId', phaseId || undefined)}
            options={[
              { value: '', label: t('correct.none') },
              ...exchange.phases.map(({ id, name }) => ({ value: id, label: nameText(name) })),
            ]}
          />
        )}
        <TextField
          label={t('exchange.verificationDays')}
          value={item.verification ? String(item.verification.days) : ''}
          onChange={(value) => {
            const days = numberIn(value);
            setOr('verification', days === undefined ? undefined : { ...item.verification, days });
          }}
          placeholder={t('exchange.none')}
        />
        {item.verification && (
          <TextField
            label={t('exchange.detection')}
            value={item.verification.detection === undefined ? '' : String(Math.round(item.verification.detection * 100))}
            onChange={(value) => {
              const percent = numberIn(value);
              const { detection: _old, ...rest } = item.verification ?? { days: 0 };
              setOr('verification', percent === undefined ? rest : { ...rest, detection: Math.min(100, percent) / 100 });
            }}
            placeholder="100"
          />
        )}
      </div>
      {others.length > 0 && (
        <details>
          <summary>{t('exchange.moreOfItem')}</summary>
          <SelectField
            label={t('exchange.ratio')}
            value={item.ratio?.itemId ?? ''}
            onChange={(itemId) => setOr('ratio', itemId === '' ? undefined : { itemId, each: item.ratio?.each ?? 1 })}
            options={[{ value: '', label: t('correct.none') }, ...others.map((one) => ({ value: one.id, label: nameText(one.name) }))]}
          />
          {item.ratio && (
            <TextField
              label={t('exchange.each')}
              type="number"
              value={String(item.ratio.each)}
              onChange={(value) => item.ratio && setOr('ratio', { ...item.ratio, each: Math.max(1, numberIn(value) ?? 1) })}
            />
          )}
          <fieldset className="part">
            <legend>{t('exchange.after')}</legend>
            {others.map((other) => (
              <After key={other.id} item={item} other={other} onChange={(after) => set({ after })} />
            ))}
          </fieldset>
        </details>
      )}
      <Button look="quiet" onPress={onRemove}>
        {t('form.remove')}
      </Button>
    </fieldset>
  );
}

/** One other class that may have to come first, and whether it must be verified too. */
function After({ item, other, onChange }: { item: Item; other: Item; onChange: (after: Item['after']) => void }) {
  const found = item.after.find(({ itemId }) => itemId === other.id);
  const rest = item.after.filter(({ itemId }) => itemId !== other.id);
  return (
    <div className="after">
      <CheckField
        label={<bdi>{nameText(other.name)}</bdi>}
        checked={found !== undefined}
        onChange={(on) => onChange(on ? [...rest, { itemId: other.id, verified: false }] : rest)}
      />
      {found && (
        <CheckField
          label={t('exchange.andVerified')}
          checked={found.verified}
          onChange={(verified) => onChange([...rest, { itemId: other.id, verified }])}
        />
      )}
    </div>
  );
}

/** The item given by another side; between two sides the receiver follows. */
function between(item: Item, giverId: string, sides: readonly string[]): Item {
  if (giverId !== item.receiverId) return { ...item, giverId };
  return { ...item, giverId, receiverId: sides.find((side) => side !== giverId) ?? item.receiverId };
}

/** Counts that follow from ratios, each class after the one it goes by. */
export function withRatios(items: readonly Item[]): Item[] {
  let next = [...items];
  for (const _ of items) {
    next = next.map((item) => {
      const count = next.find(({ id }) => id === item.ratio?.itemId)?.count;
      return item.ratio && count !== undefined ? { ...item, count: Math.min(1_000_000, item.ratio.each * count) } : item;
    });
  }
  return next;
}
