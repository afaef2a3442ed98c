import { Day, Delivery, Id, Schedule, Sha256 } from '@parley/model';
import { z } from 'zod';
import { AsOf } from '../contract.ts';

/** What the server and the browser say to each other of exchanges. Method results are in the form of docs/exchange.md. */

const Form = z.record(z.string(), z.unknown());
const Used = {
  /** By its hash it can be told whether what a result was made from still stands. */
  used: z.array(z.object({ kind: z.string(), id: Id, hash: Sha256 })),
  compartments: z.array(Id).meta({ description: 'The narrowest compartments of what was used: where the result starts' }),
};

export const ExchangeView = z
  .object({
    /** The exchange as methods take it: parties, items, before, batches, phases, guarantor, counter. */
    exchange: Form,
    unweighed: z
      .array(z.object({ partyId: Id, itemIds: z.array(Id) }))
      .meta({ description: 'What nobody has weighed yet, by side; its amounts in `exchange` stand for nothing' }),
    schedules: z.array(z.object({ id: Id, compartment: Id, schedule: Schedule })),
    ...Used,
  })
  .meta({ id: 'ExchangeView', description: 'An exchange as the methods take it, and its schedules' });

const Amounts = z.record(z.string(), z.number());
const Pieces = z.array(z.object({ item: z.string(), count: z.number() }));

/** The part of a check that most callers look at; all of it is there. */
const Check = z
  .looseObject({
    safe: z.boolean(),
    firstUnsafe: z.object({ step: z.int(), day: z.number(), party: Id, shortBy: z.number(), deliver: Pieces }).nullable(),
    delta: z.number().meta({ description: 'Guarantee needed' }),
    deposits: Amounts,
    steps: z.array(Form),
    broken: z.array(z.object({ step: z.int(), rule: z.string(), item: z.string(), text: z.string() })),
    undelivered: Pieces,
    durationDays: z.number(),
  })
  .meta({ id: 'ExchangeCheck' });

export const ExchangeChecked = z.object({ result: Check, ...Used }).meta({ id: 'ExchangeChecked' });
export const ExchangeCompared = z
  .object({ result: z.array(z.object({ scheduleId: Id, check: Check })), ...Used })
  .meta({ id: 'ExchangeCompared', description: 'Schedules of one exchange, each checked with the same weighings' });

export const ExchangePlanned = z
  .object({
    result: z.looseObject({
      method: z.enum(['barter', 'divisible']),
      delta: z.number().meta({ description: 'Guarantee needed' }),
      exact: z.boolean(),
      schedule: z.array(Form),
      check: Check,
    }),
    ...Used,
  })
  .meta({ id: 'ExchangePlanned' });

/** Results whose form docs/exchange.md gives: robust, remedy. */
export const ExchangeFound = z.object({ result: Form, ...Used }).meta({ id: 'ExchangeFound' });

export const ExchangeLedgerView = z
  .object({
    lines: z.array(
      z.object({
        step: z.int(),
        day: z.int(),
        date: Day.nullable(),
        itemId: Id,
        count: z.int(),
        delivered: z.int(),
        verified: z.int(),
        state: z.enum(['delivered', 'partly', 'late', 'withheld', 'notYet']),
        daysLate: z.int().nullable(),
        deliveries: z.array(Id),
      }),
    ),
    beyond: z.array(z.object({ deliveryId: Id, itemId: Id, count: z.int() })),
    deliveries: z.array(z.object({ id: Id, compartment: Id, delivery: Delivery })),
    ...Used,
  })
  .meta({ id: 'ExchangeLedger', description: 'What really happened, beside a schedule' });

export const ScheduleQuery = AsOf.extend({ scheduleId: Id });
export const RobustQuery = ScheduleQuery.extend({
  seed: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31)
    .default(1),
});
export const CompareQuery = AsOf.extend({ scheduleIds: z.string().meta({ description: 'Ids of schedules, separated by commas' }) });
export const PlanQuery = AsOf.extend({
  budgetSeconds: z.coerce.number().min(0.1).max(30).default(3).meta({ description: 'The longest that planning may take' }),
});

export const EXCHANGE_FILES = ['schedule.ics', 'schedule.csv', 'schedule.xlsx', 'schedule.json', 'annex.docx'] as const;
