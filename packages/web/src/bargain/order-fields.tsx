import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { t } from '../strings/strings.ts';

interface Orderable {
  readonly id: string;
  readonly name: string;
}

interface OrderFieldsProps {
  readonly legend: string;
  /** Ids, the first first. */
  readonly order: readonly string[];
  /** What can stand in the order. */
  readonly all: readonly Orderable[];
  readonly onChange: (order: string[]) => void;
}

/** An order of issues or options: each moved up or down, or left out, as what nobody said. */
export function OrderFields({ legend, order, all, onChange }: OrderFieldsProps) {
  const nameOf = (id: string) => all.find((one) => one.id === id)?.name ?? id;
  const rest = all.filter(({ id }) => !order.includes(id));
  const move = (at: number, by: -1 | 1) => {
    const next = order.filter((_, place) => place !== at);
    next.splice(at + by, 0, order[at] as string);
    onChange(next);
  };
  return (
    <fieldset className="part">
      <legend>{legend}</legend>
      <ol className="order">
        {order.map((id, at) => (
          <li key={id}>
            <bdi>{nameOf(id)}</bdi>
            <span className="moves">
              <Button
                look="quiet"
                isDisabled={at === 0}
                aria-label={t('bargain.order.up', { name: nameOf(id) })}
                onPress={() => move(at, -1)}
              >
                <span className="arrow-up" aria-hidden="true" />
              </Button>
              <Button
                look="quiet"
                isDisabled={at === order.length - 1}
                aria-label={t('bargain.order.down', { name: nameOf(id) })}
                onPress={() => move(at, 1)}
              >
                <span className="arrow-down" aria-hidden="true" />
              </Button>
              <Button
                look="quiet"
                aria-label={t('bargain.order.leaveOut', { name: nameOf(id) })}
                onPress={() => onChange(order.filter((one) => one !== id))}
              >
                <span aria-hidden="true">×</span>
              </Button>
            </span>
          </li>
        ))}
      </ol>
      {rest.length > 0 && (
        <SelectField
          label={order.length === 0 ? t('bargain.order.first') : t('bargain.order.next')}
          value=""
          onChange={(id) => id !== '' && onChange([...order, id])}
          options={[{ value: '', label: t('correct.none') }, ...rest.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
    </fieldset>
  );
}
