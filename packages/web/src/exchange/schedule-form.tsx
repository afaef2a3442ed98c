import { useState } from 'react';
import { useKind } from '../api/queries.ts';
import type { Bodies } from '../api/types.ts';
import { SelectField, TextField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { CompartmentField } from '../record/compartment-field.tsx';
import { dateProblem } from '../record/source-fields.tsx';
import { FormPanel } from '../setup/form-panel.tsx';
import { NameFields } from '../setup/name-fields.tsx';
import { useSetupForm } from '../setup/use-setup-form.ts';
import { t } from '../strings/strings.ts';
import { EvidenceField } from './evidence-field.tsx';

type Schedule = Bodies['schedule'];

interface ScheduleFormProps {
  readonly id: string | undefined;
  readonly exchangeId: string;
  readonly compartment: string;
  readonly onClose: () => void;
}

/** Whose schedule it is and what day D stands for; its steps are moved in the view. */
export function ScheduleForm({ id, exchangeId, compartment, onClose }: ScheduleFormProps) {
  const parties = useKind('party').data ?? [];
  const thirdParties = useKind('thirdParty').data ?? [];
  const [into, setInto] = useState(compartment);
  const { body, set, replace, panel, formKey } = useSetupForm({
    kind: 'schedule',
    id,
    blank: { exchangeId, title: {}, steps: [], evidence: [] },
    nameOf: ({ title }) => nameText(title),
    ...(id === undefined && { compartment: into }),
    onClose,
  });
  const setOr = (field: 'proposedById' | 'on' | 'startsOn', value: string) => {
    const { [field]: _old, ...rest } = body;
    replace(value.trim() === '' ? rest : { ...rest, [field]: value.trim() });
  };
  return (
    <FormPanel
      title={id ? nameText(body.title) : t('exchange.addSchedule')}
      subject={id ?? 'schedule'}
      problem={problemOf(body)}
      {...panel}
    >
      <div key={formKey}>
        <NameFields label={t('exchange.scheduleTitle')} value={body.title} onChange={(title) => set({ title })} autoFocus={!id} />
        <SelectField
          label={t('exchange.whose')}
          value={body.proposedById ?? ''}
          onChange={(value) => setOr('proposedById', value)}
          options={[
            { value: '', label: t('exchange.ours') },
            ...[...parties, ...thirdParties].map((one) => ({ value: one.id, label: nameText(one.body.name) })),
          ]}
        />
        {body.proposedById !== undefined && (
          <TextField
            label={t('exchange.proposedOn')}
            value={body.on ?? ''}
            onChange={(value) => setOr('on', value)}
            placeholder="2025-07-12"
            problem={dateProblem(body.on ?? '')}
          />
        )}
        <TextField
          label={t('exchange.startsOn')}
          value={body.startsOn ?? ''}
          onChange={(value) => setOr('startsOn', value)}
          placeholder="2025-07-12"
          hint={t('exchange.startsOnHint')}
          problem={dateProblem(body.startsOn ?? '')}
        />
        <EvidenceField label={t('exchange.proposedIn')} value={body.evidence} onChange={(evidence) => set({ evidence })} />
        {!id && <CompartmentField value={into} onChange={setInto} />}
      </div>
    </FormPanel>
  );
}

function problemOf({ title, proposedById, evidence, on = '', startsOn = '' }: Schedule): string | null {
  if (nameText(title) === '') return t('setup.needsName');
  if (proposedById !== undefined && evidence.length === 0) return t('exchange.scheduleNeedsEvidence');
  if (startsOn !== '' && startsOn.length !== 10) return t('exchange.startsOnDay');
  return dateProblem(on) ?? dateProblem(startsOn);
}
