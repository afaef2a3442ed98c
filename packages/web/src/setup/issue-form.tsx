import type { Issue } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField, TextField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { FeatureIdsField } from './feature-ids-field.tsx';
import { FormPanel } from './form-panel.tsx';
import { NameFields } from './name-fields.tsx';
import { partId } from './name-rows.ts';
import type { FormProps } from './party-form.tsx';
import { TermsField } from './terms-field.tsx';
import { useSetupForm } from './use-setup-form.ts';

const KINDS = ['choice', 'amount', 'map', 'exchange', 'text'] as const;
const BLANK: Issue = { name: {}, kind: 'choice', options: [], terms: [] };

/** A question the talks must settle, and the ways in which it could be. */
export function IssueForm({ id, onClose }: FormProps) {
  const { body, set, replace, panel, formKey } = useSetupForm({
    kind: 'issue',
    id,
    blank: BLANK,
    nameOf: ({ name }) => nameText(name),
    onClose,
  });
  const setOption = (index: number, changes: Partial<Issue['options'][number]>) =>
    set({ options: body.options.map((one, place) => (place === index ? { ...one, ...changes } : one)) });
  const addOption = () =>
    set({
      options: [
        ...body.options,
        {
          id: partId(
            'option',
            body.options.map((one) => one.id),
          ),
          name: {},
          terms: [],
        },
      ],
    });
  return (
    <FormPanel title={id ? nameText(body.name) : t('setup.issue.add')} subject={id ?? 'issue'} problem={problemOf(body)} {...panel}>
      <div key={formKey}>
        <NameFields label={t('name.name')} value={body.name} onChange={(name) => set({ name })} autoFocus={!id} />
        <div className="two">
          <SelectField
            label={t('issue.kind')}
            value={body.kind}
            onChange={(kind) => set({ kind })}
            options={KINDS.map((kind) => ({ value: kind, label: t(`issue.kind.${kind}`) }))}
          />
          {body.kind === 'amount' && (
            <TextField
              label={t('issue.unit')}
              value={body.unit ?? ''}
              onChange={(unit) => {
                const { unit: _unit, ...rest } = body;
                replace(unit === '' ? rest : { ...rest, unit });
              }}
            />
          )}
        </div>
        <TermsField label={t('issue.terms')} hint={t('issue.termsHint')} value={body.terms} onChange={(terms) => set({ terms })} />
        <h3>{t('issue.optionsTitle')}</h3>
        {body.options.map((option, index) => (
          <fieldset key={option.id} className="part">
            <legend className="visually-hidden">{t('correct.option')}</legend>
            <NameFields
              label={t('issue.option', { number: index + 1 })}
              value={option.name}
              onChange={(name) => setOption(index, { name })}
              autoFocus={Object.keys(option.name).length === 0}
            />
            <TermsField label={t('issue.terms')} value={option.terms} onChange={(terms) => setOption(index, { terms })} />
            {body.kind === 'map' && (
              <FeatureIdsField
                label={t('issue.onTheMap', { number: index + 1 })}
                value={option.featureIds ?? []}
                onChange={(featureIds) => setOption(index, { featureIds })}
              />
            )}
            {body.kind === 'amount' && (
              <TextField
                label={t('issue.value', { unit: body.unit ?? '' })}
                type="number"
                value={option.value === undefined ? '' : String(option.value)}
                onChange={(value) => {
                  const { value: _value, ...rest } = option;
                  set({
                    options: body.options.map((one, place) =>
                      place === index ? (value === '' ? rest : { ...rest, value: Number(value) }) : one,
                    ),
                  });
                }}
              />
            )}
            <Button look="quiet" onPress={() => set({ options: body.options.filter((_, place) => place !== index) })}>
              {t('form.remove')}
            </Button>
          </fieldset>
        ))}
        <Button onPress={addOption}>{t('issue.addOption')}</Button>
      </div>
    </FormPanel>
  );
}

function problemOf(issue: Issue): string | null {
  if (nameText(issue.name) === '') return t('setup.needsName');
  if (issue.kind === 'amount' && !issue.unit) return t('issue.needsUnit');
  return issue.options.some(({ name }) => nameText(name) === '') ? t('issue.optionNeedsName') : null;
}
