import { PUBLIC } from '@parley/model';
import { useState } from 'react';
import { useKind, useSummary } from '../api/queries.ts';
import type { Bodies } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField, TextField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { CompartmentField } from '../record/compartment-field.tsx';
import { FormPanel } from '../setup/form-panel.tsx';
import { useSetupForm } from '../setup/use-setup-form.ts';
import { t } from '../strings/strings.ts';
import { EvidenceField } from './evidence-field.tsx';
import { numberIn } from './number-in.ts';
import { joinedAbove, movedInOrder, placesOf } from './order-of-items.ts';
import { useSideNames } from './use-side-names.ts';

type Weighing = Bodies['weighing'];
type Item = Bodies['exchange']['items'][number];

interface WeighingFormProps {
  readonly exchangeId: string;
  readonly partyId: string;
  readonly onClose: () => void;
}

/** How the team thinks one side weighs the items: an order, weightiest first, or ranges of the team. Never a price. */
export function WeighingForm({ exchangeId, partyId, onClose }: WeighingFormProps) {
  const nameOf = useSideNames();
  const summary = useSummary().data;
  const exchange = useKind('exchange').data?.find(({ id }) => id === exchangeId)?.body;
  const kept = useKind('weighing').data?.findLast(({ body }) => body.exchangeId === exchangeId && body.partyId === partyId);
  // The team's own reading starts in a circle narrower than the case, where there is one.
  const first = summary?.compartments.find(({ id }) => id !== PUBLIC)?.id ?? PUBLIC;
  const [compartment, setCompartment] = useState<string | null>(null);
  const [mode, setMode] = useState<'order' | 'ranges' | null>(null);
  const items = (exchange?.items ?? []).filter(({ giverId, receiverId }) => giverId === partyId || receiverId === partyId);
  const into = compartment ?? kept?.compartment ?? first;
  const { body, set, replace, save, remove } = useSetupForm({
    kind: 'weighing',
    id: kept?.id,
    blank: { exchangeId, partyId, ranges: [], order: [], evidence: [] },
    nameOf: () => t('exchange.weighingOf', { party: nameOf(partyId) }),
    compartment: into,
    onClose,
  });
  const shown = mode ?? (body.ranges.length > 0 ? 'ranges' : 'order');
  const choose = (next: 'order' | 'ranges') => {
    setMode(next);
    const { breakOff, ...rest } = body;
    replace(next === 'order' ? { ...rest, ranges: [] } : { ...rest, order: [], ...(breakOff && { breakOff }) });
  };
  const order = placesOf(
    body.order,
    items.map(({ id }) => id),
  );
  // What is shown is what is recorded, also where the terms have changed since.
  const isTaken = JSON.stringify(body.order) === JSON.stringify(order);
  const problem =
    exchange === undefined || items.length === 0 ? t('exchange.nothingToWeigh') : shown === 'ranges' ? rangesProblem(body, items) : null;
  return (
    <FormPanel
      title={t('exchange.weighingOf', { party: nameOf(partyId) })}
      subject={`weighing ${partyId}`}
      isNew={kept === undefined}
      problem={problem ?? (shown === 'order' && !isTaken ? t('exchange.orderUntouched') : null)}
      onSave={() => void save()}
      onRemove={() => void remove()}
      onClose={onClose}
    >
      <p className="sub">{t('exchange.weighingWhat')}</p>
      <SelectField
        label={t('exchange.mode')}
        value={shown}
        onChange={choose}
        options={[
          { value: 'order', label: t('exchange.mode.order') },
          { value: 'ranges', label: t('exchange.mode.ranges') },
        ]}
        hint={shown === 'ranges' && items.some(({ kind }) => kind === 'people') ? t('exchange.peopleRanges') : undefined}
      />
      {shown === 'order' ? (
        <>
          <OrderFields order={order} items={items} partyId={partyId} onChange={(next) => set({ order: next })} />
          {!isTaken && items.length > 0 && <Button onPress={() => set({ order })}>{t('exchange.takeOrder')}</Button>}
        </>
      ) : (
        <RangeFields weighing={body} items={items} partyId={partyId} set={set} replace={replace} />
      )}
      <EvidenceField label={t('exchange.speaksFor')} value={body.evidence} onChange={(evidence) => set({ evidence })} />
      <CompartmentField value={into} onChange={setCompartment} />
    </FormPanel>
  );
}

