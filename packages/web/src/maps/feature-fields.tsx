import { MADE_HOW, MAP_CATEGORIES } from '@parley/model';
import { useKind, useSources } from '../api/queries.ts';
import { CheckField, SelectField, TextField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { CompartmentField } from '../record/compartment-field.tsx';
import { dateProblem } from '../record/source-fields.tsx';
import { t } from '../strings/strings.ts';
import { accuracyProblem, type FeatureForm, phaseProblem } from './feature-form.ts';

interface FeatureFieldsProps {
  readonly value: FeatureForm;
  readonly onChange: (value: FeatureForm) => void;
  /** Of several features at once: what can only be of one is left out. */
  readonly areSeveral?: boolean;
}

/** Whose map it is, of when, how it was made and how far off it may be. */
export function FeatureFields({ value, onChange, areSeveral = false }: FeatureFieldsProps) {
  const parties = useKind('party').data ?? [];
  const thirdParties = useKind('thirdParty').data ?? [];
  const sources = useSources().data ?? [];
  const set = (part: Partial<FeatureForm>) => onChange({ ...value, ...part });
  return (
    <>
      <SelectField
        label={t('maps.whoseMap')}
        value={value.partyId}
        onChange={(partyId) => set({ partyId })}
        hint={t('maps.whoseMapHint')}
        options={[
          { value: '', label: t('maps.oursOrGround') },
          ...[...parties, ...thirdParties].map(({ id, body }) => ({ value: id, label: nameText(body.name) })),
        ]}
      />
      <div className="two">
        <SelectField
          label={t('maps.category')}
          value={value.category}
          onChange={(category) => set({ category })}
          options={[
            { value: '', label: t('maps.notSaid') },
            ...MAP_CATEGORIES.map((one) => ({ value: one, label: t(`maps.category.${one}`) })),
          ]}
        />
        <SelectField
          label={t('maps.madeHow')}
          value={value.madeHow}
          onChange={(madeHow) => set({ madeHow })}
          options={[{ value: '', label: t('maps.notSaid') }, ...MADE_HOW.map((one) => ({ value: one, label: t(`maps.made.${one}`) }))]}
        />
      </div>
      <div className="two">
        <TextField
          label={t('maps.version')}
          value={value.version}
          onChange={(version) => set({ version })}
          placeholder={t('maps.versionExample')}
          said
        />
        <TextField
          label={t('maps.phase')}
          type="number"
          value={value.phase}
          onChange={(phase) => set({ phase })}
          problem={phaseProblem(value.phase)}
        />
      </div>
      <div className="two">
        <TextField
          label={t('maps.on')}
          value={value.on}
          onChange={(on) => set({ on })}
          placeholder="2025-07-12"
          hint={t('date.hint')}
          problem={dateProblem(value.on)}
        />
        <TextField
          label={t('maps.accuracyMeters')}
          type="number"
          value={value.accuracyMeters}
          onChange={(accuracyMeters) => set({ accuracyMeters })}
          hint={t('maps.accuracyHint')}
          problem={accuracyProblem(value.accuracyMeters)}
        />
      </div>
      <SelectField
        label={t('maps.source')}
        value={value.sourceId}
        onChange={(sourceId) => set({ sourceId })}
        hint={t('maps.sourceHint')}
        options={[{ value: '', label: t('correct.none') }, ...sources.map(({ id, title }) => ({ value: id, label: title }))]}
      />
      {!areSeveral && (
        <div className="two">
          <TextField
            label={t('maps.namedBy')}
            value={value.namedBy}
            onChange={(namedBy) => set({ namedBy })}
            hint={t('maps.namedByHint')}
            said
          />
          <TextField label={t('maps.pCode')} value={value.pCode} onChange={(pCode) => set({ pCode })} hint={t('maps.pCodeHint')} />
        </div>
      )}
      <CheckField label={t('maps.isContested')} checked={value.contested} onChange={(contested) => set({ contested })} />
      <CompartmentField value={value.compartment} onChange={(compartment) => set({ compartment })} />
    </>
  );
}
