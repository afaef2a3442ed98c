import { pageAt } from '@parley/model';
import { useTable } from '../api/queries.ts';
import type { SourcePage } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { DateText, Grade, nameText, StanceChip } from '../controls/words.tsx';
import { MapLink } from '../maps/map-link.tsx';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { Chain } from '../statement/chain.tsx';
import { LinkFields } from '../statement/link-fields.tsx';
import { positionsOf } from '../statement/positions-of.ts';
import { t } from '../strings/strings.ts';
import type { Item } from './items.ts';
import type { Review } from './use-review.ts';

interface StatementItemProps {
  readonly item: Extract<Item, { kind: 'statement' }>;
  readonly isCurrent: boolean;
  readonly review: Review;
  readonly onPick: () => void;
  readonly source: SourcePage['source'];
}

/** A statement beside its source: who, what, what it is linked to; when current, the decisions on it. */
export function StatementItem({ item, isCurrent, review, onPick, source }: StatementItemProps) {
  const { statement } = item;
  const { published, reliability } = source;
  const page = pageAt(source, item.start);
  const suggested = statement.status === 'suggested';
  return (
    <>
      <button type="button" className="pick" id={`pick-${item.id}`} onClick={onPick}>
        <span className="meta">
          <Chain statement={statement} />
          <span className={`status ${statement.status}`}>{t(`status.${statement.status}`)}</span>
        </span>
        <span className="quote said" dir="auto">
          {statement.content.map((span) => span.text).join(' … ')}
        </span>
        <span className="meta">
          <span>{t(`strength.${statement.strength}`)}</span>
          <DateText date={statement.saidOn ?? published} none={<span>{t('date.none')}</span>} />
          <Grade reliability={reliability} credibility={statement.credibility} />
          {statement.voice && <span>{t(`voice.${statement.voice}`)}</span>}
          {page !== null && <span>{t('page.number', { page })}</span>}
          {statement.utteranceId && <span>{t('statement.joined')}</span>}
        </span>
      </button>
      {!(isCurrent && suggested) && <LinkLine item={item} />}
      {isCurrent && suggested && (
        <LinkFields
          name="quick"
          statement={statement}
          onChange={(changed) => review.edit(item.id, changed)}
          onLeave={() => document.getElementById(`pick-${item.id}`)?.focus()}
        />
      )}
      {isCurrent && (
        <div className="actions">
          {statement.status !== 'accepted' && (
            <Button look="main" keyHint="A" onPress={() => void review.accept(item)}>
              {t('statement.accept')}
            </Button>
          )}
          <Button keyHint="C" onPress={() => review.correct(item)}>
            {t('statement.correct')}
          </Button>
          {statement.status !== 'rejected' && (
            <Button keyHint="R" onPress={() => void review.reject(item)}>
              {t('statement.reject')}
            </Button>
          )}
          {!suggested && (
            <Button look="quiet" onPress={() => void review.reopen(item)}>
              {t('statement.reopen')}
            </Button>
          )}
          {suggested && (
            <small>{positionsOf(statement, published).length > 0 ? t('statement.makesPosition') : t('statement.noStanceYet')}</small>
          )}
        </div>
      )}
    </>
  );
}

/** What a statement is linked to, in one line; goes to its cell in the table. */
function LinkLine({ item: { statement, positions } }: { item: Extract<Item, { kind: 'statement' }> }) {
  const { hrefTo } = useCasePlace();
  const table = useTable().data;
  const { partyId } = statement.speaker;
  const party = table?.columns.find(({ id }) => id === partyId);
  const links = statement.links.map((link) => {
    const row = table?.rows.find(({ id }) => id === link.issueId);
    return { ...link, row, option: row?.options.find(({ id }) => id === link.optionId) };
  });
  if (!party && links.length === 0 && !statement.featureIds?.length) return null;
  return (
    <div className="link-line">
      {party && links.length === 0 && <bdi>{nameText(party.name)}</bdi>}
      {links.map(({ issueId, optionId, stance, row, option }) => (
        <span key={`${issueId} ${optionId}`}>
          {stance && <StanceChip stance={stance} />}{' '}
          {party ? (
            <Link to={hrefTo('table', { cell: { partyId: party.id, issueId } })}>
              <bdi>{nameText(party.name)}</bdi> · <bdi>{nameText(row?.name) || issueId}</bdi>
            </Link>
          ) : (
            <bdi>{nameText(row?.name) || issueId}</bdi>
          )}
          {option && (
            <>
              {' '}
              · <bdi className="said">{nameText(option.name)}</bdi>
            </>
          )}
        </span>
      ))}
      <MapLink featureIds={statement.featureIds} />
      {statement.status === 'accepted' && positions.length === 0 && <small>{t('statement.noPosition')}</small>}
    </div>
  );
}
