import type { KeyboardEvent } from 'react';
import { useKind } from '../api/queries.ts';
import type { Statement } from '../api/types.ts';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { linkOf, withLink, withParty } from '../record/draft.ts';
import { t } from '../strings/strings.ts';
import { StanceChoice } from './stance-choice.tsx';

interface LinkFieldsProps {
  /** Begins the names of the fields, so that keys can find them. */
  readonly name: string;
  readonly statement: Statement;
  readonly onChange: (statement: Statement) => void;
  /** Enter or Escape in a field: back to where the keys decide. */
  readonly onLeave?: () => void;
}

/** Whose statement it is, and what it says of which option: together they make a position. */
export function LinkFields({ name, statement, onChange, onLeave }: LinkFieldsProps) {
  const parties = useKind('party').data ?? [];
  const thirdParties = useKind('thirdParty').data ?? [];
  const issues = useKind('issue').data ?? [];
  const link = linkOf(statement);
  const { partyId = '', factionId = '' } = statement.speaker;
  const factions = parties.find(({ id }) => id === partyId)?.body.factions ?? [];
  const options = issues.find(({ id }) => id === link.issueId)?.body.options ?? [];
  const leave = (event: KeyboardEvent) => {
    if (onLeave === undefined || !(event.target instanceof HTMLSelectElement) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    onLeave();
  };
  const none = { value: '', label: t('correct.none') };
  const named = (one: { id: string; body: { name: Record<string, string> } }) => ({ value: one.id, label: nameText(one.body.name) });
  return (
    <fieldset className="link-fields" onKeyDown={leave}>
      <legend className="visually-hidden">{t('correct.link')}</legend>
      <SelectField
        label={t('correct.party')}
        name={`${name}-party`}
        value={partyId}
        onChange={(id) => onChange(withParty(statement, id))}
        options={[none, ...parties.map(named), ...thirdParties.map(named)]}
      />
      {factions.length > 0 && (
        <SelectField
          label={t('correct.faction')}
          name={`${name}-faction`}
          value={factionId}
          onChange={(id) => onChange(withParty(statement, partyId, id))}
          options={[
            { value: '', label: t('correct.wholeParty') },
            ...factions.map((faction) => ({ value: faction.id, label: nameText(faction.name) })),
          ]}
        />
      )}
      <SelectField
        label={t('correct.issue')}
        name={`${name}-issue`}
        value={link.issueId}
        onChange={(issueId) => onChange(withLink(statement, { issueId }))}
        options={[none, ...issues.map(named)]}
      />
      <SelectField
        label={t('correct.option')}
        name={`${name}-option`}
        value={link.optionId}
        disabled={options.length === 0}
        hint={link.issueId !== '' && options.length === 0 ? t('correct.noOptions') : undefined}
        onChange={(optionId) => onChange(withLink(statement, { optionId }))}
        options={[none, ...options.map((option) => ({ value: option.id, label: nameText(option.name) }))]}
      />
      <StanceChoice name={`${name}-stance`} value={link.stance} onChange={(stance) => onChange(withLink(statement, { stance }))} />
    </fieldset>
  );
}
