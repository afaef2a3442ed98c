import type { ReactNode } from 'react';
import type { StatementView } from '../api/types.ts';
import { DateText, Grade } from '../controls/words.tsx';
import { MapLink } from '../maps/map-link.tsx';
import { Link } from '../router/link.tsx';
import { currentAddress } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { extentOf, marksOf } from '../text/marks-of.ts';
import { Chain } from './chain.tsx';
import { Quote } from './quote.tsx';

/** A statement as a list shows it: who, through whom, when, how far trusted, and its words, which open in their source. */
export function StatementCard({ view, actions }: { view: StatementView; actions?: ReactNode }) {
  const { statement, source, excerpt } = view;
  const { hrefTo } = useCasePlace();
  const { start, end } = extentOf(statement);
  return (
    <article className={`statement ${statement.status}`}>
      <div className="meta">
        <Chain statement={statement} publisher={source.publisher} />
        <DateText date={statement.saidOn ?? source.published} none={<span>{t('date.none')}</span>} />
        <Grade reliability={source.reliability} credibility={statement.credibility} />
        {statement.voice && <span>{t(`voice.${statement.voice}`)}</span>}
        <span>{t(`strength.${statement.strength}`)}</span>
        {view.page !== null && <span>{t('page.number', { page: view.page })}</span>}
        {statement.utteranceId && <span>{t('statement.joined')}</span>}
      </div>
      <p className="quote said" dir="auto" lang={source.language ?? undefined}>
        <Quote text={excerpt.text} start={excerpt.start} marks={marksOf(view)} />
      </p>
      <div className="meta">
        <Link to={hrefTo('record', { statement: view.id, from: currentAddress() }, source.id)} title={source.title}>
          {t('statement.opensAt', { start, end, source: t(`source.kind.${source.kind}`) })}
        </Link>
        <MapLink featureIds={statement.featureIds} />
      </div>
      {actions}
    </article>
  );
}
