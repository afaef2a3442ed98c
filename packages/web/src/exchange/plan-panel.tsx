import type { Exchange, ExchangePlan } from '@parley/methods';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { Button } from '../controls/button.tsx';
import { SelectField, TextField } from '../controls/field.tsx';
import { SidePanel } from '../controls/side-panel.tsx';
import { CompartmentField } from '../record/compartment-field.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { usePlan } from './use-plan.ts';
import { VerdictLines } from './verdict-lines.tsx';
import { amountText, dayName, deliverText, namesOf } from './words.ts';

interface PlanPanelProps {
  readonly exchangeId: string;
  readonly exchange: Exchange;
  readonly unweighed: readonly string[];
  /** Where a result starts: the narrowest compartment of what it uses. */
  readonly compartment: string;
  readonly onClose: () => void;
}

const BUDGETS_SECONDS = ['2', '5', '20', '60'] as const;

/** The order with the smallest guarantee: planned here, to be looked at and recorded as a schedule of the team. */
export function PlanPanel({ exchangeId, exchange, unweighed, compartment, onClose }: PlanPanelProps) {
  const { planning, start, cancel } = usePlan();
  const [budget, setBudget] = useState<(typeof BUDGETS_SECONDS)[number]>('5');
  return (
    <SidePanel title={t('exchange.plan')} subject="plan" below={t('exchange.planWhat')} onClose={onClose}>
      {unweighed.length > 0 ? (
        <p>{t('exchange.planNeedsWeighing', { parties: unweighed.map(namesOf(exchange).party).join(', ') })}</p>
      ) : (
        <>
          <SelectField
            label={t('exchange.budget')}
            hint={t('exchange.budgetHint')}
            value={budget}
            onChange={setBudget}
            options={BUDGETS_SECONDS.map((value) => ({ value, label: t('exchange.seconds', { count: Number(value) }) }))}
          />
          {planning.state === 'running' ? (
            <div className="planning" role="status">
              <progress max={Number(budget) * 1000} value={planning.elapsedMs} aria-label={t('exchange.planning')} />
              <Button onPress={cancel}>{t('form.cancel')}</Button>
            </div>
          ) : (
            <Button look="main" onPress={() => start(exchange, Number(budget) * 1000)}>
              {t('exchange.planStart')}
            </Button>
          )}
          {planning.state === 'fault' && (
            <p className="problem" role="alert">
              {planning.message}; {planning.cure}
            </p>
          )}
          {planning.state === 'done' && (
            <Plan plan={planning.plan} {...{ exchangeId, exchange: planning.exchange, compartment, onClose }} />
          )}
        </>
      )}
    </SidePanel>
  );
}

function Plan({ plan, exchangeId, exchange, compartment, onClose }: Omit<PlanPanelProps, 'unweighed'> & { plan: ExchangePlan }) {
  const names = namesOf(exchange);
  return (
    <section className="plan" aria-label={t('exchange.planned')}>
      <h3>{t('exchange.planned')}</h3>
      <p>
        {plan.exact ? t('exchange.exact') : t('exchange.notExact')}{' '}
        {plan.method === 'barter' && plan.gap > 0 && t('exchange.gap', { amount: amountText(plan.gap) })}
        {plan.method === 'barter' && plan.optimalOrders !== null && t('exchange.orders', { count: plan.optimalOrders })}
      </p>
      <VerdictLines exchange={exchange} check={plan.check} unweighed={[]} />
      <ol className="planned-steps">
        {plan.check.steps.slice(0, 60).map(({ number, startDay, deliver }) => (
          <li key={number}>
            <b>{dayName(startDay)}</b> <bdi>{deliverText(deliver, names)}</bdi>
          </li>
        ))}
      </ol>
      {plan.check.steps.length > 60 && <p>{t('exchange.moreSteps', { count: plan.check.steps.length - 60 })}</p>}
      <RecordPlan {...{ plan, exchangeId, compartment, onClose }} />
      <p className="sub">
        {plan.note.definition} {plan.note.source}.
      </p>
    </section>
  );
}

interface RecordPlanProps {
  readonly plan: ExchangePlan;
  readonly exchangeId: string;
  readonly compartment: string;
  readonly onClose: () => void;
}

function RecordPlan({ plan, exchangeId, compartment, onClose }: RecordPlanProps) {
  const { caseId, change } = useCasePlace();
  const [title, setTitle] = useState(t('exchange.planTitle'));
  const [into, setInto] = useState(compartment);
  const save = async () => {
    const steps = plan.check.steps.map(({ startDay, deliver, pay }) => ({
      day: Math.ceil(startDay),
      deliver: deliver.map(({ item, count }) => ({ itemId: item, count })),
      ...(pay > 0 && { pay }),
    }));
    const note = `${plan.note.definition} ${plan.note.source}. ${plan.exact ? 'exact' : 'a bound'}, ${plan.note.steps} steps.`;
    const body = { exchangeId, title: { en: title.trim() }, steps, evidence: [], note };
    const done = await record(caseId, t('setup.added', { name: title }), () => api.add(caseId, 'schedule', body, into));
    if (done === null) return;
    onClose();
    change({ open: undefined, schedule: done.entries[0]?.subject.id });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label={t('exchange.scheduleTitle')} value={title} onChange={setTitle} said />
      <CompartmentField value={into} onChange={setInto} />
      <div className="actions">
        <Button type="submit" look="main" isDisabled={title.trim() === ''}>
          {t('exchange.recordPlan')}
        </Button>
      </div>
    </form>
  );
}
