import { DELIVERY_OUTCOMES } from '@parley/model';
import { useKind, useSources } from '../api/queries.ts';
import type { Bodies } from '../api/types.ts';
import { SelectField, TextField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { dateProblem } from '../record/source-fields.tsx';
import { Link } from '../router/link.tsx';
import { currentAddress } from '../router/location.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { FormPanel } from '../setup/form-panel.tsx';
import { useSetupForm } from '../setup/use-setup-form.ts';
import { shortWords } from '../statement/short-words.ts';
import { t } from '../strings/strings.ts';
import { EvidenceField } from './evidence-field.tsx';
import { numberIn } from './number-in.ts';

type Delivery = Bodies['delivery'];

interface DeliveryFormProps {
  readonly id: string | undefined;
  readonly exchangeId: string;
  readonly onClose: () => void;
}

/** A line of the ledger: what really happened on a day, and what says so. */
export function DeliveryForm({ id, exchangeId, onClose }: DeliveryFormProps) {
  const { hrefTo } = useCasePlace();
  const items = useKind('exchange').data?.find((one) => one.id === exchangeId)?.body.items ?? [];
  const statements = useKind('statement').data ?? [];
  const sources = useSources().data ?? [];
  const nameOf = (itemId: string) => nameText(items.find((item) => item.id === itemId)?.name);
  const { body, set, replace, save, remove, formKey } = useSetupForm<'delivery'>({
    kind: 'delivery',
    id,
    blank: { exchangeId, itemId: items[0]?.id ?? '', count: 1, on: '', outcome: 'delivered', evidence: [] },
    nameOf: ({ itemId, on }) => `${nameOf(itemId)} ${on}`,
    onClose,
  });
  return (
    <FormPanel
      title={id ? nameOf(body.itemId) : t('exchange.addDelivery')}
      subject={id ?? 'delivery'}
      isNew={!id}
      problem={problemOf(body)}
      onSave={() => void save()}
      onRemove={() => void remove()}
      onClose={onClose}
    >
      <div key={formKey}>
        <SelectField
          label={t('exchange.item')}
          value={body.itemId}
          onChange={(itemId) => set({ itemId })}
          options={items.map((item) => ({ value: item.id, label: nameText(item.name) }))}
        />
        <div className="two">
          <TextField
            label={t('exchange.count')}
            type="number"
            value={String(body.count)}
            onChange={(value) => set({ count: numberIn(value) ?? 0 })}
          />
          <TextField
            label={t('exchange.on')}
            value={body.on}
            onChange={(on) => set({ on: on.trim() })}
            placeholder="2025-07-12"
            problem={dateProblem(body.on)}
          />
        </div>
        <SelectField
          label={t('exchange.outcome')}
          value={body.outcome}
          onChange={(outcome) => set({ outcome })}
          options={DELIVERY_OUTCOMES.map((outcome) => ({ value: outcome, label: t(`exchange.outcome.${outcome}`) }))}
        />
        <EvidenceField label={t('exchange.saidIn')} value={body.evidence} onChange={(evidence) => set({ evidence })} />
        <SelectField
          label={t('exchange.orSource')}
          value={body.sourceId ?? ''}
          onChange={(sourceId) => {
            const { sourceId: _old, ...rest } = body;
            replace(sourceId === '' ? rest : { ...rest, sourceId });
          }}
          options={[{ value: '', label: t('correct.none') }, ...sources.map((source) => ({ value: source.id, label: source.title }))]}
        />
        {body.note && (
          <p className="said" dir="auto">
            {body.note}
          </p>
        )}
        <ul className="plain">
          {body.evidence.map((evidence) => {
            const said = statements.find((one) => one.id === evidence)?.body;
            return (
              said && (
                <li key={evidence}>
                  <Link
                    to={hrefTo('record', { statement: evidence, from: currentAddress() }, said.sourceId)}
                    title={t('exchange.openStatement')}
                  >
                    <bdi className="said">{shortWords(said)}</bdi>
                  </Link>
                </li>
              )
            );
          })}
        </ul>
      </div>
    </FormPanel>
  );
}

function problemOf({ itemId, on, count, evidence, sourceId }: Delivery): string | null {
  if (itemId === '') return t('exchange.nothingToWeigh');
  if (!Number.isInteger(count) || count < 1) return t('exchange.countWrong');
  if (on === '') return t('exchange.needsDay');
  if (evidence.length === 0 && sourceId === undefined) return t('exchange.needsSource');
  return dateProblem(on);
}
