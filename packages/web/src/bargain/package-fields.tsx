import type { Kept } from '../api/types.ts';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';

export type Options = { issueId: string; optionId: string }[];

interface PackageFieldsProps {
  readonly legend: string;
  readonly issues: readonly Kept<'issue'>[];
  readonly options: Options;
  /** What stands where an issue is left open. */
  readonly open: string;
  readonly onChange: (options: Options) => void;
}

/** A package: one option for each issue that it speaks to. */
export function PackageFields({ legend, issues, options, open, onChange }: PackageFieldsProps) {
  return (
    <fieldset className="part">
      <legend>{legend}</legend>
      {issues.map(({ id, body }) => (
        <SelectField
          key={id}
          label={nameText(body.name)}
          value={options.find(({ issueId }) => issueId === id)?.optionId ?? ''}
          onChange={(optionId) => {
            const rest = options.filter(({ issueId }) => issueId !== id);
            onChange(optionId === '' ? rest : [...rest, { issueId: id, optionId }]);
          }}
          options={[{ value: '', label: open }, ...body.options.map((one) => ({ value: one.id, label: nameText(one.name) }))]}
        />
      ))}
    </fieldset>
  );
}

/** Issues that there are several ways to settle, or at least one. */
export function settled(issues: readonly Kept<'issue'>[] | undefined): Kept<'issue'>[] {
  return (issues ?? []).filter(({ body }) => body.options.length > 0);
}

/** What is wrong with two packages that are to be compared; null where nothing is. */
export function comparisonProblem(better: Options, worse: Options): string | null {
  const issuesOf = (options: Options) =>
    options
      .map(({ issueId }) => issueId)
      .sort()
      .join(' ');
  return better.length === 0 || issuesOf(better) !== issuesOf(worse) ? t('bargain.comparison.needsBoth') : null;
}
