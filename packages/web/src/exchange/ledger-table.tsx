import type { Exchange } from '@parley/methods';
import { useExchangeLedger } from '../api/queries.ts';
import type { ExchangeLedger } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { DateText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { dayName, namesOf } from './words.ts';

interface LedgerTableProps {
  readonly exchangeId: string;
  readonly scheduleId: string;
  readonly exchange: Exchange;
  readonly onOpen: (what: string) => void;
}

/** What really happened up to the day held on, beside the plan; each line opens to what says so. */
export function LedgerTable({ exchangeId, scheduleId, exchange, onOpen }: LedgerTableProps) {
  const ledger = useExchangeLedger(exchangeId, scheduleId).data;
  const names = namesOf(exchange);
  return (
    <section className="ledger" aria-labelledby="ledger">
      <header>
        <h2 id="ledger">{t('exchange.ledger')}</h2>
        <Button onPress={() => onOpen('delivery')}>{t('exchange.addDelivery')}</Button>
      </header>
      {ledger && ledger.deliveries.length === 0 && <p className="nothing">{t('exchange.noDeliveries')}</p>}
      {ledger && ledger.deliveries.length > 0 && (
        <table className="lines">
          <caption className="visually-hidden">{t('exchange.ledger')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('exchange.planColumn')}</th>
              <th scope="col">{t('exchange.item')}</th>
              <th scope="col" className="number">
                {t('exchange.delivered')}
              </th>
              <th scope="col">{t('exchange.state')}</th>
              <th scope="col">{t('exchange.says')}</th>
            </tr>
          </thead>
          <tbody>
            {ledger.lines.map((line) => (
              <Line key={`${line.step} ${line.itemId}`} line={line} item={names.item(line.itemId)} ledger={ledger} onOpen={onOpen} />
            ))}
            {ledger.beyond.map(({ deliveryId, itemId, count }) => (
              <tr key={deliveryId}>
                <td className="nothing">{t('exchange.beyondPlan')}</td>
                <td>
                  <bdi>{names.item(itemId)}</bdi>
                </td>
                <td className="number">{count.toLocaleString('en')}</td>
                <td>{t('exchange.state.delivered')}</td>
                <td>
                  <Says ids={[deliveryId]} ledger={ledger} onOpen={onOpen} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type LedgerLine = ExchangeLedger['lines'][number];

function Line({ line, item, ledger, onOpen }: { line: LedgerLine; item: string; ledger: ExchangeLedger; onOpen: (what: string) => void }) {
  return (
    <tr>
      <td>
        <b>{dayName(line.day)}</b> <DateText date={line.date} />
      </td>
      <td>
        <bdi>{item}</bdi>
      </td>
      <td className="number">
        {t('exchange.someOf', { some: line.delivered, all: line.count })}
        {line.verified > 0 && <small>{t('exchange.verifiedCount', { count: line.verified })}</small>}
      </td>
      <td className={line.state === 'withheld' || line.state === 'late' ? 'problem' : undefined}>
        {t(`exchange.state.${line.state}`)}
        {(line.daysLate ?? 0) > 0 && <small>{t('exchange.daysLate', { count: line.daysLate ?? 0 })}</small>}
      </td>
      <td>
        <Says ids={line.deliveries} ledger={ledger} onOpen={onOpen} />
      </td>
    </tr>
  );
}

function Says({ ids, ledger, onOpen }: { ids: readonly string[]; ledger: ExchangeLedger; onOpen: (what: string) => void }) {
  return ids.map((id) => {
    const told = ledger.deliveries.find((one) => one.id === id)?.delivery;
    return (
      told && (
        <button key={id} type="button" className="word-link" onClick={() => onOpen(`delivery:${id}`)}>
          {t(`exchange.outcome.${told.outcome}`)} <DateText date={told.on} />
        </button>
      )
    );
  });
}
