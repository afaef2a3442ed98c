import { useState } from 'react';
import { t } from '../../strings/strings.ts';
import { type Axis, decimalDegrees, readDegrees, readPlace, sexagesimalDegrees } from './degrees.ts';
import type { Position } from './position.ts';

export type DegreeForm = 'decimal' | 'sexagesimal';

interface CoordinateFieldProps {
  readonly label: string;
  readonly axis: Axis;
  readonly value: number;
  readonly form: DegreeForm;
  readonly onFocus: () => void;
  readonly onValue: (value: number) => void;
  /** Both at once were pasted. */
  readonly onPlace: (place: Position) => void;
}

/** A latitude or longitude as text. It is taken over on leaving the field or by Enter; what was not touched keeps all its digits. */
export function CoordinateField({ label, axis, value, form, onFocus, onValue, onPlace }: CoordinateFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [isWrong, setIsWrong] = useState(false);
  const shown = form === 'decimal' ? decimalDegrees(value) : sexagesimalDegrees(value, axis);

  const take = () => {
    if (typed === null || typed.trim() === shown) {
      setTyped(null);
      return setIsWrong(false);
    }
    const place = readPlace(typed);
    const read = readDegrees(typed, axis);
    setIsWrong(read === null && place === null);
    if (read !== null) onValue(read);
    else if (place !== null) onPlace(place);
    else return;
    setTyped(null);
  };

  return (
    <input
      className="input"
      dir="ltr"
      aria-label={label}
      aria-invalid={isWrong || undefined}
      title={isWrong ? t('mapCanvas.degreesWrong') : undefined}
      value={typed ?? shown}
      autoComplete="off"
      spellCheck={false}
      onFocus={onFocus}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          take();
        }
        if (event.key === 'Escape' && typed !== null) {
          event.stopPropagation();
          event.preventDefault();
          setTyped(null);
          setIsWrong(false);
        }
      }}
    />
  );
}
