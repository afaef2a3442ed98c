import type { PackageRule, Priority } from '../api/types.ts';
import { t } from '../strings/strings.ts';
import type { namesOf } from './names.ts';
import type { Options } from './package-fields.tsx';
import { percentText } from './percent.ts';

type Names = ReturnType<typeof namesOf>;

/** What a priority says, a sentence for each thing. */
export function prioritySentences({ importance, rankings, weights, values, comparisons, noDeal }: Priority, names: Names): string[] {
  const over = (all: readonly string[]) => all.map(quoted).join(t('bargain.says.over'));
  return [
    ...importance.map((ids) => t('bargain.says.importance', { issues: over(ids.map(names.issue)) })),
    ...rankings.map(({ issueId, optionIds }) =>
      t('bargain.says.ranking', { issue: names.issue(issueId), options: over(optionIds.map((id) => names.option(issueId, id))) }),
    ),
    ...comparisons.map(({ better, worse, orEqual }) =>
      t(orEqual ? 'bargain.says.noWorse' : 'bargain.says.rather', {
        better: packageWords(better, names),
        worse: packageWords(worse, names),
      }),
    ),
    ...weights.map(({ issueId, range }) => t('bargain.says.share', { issue: names.issue(issueId), range: rangeWords(range) })),
    ...values.map(({ issueId, optionId, range }) =>
      t('bargain.says.value', { option: names.option(issueId, optionId), range: rangeWords(range) }),
    ),
    ...(noDeal === undefined ? [] : [noDealSentence(noDeal, names)]),
  ];
}

/** What a rule forbids. */
export function ruleSentence({ rule }: PackageRule, names: Names): string {
  if (rule.kind === 'exclude') return t('bargain.says.exclude', { options: packageWords(rule.options, names) });
  if (rule.kind === 'floor') return t('bargain.says.floor', { option: packageWords([rule.option], names) });
  return t('bargain.says.require', { when: packageWords(rule.when, names), needs: packageWords(rule.needs, names) });
}

function noDealSentence(noDeal: NonNullable<Priority['noDeal']>, names: Names): string {
  if (noDeal.kind === 'unknown') return t('bargain.says.noDealUnknown');
  if (noDeal.kind === 'range') return t('bargain.says.noDealLevel', { range: rangeWords(noDeal.range) });
  return t('bargain.says.noDealPackage', { package: packageWords(noDeal.options, names) });
}

function packageWords(options: Readonly<Options>, names: Names): string {
  return options.map(({ issueId, optionId }) => quoted(names.option(issueId, optionId))).join(' + ');
}

/** "40 %" or "20–40 %". */
function rangeWords({ low, high }: { readonly low: number; readonly high: number }): string {
  return low === high ? `${percentText(low)} %` : `${percentText(low)}–${percentText(high)} %`;
}

function quoted(name: string): string {
  return `“${name}”`;
}
