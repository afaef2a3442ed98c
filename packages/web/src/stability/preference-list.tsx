import { useKind } from '../api/queries.ts';
import type { Kept } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { EvidenceLinks } from '../statement/evidence-links.tsx';
import { t } from '../strings/strings.ts';
import { conditionWords } from './condition-words.ts';
import { useDeciderNames } from './use-decider-names.ts';
import { useOptions } from './use-options.ts';

/** What each decider wants, the most important first; each reading of it apart. */
export function PreferenceList({ conflict }: { conflict: Kept<'conflict'> }) {
  const { change } = useCasePlace();
  const nameOf = useDeciderNames(conflict.body);
  const preferences = (useKind('preference').data ?? []).filter(({ body }) => body.conflictId === conflict.id);
  const options = useOptions(conflict.body);
  const optionName = (id: string) => options.find((one) => one.id === id)?.name ?? id;
  const open = (...ids: string[]) => change({ open: ['preference', ...ids].join(':'), state: undefined });
  return (
    <section className="preferences">
      <h3>{t('stability.preferences')}</h3>
      <p className="sub">{t('stability.preferencesHint')}</p>
      <div className="preference-columns">
        {conflict.body.deciders.map(({ id }) => {
          const readings = preferences.filter(({ body }) => body.deciderId === id);
          return (
            <section key={id}>
              <h4>
                <bdi>{nameOf(id)}</bdi>
              </h4>
              {readings.length === 0 && <p className="nothing">{t('stability.nothingKnown')}</p>}
              {readings.map((reading, place) => (
                <div key={reading.id} className="reading-of">
                  {readings.length > 1 && (
                    <p className="sub">
                      <bdi>{nameText(reading.body.title) || t('stability.reading', { number: place + 1 })}</bdi>
                    </p>
                  )}
                  <ol>
                    {reading.body.statements.map((statement, at) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a statement is known by its place, which is its weight
                      <li key={at}>
                        <bdi>{conditionWords(statement.holds, optionName)}</bdi> <EvidenceLinks ids={statement.evidence} />
                      </li>
                    ))}
                  </ol>
                  <Button look="quiet" onPress={() => open(id, reading.id)}>
                    {t('stability.editPreference')}
                    <span className="visually-hidden"> {nameOf(id)}</span>
                  </Button>
                </div>
              ))}
              <Button look="quiet" onPress={() => open(id)}>
                {readings.length === 0 ? t('stability.addPreference') : t('stability.addReading')}
                <span className="visually-hidden"> {nameOf(id)}</span>
              </Button>
            </section>
          );
        })}
      </div>
    </section>
  );
}
