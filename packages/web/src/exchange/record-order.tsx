import type { CheckedStep } from '@parley/methods';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { Button } from '../controls/button.tsx';
import { TextField } from '../controls/field.tsx';
import { CompartmentField } from '../record/compartment-field.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';

interface RecordOrderProps {
  readonly exchangeId: string;
  readonly steps: readonly CheckedStep[];
  readonly title: string;
  /** What says where it came from. */
  readonly note: string;
  /** The narrowest compartment of what it used; null where there are several that do not see each other. */
  readonly compartment: string | null;
}

/** An order that a method found, to be recorded as a schedule of the team. */
export function RecordOrder({ compartment, ...order }: RecordOrderProps) {
  return compartment === null ? <p>{t('exchange.severalCircles')}</p> : <RecordForm {...order} compartment={compartment} />;
}

function RecordForm({ exchangeId, steps, title: offered, note, compartment }: RecordOrderProps & { compartment: string }) {
  const { caseId, change } = useCasePlace();
  const [title, setTitle] = useState(offered);
  const [into, setInto] = useState(compartment);
  const save = async () => {
    const body = {
      exchangeId,
      title: { en: title.trim() },
      steps: steps.map(({ startDay, deliver, pay }) => ({
        day: Math.ceil(startDay),
        deliver: deliver.map(({ item, count }) => ({ itemId: item, count })),
        ...(pay > 0 && { pay }),
      })),
      evidence: [],
      note,
    };
    const done = await record(caseId, t('setup.added', { name: title }), () => api.add(caseId, 'schedule', body, into));
    if (done !== null) change({ open: undefined, schedule: done.entries[0]?.subject.id, beside: undefined });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label={t('exchange.scheduleTitle')} value={title} onChange={setTitle} said />
      <CompartmentField value={into} onChange={setInto} />
      <div className="actions">
        <Button type="submit" look="main" isDisabled={title.trim() === ''}>
          {t('exchange.recordPlan')}
        </Button>
      </div>
    </form>
  );
}
