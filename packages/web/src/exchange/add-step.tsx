import type { Exchange } from '@parley/methods';
import { useState } from 'react';
import { Button } from '../controls/button.tsx';
import { SelectField, TextField } from '../controls/field.tsx';
import { t } from '../strings/strings.ts';
import type { DraftStep } from './draft-schedule.ts';

interface AddStepProps {
  readonly exchange: Exchange;
  readonly lastDay: number;
  readonly onAdd: (step: Omit<DraftStep, 'key'>) => void;
}

/** A line to add a step: so many pieces of a class, or of two classes at one moment, on a day. */
export function AddStep({ exchange, lastDay, onAdd }: AddStepProps) {
  const [item, setItem] = useState(exchange.items[0]?.id ?? '');
  const [count, setCount] = useState('1');
  const [with_, setWith] = useState('');
  const [withCount, setWithCount] = useState('1');
  const [day, setDay] = useState('');
  const onDay = day.trim() === '' ? lastDay : Number(day.replace(/^D\+?/i, '') || 0);
  const counts = [Number(count), ...(with_ === '' ? [] : [Number(withCount)])];
  const isWrong = !Number.isInteger(onDay) || onDay < 0 || counts.some((one) => !Number.isInteger(one) || one < 1) || item === '';
  const options = exchange.items.map(({ id, name }) => ({ value: id, label: name }));
  const add = () => {
    const deliver = [{ item, count: Number(count) }, ...(with_ === '' ? [] : [{ item: with_, count: Number(withCount) }])];
    onAdd({ day: onDay, deliver, pay: 0 });
    setDay('');
  };
  return (
    <form
      className="add-step"
      aria-label={t('exchange.addStep')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) add();
      }}
    >
      <TextField label={t('exchange.day')} value={day} onChange={setDay} placeholder={`D+${lastDay}`} />
      <TextField label={t('exchange.count')} type="number" value={count} onChange={setCount} />
      <SelectField label={t('exchange.item')} value={item} onChange={setItem} options={options} />
      <SelectField
        label={t('exchange.withItem')}
        value={with_}
        onChange={setWith}
        options={[{ value: '', label: t('exchange.nothingElse') }, ...options.filter(({ value }) => value !== item)]}
      />
      {with_ !== '' && <TextField label={t('exchange.count')} type="number" value={withCount} onChange={setWithCount} />}
      <Button type="submit" isDisabled={isWrong}>
        {t('exchange.addStep')}
      </Button>
    </form>
  );
}
