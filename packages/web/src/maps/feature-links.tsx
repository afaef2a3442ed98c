import { useState } from 'react';
import { api } from '../api/client.ts';
import { useAcceptedStatements, useKind } from '../api/queries.ts';
import type { MapEntry } from '../api/types.ts';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { currentAddress } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { shortWords } from '../statement/short-words.ts';
import { t } from '../strings/strings.ts';

/** Which options of which issues a feature stands for, and which statements speak of it; both can be added here. */
export function FeatureLinks({ feature }: { feature: MapEntry }) {
  const { caseId, hrefTo } = useCasePlace();
  const issues = useKind('issue').data ?? [];
  const accepted = useAcceptedStatements().data;
  const name = nameText(feature.name);
  const linked = issues.flatMap((issue) =>
    issue.body.options.filter(({ featureIds }) => featureIds?.includes(feature.id)).map((option) => ({ issue, option })),
  );
  const free = issues
    .filter(({ body }) => body.kind === 'map')
    .flatMap((issue) =>
      issue.body.options.filter(({ featureIds }) => !featureIds?.includes(feature.id)).map((option) => ({ issue, option })),
    );
  const speaking = (accepted?.statements ?? []).filter(
    ({ id, statement }) => feature.evidence.includes(id) || statement.featureIds?.includes(feature.id),
  );
  const linkOption = async (place: string) => {
    const found = free.find(({ issue, option }) => `${issue.id} ${option.id}` === place);
    if (!found) return;
    const { issue, option } = found;
    const options = issue.body.options.map((one) =>
      one === option ? { ...one, featureIds: [...(one.featureIds ?? []), feature.id] } : one,
    );
    await record(caseId, t('maps.linkedOption', { name, option: nameText(option.name) }), () =>
      api.put(caseId, 'issue', issue.id, { ...issue.body, options }),
    );
  };
  const linkStatement = async (id: string) => {
    const view = accepted?.statements.find((one) => one.id === id);
    if (!view) return;
    const { statement } = view;
    await record(caseId, t('maps.linkedStatement', { name }), () =>
      api.put(caseId, 'statement', id, { ...statement, featureIds: [...(statement.featureIds ?? []), feature.id] }),
    );
  };
  return (
    <>
      <h3>{t('maps.standsFor')}</h3>
      {linked.length === 0 && <p className="sub">{t('maps.standsForNothing')}</p>}
      <ul className="plain">
        {linked.map(({ issue, option }) => (
          <li key={`${issue.id} ${option.id}`}>
            <Link to={hrefTo('table', { issue: issue.id })}>
              <bdi>{nameText(issue.body.name)}</bdi>
            </Link>
            : <bdi className="said">{nameText(option.name)}</bdi>
          </li>
        ))}
      </ul>
      {free.length > 0 ? (
        <AddChoice
          label={t('maps.linkOption')}
          onChoose={linkOption}
          options={free.map(({ issue, option }) => ({
            value: `${issue.id} ${option.id}`,
            label: `${nameText(issue.body.name)}: ${nameText(option.name)}`,
          }))}
        />
      ) : (
        linked.length === 0 && <p className="sub">{t('maps.noMapIssue')}</p>
      )}
      <h3>{t('maps.statements')}</h3>
      {speaking.length === 0 && <p className="sub">{t('maps.noStatements')}</p>}
      <ul className="plain">
        {speaking.map(({ id, statement }) => (
          <li key={id}>
            <Link to={hrefTo('record', { statement: id, from: currentAddress() }, statement.sourceId)} title={t('exchange.openStatement')}>
              <bdi>{statement.speaker.name || t('statement.noSpeaker')}</bdi>: <bdi className="said">{shortWords(statement)}</bdi>
            </Link>
          </li>
        ))}
      </ul>
      {accepted && accepted.statements.length > speaking.length && (
        <AddChoice
          label={t('maps.linkStatement')}
          onChoose={linkStatement}
          options={accepted.statements
            .filter((view) => !speaking.includes(view))
            .map(({ id, statement }) => ({
              value: id,
              label: `${statement.speaker.name || t('statement.noSpeaker')}: ${shortWords(statement)}`,
            }))}
        />
      )}
    </>
  );
}

interface AddChoiceProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => Promise<void>;
}

/** A choice that acts at once and is empty again. */
function AddChoice({ label, options, onChoose }: AddChoiceProps) {
  const [value, setValue] = useState('');
  return (
    <form
      className="add-choice"
      onSubmit={(event) => {
        event.preventDefault();
        void onChoose(value).then(() => setValue(''));
      }}
    >
      <SelectField label={label} value={value} onChange={setValue} options={[{ value: '', label: t('correct.none') }, ...options]} />
      <button type="submit" className="button" disabled={value === ''}>
        {t('maps.link')}
      </button>
    </form>
  );
}
