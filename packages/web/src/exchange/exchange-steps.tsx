import { Link } from '../router/link.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';

interface ExchangeStepsProps {
  readonly parties: number;
  readonly items: number;
  /** Sides nobody has weighed the items for. */
  readonly unweighed: readonly string[];
  readonly schedules: number;
  readonly exchangeId: string | undefined;
}

/** What an exchange needs first, the next step marked. Gone once there is something to check. */
export function ExchangeSteps({ parties, items, unweighed, schedules, exchangeId }: ExchangeStepsProps) {
  const { hrefTo, query } = useCasePlace();
  const here = (open: string) => hrefTo('exchange', { open, ...(query.exchange && { exchange: query.exchange }) });
  const steps = [
    { key: 'parties', done: parties >= 2, to: hrefTo('setup', { open: 'party' }) },
    { key: 'items', done: items > 0, to: here(exchangeId ? `exchange:${exchangeId}` : 'exchange') },
    { key: 'weigh', done: items > 0 && unweighed.length === 0, to: exchangeId && unweighed[0] ? here(`weighing:${unweighed[0]}`) : null },
    { key: 'schedule', done: schedules > 0, to: exchangeId ? here('schedule') : null },
  ] as const;
  const next = steps.findIndex(({ done }) => !done);
  if (next === -1) return null;
  return (
    <section className="first-steps" aria-label={t('steps.title')}>
      <h2>{t('steps.title')}</h2>
      <ol>
        {steps.map(({ key, done, to }, index) => (
          <li key={key} aria-current={index === next ? 'step' : undefined} className={done ? 'done' : undefined}>
            {to ? <Link to={to}>{t(`exchange.first.${key}`)}</Link> : t(`exchange.first.${key}`)}{' '}
            <span>{done ? t('steps.done') : t(`exchange.first.${key}Why`)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
