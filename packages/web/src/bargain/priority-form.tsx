import { PUBLIC } from '@parley/model';
import { useState } from 'react';
import { useKind, useSummary } from '../api/queries.ts';
import type { Kept, Priority } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { CheckField, SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { EvidenceField } from '../exchange/evidence-field.tsx';
import { CompartmentField } from '../record/compartment-field.tsx';
import { FormPanel } from '../setup/form-panel.tsx';
import { useSetupForm } from '../setup/use-setup-form.ts';
import { t } from '../strings/strings.ts';
import { NoDealFields } from './no-deal-fields.tsx';
import { OrderFields } from './order-fields.tsx';
import { comparisonProblem, PackageFields, settled } from './package-fields.tsx';
import { RangeFields } from './range-fields.tsx';

interface PriorityFormProps {
  readonly id: string | undefined;
  readonly partyId: string;
  readonly onClose: () => void;
}

/** What matters more to one party, as far as somebody knows: orders first, ranges only where there are any. */
export function PriorityForm({ id, partyId, onClose }: PriorityFormProps) {
  const party = useKind('party').data?.find((one) => one.id === partyId)?.body;
  const issues = settled(useKind('issue').data);
  const kept = useKind('priority').data?.find((one) => one.id === id);
  const summary = useSummary().data;
  const [compartment, setCompartment] = useState<string | null>(null);
  // What a party wants is first of all for the team, where there is such a circle.
  const into = compartment ?? kept?.compartment ?? summary?.compartments.find((one) => one.id !== PUBLIC)?.id ?? PUBLIC;
  const name = nameText(party?.name) || partyId;
  const { body, set, replace, panel, formKey } = useSetupForm({
    kind: 'priority',
    id,
    blank: { partyId, importance: [], rankings: [], weights: [], values: [], comparisons: [], evidence: [] },
    nameOf: () => t('bargain.priorityOf', { name }),
    compartment: into,
    onClose,
  });
  const named = issues.map((issue) => ({ id: issue.id, name: nameText(issue.body.name) }));
  const factions = party?.factions ?? [];
  return (
    <FormPanel title={t('bargain.priorityOf', { name })} subject={id ?? `priority ${partyId}`} problem={problemOf(body)} {...panel}>
      <div key={formKey}>
        <p className="sub">{t('bargain.priorityHint')}</p>
        {factions.length > 0 && (
          <SelectField
            label={t('bargain.whose')}
            value={body.factionId ?? ''}
            onChange={(factionId) => {
              const { factionId: _, ...rest } = body;
              replace(factionId === '' ? rest : { ...rest, factionId });
            }}
            options={[
              { value: '', label: name },
              ...factions.map((faction) => ({ value: faction.id, label: `${name}, ${nameText(faction.name)}` })),
            ]}
          />
        )}
        {(body.importance.length === 0 ? [[]] : body.importance).map((order, place) => (
          <OrderFields
            // biome-ignore lint/suspicious/noArrayIndexKey: an order is known by its place
            key={place}
            legend={t('bargain.importance')}
            order={order}
            all={named}
            onChange={(changed) => set({ importance: replacedAt(body.importance, place, changed) })}
          />
        ))}
        {body.importance.length > 0 && (
          <Button look="quiet" onPress={() => set({ importance: [...body.importance, []] })}>
            {t('bargain.importanceAdd')}
          </Button>
        )}
        <RankingFields body={body} issues={issues} set={set} />
        <NoDealFields
          noDeal={body.noDeal}
          issues={issues}
          onChange={(noDeal) => {
            const { noDeal: _, ...rest } = body;
            replace(noDeal === undefined ? rest : { ...rest, noDeal });
          }}
        />
        <ComparisonFields body={body} issues={issues} set={set} />
        <RangeFields body={body} issues={issues} set={set} />
        <EvidenceField label={t('exchange.speaksFor')} value={body.evidence} onChange={(evidence) => set({ evidence })} />
        <CompartmentField value={into} onChange={setCompartment} />
      </div>
    </FormPanel>
  );
}

interface PartProps {
  readonly body: Priority;
  readonly issues: readonly Kept<'issue'>[];
  readonly set: (changes: Partial<Priority>) => void;
}

/** Which option of an issue it would rather have. */
function RankingFields({ body: { rankings }, issues, set }: PartProps) {
  const rest = issues.filter(({ id, body }) => body.options.length > 1 && !rankings.some(({ issueId }) => issueId === id));
  return (
    <>
      {rankings.map(({ issueId, optionIds }, place) => {
        const issue = issues.find(({ id }) => id === issueId)?.body;
        return (
          <OrderFields
            key={issueId}
            legend={t('bargain.ranking', { issue: nameText(issue?.name) || issueId })}
            order={optionIds}
            all={(issue?.options ?? []).map((option) => ({ id: option.id, name: nameText(option.name) }))}
            onChange={(changed) =>
              set({
                rankings:
                  changed.length === 0
                    ? rankings.filter((_, at) => at !== place)
                    : rankings.map((one, at) => (at === place ? { issueId, optionIds: changed } : one)),
              })
            }
          />
        );
      })}
      {rest.length > 0 && (
        <SelectField
          label={t('bargain.rankingAdd')}
          value=""
          onChange={(issueId) => issueId !== '' && set({ rankings: [...rankings, { issueId, optionIds: [] }] })}
          options={[{ value: '', label: t('correct.none') }, ...rest.map(({ id, body }) => ({ value: id, label: nameText(body.name) }))]}
        />
      )}
    </>
  );
}

/** Of two packages, which it would rather have. */
function ComparisonFields({ body: { comparisons }, issues, set }: PartProps) {
  const change = (place: number, changes: object) =>
    set({ comparisons: comparisons.map((one, at) => (at === place ? { ...one, ...changes } : one)) });
  const open = t('bargain.comparison.same');
  return (
    <>
      {comparisons.map(({ better, worse, orEqual }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a comparison is known by its place
        <div key={place} className="comparison">
          <PackageFields
            legend={t('bargain.comparison.better')}
            issues={issues}
            options={better}
            open={open}
            onChange={(options) => change(place, { better: options })}
          />
          <PackageFields
            legend={t('bargain.comparison.worse')}
            issues={issues}
            options={worse}
            open={open}
            onChange={(options) => change(place, { worse: options })}
          />
          <CheckField
            label={t('bargain.comparison.orEqual')}
            checked={orEqual}
            onChange={(checked) => change(place, { orEqual: checked })}
          />
          <Button look="quiet" onPress={() => set({ comparisons: comparisons.filter((_, at) => at !== place) })}>
            {t('form.remove')}
          </Button>
        </div>
      ))}
      {issues.length > 0 && (
        <Button onPress={() => set({ comparisons: [...comparisons, { better: [], worse: [], orEqual: false }] })}>
          {t('bargain.comparisonAdd')}
        </Button>
      )}
    </>
  );
}

function replacedAt(lists: readonly string[][], place: number, list: string[]): string[][] {
  const next = [...lists];
  next[place] = list;
  return next.filter((one) => one.length > 0);
}

function problemOf({ importance, rankings, weights, values, comparisons, noDeal }: Priority): string | null {
  if ([...importance, ...rankings.map(({ optionIds }) => optionIds)].some((order) => order.length < 2)) return t('bargain.order.needsTwo');
  const wrong = comparisons.map(({ better, worse }) => comparisonProblem(better, worse)).find((problem) => problem !== null);
  if (wrong !== undefined) return wrong;
  const ranges = [...weights, ...values].map(({ range }) => range);
  if ([...ranges, ...(noDeal?.kind === 'range' ? [noDeal.range] : [])].some(({ low, high }) => low > high)) return t('bargain.rangeWrong');
  if (noDeal?.kind === 'package' && noDeal.options.length === 0) return t('bargain.noDeal.needsPackage');
  const isSaid = importance.length + rankings.length + comparisons.length + ranges.length > 0 || noDeal !== undefined;
  return isSaid ? null : t('bargain.nothingSaid');
}
