import type { Bodies } from '../api/types.ts';
import { type DraftStep, keyed } from './draft-schedule.ts';

type Schedule = Bodies['schedule'];

/** The steps of a schedule as it is recorded, to be moved. */
export function draftSteps(schedule: Schedule): DraftStep[] {
  return keyed(
    schedule.steps.map(({ day, deliver, pay = 0, condition }) => ({
      day,
      deliver: deliver.map(({ itemId, count }) => ({ item: itemId, count })),
      pay,
      condition,
    })),
  );
}

/** A step as it is recorded. */
export function recordedStep({ day, deliver, pay, condition }: DraftStep): Schedule['steps'][number] {
  return {
    day,
    deliver: deliver.map(({ item, count }) => ({ itemId: item, count })),
    ...(pay > 0 && { pay }),
    ...(condition !== undefined && { condition }),
  };
}
