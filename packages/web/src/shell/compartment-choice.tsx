import { PUBLIC } from '@parley/model';
import { useId, useState } from 'react';
import { useSummary } from '../api/queries.ts';
import { Button } from '../controls/button.tsx';
import { CheckField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { t } from '../strings/strings.ts';

/** Which compartments the view looks through. */
export function CompartmentChoice() {
  const { query, change } = useCasePlace();
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const held = useSummary().data?.compartments ?? [];
  const all = [
    { id: PUBLIC, name: t('compartment.public') },
    ...held.filter((one) => one.id !== PUBLIC).map((one) => ({ id: one.id, name: nameText(one.compartment.name) })),
  ];
  const shown = query.compartments ?? all.map((one) => one.id);
  const toggle = (changed: string, on: boolean) => {
    const next = all.map((one) => one.id).filter((one) => (one === changed ? on : shown.includes(one)));
    change({ compartments: next.length === all.length || next.length === 0 ? undefined : next }, { replace: true });
  };
  const leave = ({ relatedTarget }: { relatedTarget: EventTarget | null }) => {
    if (!(relatedTarget instanceof Element && relatedTarget.closest('.compartments'))) setIsOpen(false);
  };
  const names = all.filter((one) => shown.includes(one.id)).map(({ name }) => name);
  return (
    <div className="compartments">
      <Button
        look="quiet"
        aria-label={t('compartment.shown', { names: names.join(' + ') })}
        aria-expanded={isOpen}
        aria-controls={id}
        onBlur={leave}
        onPress={() => setIsOpen(!isOpen)}
      >
        <span className="seen-through">{names.join(' + ')}</span>
      </Button>
      {isOpen && (
        <fieldset id={id} className="popover" onBlur={leave}>
          <CloseOnEscape onClose={() => setIsOpen(false)} />
          <legend>{t('compartment.choose')}</legend>
          {all.map((one) => (
            <CheckField key={one.id} label={<bdi>{one.name}</bdi>} checked={shown.includes(one.id)} onChange={(on) => toggle(one.id, on)} />
          ))}
          {all.length === 1 && <p className="sub">{t('compartment.onlyPublic')}</p>}
        </fieldset>
      )}
    </div>
  );
}

/** Takes Escape while it is there, before what is open beside the view does. */
function CloseOnEscape({ onClose }: { onClose: () => void }) {
  useKeys({ close: onClose });
  return null;
}
