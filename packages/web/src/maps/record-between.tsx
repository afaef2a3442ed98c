import { PUBLIC } from '@parley/model';
import { useState } from 'react';
import { api } from '../api/client.ts';
import { useSummary } from '../api/queries.ts';
import type { BetweenMaps } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { SelectField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';

interface RecordBetweenProps {
  /** What was asked, for this share alone. */
  readonly asked: BetweenMaps;
  readonly name: string;
  /** The narrowest compartments of what it used: with more than one it can be recorded in none of them. */
  readonly compartments: readonly string[];
}

/** A zone between two zones, recorded as a feature of the team where no more people see it than what it used, and never for everybody. */
export function RecordBetween({ asked, name, compartments }: RecordBetweenProps) {
  const { caseId, asOf, change } = useCasePlace();
  const closed = (useSummary().data?.compartments ?? []).filter(({ id }) => id !== PUBLIC);
  const [only = PUBLIC, ...others] = compartments;
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setInto] = useState<string | null>(null);
  const into = chosen ?? (only === PUBLIC ? closed[0]?.id : only);
  if (others.length > 0) return <p className="sub">{t('exchange.severalCircles')}</p>;
  if (into === undefined) return <p className="sub">{t('maps.needsCompartment')}</p>;
  if (!isOpen) {
    return (
      <Button aria-label={t('maps.recordBetweenNamed', { name })} onPress={() => setIsOpen(true)}>
        {t('maps.recordBetween')}
      </Button>
    );
  }
  const save = async () => {
    const done = await record(caseId, t('setup.added', { name }), async () => {
      const { recorded } = await api.betweenMaps(caseId, asOf, { ...asked, record: { compartment: into } });
      return recorded ?? { sequence: 0, entries: [] };
    });
    const id = done?.entries[0]?.subject.id;
    if (id) change({ open: `feature:${id}` });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SelectField
        label={t('compartment.label')}
        hint={t('maps.neverPublic')}
        value={into}
        onChange={setInto}
        options={closed.map(({ id, compartment }) => ({ value: id, label: nameText(compartment.name) }))}
      />
      <div className="actions">
        <Button type="submit" look="main">
          {t('maps.recordIt')}
        </Button>
        <Button onPress={() => setIsOpen(false)}>{t('form.cancel')}</Button>
      </div>
    </form>
  );
}
