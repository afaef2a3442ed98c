import { useKind } from '../api/queries.ts';
import type { BargainView } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { namesOf } from './names.ts';

/** What each faction of a party would let pass, and what it blocks. */
export function Factions({ view }: { view: BargainView }) {
  const parties = useKind('party').data ?? [];
  const names = namesOf(view);
  const factionName = (partyId: string, factionId: string) =>
    nameText(parties.find(({ id }) => id === partyId)?.body.factions.find(({ id }) => id === factionId)?.name) || factionId;
  return (
    <section>
      <h2>{t('bargain.factions')}</h2>
      <ul className="plain">
        {view.winsets.flatMap(({ partyId, factions }) =>
          factions.map(({ factionId, blocks, hasVeto, bars }) => (
            <li key={`${partyId} ${factionId}`}>
              <b>
                <bdi>{names.party(partyId)}</bdi>, <bdi>{factionName(partyId, factionId)}</bdi>
              </b>{' '}
              {t('bargain.faction.blocks', { count: blocks })}
              {hasVeto && `; ${t('bargain.faction.veto')}`}
              {bars.length > 0 && (
                <small>
                  {t('bargain.faction.bars', { options: bars.map((one) => `“${names.option(one.issueId, one.optionId)}”`).join(', ') })}
                </small>
              )}
            </li>
          )),
        )}
      </ul>
    </section>
  );
}
