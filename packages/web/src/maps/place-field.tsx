import { useState } from 'react';
import { TextField } from '../controls/field.tsx';
import { t } from '../strings/strings.ts';
import { readPlace } from './canvas/degrees.ts';
import type { Position } from './canvas/types.ts';

interface PlaceFieldProps {
  readonly value: Position | null;
  /** Null while what is written is no place. */
  readonly onChange: (place: Position | null) => void;
}

/** Where a place is: its latitude and longitude, as people write them. */
export function PlaceField({ value, onChange }: PlaceFieldProps) {
  const [text, setText] = useState(value ? `${value[1]}, ${value[0]}` : '');
  return (
    <TextField
      label={t('mapCanvas.placeToAdd')}
      hint={t('maps.placeHint')}
      problem={text.trim() !== '' && readPlace(text) === null ? t('mapCanvas.placeWrong') : null}
      value={text}
      onChange={(next) => {
        setText(next);
        onChange(readPlace(next));
      }}
    />
  );
}
