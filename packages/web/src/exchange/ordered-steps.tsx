import type { CheckedStep, Exchange } from '@parley/methods';
import { t } from '../strings/strings.ts';
import { dayName, deliverText, namesOf } from './words.ts';

const MOST_STEPS = 60;

/** The steps of an order in words. */
export function OrderedSteps({ exchange, steps }: { exchange: Exchange; steps: readonly CheckedStep[] }) {
  const names = namesOf(exchange);
  return (
    <>
      <ol className="planned-steps">
        {steps.slice(0, MOST_STEPS).map(({ number, startDay, deliver }) => (
          <li key={number}>
            <b>{dayName(startDay)}</b> <bdi>{deliverText(deliver, names)}</bdi>
          </li>
        ))}
      </ol>
      {steps.length > MOST_STEPS && <p>{t('exchange.moreSteps', { count: steps.length - MOST_STEPS })}</p>}
    </>
  );
}
