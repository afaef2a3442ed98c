import type { Exchange } from '@parley/methods';
import { useMemo } from 'react';
import type { Bodies } from '../api/types.ts';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { layoutOf } from './chart-layout.ts';
import { CompareTable } from './compare-table.tsx';
import { methodSteps } from './draft-schedule.ts';
import { draftSteps } from './draft-steps.ts';
import { StepChart } from './step-chart.tsx';
import { useCheck } from './use-check.ts';

type Kept = { readonly id: string; readonly schedule: Bodies['schedule'] };

interface BesideProps {
  readonly exchange: Exchange;
  readonly unweighed: readonly string[];
  readonly schedules: readonly [Kept, Kept];
}

/** Two schedules side by side over the same days, and their figures in a table. */
export function SchedulesBeside({ exchange, unweighed, schedules: [one, other] }: BesideProps) {
  const first = useChecked(exchange, one);
  const second = useChecked(exchange, other);
  const fault = first.fault ?? second.fault;
  if (fault !== null) return <p className="problem verdict">{fault}</p>;
  const compared = [first, second].flatMap(({ check, id, title }) => (check ? [{ check, id, title }] : []));
  const lastDay = Math.max(...compared.map(({ check }) => layoutOf(exchange, check.steps).lastDay));
  return (
    <section aria-label={t('exchange.compared')}>
      <CompareTable exchange={exchange} unweighed={unweighed} compared={compared} />
      <div className="beside">
        {compared.map(({ id, title, check }) => (
          <figure key={id}>
            <figcaption>
              <bdi>{title}</bdi>
            </figcaption>
            <StepChart exchange={exchange} check={check} unweighed={unweighed} lastDay={lastDay} />
          </figure>
        ))}
      </div>
    </section>
  );
}

function useChecked(exchange: Exchange, { id, schedule }: Kept) {
  const steps = useMemo(() => methodSteps(draftSteps(schedule)), [schedule]);
  return { id, title: nameText(schedule.title), ...useCheck(exchange, steps) };
}
