import { useKind } from '../api/queries.ts';
import type { Bodies } from '../api/types.ts';
import { SelectField, TextField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { dateProblem } from '../record/source-fields.tsx';
import { t } from '../strings/strings.ts';
import { EvidenceField } from './evidence-field.tsx';
import { FormPanel } from './form-panel.tsx';
import { NameFields } from './name-fields.tsx';
import type { FormProps } from './party-form.tsx';
import { useSetupForm } from './use-setup-form.ts';

type Proposal = Bodies['proposal'];
const BLANK: Proposal = { title: {}, options: [], evidence: [] };

/** A package somebody put forward: one option for each issue that it speaks to, as an accepted statement says. */
export function ProposalForm({ id, onClose }: FormProps) {
  const parties = [...(useKind('party').data ?? []), ...(useKind('thirdParty').data ?? [])];
  const issues = (useKind('issue').data ?? []).filter(({ body }) => body.options.length > 0);
  const nameOf = ({ title }: Proposal) => nameText(title);
  const { body, set, replace, panel, formKey } = useSetupForm({ kind: 'proposal', id, blank: BLANK, nameOf, onClose });
  const setField = (field: 'byId' | 'on', value: string) => {
    const { [field]: _field, ...rest } = body;
    replace(value.trim() === '' ? rest : { ...rest, [field]: value.trim() });
  };
  const setOption = (issueId: string, optionId: string) => {
    const rest = body.options.filter((one) => one.issueId !== issueId);
    set({ options: optionId === '' ? rest : [...rest, { issueId, optionId }] });
  };
  return (
    <FormPanel title={id ? nameOf(body) : t('setup.proposal.add')} subject={id ?? 'proposal'} problem={problemOf(body)} {...panel}>
      <div key={formKey}>
        <NameFields label={t('source.title')} value={body.title} onChange={(title) => set({ title })} autoFocus={!id} />
        <div className="two">
          <SelectField
            label={t('proposal.by')}
            value={body.byId ?? ''}
            onChange={(byId) => setField('byId', byId)}
            options={[
              { value: '', label: t('correct.none') },
              ...parties.map((party) => ({ value: party.id, label: nameText(party.body.name) })),
            ]}
          />
          <TextField
            label={t('proposal.on')}
            value={body.on ?? ''}
            onChange={(on) => setField('on', on)}
            placeholder="2025-07-12"
            problem={dateProblem(body.on ?? '')}
          />
        </div>
        <fieldset className="part">
          <legend>{t('proposal.options')}</legend>
          {issues.map((issue) => (
            <SelectField
              key={issue.id}
              label={nameText(issue.body.name)}
              value={body.options.find(({ issueId }) => issueId === issue.id)?.optionId ?? ''}
              onChange={(optionId) => setOption(issue.id, optionId)}
              options={[
                { value: '', label: t('proposal.open') },
                ...issue.body.options.map((option) => ({ value: option.id, label: nameText(option.name) })),
              ]}
            />
          ))}
        </fieldset>
        <EvidenceField value={body.evidence} onChange={(evidence) => set({ evidence })} />
      </div>
    </FormPanel>
  );
}

function problemOf({ title, evidence, on = '' }: Proposal): string | null {
  if (nameText(title) === '') return t('setup.needsName');
  if (evidence.length === 0) return t('mandate.needsEvidence');
  return dateProblem(on);
}
