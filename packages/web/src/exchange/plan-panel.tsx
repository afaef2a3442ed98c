import type { Exchange, ExchangePlan } from '@parley/methods';
import { useState } from 'react';
import { SelectField } from '../controls/field.tsx';
import { SidePanel } from '../controls/side-panel.tsx';
import { t } from '../strings/strings.ts';
import { MethodRun } from './method-run.tsx';
import { OrderedSteps } from './ordered-steps.tsx';
import { RecordOrder } from './record-order.tsx';
import { useMethod } from './use-method.ts';
import { VerdictLines } from './verdict-lines.tsx';
import { amountText, namesOf } from './words.ts';

interface PlanPanelProps {
  readonly exchangeId: string;
  readonly exchange: Exchange;
  readonly unweighed: readonly string[];
  /** Where a result starts: the narrowest compartment of what it uses. */
  readonly compartment: string | null;
  readonly onClose: () => void;
}

const BUDGETS_SECONDS = ['2', '5', '20', '60'] as const;

/** The order with the smallest guarantee: planned here, to be looked at and recorded as a schedule of the team. */
export function PlanPanel({ exchangeId, exchange, unweighed, compartment, onClose }: PlanPanelProps) {
  const { running, start, cancel } = useMethod<'plan'>();
  const [budget, setBudget] = useState<(typeof BUDGETS_SECONDS)[number]>('5');
  const budgetMs = Number(budget) * 1000;
  if (unweighed.length > 0) {
    return (
      <SidePanel title={t('exchange.plan')} subject="plan" onClose={onClose}>
        <p>{t('exchange.planNeedsWeighing', { parties: unweighed.map(namesOf(exchange).party).join(', ') })}</p>
      </SidePanel>
    );
  }
  return (
    <SidePanel title={t('exchange.plan')} subject="plan" below={t('exchange.planWhat')} onClose={onClose}>
      <SelectField
        label={t('exchange.budget')}
        hint={t('exchange.budgetHint')}
        value={budget}
        onChange={setBudget}
        options={BUDGETS_SECONDS.map((value) => ({ value, label: t('exchange.seconds', { count: Number(value) }) }))}
      />
      <MethodRun
        running={running}
        budgetMs={budgetMs}
        label={t('exchange.planStart')}
        onStart={() => start({ method: 'plan', exchange, steps: [], budgetMs })}
        onCancel={cancel}
      />
      {running.state === 'done' && <Plan plan={running.result} exchange={running.request.exchange} {...{ exchangeId, compartment }} />}
    </SidePanel>
  );
}

function Plan({
  plan,
  exchangeId,
  exchange,
  compartment,
}: Pick<PlanPanelProps, 'exchangeId' | 'exchange' | 'compartment'> & { plan: ExchangePlan }) {
  const { definition, source, steps } = plan.note;
  return (
    <section className="plan" aria-label={t('exchange.planned')}>
      <h3>{t('exchange.planned')}</h3>
      <p>
        {plan.exact ? t('exchange.exact') : t('exchange.notExact')}{' '}
        {plan.method === 'barter' && plan.gap > 0 && t('exchange.gap', { amount: amountText(plan.gap) })}
        {plan.method === 'barter' && plan.optimalOrders !== null && t('exchange.orders', { count: plan.optimalOrders })}
      </p>
      <VerdictLines exchange={exchange} check={plan.check} unweighed={[]} />
      <OrderedSteps exchange={exchange} steps={plan.check.steps} />
      <RecordOrder
        exchangeId={exchangeId}
        steps={plan.check.steps}
        title={t('exchange.planTitle')}
        note={`${definition} ${source}. ${plan.exact ? 'Exact' : 'The best found'}, ${steps} steps.`}
        compartment={compartment}
      />
      <p className="sub">
        {definition} {source}.
      </p>
    </section>
  );
}
