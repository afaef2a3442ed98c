import { useKind } from '../api/queries.ts';
import type { Bodies } from '../api/types.ts';
import { SelectField, TextField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { t } from '../strings/strings.ts';
import { numberIn } from './number-in.ts';

type Exchange = Bodies['exchange'];
type Guarantor = NonNullable<Exchange['guarantor']>;

interface GuarantorFieldsProps {
  readonly exchange: Exchange;
  readonly nameOf: (side: string) => string;
  readonly onChange: (guarantor: Guarantor | undefined) => void;
}

/** Who holds deposits, or what is delivered until the other side has delivered too. */
export function GuarantorFields({ exchange: { guarantor, sides }, nameOf, onChange }: GuarantorFieldsProps) {
  const thirdParties = useKind('thirdParty').data ?? [];
  const set = (changes: Partial<Guarantor>) => guarantor && onChange({ ...guarantor, ...changes });
  return (
    <details open={guarantor !== undefined}>
      <summary>{t('exchange.guarantor')}</summary>
      <SelectField
        label={t('exchange.guarantor')}
        value={guarantor?.guarantorId ?? ''}
        onChange={(guarantorId) =>
          onChange(guarantorId === '' ? undefined : { holds: 'deposit', feeShare: 0, deposits: [], ...guarantor, guarantorId })
        }
        options={[
          { value: '', label: t('correct.none') },
          ...thirdParties.map(({ id, body }) => ({ value: id, label: nameText(body.name) })),
        ]}
      />
      {guarantor && (
        <div className="two">
          <SelectField
            label={t('exchange.holds')}
            value={guarantor.holds}
            onChange={(holds) => set({ holds })}
            options={[
              { value: 'deposit', label: t('exchange.holds.deposit') },
              { value: 'escrow', label: t('exchange.holds.escrow') },
            ]}
          />
          <TextField
            label={t('exchange.fee')}
            value={guarantor.feeShare === 0 ? '' : String(guarantor.feeShare * 100)}
            onChange={(value) => set({ feeShare: Math.min(100, numberIn(value) ?? 0) / 100 })}
            placeholder="0"
          />
          {sides.map((partyId) => (
            <TextField
              key={partyId}
              label={t('exchange.depositOf', { party: nameOf(partyId) })}
              type="number"
              value={String(guarantor.deposits.find((one) => one.partyId === partyId)?.amount ?? '')}
              onChange={(value) => {
                const amount = numberIn(value);
                const rest = guarantor.deposits.filter((one) => one.partyId !== partyId);
                set({ deposits: amount === undefined ? rest : [...rest, { partyId, amount }] });
              }}
            />
          ))}
        </div>
      )}
    </details>
  );
}
