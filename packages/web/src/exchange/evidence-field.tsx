import { useAcceptedStatements } from '../api/queries.ts';
import { SelectField } from '../controls/field.tsx';
import { shortWords } from '../statement/short-words.ts';
import { t } from '../strings/strings.ts';

interface EvidenceFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (evidence: string[]) => void;
}

/** The first statement that speaks for something; further ones stay as they are. */
export function EvidenceField({ label, value, onChange }: EvidenceFieldProps) {
  const statements = useAcceptedStatements().data;
  return (
    <SelectField
      label={label}
      value={value[0] ?? ''}
      onChange={(id) => onChange(id === '' ? value.slice(1) : [id, ...value.slice(1)])}
      hint={
        statements && statements.total > statements.statements.length
          ? t('mandate.cutOff', { shown: statements.statements.length, total: statements.total })
          : t('mandate.evidenceHint')
      }
      options={[
        { value: '', label: t('correct.none') },
        ...(statements?.statements ?? []).map(({ id, statement }) => ({
          value: id,
          label: `${statement.speaker.name || t('statement.noSpeaker')}: ${shortWords(statement)}`,
        })),
      ]}
    />
  );
}
