import type { Kept, Priority } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { PercentRange } from './percent-range.tsx';

interface RangeFieldsProps {
  readonly body: Priority;
  readonly issues: readonly Kept<'issue'>[];
  readonly set: (changes: Partial<Priority>) => void;
}

/** Ranges in per cent, for what somebody knows more of than an order: the share of an issue, and where its options stand. */
export function RangeFields({ body: { weights, values }, issues, set }: RangeFieldsProps) {
  const isOption = (one: { issueId: string; optionId: string }, issueId: string, optionId: string) =>
    one.issueId === issueId && one.optionId === optionId;
  return (
    <details className="ranges" open={weights.length + values.length > 0 || undefined}>
      <summary>{t('bargain.ranges')}</summary>
      <p className="sub">{t('bargain.rangesHint')}</p>
      {issues.map((issue) => (
        <div key={issue.id} className="issue-ranges">
          <PercentRange
            label={t('bargain.shareOf', { issue: nameText(issue.body.name) })}
            range={weights.find(({ issueId }) => issueId === issue.id)?.range}
            onChange={(range) => {
              const rest = weights.filter(({ issueId }) => issueId !== issue.id);
              set({ weights: range === undefined ? rest : [...rest, { issueId: issue.id, range }] });
            }}
          />
          {issue.body.options.length > 1 &&
            issue.body.options.map((option) => (
              <PercentRange
                key={option.id}
                label={nameText(option.name)}
                range={values.find((one) => isOption(one, issue.id, option.id))?.range}
                onChange={(range) => {
                  const rest = values.filter((one) => !isOption(one, issue.id, option.id));
                  set({ values: range === undefined ? rest : [...rest, { issueId: issue.id, optionId: option.id, range }] });
                }}
              />
            ))}
        </div>
      ))}
    </details>
  );
}
