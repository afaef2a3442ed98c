import { useAcceptedStatements } from '../api/queries.ts';
import type { Preference } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { shortWords } from '../statement/short-words.ts';
import { t } from '../strings/strings.ts';
import { PatternFields } from './pattern-fields.tsx';

type PreferenceStatement = Preference['statements'][number];

interface PreferenceStatementFieldsProps {
  readonly statement: PreferenceStatement;
  readonly place: number;
  readonly count: number;
  readonly options: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (statement: PreferenceStatement) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One thing that a decider wants to hold, its place among the others, and the statement that speaks for it. */
export function PreferenceStatementFields({
  statement,
  place,
  count,
  options,
  onChange,
  onMove,
  onRemove,
}: PreferenceStatementFieldsProps) {
  const accepted = useAcceptedStatements().data?.statements ?? [];
  const number = place + 1;
  return (
    <div className="preference-statement">
      <PatternFields
        legend={place === 0 ? t('stability.firstOfAll') : t('stability.then', { number })}
        condition={statement.holds}
        options={options}
        onChange={(holds) => onChange({ ...statement, holds })}
      />
      <SelectField
        label={t('stability.evidence')}
        value={statement.evidence[0] ?? ''}
        onChange={(id) => onChange({ ...statement, evidence: id === '' ? [] : [id, ...statement.evidence.slice(1)] })}
        options={[
          { value: '', label: t('correct.none') },
          ...accepted.map((view) => ({
            value: view.id,
            label: `${view.statement.speaker.name || t('statement.noSpeaker')}: ${shortWords(view.statement)}`,
          })),
        ]}
      />
      <div className="actions">
        <Button look="quiet" isDisabled={place === 0} onPress={() => onMove(-1)}>
          {t('stability.earlier', { number })}
        </Button>
        <Button look="quiet" isDisabled={number === count} onPress={() => onMove(1)}>
          {t('stability.later', { number })}
        </Button>
        <Button look="quiet" isDisabled={count === 1} onPress={onRemove}>
          {t('stability.removeStatement', { number })}
        </Button>
      </div>
    </div>
  );
}
