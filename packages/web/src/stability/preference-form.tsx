import { PUBLIC } from '@parley/model';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useKind } from '../api/queries.ts';
import type { Conflict, Preference } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { nameText } from '../controls/words.tsx';
import { CompartmentField } from '../record/compartment-field.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { FormPanel } from '../setup/form-panel.tsx';
import { NameFields } from '../setup/name-fields.tsx';
import { useSetupForm } from '../setup/use-setup-form.ts';
import { showProblem, statusLine } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { saidOf } from './condition-words.ts';
import { PreferenceStatementFields } from './preference-statement-fields.tsx';
import { useOptions } from './use-options.ts';

interface PreferenceFormProps {
  readonly id: string | undefined;
  readonly conflictId: string;
  readonly deciderId: string;
  /** The decider as people call it. */
  readonly name: string;
  readonly onClose: () => void;
}

const NO_CONFLICT: Conflict = { title: {}, deciders: [], infeasible: [], states: [], evidence: [] };
const EMPTY: Preference['statements'][number] = { holds: { anyOf: [{ taken: [], left: [] }] }, evidence: [] };

/** What a decider wants, the most important first; from its positions, if the user likes to begin there. */
export function PreferenceForm({ id, conflictId, deciderId, name, onClose }: PreferenceFormProps) {
  const { caseId, asOf } = useCasePlace();
  const conflict = useKind('conflict').data?.find((one) => one.id === conflictId)?.body;
  const kept = useKind('preference').data?.find((one) => one.id === id);
  const [compartment, setCompartment] = useState<string | undefined>(undefined);
  const { body, set, replace, panel, formKey } = useSetupForm({
    kind: 'preference',
    id,
    blank: { conflictId, deciderId, statements: [EMPTY] },
    nameOf: ({ title }) => nameText(title) || name,
    compartment,
    onClose,
  });
  const options = useOptions(conflict ?? NO_CONFLICT);
  const statements = body.statements;
  const move = (place: number, by: -1 | 1) => {
    const next = [...statements];
    const [taken] = next.splice(place, 1);
    if (taken) next.splice(place + by, 0, taken);
    set({ statements: next });
  };
  const takePositions = () =>
    void api.offeredPreference(caseId, conflictId, deciderId, asOf).then(({ statements: offered }) => {
      const said = statements.filter(({ holds }) => saidOf(holds) !== null);
      if (offered.length === 0) statusLine.set(t('stability.noPositions', { name }));
      else set({ statements: [...said, ...offered] });
    }, showProblem);
  return (
    <FormPanel
      title={t('stability.preferenceOf', { name })}
      subject={id ?? `preference ${deciderId}`}
      problem={statements.every(({ holds }) => saidOf(holds) !== null) ? null : t('stability.statementNeedsOption')}
      {...panel}
    >
      <div key={formKey}>
        <p className="sub">{t('stability.preferenceHint')}</p>
        <NameFields
          label={t('stability.readingTitle')}
          hint={t('stability.readingHint')}
          value={body.title ?? {}}
          onChange={(title) => {
            const { title: _, ...rest } = body;
            replace(Object.keys(title).length === 0 ? rest : { ...rest, title });
          }}
        />
        {statements.map((statement, place) => (
          <PreferenceStatementFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a statement is known by its place, which is its weight
            key={place}
            statement={statement}
            place={place}
            count={statements.length}
            options={options}
            onChange={(changed) => set({ statements: statements.map((one, at) => (at === place ? changed : one)) })}
            onMove={(by) => move(place, by)}
            onRemove={() => set({ statements: statements.filter((_, at) => at !== place) })}
          />
        ))}
        <div className="actions">
          <Button onPress={() => set({ statements: [...statements, EMPTY] })}>{t('stability.addStatement')}</Button>
          <Button onPress={takePositions}>{t('stability.takePositions')}</Button>
        </div>
        <CompartmentField value={compartment ?? kept?.compartment ?? PUBLIC} onChange={setCompartment} />
      </div>
    </FormPanel>
  );
}
