import { useState } from 'react';
import { TextField } from '../controls/field.tsx';
import { t } from '../strings/strings.ts';
import { percentIn, percentText } from './percent.ts';

interface Range {
  readonly low: number;
  readonly high: number;
}

interface PercentRangeProps {
  readonly label: string;
  readonly range: Range | undefined;
  readonly onChange: (range: Range | undefined) => void;
}

/** A range in per cent as two fields; both alike are one number. What is left empty is not said. */
export function PercentRange({ label, range, onChange }: PercentRangeProps) {
  const [low, setLow] = useState(percentText(range?.low));
  const [high, setHigh] = useState(percentText(range?.high));
  const take = (from: string, to: string) => {
    setLow(from);
    setHigh(to);
    const [first, last] = [percentIn(from), percentIn(to)];
    // One end alone leaves the other open.
    if (first === undefined && last === undefined) onChange(undefined);
    else onChange({ low: first ?? 0, high: last ?? 1 });
  };
  const isWrong = [low, high].some((text) => text.trim() !== '' && percentIn(text) === undefined) || (range && range.low > range.high);
  return (
    <fieldset className="percent-range">
      <legend>
        <bdi>{label}</bdi>
      </legend>
      <TextField label={t('bargain.from')} value={low} onChange={(text) => take(text, high)} placeholder="0" />
      <TextField label={t('bargain.to')} value={high} onChange={(text) => take(low, text)} placeholder="100" />
      {isWrong && <small className="problem">{t('bargain.rangeWrong')}</small>}
    </fieldset>
  );
}
