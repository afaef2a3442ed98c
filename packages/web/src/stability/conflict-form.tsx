import { useKind } from '../api/queries.ts';
import type { Conflict } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { FormPanel } from '../setup/form-panel.tsx';
import { NameFields } from '../setup/name-fields.tsx';
import { partId } from '../setup/name-rows.ts';
import type { FormProps } from '../setup/party-form.tsx';
import { useSetupForm } from '../setup/use-setup-form.ts';
import { t } from '../strings/strings.ts';
import { DeciderFields } from './decider-fields.tsx';
import { NamedStateFields } from './named-state-fields.tsx';
import { PatternFields } from './pattern-fields.tsx';
import { useOptions } from './use-options.ts';

const BLANK: Conflict = { title: {}, deciders: [], infeasible: [], states: [], evidence: [] };

/** Who decides, what each may do or leave, what cannot be together, and the states the team has a name for. */
export function ConflictForm({ id, onClose }: FormProps) {
  const parties = useKind('party').data ?? [];
  const thirdParties = useKind('thirdParty').data ?? [];
  const { body, set, panel, formKey } = useSetupForm({
    kind: 'conflict',
    id,
    blank: BLANK,
    nameOf: ({ title }) => nameText(title),
    onClose,
  });
  const options = useOptions(body);
  const everyone = [...parties, ...thirdParties];
  const addDecider = (partyId: string) =>
    partyId !== '' && set({ deciders: [...body.deciders, { id: partId(`by-${partyId}`, takenIds(body)), partyId, options: [] }] });
  return (
    <FormPanel
      title={id ? nameText(body.title) : t('stability.conflict.add')}
      subject={id ?? 'conflict'}
      problem={problemOf(body)}
      {...panel}
    >
      <div key={formKey}>
        <NameFields label={t('stability.conflict.title')} value={body.title} onChange={(title) => set({ title })} autoFocus={!id} />
        <h3>{t('stability.deciders')}</h3>
        {body.deciders.map((decider, place) => (
          <DeciderFields
            key={decider.id}
            decider={decider}
            name={nameText(everyone.find((one) => one.id === decider.partyId)?.body.name) || decider.partyId}
            factions={parties.find((one) => one.id === decider.partyId)?.body.factions ?? []}
            newOptionId={() => partId('option', takenIds(body))}
            onChange={(changed) => set({ deciders: body.deciders.map((one, at) => (at === place ? changed : one)) })}
            onRemove={() => set({ deciders: body.deciders.filter((_, at) => at !== place) })}
          />
        ))}
        <SelectField
          label={t('stability.addDecider')}
          value=""
          onChange={addDecider}
          options={[{ value: '', label: t('correct.none') }, ...everyone.map((one) => ({ value: one.id, label: nameText(one.body.name) }))]}
          hint={everyone.length === 0 ? t('stability.noParties') : undefined}
        />
        {options.length > 0 && (
          <>
            <h3>{t('stability.infeasible')}</h3>
            <p className="sub">{t('stability.infeasibleHint')}</p>
            {body.infeasible.map((condition, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no names and are only added at the end
              <div key={place}>
                <PatternFields
                  legend={t('stability.together', { number: place + 1 })}
                  condition={condition}
                  options={options}
                  onChange={(changed) => set({ infeasible: body.infeasible.map((one, at) => (at === place ? changed : one)) })}
                />
                <Button look="quiet" onPress={() => set({ infeasible: body.infeasible.filter((_, at) => at !== place) })}>
                  {t('form.remove')}
                </Button>
              </div>
            ))}
            <Button onPress={() => set({ infeasible: [...body.infeasible, { anyOf: [{ taken: [], left: [] }] }] })}>
              {t('stability.addInfeasible')}
            </Button>
            <NamedStateFields states={body.states} options={options} onChange={(states) => set({ states })} />
          </>
        )}
      </div>
    </FormPanel>
  );
}

function takenIds({ deciders, states }: Conflict): string[] {
  return [...deciders.flatMap(({ id, options }) => [id, ...options.map((option) => option.id)]), ...states.map(({ id }) => id)];
}

function problemOf(conflict: Conflict): string | null {
  if (nameText(conflict.title) === '') return t('setup.needsName');
  const unnamed = conflict.deciders.some(({ options }) => options.some(({ name }) => nameText(name) === ''));
  if (unnamed) return t('stability.optionNeedsName');
  if (conflict.states.some(({ name }) => nameText(name) === '')) return t('stability.stateNeedsName');
  const empty = conflict.infeasible.some(({ anyOf }) => anyOf.some(({ taken, left }) => taken.length + left.length === 0));
  return empty ? t('stability.patternNeedsOption') : null;
}
