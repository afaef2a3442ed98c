import { useAcceptedStatements } from '../api/queries.ts';
import { SelectField } from '../controls/field.tsx';
import { shortWords } from '../statement/short-words.ts';
import { t } from '../strings/strings.ts';

interface EvidenceFieldProps {
  readonly value: readonly string[];
  readonly onChange: (evidence: string[]) => void;
}

/** The accepted statement that something rests on; more that it rests on stay as they are. */
export function EvidenceField({ value, onChange }: EvidenceFieldProps) {
  const statements = useAcceptedStatements().data;
  return (
    <SelectField
      label={t('mandate.evidence')}
      value={value[0] ?? ''}
      onChange={(statementId) => onChange(statementId === '' ? [] : [statementId, ...value.slice(1)])}
      hint={
        statements && statements.total > statements.statements.length
          ? t('mandate.cutOff', { shown: statements.statements.length, total: statements.total })
          : t('mandate.evidenceHint')
      }
      options={[
        { value: '', label: t('correct.none') },
        ...(statements?.statements ?? []).map((view) => ({
          value: view.id,
          label: `${view.statement.speaker.name || t('statement.noSpeaker')}: ${shortWords(view.statement)}`,
        })),
      ]}
    />
  );
}
