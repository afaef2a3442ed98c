import { useFigures, useSources } from '../api/queries.ts';
import type { FigureGroup } from '../api/types.ts';
import { DateText } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { currentAddress } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { figureInWords } from '../text/figure-words.ts';
import { FigureActions } from './figure-actions.tsx';

/** Claimed numbers side by side, by what they count and of whom. Never averaged. */
export default function FiguresView() {
  const { data: groups, isPlaceholderData } = useFigures();
  if (!groups) return <p className="loading">{t('shell.loading')}</p>;
  const count = groups.reduce((sum, { figures }) => sum + figures.length, 0);
  return (
    <section className={isPlaceholderData ? 'view dimmed' : 'view'} aria-busy={isPlaceholderData} aria-label={t('nav.figures')}>
      <p className="view-caption">{count === 0 ? t('figures.none') : t('figures.caption', { count })}</p>
      {groups.map((group) => (
        <FigureTable key={`${group.measure} ${group.scope}`} group={group} />
      ))}
    </section>
  );
}

function FigureTable({ group }: { group: FigureGroup }) {
  const { hrefTo } = useCasePlace();
  const sources = useSources().data;
  return (
    <table className="lines figures">
      <caption>
        <b className="said" dir="auto">
          {group.measure}
        </b>{' '}
        {group.scope && <bdi className="said">{group.scope}</bdi>} {group.contested && <b className="contested">{t('table.contested')}</b>}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('figures.value')}</th>
          <th scope="col">{t('figures.claimant')}</th>
          <th scope="col">{t('figures.asOf')}</th>
          <th scope="col">{t('figures.source')}</th>
          <th scope="col">{t('figures.status')}</th>
        </tr>
      </thead>
      <tbody>
        {group.figures.map(({ id, figure }) => {
          const source = sources?.find((one) => one.id === figure.sourceId);
          return (
            <tr key={id} className={figure.status}>
              <td>
                <Link
                  to={hrefTo('record', { figure: id, from: currentAddress() }, figure.sourceId)}
                  title={t('figures.opens', { words: figure.span.text })}
                >
                  <b>{figureInWords(figure)}</b>
                </Link>
                {figure.since && (
                  <small className="said" dir="auto">
                    {figure.since}
                  </small>
                )}
              </td>
              <td>
                {figure.claimant ? (
                  <bdi className="said">{figure.claimant.name}</bdi>
                ) : (
                  <span className="nothing">{t('figures.noClaimant')}</span>
                )}
              </td>
              <td>
                <DateText date={figure.asOf} none={<span className="nothing">{t('date.none')}</span>} />
              </td>
              <td>
                <bdi className="said">{source?.title ?? figure.sourceId}</bdi>
                {source && (
                  <small>
                    <bdi>{[source.publisher, source.reliability].filter(Boolean).join(' · ')}</bdi> <DateText date={source.published} />
                  </small>
                )}
              </td>
              <td>
                <FigureActions id={id} figure={figure} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
