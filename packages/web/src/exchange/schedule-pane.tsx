import type { Exchange } from '@parley/methods';
import { useEffect, useMemo, useReducer, useState } from 'react';
import { api } from '../api/client.ts';
import type { Bodies } from '../api/types.ts';
import { Button } from '../controls/button.tsx';
import { DateText, nameText } from '../controls/words.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useCasePlace } from '../router/use-case-place.ts';
import { record } from '../state/changes.ts';
import { t } from '../strings/strings.ts';
import { AddStep } from './add-step.tsx';
import { changed, methodSteps, movedToDay } from './draft-schedule.ts';
import { draftSteps, recordedStep } from './draft-steps.ts';
import { ExportLinks } from './export-links.tsx';
import { StepChart } from './step-chart.tsx';
import { StepList } from './step-list.tsx';
import { useCheck } from './use-check.ts';
import { useSideNames } from './use-side-names.ts';
import { VerdictLines } from './verdict-lines.tsx';

type Schedule = Bodies['schedule'];

interface SchedulePaneProps {
  readonly exchangeId: string;
  readonly exchange: Exchange;
  readonly unweighed: readonly string[];
  readonly schedule: { readonly id: string; readonly compartment: string; readonly schedule: Schedule };
  /** Where a result starts: a changed copy of somebody's schedule is kept there. */
  readonly compartment: string | null;
  readonly onOpen: (what: string) => void;
}

/** One schedule: its chart, what the check says of it, and its steps, all to be moved and tried out before anything is recorded. */
export function SchedulePane({ exchangeId, exchange, unweighed, schedule: kept, compartment, onOpen }: SchedulePaneProps) {
  const { caseId, change: go } = useCasePlace();
  const nameOf = useSideNames();
  const { schedule } = kept;
  const recorded = useMemo(() => draftSteps(schedule), [schedule]);
  const [draft, change] = useReducer(changed, { steps: recorded, past: [], future: [] });
  useEffect(() => change({ act: 'start', steps: recorded }), [recorded]);
  const [dragged, setDragged] = useState<{ key: number; day: number } | null>(null);
  const steps = useMemo(() => (dragged ? movedToDay(draft.steps, dragged.key, dragged.day) : draft.steps), [draft.steps, dragged]);
  const { check, fault } = useCheck(
    exchange,
    useMemo(() => methodSteps(steps), [steps]),
  );
  useKeys({ undo: draft.past.length > 0 ? () => change({ act: 'undo' }) : undefined });
  const isChanged = draft.past.length > 0;
  const drag = (step: number, day: number, done: boolean) => {
    const key = dragged?.key ?? steps[step - 1]?.key;
    if (key === undefined) return;
    setDragged(done ? null : { key, day });
    if (done) change({ act: 'day', key, day });
  };
  const isOurs = schedule.proposedById === undefined;
  const save = async (asOwn: boolean) => {
    const { proposedById: _by, on: _on, ...own } = schedule;
    const title = nameText(schedule.title);
    const body: Schedule = asOwn ? { ...own, title: { en: t('exchange.copyOf', { title }) } } : schedule;
    const next = { ...body, steps: draft.steps.map(recordedStep) };
    const done = asOwn
      ? await record(caseId, t('setup.added', { name: nameText(next.title) }), () =>
          api.add(caseId, 'schedule', next, compartment ?? kept.compartment),
        )
      : await record(caseId, t('setup.changed', { name: title }), () => api.put(caseId, 'schedule', kept.id, next));
    if (done !== null && asOwn) go({ schedule: done.entries[0]?.subject.id });
  };
  return (
    <section className="schedule" aria-label={nameText(schedule.title)}>
      <p className="view-caption">
        {isOurs ? t('exchange.ours') : t('exchange.proposedBy', { party: nameOf(schedule.proposedById ?? '') })}
        {schedule.on && (
          <>
            {' '}
            <DateText date={schedule.on} />
          </>
        )}
        {schedule.startsOn && (
          <>
            {' · '}
            {t('exchange.startsOn')} <DateText date={schedule.startsOn} />
          </>
        )}
        {' · '}
        <button type="button" className="word-link" onClick={() => onOpen(`schedule:${kept.id}`)}>
          {t('exchange.editSchedule')}
        </button>
      </p>
      {fault && (
        <p className="problem verdict" role="alert">
          {fault}
        </p>
      )}
      {check && (
        <>
          <VerdictLines exchange={exchange} check={check} unweighed={unweighed} />
          {isChanged && (
            <div className="actions tried-out">
              <b>{t('exchange.changed')}</b>
              {isOurs && <Button onPress={() => void save(false)}>{t('exchange.recordChange')}</Button>}
              <Button isDisabled={compartment === null} onPress={() => void save(true)}>
                {t('exchange.recordOwn')}
              </Button>
              <Button look="quiet" keyHint="U" onPress={() => change({ act: 'undo' })}>
                {t('exchange.undoStep')}
              </Button>
              <Button look="quiet" isDisabled={draft.future.length === 0} onPress={() => change({ act: 'redo' })}>
                {t('exchange.redoStep')}
              </Button>
              <Button look="quiet" onPress={() => change({ act: 'start', steps: recorded })}>
                {t('exchange.asRecorded')}
              </Button>
            </div>
          )}
          <StepChart exchange={exchange} check={check} unweighed={unweighed} onDrag={drag} />
          <p className="legend">{t('exchange.legend')}</p>
          <StepList exchange={exchange} check={check} unweighed={unweighed} steps={steps} change={change} />
          <AddStep exchange={exchange} lastDay={steps.at(-1)?.day ?? 0} onAdd={(step) => change({ act: 'add', step })} />
        </>
      )}
      <ExportLinks
        exchangeId={exchangeId}
        scheduleId={kept.id}
        hasStart={schedule.startsOn !== undefined}
        isWeighed={unweighed.length === 0}
      />
    </section>
  );
}
