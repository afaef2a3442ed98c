import { useSummary } from '../api/queries.ts';
import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import type { Maps } from './use-maps.ts';

/** What the view needs first, the next step marked. Gone once two maps can be compared. */
export function MapsSteps({ maps: { all, later, layers, populations } }: { maps: Maps }) {
  const { hrefTo } = useCasePlace();
  const parties = useSummary().data?.counts.parties;
  if (parties === undefined) return null;
  // Those of later dates are there, too.
  const maps = all.length + later;
  const steps = [
    { key: 'parties', done: parties >= 2, to: hrefTo('setup', { open: 'party' }) },
    { key: 'first', done: maps >= 1, to: hrefTo('maps', { open: 'import' }) },
    { key: 'second', done: maps >= 2, to: hrefTo('maps', { open: 'import' }) },
    { key: 'ground', done: layers.ground.length > 0 || populations.length > 0, to: hrefTo('maps', { open: 'import' }) },
  ] as const;
  const next = steps.findIndex(({ done }) => !done);
  if (next === -1 || maps >= 2) return null;
  return (
    <section className="first-steps" aria-label={t('steps.title')}>
      <h2>{t('steps.title')}</h2>
      <ol>
        {steps.map(({ key, done, to }, index) => (
          <li key={key} aria-current={index === next ? 'step' : undefined} className={done ? 'done' : undefined}>
            <Link to={to}>{t(`maps.first.${key}`)}</Link> <span>{done ? t('steps.done') : t(`maps.first.${key}Why`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
