import { PUBLIC } from '@parley/model';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { useSummary } from '../api/queries.ts';
import { Button } from '../controls/button.tsx';
import { CheckField } from '../controls/field.tsx';
import { nameText } from '../controls/words.tsx';
import { useCasePlace } from '../router/use-case-place.ts';
import { direction, t } from '../strings/strings.ts';

/** Which compartments the view looks through. */
export function CompartmentChoice() {
  const { query, change } = useCasePlace();
  const held = useSummary().data?.compartments ?? [];
  const all = [
    { id: PUBLIC, name: t('compartment.public') },
    ...held.filter(({ id }) => id !== PUBLIC).map(({ id, compartment }) => ({ id, name: nameText(compartment.name) })),
  ];
  const shown = query.compartments ?? all.map(({ id }) => id);
  const toggle = (id: string, on: boolean) => {
    const next = all.map((one) => one.id).filter((one) => (one === id ? on : shown.includes(one)));
    change({ compartments: next.length === all.length || next.length === 0 ? undefined : next }, { replace: true });
  };
  const names = all.filter(({ id }) => shown.includes(id)).map(({ name }) => name);
  return (
    <DialogTrigger>
      <Button look="quiet" aria-label={t('compartment.shown', { names: names.join(', ') })}>
        <span className="seen-through">{names.join(' + ')}</span>
      </Button>
      <Popover isNonModal placement="bottom end" className="popover" dir={direction}>
        <Dialog aria-label={t('compartment.choose')}>
          <p className="sub">{t('compartment.choose')}</p>
          {all.map(({ id, name }) => (
            <CheckField key={id} label={<bdi>{name}</bdi>} checked={shown.includes(id)} onChange={(on) => toggle(id, on)} />
          ))}
          {all.length === 1 && <p className="sub">{t('compartment.onlyPublic')}</p>}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
