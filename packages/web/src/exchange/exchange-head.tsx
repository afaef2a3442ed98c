import { useKind } from '../api/queries.ts';
import type { Kept } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { useSideNames } from './use-side-names.ts';

interface ExchangeHeadProps {
  readonly exchange: Kept<'exchange'>;
  readonly others: readonly Kept<'exchange'>[];
  readonly unweighed: readonly string[];
  readonly onChoose: (id: string) => void;
  readonly onOpen: (what: string) => void;
}

/** The exchange shown, its sides, and the ways to what it consists of. */
export function ExchangeHead({ exchange, others, unweighed, onChoose, onOpen }: ExchangeHeadProps) {
  const nameOf = useSideNames();
  const weighings = useKind('weighing').data ?? [];
  const { id, body } = exchange;
  return (
    <header className="exchange-head">
      <div>
        <h2 dir="auto">{nameText(body.title)}</h2>
        <p className="sub">
          {body.sides.map((side, at) => (
            <span key={side}>
              {at > 0 && t('exchange.and')}
              <bdi>{nameOf(side)}</bdi>
            </span>
          ))}
          {' · '}
          {t('exchange.classes', { count: body.items.length })}
        </p>
      </div>
      {others.length > 1 && (
        <SelectField
          label={t('exchange.shown')}
          value={id}
          onChange={onChoose}
          options={others.map((one) => ({ value: one.id, label: nameText(one.body.title) }))}
        />
      )}
      <div className="actions">
        <Button onPress={() => onOpen(`exchange:${id}`)}>{t('exchange.edit')}</Button>
        {body.sides.map((side) => (
          <Button key={side} look={unweighed.includes(side) ? 'main' : 'plain'} onPress={() => onOpen(`weighing:${side}`)}>
            {t(weighings.some((one) => one.body.exchangeId === id && one.body.partyId === side) ? 'exchange.weighed' : 'exchange.weigh', {
              party: nameOf(side),
            })}
          </Button>
        ))}
        <Button look="quiet" onPress={() => onOpen('exchange')}>
          {t('exchange.add')}
        </Button>
      </div>
    </header>
  );
}
