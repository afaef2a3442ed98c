import { pageAt } from '@parley/model';
import type { SourcePage } from '../api/types.ts';
import { t } from '../strings/strings.ts';

interface UnreadListProps {
  readonly page: SourcePage;
  /** Where the sentence starts that is shown in the text now. */
  readonly current: number | null;
  readonly onPick: (start: number) => void;
}

/** The sentences that look attributed but were not understood; pressing one shows it in the text. */
export function UnreadList({ page, current, onPick }: UnreadListProps) {
  if (page.unread.length === 0) return null;
  return (
    <details className="unread-list" open={current !== null || undefined}>
      <summary>{t('unread.title', { count: page.unread.length })}</summary>
      <p className="sub">{t('unread.what')}</p>
      <ol className="plain" aria-label={t('unread.title', { count: page.unread.length })}>
        {page.unread.slice(0, SHOWN).map(({ start, end }) => {
          const number = pageAt(page.source, start);
          return (
            <li key={start} aria-current={current === start || undefined}>
              <button type="button" className="pick" onClick={() => onPick(start)}>
                <span className="said" dir="auto">
                  {page.text.slice(start, end)}
                </span>{' '}
                {number !== null && <small>{t('page.number', { page: number })}</small>}
              </button>
            </li>
          );
        })}
      </ol>
    </details>
  );
}

/** Of thousands the first are listed; the keys reach the others. */
const SHOWN = 100;
