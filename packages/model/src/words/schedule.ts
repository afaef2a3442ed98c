import { z } from 'zod';
import { Day, EdtfDate } from './edtf-date.ts';
import { Id } from './id.ts';
import { Label } from './label.ts';

/** One step of a schedule: so many pieces of one class or more, each delivered by its giver, all at one moment. */
const ScheduleStep = z
  .object({
    /** The day of it: 7 is D+7. */
    day: z.int().min(0).max(10_000),
    deliver: z.array(z.object({ itemId: Id, count: z.int().min(1).max(1_000_000).default(1) })).default([]),
    /** How much of the divisible counter-item is given before these deliveries. */
    pay: z.number().min(0).max(1e12).optional(),
    /** What must hold before it, in the words of the text. */
    condition: z.string().trim().min(1).max(2000).optional(),
  })
  .refine((step) => step.deliver.length > 0 || (step.pay ?? 0) > 0, { message: 'a step delivers something', path: ['deliver'] })
  .meta({ id: 'ScheduleStep', description: 'One step of a schedule: what is delivered at one moment, on a day D+n' });
export type ScheduleStep = z.infer<typeof ScheduleStep>;

/** The deliveries of an exchange in their order: the team's own, or as somebody proposed it. */
export const Schedule = z
  .object({
    exchangeId: Id,
    title: Label,
    /** Who proposed it; absent: it is the team's own. */
    proposedById: Id.optional(),
    on: EdtfDate.optional(),
    /** The day that D stands for, where it is known. */
    startsOn: Day.optional(),
    /** In their order, days never going back; on one day the order of the list holds. */
    steps: z.array(ScheduleStep).max(20_000).default([]),
    /** Statements that propose it; needed where somebody else than the team did. */
    evidence: z.array(Id).default([]),
    note: z.string().max(10_000).optional(),
  })
  .refine((schedule) => schedule.proposedById === undefined || schedule.evidence.length > 0, {
    message: 'a schedule that somebody proposed needs a statement that says so',
    path: ['evidence'],
  })
  .superRefine(({ steps }, context) => {
    const place = steps.findIndex((step, at) => at > 0 && step.day < (steps[at - 1]?.day ?? 0));
    if (place === -1) return;
    const message = `step ${place + 1} is on D+${steps[place]?.day}, before step ${place} on D+${steps[place - 1]?.day}`;
    context.addIssue({ code: 'custom', message, path: ['steps', place, 'day'] });
  })
  .meta({ id: 'Schedule', description: 'The deliveries of an exchange in their order, on days D+n' });
export type Schedule = z.infer<typeof Schedule>;
