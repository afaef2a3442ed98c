import { ApiProblem } from '../api/problem.ts';
import { useConflictStability, useKind } from '../api/queries.ts';
import type { Kept } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { Assumptions } from './assumptions.tsx';
import { CONCEPTS, conceptOf } from './concepts.ts';
import { ConflictForm } from './conflict-form.tsx';
import { ExportForms, ImportForm } from './form-files.tsx';
import { OptionTable } from './option-table.tsx';
import { PreferenceForm } from './preference-form.tsx';
import { PreferenceList } from './preference-list.tsx';
import { StatePanel } from './state-panel.tsx';
import { useDeciderNames } from './use-decider-names.ts';

/** Who would walk out of which state, by which move, and what stops them. */
export default function StabilityView() {
  const { query, change } = useCasePlace();
  const conflicts = useKind('conflict').data;
  if (!conflicts) return <p className="loading">{t('shell.loading')}</p>;
  const conflict = conflicts.find(({ id }) => id === query.conflict) ?? conflicts[0];
  const [form, ...ids] = (query.open ?? '').split(':');
  const close = () => change({ open: undefined });
  return (
    <>
      <section className="view stability" aria-label={t('nav.stability')}>
        <header className="view-head">
          {conflicts.length > 1 && conflict && (
            <SelectField
              label={t('stability.conflict')}
              value={conflict.id}
              onChange={(id) => change({ conflict: id, state: undefined })}
              options={conflicts.map(({ id, body }) => ({ value: id, label: nameText(body.title) }))}
            />
          )}
          {conflict && (
            <Button onPress={() => change({ open: `conflict:${conflict.id}`, state: undefined })}>{t('stability.conflict.edit')}</Button>
          )}
          <Button look={conflict ? 'plain' : 'main'} onPress={() => change({ open: 'conflict', state: undefined })}>
            {t('stability.conflict.add')}
          </Button>
          <ImportForm />
        </header>
        {conflict ? <OneConflict conflict={conflict} /> : <FirstSteps />}
      </section>
      {form === 'conflict' && <ConflictForm key={query.open} id={ids[0]} onClose={close} />}
      {form === 'preference' && conflict && <OpenPreference conflict={conflict} deciderId={ids[0] ?? ''} id={ids[1]} onClose={close} />}
      {form === '' && conflict && query.state && <StatePanel key={query.state} conflict={conflict} state={query.state} />}
    </>
  );
}

function FirstSteps() {
  return (
    <div className="first-steps">
      <p>{t('stability.none')}</p>
      <ol>
        <li>{t('stability.step.deciders')}</li>
        <li>{t('stability.step.preferences')}</li>
        <li>{t('stability.step.read')}</li>
      </ol>
    </div>
  );
}

function OneConflict({ conflict }: { conflict: Kept<'conflict'> }) {
  const { query, change } = useCasePlace();
  const concept = conceptOf(query.concept);
  const { data: view, error } = useConflictStability(conflict.id);
  const count = view?.equilibria[concept];
  return (
    <>
      <h2 dir="auto">{nameText(conflict.body.title)}</h2>
      <div className="concept">
        <SelectField
          label={t('stability.concept')}
          hint={t(`stability.concept.${concept}.means`)}
          value={concept}
          onChange={(chosen) => change({ concept: chosen })}
          options={CONCEPTS.map((one) => ({ value: one, label: t(`stability.concept.${one}`) }))}
        />
        {view && count && (
          <p role="status">
            {t('stability.equilibria', { count: count.stable, all: view.stateCount })}
            {count.possible > count.stable && ` ${t('stability.possible', { count: count.possible - count.stable })}`}
            {view.listed !== 'all' && ` ${t('stability.large')}`}
          </p>
        )}
      </div>
      {error instanceof ApiProblem && (
        <p className="nothing">
          {error.message} {error.cure}
        </p>
      )}
      {view && <OptionTable conflict={conflict} view={view} concept={concept} />}
      <PreferenceList conflict={conflict} />
      {view && <Assumptions view={view} />}
      {view && <ExportForms conflictId={conflict.id} />}
    </>
  );
}

interface OpenPreferenceProps {
  readonly conflict: Kept<'conflict'>;
  readonly deciderId: string;
  readonly id: string | undefined;
  readonly onClose: () => void;
}

function OpenPreference({ conflict, deciderId, id, onClose }: OpenPreferenceProps) {
  const nameOf = useDeciderNames(conflict.body);
  return (
    <PreferenceForm
      key={`${deciderId} ${id}`}
      id={id}
      conflictId={conflict.id}
      deciderId={deciderId}
      name={nameOf(deciderId)}
      onClose={onClose}
    />
  );
}
