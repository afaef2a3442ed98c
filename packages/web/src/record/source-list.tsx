import { PUBLIC } from '@parley/model';
import { useSources, useSummary, useUtterances } from '../api/queries.ts';
import type { SourceSummary } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { DateText, Grade, nameText } from '../controls/words.tsx';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { FirstSteps } from '../shell/first-steps.tsx';
import { t } from '../strings/strings.ts';
import { AddNote } from './add-note.tsx';
import { AddReport } from './add-report.tsx';
import { CopyLine } from './copy-line.tsx';
import { UtterancePanel } from './utterance-panel.tsx';

/** Every source and meeting note, the most recent first, with what is to review in it. */
export function SourceList() {
  const { query, change } = useCasePlace();
  const { data: sources, isPlaceholderData } = useSources();
  const utterances = useUtterances().data ?? [];
  const sorted = [...(sources ?? [])].sort((a, b) => ((a.published ?? a.receivedAt) < (b.published ?? b.receivedAt) ? 1 : -1));
  const close = () => change({ open: undefined });
  return (
    <>
      <section className={isPlaceholderData ? 'view dimmed' : 'view'} aria-busy={isPlaceholderData} aria-label={t('nav.record')}>
        <div className="view-head">
          <p className="view-caption">{t('record.caption', { count: sorted.length })}</p>
          <div className="actions">
            <Button look="main" onPress={() => change({ open: 'report' })}>
              {t('record.addReport')}
            </Button>
            <Button onPress={() => change({ open: 'note' })}>{t('record.addNote')}</Button>
            {utterances.length > 0 && (
              <Button onPress={() => change({ open: 'utterances' })}>{t('utterances.open', { count: utterances.length })}</Button>
            )}
          </div>
        </div>
        <FirstSteps />
        {sorted.length > 0 && (
          <table className="lines">
            <thead>
              <tr>
                <th scope="col">{t('record.source')}</th>
                <th scope="col">{t('record.published')}</th>
                <th scope="col">{t('record.grade')}</th>
                <th scope="col">{t('compartment.label')}</th>
                <th scope="col" className="number">
                  {t('record.toReview')}
                </th>
                <th scope="col" className="number">
                  {t('record.accepted')}
                </th>
                <th scope="col" className="number">
                  {t('record.rejected')}
                </th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((source) => (
                <SourceLine key={source.id} source={source} />
              ))}
            </tbody>
          </table>
        )}
      </section>
      {query.open === 'report' && <AddReport onClose={close} />}
      {query.open === 'utterances' && <UtterancePanel onClose={close} />}
      {query.open === 'note' && <AddNote onClose={close} />}
    </>
  );
}

function SourceLine({ source }: { source: SourceSummary }) {
  const { hrefTo } = useCasePlace();
  const compartments = useSummary().data?.compartments;
  const compartment = compartments?.find(({ id }) => id === source.compartment);
  return (
    <tr>
      <td>
        <Link to={hrefTo('record', {}, source.id)} className="said source-title" dir="auto">
          {source.title}
        </Link>
        <small>
          {[t(`source.kind.${source.kind}`), source.publisher, source.attributionRule && t(`rule.${source.attributionRule}`)]
            .filter(Boolean)
            .join(' · ')}
        </small>
        <CopyLine sourceId={source.id} title={source.title} derivedFrom={source.derivedFrom} />
      </td>
      <td>
        <DateText date={source.published} none={t('date.none')} />
      </td>
      <td>
        <Grade reliability={source.reliability} />
      </td>
      <td>
        {source.compartment === PUBLIC ? (
          t('compartment.public')
        ) : (
          <bdi>{nameText(compartment?.compartment.name) || source.compartment}</bdi>
        )}
      </td>
      <td className="number">{source.suggested > 0 ? <span className="suggested-count">{source.suggested}</span> : 0}</td>
      <td className="number">{source.accepted}</td>
      <td className="number">{source.rejected}</td>
    </tr>
  );
}
