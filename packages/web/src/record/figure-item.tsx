import { pageAt } from '@parley/model';
import type { SourcePage } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { DateText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { figureInWords } from '../text/figure-words.ts';
import type { Item } from './items.ts';
import type { Review } from './use-review.ts';

interface FigureItemProps {
  readonly item: Extract<Item, { kind: 'figure' }>;
  readonly isCurrent: boolean;
  readonly review: Review;
  readonly onPick: () => void;
  readonly source: SourcePage['source'];
}

/** A figure beside its source: what is counted, how many, of whom, who claims it; when current, the decisions on it. */
export function FigureItem({ item, isCurrent, review, onPick, source }: FigureItemProps) {
  const { figure } = item;
  const page = pageAt(source, item.start);
  return (
    <>
      <button type="button" className="pick" id={`pick-${item.id}`} onClick={onPick}>
        <span className="meta">
          <b>{t('search.kind.figure')}</b>
          {figure.claimant && <bdi className="said">{figure.claimant.name}</bdi>}
          <span className={`status ${figure.status}`}>{t(`status.${figure.status}`)}</span>
        </span>
        <span className="quote said" dir="auto">
          {figureInWords(figure)} {figure.measure}
        </span>
        <span className="meta">
          {figure.scope && <bdi className="said">{figure.scope}</bdi>}
          {page !== null && <span>{t('page.number', { page })}</span>}
          {figure.since && <bdi className="said">{figure.since}</bdi>}
          {figure.asOf && (
            <span>
              {t('figure.asOf')} <DateText date={figure.asOf} />
            </span>
          )}
        </span>
      </button>
      {isCurrent && (
        <div className="actions">
          {figure.status !== 'accepted' && (
            <Button look="main" keyHint="A" onPress={() => void review.accept(item)}>
              {t('statement.accept')}
            </Button>
          )}
          {figure.status !== 'rejected' && (
            <Button keyHint="R" onPress={() => void review.reject(item)}>
              {t('statement.reject')}
            </Button>
          )}
          {figure.status !== 'suggested' && (
            <Button look="quiet" onPress={() => void review.reopen(item)}>
              {t('statement.reopen')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}
