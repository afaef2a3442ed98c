import type { Exchange, ExchangeCheck } from '@parley/methods';
import { t } from '../strings/strings.ts';
import { deliverText, firstUnsafeText, namesOf, ofParty, verdictOf } from './words.ts';

interface VerdictProps {
  readonly exchange: Exchange;
  readonly check: ExchangeCheck;
  readonly unweighed: readonly string[];
}

/** What a check comes to, in words: the first unsafe point, the guarantee needed, what is broken or left out. */
export function VerdictLines({ exchange, check, unweighed }: VerdictProps) {
  const names = namesOf(exchange);
  const verdict = verdictOf(check, unweighed.length > 0);
  const unsafe = unweighed.length > 0 ? null : firstUnsafeText(exchange, check);
  return (
    <div className="verdict" role="status">
      <p className={verdict === 'safe' || verdict === 'unknown' ? undefined : 'problem'}>
        {verdict === 'safe' && t('exchange.safe')}
        {verdict === 'unknown' && t('exchange.unknown', { parties: unweighed.map(names.party).join(', ') })}
        {verdict === 'broken' && t('exchange.broken', { count: check.broken.length + (check.undelivered.length > 0 ? 1 : 0) })}
        {verdict === 'unsafe' && unsafe}
      </p>
      {verdict === 'broken' && unsafe && <p className="problem">{unsafe}</p>}
      {check.undelivered.length > 0 && <p>{t('exchange.undelivered', { deliver: deliverText(check.undelivered, names) })}</p>}
      {unweighed.length === 0 && <Guarantee exchange={exchange} check={check} />}
    </div>
  );
}

function Guarantee({ exchange, check }: Pick<VerdictProps, 'exchange' | 'check'>) {
  if (check.delta === 0) return <p>{t('exchange.noGuarantee')}</p>;
  const deposits = exchange.parties.filter(({ id }) => (check.deposits[id] ?? 0) > 0);
  return (
    <p>
      {t('exchange.guarantee')}{' '}
      {deposits.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 && ', '}
          <bdi>{name}</bdi> <b>{ofParty(exchange, id, check.deposits[id] ?? 0)}</b>
        </span>
      ))}
      . {t(exchange.counter === null ? 'exchange.lastTranche' : 'exchange.guaranteeSum')}
    </p>
  );
}
