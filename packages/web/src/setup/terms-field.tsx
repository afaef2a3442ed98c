import { useState } from 'react';
import { TextField } from '../controls/field.tsx';
import { termsOf } from './name-rows.ts';

interface TermsFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: readonly string[];
  readonly onChange: (terms: string[]) => void;
}

/** Words in a line, separated by commas. */
export function TermsField({ label, hint, value, onChange }: TermsFieldProps) {
  const [line, setLine] = useState(() => value.join(', '));
  return (
    <TextField
      label={label}
      hint={hint}
      value={line}
      onChange={(next) => {
        setLine(next);
        onChange(termsOf(next));
      }}
      said
    />
  );
}