interface OrderFieldsProps {
  readonly order: readonly (readonly string[])[];
  readonly items: readonly Item[];
  readonly partyId: string;
  readonly onChange: (order: string[][]) => void;
}

function OrderFields({ order, items, partyId, onChange }: OrderFieldsProps) {
  const nameOf = (id: string) => nameText(items.find((item) => item.id === id)?.name);
  const receives = (id: string) => items.find((item) => item.id === id)?.receiverId === partyId;
  return (
    <ol className="order" aria-label={t('exchange.mode.order')}>
      {order.map((place, at) =>
        place.map((id, within) => (
          <li key={id} className={within > 0 ? 'alike' : undefined}>
            <span>
              <bdi>{nameOf(id)}</bdi> <small>{t(receives(id) ? 'exchange.receiving' : 'exchange.giving')}</small>
            </span>
            <span className="moves">
              <Button
                look="quiet"
                aria-label={t('exchange.weighsMore', { item: nameOf(id) })}
                onPress={() => onChange(movedInOrder(order, id, -1))}
              >
                <span className="arrow-up" aria-hidden="true" />
              </Button>
              <Button
                look="quiet"
                aria-label={t('exchange.weighsLess', { item: nameOf(id) })}
                onPress={() => onChange(movedInOrder(order, id, 1))}
              >
                <span className="arrow-down" aria-hidden="true" />
              </Button>
              {at > 0 && within === 0 && (
                <Button
                  look="quiet"
                  aria-label={t('exchange.weighsAlike', { item: nameOf(id) })}
                  onPress={() => onChange(joinedAbove(order, id))}
                >
                  <span aria-hidden="true">=</span>
                </Button>
              )}
            </span>
          </li>
        )),
      )}
    </ol>
  );
}

interface RangeFieldsProps {
  readonly weighing: Weighing;
  readonly items: readonly Item[];
  readonly partyId: string;
  readonly set: (changes: Partial<Weighing>) => void;
  readonly replace: (weighing: Weighing) => void;
}

function RangeFields({ weighing, items, partyId, set, replace }: RangeFieldsProps) {
  const rangeOf = (itemId: string) => weighing.ranges.find((one) => one.itemId === itemId)?.range;
  const setRange = (itemId: string, range: { low: number; high: number } | undefined) => {
    const rest = weighing.ranges.filter((one) => one.itemId !== itemId && items.some(({ id }) => id === one.itemId));
    set({ ranges: range === undefined ? rest : [...rest, { itemId, range }] });
  };
  return (
    <>
      {items.map(({ id, name, receiverId }) => (
        <RangeField
          key={id}
          label={t(receiverId === partyId ? 'exchange.worthOf' : 'exchange.costOf', { item: nameText(name) })}
          range={rangeOf(id)}
          onChange={(range) => setRange(id, range)}
        />
      ))}
      <RangeField
        label={t('exchange.breakOff')}
        range={weighing.breakOff}
        onChange={(breakOff) => {
          const { breakOff: _old, ...rest } = weighing;
          replace(breakOff === undefined ? rest : { ...rest, breakOff });
        }}
      />
    </>
  );
}

interface RangeFieldProps {
  readonly label: string;
  readonly range: { readonly low: number; readonly high: number } | undefined;
  readonly onChange: (range: { low: number; high: number } | undefined) => void;
}

/** "3" or "2–4". */
function RangeField({ label, range, onChange }: RangeFieldProps) {
  const [text, setText] = useState(range === undefined ? '' : range.low === range.high ? String(range.low) : `${range.low}–${range.high}`);
  const take = (next: string) => {
    setText(next);
    const [low, high] = next.split(/[–-]/).map((part) => numberIn(part));
    onChange(low === undefined ? undefined : { low, high: high ?? low });
  };
  const wrong = text.trim() !== '' && (range === undefined || range.low > range.high);
  return <TextField label={label} value={text} onChange={take} placeholder="2–4" problem={wrong ? t('exchange.rangeWrong') : null} />;
}

function rangesProblem({ ranges, breakOff }: Weighing, items: readonly Item[]): string | null {
  const lacking = items.find(({ id }) => !ranges.some(({ itemId }) => itemId === id));
  if (lacking) return t('exchange.rangeLacking', { item: nameText(lacking.name) });
  return [...ranges.map(({ range }) => range), ...(breakOff ? [breakOff] : [])].some(({ low, high }) => low > high)
    ? t('exchange.rangeWrong')
    : null;
}
