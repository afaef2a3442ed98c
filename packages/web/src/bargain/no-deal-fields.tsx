import type { Kept, Priority } from '../api/types.ts';
import { SelectField } from '../controls/field.tsx';
import { t } from '../strings/strings.ts';
import { PackageFields } from './package-fields.tsx';
import { PercentRange } from './percent-range.tsx';

type NoDeal = NonNullable<Priority['noDeal']>;
const KINDS = ['unsaid', 'package', 'range', 'unknown'] as const;

interface NoDealFieldsProps {
  readonly noDeal: NoDeal | undefined;
  readonly issues: readonly Kept<'issue'>[];
  readonly onChange: (noDeal: NoDeal | undefined) => void;
}

/** What the party has without a deal: how things would then stand, or how good that is to it, from its worst to its best. */
export function NoDealFields({ noDeal, issues, onChange }: NoDealFieldsProps) {
  const choose = (kind: (typeof KINDS)[number]) => {
    if (kind === 'package') onChange({ kind, options: [] });
    else if (kind === 'range') onChange({ kind, range: { low: 0, high: 1 } });
    else onChange(kind === 'unknown' ? { kind } : undefined);
  };
  return (
    <>
      <SelectField
        label={t('bargain.noDeal')}
        value={noDeal?.kind ?? 'unsaid'}
        onChange={choose}
        options={KINDS.map((value) => ({ value, label: t(`bargain.noDeal.${value}`) }))}
      />
      {noDeal?.kind === 'package' && (
        <PackageFields
          legend={t('bargain.noDeal.wouldBe')}
          issues={issues}
          options={noDeal.options}
          open={t('proposal.open')}
          onChange={(options) => onChange({ kind: 'package', options })}
        />
      )}
      {noDeal?.kind === 'range' && (
        <PercentRange
          label={t('bargain.noDeal.level')}
          range={noDeal.range}
          onChange={(range) => onChange({ kind: 'range', range: range ?? { low: 0, high: 1 } })}
        />
      )}
    </>
  );
}
