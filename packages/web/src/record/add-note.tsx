import { PUBLIC } from '@parley/model';
import { type FormEvent, useState } from 'react';
import { api } from '../api/client.ts';
import type { NewSource } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField, TextField } from '../controls/field.tsx';
import { SidePanel } from '../controls/side-panel.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { CompartmentField } from './compartment-field.tsx';
import { dateProblem, EMPTY_SOURCE, filledIn, SourceFields } from './source-fields.tsx';
import { useAddSource } from './use-add-source.ts';

type Rule = NonNullable<NewSource['attributionRule']>;
const RULES: readonly Rule[] = ['onRecord', 'background', 'notAttributable'];

/** A meeting note: who said what, in which compartment, and how it may be attributed. */
export function AddNote({ onClose }: { onClose: () => void }) {
  const { caseId } = useCasePlace();
  const [text, setText] = useState('');
  const [details, setDetails] = useState(EMPTY_SOURCE);
  const [compartment, setCompartment] = useState<string>(PUBLIC);
  const [rule, setRule] = useState<Rule>('background');
  const { add, isAdding } = useAddSource();
  const incomplete = text.trim() === '' || details.title.trim() === '' || dateProblem(details.published) !== null;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (incomplete) return;
    await add(() =>
      api.addSource(caseId, {
        kind: 'note',
        text,
        attributionRule: rule,
        ...filledIn(details),
        ...(compartment !== PUBLIC && { compartment }),
      }),
    );
  };
  return (
    <SidePanel title={t('record.addNote')} subject="note" onClose={onClose} takesFocus={false}>
      <form onSubmit={(event) => void submit(event)}>
        <TextField label={t('note.text')} value={text} onChange={setText} rows={12} said autoFocus hint={t('note.textHint')} />
        <SourceFields value={details} onChange={setDetails} isNote />
        <SelectField
          label={t('note.rule')}
          value={rule}
          onChange={setRule}
          hint={t(`rule.${rule}Means`)}
          options={RULES.map((one) => ({ value: one, label: t(`rule.${one}`) }))}
        />
        <CompartmentField value={compartment} onChange={setCompartment} />
        <div className="actions">
          <Button type="submit" look="main" isDisabled={incomplete || isAdding}>
            {isAdding ? t('report.reading') : t('note.add')}
          </Button>
          <Button onPress={onClose}>{t('form.cancel')}</Button>
        </div>
      </form>
    </SidePanel>
  );
}
