import { checkSchedule, type Exchange, type ExchangeStep, type Remedy, type RobustResult } from '@parley/methods';
import { useEffect } from 'react';
import { SidePanel } from '../controls/side-panel.tsx';
import { t } from '../strings/strings.ts';
import { MethodRun } from './method-run.tsx';
import { OrderedSteps } from './ordered-steps.tsx';
import { RecordOrder } from './record-order.tsx';
import { useMethod } from './use-method.ts';
import { amountText, namesOf, ofParty } from './words.ts';

interface RemedyPanelProps {
  readonly exchangeId: string;
  readonly exchange: Exchange;
  readonly steps: readonly ExchangeStep[];
  /** Names the schedule, so that another one is looked at anew. */
  readonly scheduleId: string;
  readonly unweighed: readonly string[];
  readonly compartment: string | null;
  readonly onClose: () => void;
}

const BUDGET_MS = 10_000;

/** What would make a schedule safe, the least costly first; and what holds of it for all values that fit. */
export function RemedyPanel({ exchangeId, exchange, steps, scheduleId, unweighed, compartment, onClose }: RemedyPanelProps) {
  const { running, start, cancel } = useMethod<'remedy'>();
  const isWeighed = unweighed.length === 0;
  const run = () => start({ method: 'remedy', exchange, steps, budgetMs: BUDGET_MS });
  // biome-ignore lint/correctness/useExhaustiveDependencies: run once for each schedule, not for each picture of it
  useEffect(() => {
    if (isWeighed) run();
  }, [scheduleId, isWeighed]);
  const result = running.state === 'done' ? running.result : null;
  const names = namesOf(exchange);
  return (
    <SidePanel title={t('exchange.remedy')} subject={`remedy ${scheduleId}`} below={t('exchange.remedyWhat')} onClose={onClose}>
      {!isWeighed && <p>{t('exchange.planNeedsWeighing', { parties: unweighed.map(names.party).join(', ') })}</p>}
      {isWeighed && !result && (
        <MethodRun running={running} budgetMs={BUDGET_MS} label={t('exchange.planStart')} onStart={run} onCancel={cancel} />
      )}
      {result && result.remedy.remedies.length === 0 && <p>{t('exchange.nothingNeeded')}</p>}
      {result?.remedy.remedies.map((one) => (
        <OneRemedy key={`${one.kind} ${one.text}`} remedy={one} {...{ exchangeId, exchange, compartment }} />
      ))}
      {result?.remedy.lastTranche && <p>{t('exchange.lastBy', { party: names.party(result.remedy.lastTranche.party) })}</p>}
      {result && <Robust robust={result.robust} />}
    </SidePanel>
  );
}

function OneRemedy({
  remedy,
  exchangeId,
  exchange,
  compartment,
}: Pick<RemedyPanelProps, 'exchangeId' | 'exchange' | 'compartment'> & { remedy: Remedy }) {
  const needed = exchange.parties.filter(({ id }) => (remedy.deposits[id] ?? 0) > 0);
  const steps = remedy.schedule === null ? null : checkSchedule(exchange, remedy.schedule).steps;
  return (
    <section className="held">
      <h3>{t(`exchange.remedy.${remedy.kind}`)}</h3>
      <p>{remedy.text}</p>
      <p>
        {needed.length === 0 ? t('exchange.noGuarantee') : t('exchange.stillNeeded')}{' '}
        {needed.map(({ id, name }, at) => (
          <span key={id}>
            {at > 0 && ', '}
            <bdi>{name}</bdi> <b>{ofParty(exchange, id, remedy.deposits[id] ?? 0)}</b>
          </span>
        ))}
      </p>
      {steps && (
        <details>
          <summary>{t('exchange.lookAt')}</summary>
          <OrderedSteps exchange={exchange} steps={steps} />
          <RecordOrder {...{ exchangeId, steps, compartment }} title={t(`exchange.remedy.${remedy.kind}`)} note={remedy.text} />
        </details>
      )}
    </section>
  );
}

function Robust({ robust }: { robust: RobustResult }) {
  const { safeForAll, deltaForAll, safeShare, samples, note } = robust;
  return (
    <section className="held">
      <h3>{t('exchange.robust')}</h3>
      <p>{safeForAll ? t('exchange.robustAll') : t('exchange.robustNotAll', { amount: amountText(deltaForAll) })}</p>
      <p>{t('exchange.robustShare', { samples, share: Math.round(safeShare * 100), seed: String(note.parameters.seed) })}</p>
    </section>
  );
}
