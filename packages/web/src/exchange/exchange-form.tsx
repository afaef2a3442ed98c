import { PUBLIC } from '@parley/model';
import { useState } from 'react';
import { useKind } from '../api/queries.ts';
import type { Bodies } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { CheckField, SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { CompartmentField } from '../record/compartment-field.tsx';
import { FormPanel } from '../setup/form-panel.tsx';
import { NameFields } from '../setup/name-fields.tsx';
import { partId } from '../setup/name-rows.ts';
import type { FormProps } from '../setup/party-form.tsx';
import { useSetupForm } from '../setup/use-setup-form.ts';
import { t } from '../strings/strings.ts';
import { BatchFields } from './batch-fields.tsx';
import { CounterFields } from './counter-fields.tsx';
import { EvidenceField } from './evidence-field.tsx';
import { GuarantorFields } from './guarantor-fields.tsx';
import { type Item, ItemFields, withRatios } from './item-fields.tsx';
import { PhaseFields } from './phase-fields.tsx';
import { useSideNames } from './use-side-names.ts';

type Exchange = Bodies['exchange'];

const BLANK: Exchange = { title: {}, sides: [], items: [], batches: [], phases: [], evidence: [] };

/** What the sides would give each other: classes, what must come before what, verification, phases, who guarantees. */
export function ExchangeForm({ id, onClose }: FormProps) {
  const [compartment, setCompartment] = useState(PUBLIC);
  const nameOf = useSideNames();
  const parties = useKind('party').data ?? [];
  const thirdParties = useKind('thirdParty').data ?? [];
  const issues = (useKind('issue').data ?? []).filter(({ body }) => body.kind === 'exchange');
  const { body, set, replace, panel, formKey } = useSetupForm({
    kind: 'exchange',
    id,
    blank: BLANK,
    nameOf: ({ title }) => nameText(title),
    ...(id === undefined && { compartment }),
    onClose,
  });
  const setItems = (items: readonly Item[]) => set({ items: withRatios(items) });
  const setItem = (at: number, item: Item) => setItems(body.items.map((one, place) => (place === at ? item : one)));
  const addItem = () => {
    const [giverId = '', receiverId = ''] = body.sides;
    const taken = body.items.map((one) => one.id);
    const fresh: Item = {
      id: partId('item', taken),
      name: {},
      kind: 'other',
      giverId,
      receiverId,
      count: 1,
      tranche: 1,
      after: [],
      durationDays: 0,
    };
    setItems([...body.items, fresh]);
  };
  const removeItem = (gone: string) =>
    setItems(
      body.items
        .filter((one) => one.id !== gone)
        .map(({ ratio, ...one }) => ({
          ...one,
          ...(ratio && ratio.itemId !== gone && { ratio }),
          after: one.after.filter(({ itemId }) => itemId !== gone),
        })),
    );
  const { issueId } = body;
  return (
    <FormPanel title={id ? nameText(body.title) : t('exchange.add')} subject={id ?? 'exchange'} problem={problemOf(body)} {...panel}>
      <div key={formKey}>
        <NameFields label={t('exchange.titleField')} value={body.title} onChange={(title) => set({ title })} autoFocus={!id} />
        <fieldset className="part">
          <legend>{t('exchange.sides')}</legend>
          {[...parties, ...thirdParties].map((party) => (
            <CheckField
              key={party.id}
              label={<bdi>{nameText(party.body.name)}</bdi>}
              checked={body.sides.includes(party.id)}
              onChange={(on) => set({ sides: on ? [...body.sides, party.id] : body.sides.filter((side) => side !== party.id) })}
            />
          ))}
        </fieldset>
        {issues.length > 0 && (
          <SelectField
            label={t('exchange.issue')}
            value={issueId ?? ''}
            onChange={(chosen) => {
              const { issueId: _issue, ...rest } = body;
              replace(chosen === '' ? rest : { ...rest, issueId: chosen });
            }}
            options={[{ value: '', label: t('correct.none') }, ...issues.map((one) => ({ value: one.id, label: nameText(one.body.name) }))]}
          />
        )}
        <h3>{t('exchange.items')}</h3>
        <p className="sub">{t('exchange.itemsHint')}</p>
        {body.items.map((item, at) => (
          <ItemFields
            key={item.id}
            item={item}
            number={at + 1}
            exchange={body}
            nameOf={nameOf}
            onChange={(changed) => setItem(at, changed)}
            onRemove={() => removeItem(item.id)}
          />
        ))}
        <Button isDisabled={body.sides.length < 2} onPress={addItem}>
          {t('exchange.addItem')}
        </Button>
        <BatchFields exchange={body} onChange={(batches) => set({ batches })} />
        <PhaseFields exchange={body} onChange={(phases) => set({ phases })} />
        <CounterFields
          exchange={body}
          nameOf={nameOf}
          onChange={(counter) => {
            const { counter: _counter, ...rest } = body;
            replace(counter === undefined ? rest : { ...rest, counter });
          }}
        />
        <GuarantorFields
          exchange={body}
          nameOf={nameOf}
          onChange={(guarantor) => {
            const { guarantor: _guarantor, ...rest } = body;
            replace(guarantor === undefined ? rest : { ...rest, guarantor });
          }}
        />
        <EvidenceField label={t('exchange.takenFrom')} value={body.evidence} onChange={(evidence) => set({ evidence })} />
        {!id && <CompartmentField value={compartment} onChange={setCompartment} />}
      </div>
    </FormPanel>
  );
}

function problemOf({ title, sides, items, counter }: Exchange): string | null {
  if (counter !== undefined && counter.unit.trim() === '') return t('exchange.counterNeedsUnit');
  if (nameText(title) === '') return t('setup.needsName');
  if (sides.length < 2) return t('exchange.needsSides');
  if (items.some(({ name }) => nameText(name) === '')) return t('exchange.itemNeedsName');
  const outside = items.find(
    ({ giverId, receiverId }) => !sides.includes(giverId) || !sides.includes(receiverId) || giverId === receiverId,
  );
  if (outside) return t('exchange.itemNeedsEnds', { item: nameText(outside.name) });
  const odd = items.find(({ count, tranche }) => !Number.isInteger(count) || count < 1 || !Number.isInteger(tranche) || tranche < 1);
  return odd ? t('exchange.itemNeedsCount', { item: nameText(odd.name) }) : null;
}
