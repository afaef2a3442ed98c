import { useKind } from '../api/queries.ts';
import type { Kept } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { EvidenceLinks } from '../statement/evidence-links.tsx';
import { t } from '../strings/strings.ts';
import { namesOf } from './names.ts';
import { settled } from './package-fields.tsx';
import { prioritySentences, ruleSentence } from './priority-words.ts';

/** What each party wants beyond its positions, as far as said, and what no package may break; each with its evidence. */
export function WantsList() {
  const { change } = useCasePlace();
  const parties = useKind('party').data ?? [];
  const priorities = useKind('priority').data ?? [];
  const rules = useKind('packageRule').data ?? [];
  const names = useNames();
  const open = (...parts: string[]) => change({ open: parts.join(':'), package: undefined });
  return (
    <section className="preferences">
      <h2>{t('bargain.wants')}</h2>
      <p className="sub">{t('bargain.wantsHint')}</p>
      <div className="preference-columns">
        {parties.map(({ id, body: party }) => {
          const own = priorities.filter(({ body }) => body.partyId === id);
          return (
            <section key={id}>
              <h3>
                <bdi>{nameText(party.name)}</bdi>
              </h3>
              {own.length === 0 && <p className="nothing">{t('bargain.wants.none')}</p>}
              {own.map((one) => (
                <OnePriority
                  key={one.id}
                  priority={one}
                  whose={nameText(party.factions.find((faction) => faction.id === one.body.factionId)?.name)}
                  partyName={nameText(party.name)}
                  names={names}
                  onEdit={() => open('priority', id, one.id)}
                />
              ))}
              <Button look="quiet" onPress={() => open('priority', id)}>
                {t('bargain.wants.add')}
                <span className="visually-hidden"> {nameText(party.name)}</span>
              </Button>
            </section>
          );
        })}
        <section>
          <h3>{t('bargain.rules')}</h3>
          {rules.length === 0 && <p className="nothing">{t('bargain.rules.none')}</p>}
          <ul className="plain">
            {rules.map(({ id, body }: Kept<'packageRule'>) => (
              <li key={id}>
                <b dir="auto">{nameText(body.title)}</b> <EvidenceLinks ids={body.evidence} />
                <small>{ruleSentence(body, names)}</small>
                <Button look="quiet" onPress={() => open('rule', id)}>
                  {t('bargain.edit')}
                  <span className="visually-hidden"> {nameText(body.title)}</span>
                </Button>
              </li>
            ))}
          </ul>
          <Button look="quiet" onPress={() => open('rule')}>
            {t('bargain.ruleAdd')}
          </Button>
        </section>
      </div>
    </section>
  );
}

interface OnePriorityProps {
  readonly priority: Kept<'priority'>;
  readonly whose: string;
  readonly partyName: string;
  readonly names: ReturnType<typeof namesOf>;
  readonly onEdit: () => void;
}

function OnePriority({ priority: { body }, whose, partyName, names, onEdit }: OnePriorityProps) {
  return (
    <div className="reading-of">
      {whose !== '' && (
        <p className="sub">
          <bdi>{whose}</bdi>
        </p>
      )}
      <ul>
        {prioritySentences(body, names).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <EvidenceLinks ids={body.evidence} />{' '}
      <Button look="quiet" onPress={onEdit}>
        {t('bargain.edit')}
        <span className="visually-hidden"> {partyName}</span>
      </Button>
    </div>
  );
}

function useNames() {
  const parties = (useKind('party').data ?? []).map(({ id, body }) => ({ id, name: body.name }));
  const issues = settled(useKind('issue').data).map(({ id, body }) => ({ id, name: body.name, options: body.options }));
  return namesOf({ parties, issues });
}
