import { useState } from 'react';
import type { Label } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/field.tsx';
import { t } from '../strings/strings.ts';
import { languageOf } from '../text/language-of.ts';
import { labelOf, type NameRow, rowsOf } from './name-rows.ts';

interface NameFieldsProps {
  readonly label: string;
  readonly value: Label;
  readonly onChange: (value: Label) => void;
  readonly hint?: string;
  readonly autoFocus?: boolean;
}

/** A name in one or more languages. */
export function NameFields({ label, value, onChange, hint, autoFocus = false }: NameFieldsProps) {
  const [rows, setRows] = useState<readonly NameRow[]>(() => rowsOf(value));
  const change = (index: number, changes: Partial<NameRow>) => {
    const next = rows.map((row, place) => (place === index ? { ...row, ...changes } : row));
    setRows(next);
    onChange(labelOf(next));
  };
  return (
    <div className="name-fields">
      {rows.map((row, index) => (
        <div key={row.key} className="name-row">
          <TextField
            label={index === 0 ? label : t('name.other', { label })}
            value={row.text}
            onChange={(text) => change(index, { text, ...(row.languageChosen ? {} : { language: languageOf(text) }) })}
            said
            autoFocus={autoFocus && index === 0}
            {...(index === 0 && hint ? { hint } : {})}
          />
          <TextField
            label={t('name.language')}
            value={row.language}
            onChange={(language) => change(index, { language, languageChosen: true })}
          />
        </div>
      ))}
      <Button look="quiet" onPress={() => setRows([...rows, { key: rows.length, text: '', language: '', languageChosen: false }])}>
        {t('name.addLanguage')}
      </Button>
    </div>
  );
}
