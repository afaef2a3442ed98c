import type { Bodies } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField, TextField } from '../controls/field.tsx';
import { NameFields } from '../setup/name-fields.tsx';
import { partId } from '../setup/name-rows.ts';
import { t } from '../strings/strings.ts';
import { numberIn } from './number-in.ts';

type Exchange = Bodies['exchange'];
type Phase = Exchange['phases'][number];

interface PhaseFieldsProps {
  readonly exchange: Exchange;
  readonly onChange: (phases: Phase[]) => void;
}

/** The phases of an exchange, each with its days and its condition. */
export function PhaseFields({ exchange: { phases }, onChange }: PhaseFieldsProps) {
  const setPhase = (at: number, phase: Phase) => onChange(phases.map((one, place) => (place === at ? phase : one)));
  const add = () =>
    onChange([
      ...phases,
      {
        id: partId(
          'phase',
          phases.map(({ id }) => id),
        ),
        name: {},
      },
    ]);
  return (
    <details open={phases.length > 0}>
      <summary>{t('exchange.phases')}</summary>
      {phases.map((phase, at) => (
        <fieldset key={phase.id} className="part">
          <legend>{t('exchange.phaseNumber', { number: at + 1 })}</legend>
          <NameFields label={t('name.name')} value={phase.name} onChange={(name) => setPhase(at, { ...phase, name })} />
          <div className="two">
            <TextField
              label={t('exchange.fromDay')}
              value={phase.fromDay === undefined ? '' : `D+${phase.fromDay}`}
              onChange={(value) => setPhase(at, withOr(phase, 'fromDay', numberIn(value)))}
              placeholder="D+16"
            />
            <SelectField
              label={t('exchange.afterPhase')}
              value={phase.after ?? ''}
              onChange={(after) => setPhase(at, withOr(phase, 'after', after === '' ? undefined : after))}
              options={[
                { value: '', label: t('exchange.mayOverlap') },
                { value: 'delivery', label: t('exchange.afterDelivery') },
                { value: 'verification', label: t('exchange.afterVerification') },
              ]}
            />
          </div>
          <TextField
            label={t('exchange.condition')}
            value={phase.condition ?? ''}
            onChange={(value) => setPhase(at, withOr(phase, 'condition', value || undefined))}
            said
          />
          <Button look="quiet" onPress={() => onChange(phases.filter((_, place) => place !== at))}>
            {t('form.remove')}
          </Button>
        </fieldset>
      ))}
      <Button onPress={add}>{t('exchange.addPhase')}</Button>
    </details>
  );
}

function withOr<K extends 'fromDay' | 'after' | 'condition'>(phase: Phase, field: K, value: Phase[K] | undefined): Phase {
  const { [field]: _old, ...rest } = phase;
  return (value === undefined ? rest : { ...rest, [field]: value }) as unknown as Phase;
}
