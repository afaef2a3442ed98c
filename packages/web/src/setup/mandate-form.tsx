import { Fragment } from 'react';
import { useKind } from '../api/queries.ts';
import type { Bodies } from '../api/types.ts';
import { CheckField, SelectField, TextField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { dateProblem } from '../record/source-fields.tsx';
import { t } from '../strings/strings.ts';
import { EvidenceField } from './evidence-field.tsx';
import { FormPanel } from './form-panel.tsx';
import type { FormProps } from './party-form.tsx';
import { useSetupForm } from './use-setup-form.ts';

type Mandate = Bodies['mandate'];
const BLANK: Mandate = { delegationId: '', mayDecide: [], evidence: [] };

/** What a delegation may decide, and until when, as an accepted statement claims it. */
export function MandateForm({ id, onClose }: FormProps) {
  const delegations = useKind('delegation').data ?? [];
  const issues = useKind('issue').data ?? [];
  const nameOf = ({ delegationId }: Mandate) => nameText(delegations.find((one) => one.id === delegationId)?.body.name);
  const { body, set, replace, panel, formKey } = useSetupForm({ kind: 'mandate', id, blank: BLANK, nameOf, onClose });
  const setDate = (field: 'from' | 'to', value: string) => {
    const { [field]: _date, ...rest } = body;
    replace(value.trim() === '' ? rest : { ...rest, [field]: value.trim() });
  };
  const toggleIssue = (issueId: string, on: boolean) =>
    set({ mayDecide: on ? [...body.mayDecide, { issueId, optionIds: [] }] : body.mayDecide.filter((one) => one.issueId !== issueId) });
  const toggleOption = (issueId: string, optionId: string, on: boolean) =>
    set({
      mayDecide: body.mayDecide.map((one) =>
        one.issueId === issueId
          ? { ...one, optionIds: [...(one.optionIds ?? []).filter((kept) => kept !== optionId), ...(on ? [optionId] : [])] }
          : one,
      ),
    });
  return (
    <FormPanel title={id ? nameOf(body) : t('setup.mandate.add')} subject={id ?? 'mandate'} problem={problemOf(body)} {...panel}>
      <div key={formKey}>
        <SelectField
          label={t('mandate.delegation')}
          value={body.delegationId}
          onChange={(delegationId) => set({ delegationId })}
          options={[
            { value: '', label: t('correct.none') },
            ...delegations.map((one) => ({ value: one.id, label: nameText(one.body.name) })),
          ]}
          hint={delegations.length === 0 ? t('mandate.noDelegation') : undefined}
        />
        <fieldset className="part">
          <legend>{t('mandate.issues')}</legend>
          {issues.map((issue) => {
            const decided = body.mayDecide.find(({ issueId }) => issueId === issue.id);
            return (
              <Fragment key={issue.id}>
                <CheckField
                  label={<bdi>{nameText(issue.body.name)}</bdi>}
                  checked={decided !== undefined}
                  onChange={(on) => toggleIssue(issue.id, on)}
                />
                {decided && issue.body.options.length > 0 && (
                  <fieldset className="part">
                    <legend>{t('mandate.onlyOptions')}</legend>
                    {issue.body.options.map((option) => (
                      <CheckField
                        key={option.id}
                        label={<bdi>{nameText(option.name)}</bdi>}
                        checked={decided.optionIds?.includes(option.id) ?? false}
                        onChange={(on) => toggleOption(issue.id, option.id, on)}
                      />
                    ))}
                  </fieldset>
                )}
              </Fragment>
            );
          })}
          <small>{t('mandate.noneMeans')}</small>
        </fieldset>
        <div className="two">
          <TextField
            label={t('mandate.from')}
            value={body.from ?? ''}
            onChange={(value) => setDate('from', value)}
            placeholder="2025-07-01"
            problem={dateProblem(body.from ?? '')}
          />
          <TextField
            label={t('mandate.to')}
            value={body.to ?? ''}
            onChange={(value) => setDate('to', value)}
            placeholder="2025-07-31"
            problem={dateProblem(body.to ?? '')}
          />
        </div>
        <EvidenceField value={body.evidence} onChange={(evidence) => set({ evidence })} />
      </div>
    </FormPanel>
  );
}

function problemOf({ delegationId, evidence, from = '', to = '' }: Mandate): string | null {
  if (delegationId === '') return t('mandate.needsDelegation');
  if (evidence.length === 0) return t('mandate.needsEvidence');
  return dateProblem(from) ?? dateProblem(to);
}
