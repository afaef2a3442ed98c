import type { Exchange, ExchangeCheck } from '@parley/methods';
import { t } from '../strings/strings.ts';
import { amountText, firstUnsafeText, ofParty, verdictOf } from './words.ts';

interface CompareTableProps {
  readonly exchange: Exchange;
  readonly unweighed: readonly string[];
  readonly compared: readonly { readonly id: string; readonly title: string; readonly check: ExchangeCheck }[];
}

/** Two schedules beside each other, by the same weighings. */
export function CompareTable({ exchange, unweighed, compared }: CompareTableProps) {
  const weighed = exchange.parties.filter(({ id }) => !unweighed.includes(id));
  return (
    <table className="lines compare">
      <caption className="visually-hidden">{t('exchange.compared')}</caption>
      <thead>
        <tr>
          <td />
          {compared.map(({ id, title }) => (
            <th key={id} scope="col">
              <bdi>{title}</bdi>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <Line label={t('exchange.firstUnsafeLabel')} of={({ check }) => firstUnsafeOf(exchange, check, unweighed)} {...{ compared }} />
        {weighed.map(({ id, name }) => (
          <Line
            key={id}
            label={t('exchange.guaranteeOf', { party: name })}
            of={({ check }) => ofParty(exchange, id, check.deposits[id] ?? 0)}
            {...{ compared }}
          />
        ))}
        {weighed.map(({ id, name }) => (
          <Line
            key={id}
            label={t('exchange.greatestOf', { party: name })}
            of={({ check }) => ofParty(exchange, id, check.exposure[id]?.greatest ?? 0)}
            {...{ compared }}
          />
        ))}
        {weighed.map(({ id, name }) => (
          <Line
            key={id}
            label={t('exchange.exposureDaysOf', { party: name })}
            of={({ check }) => amountText(check.exposure[id]?.exposureDays ?? 0)}
            {...{ compared }}
          />
        ))}
        <Line label={t('exchange.rulesBroken')} of={({ check }) => amountText(check.broken.length)} {...{ compared }} />
        <Line label={t('exchange.duration')} of={({ check }) => t('exchange.days', { count: check.durationDays })} {...{ compared }} />
      </tbody>
    </table>
  );
}

type Compared = CompareTableProps['compared'];

function Line({ label, of, compared }: { label: string; of: (one: Compared[number]) => string; compared: Compared }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {compared.map((one) => (
        <td key={one.id}>{of(one)}</td>
      ))}
    </tr>
  );
}

function firstUnsafeOf(exchange: Exchange, check: ExchangeCheck, unweighed: readonly string[]): string {
  const verdict = verdictOf(check, unweighed.length > 0);
  if (verdict === 'unknown') return t('exchange.notWeighed');
  return firstUnsafeText(exchange, check) ?? t('exchange.nowhere');
}
