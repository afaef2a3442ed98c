import { type KeyboardEvent, useState } from 'react';
import { useKind } from '../api/queries.ts';
import type { Statement } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
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

/** Whose statement it is, and what it says of which option: together they make a position, one for each link. */
export function LinkFields({ name, statement, onChange, onLeave }: LinkFieldsProps) {
  const parties = useKind('party').data ?? [];
  const thirdParties = useKind('thirdParty').data ?? [];
  const { partyId = '', factionId = '' } = statement.speaker;
  const factions = parties.find(({ id }) => id === partyId)?.body.factions ?? [];
  const [isAdding, setIsAdding] = useState(false);
  const leave = (event: KeyboardEvent) => {
    if (onLeave === undefined || !(event.target instanceof HTMLSelectElement) || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    onLeave();
  };
  const change = (next: Statement) => {
    if (next.links.length > statement.links.length) setIsAdding(false);
    onChange(next);
  };
  const shown = Math.max(1, statement.links.length + (isAdding ? 1 : 0));
  return (
    <>
      <fieldset className="link-fields" onKeyDown={leave}>
        <legend className="visually-hidden">{t('correct.link')}</legend>
        <SelectField
          label={t('correct.party')}
          name={`${name}-party`}
          value={partyId}
          onChange={(id) => onChange(withParty(statement, id))}
          options={[NONE(), ...parties.map(named), ...thirdParties.map(named)]}
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
        <OneLink name={name} at={0} statement={statement} onChange={change} />
      </fieldset>
      {Array.from({ length: shown - 1 }, (_, place) => place + 1).map((at) => (
        <fieldset key={at} className="link-fields more" onKeyDown={leave}>
          <legend>
            {t('link.number', { number: at + 1 })}{' '}
            <Button
              look="quiet"
              aria-label={t('link.remove', { number: at + 1 })}
              onPress={() => {
                setIsAdding(false);
                if (at < statement.links.length) onChange(withLink(statement, { issueId: '' }, at));
              }}
            >
              <span aria-hidden="true">×</span>
            </Button>
          </legend>
          <OneLink name={`${name}-${at + 1}`} at={at} statement={statement} onChange={change} />
        </fieldset>
      ))}
      {statement.links.length > 0 && !isAdding && (
        <p className="add-link">
          <Button look="quiet" onPress={() => setIsAdding(true)}>
            {t('link.more')}
          </Button>
        </p>
      )}
    </>
  );
}

interface OneLinkProps {
  readonly name: string;
  /** Its place among the links of the statement; the one after the last is a new one. */
  readonly at: number;
  readonly statement: Statement;
  readonly onChange: (statement: Statement) => void;
}

/** An issue, one of its options and the stance on it. */
function OneLink({ name, at, statement, onChange }: OneLinkProps) {
  const issues = useKind('issue').data ?? [];
  const link = linkOf(statement, at);
  const options = issues.find(({ id }) => id === link.issueId)?.body.options ?? [];
  return (
    <>
      <SelectField
        label={t('correct.issue')}
        name={`${name}-issue`}
        value={link.issueId}
        onChange={(issueId) => onChange(withLink(statement, { issueId }, at))}
        options={[NONE(), ...issues.map(named)]}
      />
      <SelectField
        label={t('correct.option')}
        name={`${name}-option`}
        value={link.optionId}
        disabled={options.length === 0}
        hint={link.issueId !== '' && options.length === 0 ? t('correct.noOptions') : undefined}
        onChange={(optionId) => onChange(withLink(statement, { optionId }, at))}
        options={[NONE(), ...options.map((option) => ({ value: option.id, label: nameText(option.name) }))]}
      />
      <StanceChoice name={`${name}-stance`} value={link.stance} onChange={(stance) => onChange(withLink(statement, { stance }, at))} />
    </>
  );
}

const NONE = () => ({ value: '', label: t('correct.none') });
const named = (one: { id: string; body: { name: Record<string, string> } }) => ({ value: one.id, label: nameText(one.body.name) });
