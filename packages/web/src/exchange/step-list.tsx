import type { Exchange, ExchangeCheck } from '@parley/methods';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from '../controls/button.tsx';
import { direction, t } from '../strings/strings.ts';
import type { DraftAction, DraftStep } from './draft-schedule.ts';
import { amountText, dayName, deliverText, isOrdered, namesOf } from './words.ts';

interface StepListProps {
  readonly exchange: Exchange;
  readonly check: ExchangeCheck;
  readonly unweighed: readonly string[];
  readonly steps: readonly DraftStep[];
  readonly change: (action: DraftAction) => void;
}

const MOST_ROWS = 400;

/** The steps in words, with what each side is exposed to; each can be moved by its buttons or by Shift and an arrow key. */
export function StepList({ exchange, check, unweighed, steps, change }: StepListProps) {
  const names = namesOf(exchange);
  const body = useRef<HTMLTableSectionElement>(null);
  const focused = useRef<{ key: number; act: string } | null>(null);
  // A row that is put elsewhere loses the focus on the way.
  useEffect(() => {
    const { key, act } = focused.current ?? {};
    if (key === undefined) return;
    body.current?.querySelector<HTMLElement>(`tr[data-key="${key}"] [data-act="${act}"]`)?.focus();
  });
  const remember = (key: number, act: string) => {
    focused.current = { key, act };
  };
  const act = (key: number, by: 'earlier' | 'later' | 'before' | 'behind', on = by as string) => {
    const step = steps.find((one) => one.key === key);
    if (step === undefined) return;
    remember(key, on);
    if (by === 'earlier' || by === 'later') change({ act: 'day', key, day: step.day + (by === 'later' ? 1 : -1) });
    else change({ act: 'place', key, by: by === 'behind' ? 1 : -1 });
  };
  const press = (event: KeyboardEvent, step: DraftStep, at: number) => {
    const on = (event.target as HTMLElement).closest<HTMLElement>('[data-act]')?.dataset.act ?? 'later';
    const sideways = direction === 'rtl' ? -1 : 1;
    const by = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -sideways, ArrowRight: sideways }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const isUpDown = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    if (event.shiftKey) act(step.key, isUpDown ? (by < 0 ? 'before' : 'behind') : by < 0 ? 'earlier' : 'later', on);
    else if (isUpDown) {
      const next = steps[at + by];
      if (next) body.current?.querySelector<HTMLElement>(`tr[data-key="${next.key}"] [data-act="${on}"]`)?.focus();
    } else return;
    event.preventDefault();
  };
  const measured = exchange.parties.map((party, index) => ({ ...party, index })).filter(({ id }) => !unweighed.includes(id));
  return (
    <table className="lines step-list">
      <caption className="visually-hidden">{t('exchange.steps')}</caption>
      <thead>
        <tr>
          <th scope="col" className="number">
            {t('exchange.step')}
          </th>
          <th scope="col">{t('exchange.day')}</th>
          <th scope="col">{t('exchange.deliver')}</th>
          {measured.map(({ id, name }) => (
            <th key={id} scope="col" className="number">
              {t('exchange.exposureOf', { party: name })}
            </th>
          ))}
          <th scope="col">{t('exchange.move')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {steps.slice(0, MOST_ROWS).map((step, at) => {
          const checked = check.steps[at];
          const label = { step: at + 1 };
          return (
            <tr key={step.key} data-key={step.key} onKeyDown={(event) => press(event, step, at)} onFocus={() => (focused.current = null)}>
              <td className="number">{at + 1}</td>
              <td className="day">
                <b>{dayName(step.day)}</b>
                {checked && checked.verifiedDay > checked.startDay && (
                  <small>{t('exchange.verifiedBy', { day: dayName(checked.verifiedDay) })}</small>
                )}
              </td>
              <td>
                <bdi>{deliverText(step.deliver, names)}</bdi>
                {(checked?.pay ?? 0) > 0 && (
                  <small>{t('exchange.pays', { amount: amountText(checked?.pay ?? 0), unit: exchange.counter?.unit ?? '' })}</small>
                )}
                {step.condition && (
                  <small className="said" dir="auto">
                    {step.condition}
                  </small>
                )}
                <Faults exchange={exchange} check={check} at={at} unweighed={unweighed} />
              </td>
              {measured.map(({ id, index }) => (
                <td key={id} className="number">
                  {amountText(checked?.exposure[index] ?? 0)}
                  {isOrdered(exchange, id) && (checked?.exposure[index] ?? 0) > 0 && <small>{t('exchange.inPieces')}</small>}
                </td>
              ))}
              <td className="moves">
                {MOVES.map(({ by, sign, key }) => (
                  <Button key={by} look="quiet" data-act={by} aria-label={t(key, label)} onPress={() => act(step.key, by)}>
                    <span aria-hidden="true" className={sign} />
                  </Button>
                ))}
                <Button
                  look="quiet"
                  data-act="remove"
                  aria-label={t('exchange.removeStep', label)}
                  onPress={() => change({ act: 'remove', key: step.key })}
                >
                  <span aria-hidden="true">×</span>
                </Button>
              </td>
            </tr>
          );
        })}
        {steps.length > MOST_ROWS && (
          <tr>
            <td colSpan={4 + measured.length}>{t('exchange.moreSteps', { count: steps.length - MOST_ROWS })}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

const MOVES = [
  { by: 'earlier', sign: 'arrow-back', key: 'exchange.earlier' },
  { by: 'later', sign: 'arrow-on', key: 'exchange.later' },
  { by: 'before', sign: 'arrow-up', key: 'exchange.before' },
  { by: 'behind', sign: 'arrow-down', key: 'exchange.behind' },
] as const;

/** What is wrong with a step: a rule that it breaks, a side that does better to stop before it. */
function Faults({
  exchange,
  check,
  at,
  unweighed,
}: {
  exchange: Exchange;
  check: ExchangeCheck;
  at: number;
  unweighed: readonly string[];
}) {
  const step = check.steps[at];
  const short = exchange.parties
    .map((party, index) => ({ ...party, margin: step?.margin[index] ?? 0, gives: step?.givers.includes(index) ?? false }))
    .filter(({ id, margin, gives }) => gives && margin < -1e-9 && !unweighed.includes(id));
  const broken = check.broken.filter((one) => one.step === at + 1);
  if (short.length === 0 && broken.length === 0) return null;
  return (
    <>
      {broken.map(({ text }) => (
        <small key={text} className="problem">
          {text}
        </small>
      ))}
      {short.map(({ id, name, margin }) => (
        <small key={id} className="problem">
          {t(isOrdered(exchange, id) ? 'exchange.stopsInPieces' : 'exchange.stops', {
            party: name,
            count: -margin,
            amount: amountText(-margin),
          })}
        </small>
      ))}
    </>
  );
}
