import type { Exchange } from '@parley/methods';
import { PUBLIC } from '@parley/model';
import { useExchange, useKind, useSummary } from '../api/queries.ts';
import type { Bodies } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';
import { DeliveryForm } from './delivery-form.tsx';
import { methodSteps } from './draft-schedule.ts';
import { draftSteps } from './draft-steps.ts';
import { ExchangeForm } from './exchange-form.tsx';
import { ExchangeHead } from './exchange-head.tsx';
import { ExchangeSteps } from './exchange-steps.tsx';
import { LedgerTable } from './ledger-table.tsx';
import { PlanPanel } from './plan-panel.tsx';
import { RemedyPanel } from './remedy-panel.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { SchedulePane } from './schedule-pane.tsx';
import { SchedulesBeside } from './schedules-beside.tsx';
import { WeighingForm } from './weighing-form.tsx';

/** What the sides would give each other, in which order, and where a side does better to stop. */
export default function ExchangeView() {
  const { query, change } = useCasePlace();
  const all = useKind('exchange').data;
  const parties = useSummary().data?.counts.parties ?? 0;
  const shown = all?.find(({ id }) => id === query.exchange) ?? all?.[0];
  const view = useExchange(shown?.id ?? '').data;
  const open = (what: string | undefined) => change({ open: what });
  if (!all) return <p className="loading">{t('shell.loading')}</p>;
  const schedules = view?.schedules ?? [];
  const schedule = schedules.find(({ id }) => id === query.schedule) ?? schedules[0];
  const beside = schedules.find(({ id }) => id === query.beside && id !== schedule?.id);
  const exchange = view?.exchange as unknown as Exchange | undefined;
  const unweighed = view?.unweighed.map(({ partyId }) => partyId) ?? [];
  // Of two circles that do not see each other neither may learn what was in both.
  const [only = PUBLIC, ...others] = view?.compartments ?? [];
  const compartment = others.length > 0 ? null : only;
  return (
    <>
      <section className="view exchange" aria-label={t('nav.exchange')}>
        <ExchangeSteps
          parties={parties}
          items={shown?.body.items.length ?? 0}
          unweighed={unweighed}
          schedules={schedules.length}
          exchangeId={shown?.id}
        />
        {shown && (
          <ExchangeHead
            exchange={shown}
            others={all}
            unweighed={unweighed}
            onChoose={(id) => change({ exchange: id, schedule: undefined, beside: undefined, open: undefined })}
            onOpen={open}
          />
        )}
        {shown && exchange && schedule && (
          <>
            <ScheduleChoice {...{ schedules, schedule, beside }} />
            {beside ? (
              <SchedulesBeside exchange={exchange} unweighed={unweighed} schedules={[schedule, beside]} />
            ) : (
              <SchedulePane
                key={schedule.id}
                exchangeId={shown.id}
                exchange={exchange}
                unweighed={unweighed}
                schedule={schedule}
                compartment={compartment}
                onOpen={open}
              />
            )}
            <LedgerTable exchangeId={shown.id} scheduleId={schedule.id} exchange={exchange} onOpen={open} />
          </>
        )}
      </section>
      <OpenPanel
        exchangeId={shown?.id}
        exchange={exchange}
        unweighed={unweighed}
        compartment={compartment}
        schedule={schedule}
        onClose={() => open(undefined)}
      />
    </>
  );
}

interface ChoiceProps {
  readonly schedules: readonly { readonly id: string; readonly schedule: { readonly title: Record<string, string> } }[];
  readonly schedule: { readonly id: string };
  readonly beside: { readonly id: string } | undefined;
}

function ScheduleChoice({ schedules, schedule, beside }: ChoiceProps) {
  const { change } = useCasePlace();
  const options = schedules.map((one) => ({ value: one.id, label: nameText(one.schedule.title) }));
  return (
    <div className="schedule-choice">
      <SelectField label={t('exchange.schedule')} value={schedule.id} onChange={(id) => change({ schedule: id })} options={options} />
      <SelectField
        label={t('exchange.beside')}
        value={beside?.id ?? ''}
        onChange={(id) => change({ beside: id || undefined })}
        options={[{ value: '', label: t('exchange.besideNone') }, ...options.filter(({ value }) => value !== schedule.id)]}
      />
      <Button onPress={() => change({ open: 'schedule' })}>{t('exchange.addSchedule')}</Button>
      <Button onPress={() => change({ open: 'plan' })}>{t('exchange.plan')}</Button>
      <Button onPress={() => change({ open: 'remedy' })}>{t('exchange.remedy')}</Button>
    </div>
  );
}

interface OpenProps {
  readonly exchangeId: string | undefined;
  readonly exchange: Exchange | undefined;
  readonly unweighed: readonly string[];
  readonly compartment: string | null;
  readonly schedule: { readonly id: string; readonly schedule: Bodies['schedule'] } | undefined;
  readonly onClose: () => void;
}

/** The form or result that the address has open beside the view. */
function OpenPanel({ exchangeId, exchange, unweighed, compartment, schedule, onClose }: OpenProps) {
  const { query } = useCasePlace();
  const [kind = '', id] = (query.open ?? '').split(':') as [string, string | undefined];
  const key = query.open;
  if (kind === 'exchange') return <ExchangeForm key={key} id={id} onClose={onClose} />;
  if (exchangeId === undefined) return null;
  if (kind === 'weighing' && id) return <WeighingForm key={key} exchangeId={exchangeId} partyId={id} onClose={onClose} />;
  if (kind === 'schedule')
    return <ScheduleForm key={key} id={id} exchangeId={exchangeId} compartment={compartment ?? PUBLIC} onClose={onClose} />;
  if (kind === 'delivery') return <DeliveryForm key={key} id={id} exchangeId={exchangeId} onClose={onClose} />;
  if (kind === 'plan' && exchange) return <PlanPanel {...{ exchangeId, exchange, unweighed, compartment, onClose }} />;
  if (kind === 'remedy' && exchange && schedule) {
    const steps = methodSteps(draftSteps(schedule.schedule));
    return <RemedyPanel key={schedule.id} scheduleId={schedule.id} {...{ exchangeId, exchange, steps, unweighed, compartment, onClose }} />;
  }
  return null;
}
