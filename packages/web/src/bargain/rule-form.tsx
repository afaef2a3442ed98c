import { PUBLIC } from '@parley/model';
import { useState } from 'react';
import { useKind } from '../api/queries.ts';
import type { PackageRule } from '../api/types.ts';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { EvidenceField } from '../exchange/evidence-field.tsx';
import { CompartmentField } from '../record/compartment-field.tsx';
import { FormPanel } from '../setup/form-panel.tsx';
import { NameFields } from '../setup/name-fields.tsx';
import type { FormProps } from '../setup/party-form.tsx';
import { useSetupForm } from '../setup/use-setup-form.ts';
import { t } from '../strings/strings.ts';
import { type Options, PackageFields, settled } from './package-fields.tsx';

type Rule = PackageRule['rule'];
const KINDS = ['exclude', 'require', 'floor'] as const;
const BLANK: PackageRule = { title: {}, rule: { kind: 'exclude', options: [] }, evidence: [] };

/** What no package may break: options that exclude each other or require others, or a legal floor. */
export function RuleForm({ id, onClose }: FormProps) {
  const issues = settled(useKind('issue').data);
  const kept = useKind('packageRule').data?.find((one) => one.id === id);
  const [compartment, setCompartment] = useState<string | undefined>(undefined);
  const nameOf = ({ title }: PackageRule) => nameText(title);
  const { body, set, panel, formKey } = useSetupForm({ kind: 'packageRule', id, blank: BLANK, nameOf, compartment, onClose });
  const { rule } = body;
  const setRule = (changed: Rule) => set({ rule: changed });
  const fields = (legend: string, options: Options, onChange: (options: Options) => void) => (
    <PackageFields legend={legend} issues={issues} options={options} open={t('correct.none')} onChange={onChange} />
  );
  return (
    <FormPanel title={id ? nameOf(body) : t('bargain.ruleAdd')} subject={id ?? 'rule'} problem={problemOf(body)} {...panel}>
      <div key={formKey}>
        <NameFields label={t('bargain.ruleTitle')} value={body.title} onChange={(title) => set({ title })} autoFocus={!id} />
        <SelectField
          label={t('bargain.ruleKind')}
          value={rule.kind}
          onChange={(kind) => setRule(ruleOf(kind, namedIn(rule)))}
          options={KINDS.map((value) => ({ value, label: t(`bargain.rule.${value}`) }))}
        />
        {rule.kind === 'exclude' && fields(t('bargain.rule.together'), rule.options, (options) => setRule({ ...rule, options }))}
        {rule.kind === 'require' && fields(t('bargain.rule.when'), rule.when, (when) => setRule({ ...rule, when }))}
        {rule.kind === 'require' && fields(t('bargain.rule.needs'), rule.needs, (needs) => setRule({ ...rule, needs }))}
        {rule.kind === 'floor' &&
          fields(t('bargain.rule.never'), rule.option.optionId === '' ? [] : [rule.option], (options) =>
            // One option only: the last that was chosen.
            setRule({ kind: 'floor', option: options.at(-1) ?? NO_OPTION }),
          )}
        <EvidenceField label={t('exchange.speaksFor')} value={body.evidence} onChange={(evidence) => set({ evidence })} />
        <CompartmentField value={compartment ?? kept?.compartment ?? PUBLIC} onChange={setCompartment} />
      </div>
    </FormPanel>
  );
}

const NO_OPTION = { issueId: '', optionId: '' };

/** A rule of another kind over the same options, as far as that goes. */
function ruleOf(kind: Rule['kind'], options: Options): Rule {
  if (kind === 'exclude') return { kind, options };
  return kind === 'require' ? { kind, when: options, needs: [] } : { kind, option: options[0] ?? NO_OPTION };
}

function namedIn(rule: Rule): Options {
  if (rule.kind === 'exclude') return rule.options;
  return rule.kind === 'require' ? rule.when : rule.option.optionId === '' ? [] : [rule.option];
}

function problemOf({ title, rule }: PackageRule): string | null {
  if (nameText(title) === '') return t('setup.needsName');
  if (rule.kind === 'exclude') return rule.options.length < 2 ? t('bargain.rule.needsTwo') : null;
  if (rule.kind === 'require') return rule.when.length === 0 || rule.needs.length === 0 ? t('bargain.rule.needsBoth') : null;
  return rule.option.optionId === '' ? t('bargain.rule.needsOne') : null;
}
