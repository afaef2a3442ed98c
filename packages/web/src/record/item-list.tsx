import { useEffect, useState } from 'react';
import type { SourcePage } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { t } from '../strings/strings.ts';
import { FigureItem } from './figure-item.tsx';
import { type Filter, statusOf } from './items.ts';
import { LexiconOffers } from './lexicon-offers.tsx';
import { StatementItem } from './statement-item.tsx';
import { UnreadList } from './unread-list.tsx';
import type { Review } from './use-review.ts';
import { windowOf } from './window-of.ts';

const WINDOW_SIZE = 120;

interface ItemListProps {
  readonly review: Review;
  readonly page: SourcePage;
  readonly hasSelection: boolean;
  readonly onAdd: () => void;
  readonly onShow: () => void;
  /** Where the sentence starts that was not understood and is shown in the text now. */
  readonly unreadAt: number | null;
  readonly onPickUnread: (start: number) => void;
}

/** The statements and figures of a source in the order of the text, the current one with what can be done with it. */
export function ItemList({ review, page, hasSelection, onAdd, onShow, unreadAt, onPickUnread }: ItemListProps) {
  const { items, current, filter, setFilter } = review;
  const currentId = current?.id;
  useEffect(() => {
    if (currentId) document.getElementById(`item-${currentId}`)?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);
  // Of thousands only those around the current one are rendered.
  const [widened, setWidened] = useState({ from: 0, to: WINDOW_SIZE });
  const shown = windowOf(widened, { current: items.findIndex(({ id }) => id === currentId), count: items.length, size: WINDOW_SIZE });
  if (shown.from !== widened.from || shown.to !== widened.to) setWidened(shown);
  const all = [...page.statements.map(({ statement }) => statement.status), ...page.figures.map(({ figure }) => figure.status)];
  const open = all.filter((status) => status === 'suggested').length;
  const filters: readonly Filter[] = ['kept', 'open', 'all'];
  return (
    <aside className="panel items" aria-label={t('items.label')}>
      <div className="items-head">
        <h2>{open === 0 ? t('items.reviewed', { count: all.length }) : t('items.toReview', { count: open })}</h2>
        <SelectField
          label={t('items.filter')}
          value={filter}
          onChange={setFilter}
          options={filters.map((one) => ({ value: one, label: t(`items.filter.${one}`) }))}
        />
      </div>
      <p className="sub">
        <Button onPress={onAdd} keyHint="N">
          {hasSelection ? t('items.addSelected') : t('items.add')}
        </Button>
      </p>
      <LexiconOffers page={page} />
      <UnreadList page={page} current={unreadAt} onPick={onPickUnread} />
      {items.length === 0 && <p className="nothing">{filter === 'open' && all.length > 0 ? t('items.noneOpen') : t('items.none')}</p>}
      {shown.from > 0 && (
        <Button look="quiet" onPress={() => setWidened({ ...shown, from: Math.max(0, shown.from - WINDOW_SIZE) })}>
          {t('items.before', { count: shown.from })}
        </Button>
      )}
      <ol className="item-list" aria-label={t('items.label')}>
        {items.slice(shown.from, shown.to).map((item) => {
          const isCurrent = item.id === currentId;
          const pick = () => {
            review.pick(item);
            onShow();
          };
          return (
            <li
              key={item.id}
              id={`item-${item.id}`}
              aria-current={isCurrent || undefined}
              className={`item ${statusOf(item)} ${isCurrent ? 'current' : ''}`}
            >
              {item.kind === 'statement' ? (
                <StatementItem item={item} isCurrent={isCurrent} review={review} onPick={pick} source={page.source} />
              ) : (
                <FigureItem item={item} isCurrent={isCurrent} review={review} onPick={pick} source={page.source} />
              )}
            </li>
          );
        })}
      </ol>
      {shown.to < items.length && (
        <Button look="quiet" onPress={() => setWidened({ ...shown, to: shown.to + WINDOW_SIZE })}>
          {t('items.after', { count: items.length - shown.to })}
        </Button>
      )}
    </aside>
  );
}
