import { useSummary } from '../api/queries.ts';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';

/** What an empty case needs, the next step marked. Gone once there are parties, issues, a source and an accepted statement. */
export function FirstSteps() {
  const { hrefTo } = useCasePlace();
  const counts = useSummary().data?.counts;
  if (!counts) return null;
  const steps = [
    { key: 'parties', done: counts.parties >= 2, to: hrefTo('setup', { open: 'party' }) },
    { key: 'issues', done: counts.issues >= 1, to: hrefTo('setup', { open: 'issue' }) },
    { key: 'report', done: counts.sources >= 1, to: hrefTo('record', { open: 'report' }) },
    { key: 'review', done: counts.accepted >= 1, to: hrefTo('record') },
  ] as const;
  const next = steps.findIndex(({ done }) => !done);
  if (next === -1) return null;
  return (
    <section className="first-steps" aria-label={t('steps.title')}>
      <h2>{t('steps.title')}</h2>
      <ol>
        {steps.map(({ key, done, to }, index) => (
          <li key={key} aria-current={index === next ? 'step' : undefined} className={done ? 'done' : undefined}>
            <Link to={to}>{t(`steps.${key}`)}</Link> <span>{done ? t('steps.done') : t(`steps.${key}Why`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
