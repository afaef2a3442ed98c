import { checkSchedule } from '@parley/methods';
import { type CaseRecord, type Id, type Instant, UserError } from '@parley/model';
import type { EXCHANGE_FILES } from '../../contract/exchange.ts';
import { exchangeInput, scheduleOf, stepsOf, weighedInput } from './exchange-input.ts';
import { exportSchedule, type ScheduleFormat } from './export-schedule.ts';

export interface ExchangeExport {
  readonly format: ScheduleFormat;
  readonly body: string | Uint8Array;
}

const FORMATS = {
  'schedule.ics': 'ics',
  'schedule.csv': 'csv',
  'schedule.xlsx': 'xlsx',
  'schedule.json': 'json',
  'annex.docx': 'docx',
} as const satisfies Record<(typeof EXCHANGE_FILES)[number], ScheduleFormat>;

/** What holds only who gives what to whom and when; the other formats hold what it weighs too. */
const AGREED: ReadonlySet<ScheduleFormat> = new Set(['ics', 'docx']);

/**
 * A schedule of the case as a file. Throws a UserError where a calendar has no day that D stands for, and where a
 * format that holds the weighings has none to hold.
 */
export function exportOf(
  record: CaseRecord,
  exchangeId: Id,
  scheduleId: Id,
  { file, now }: { file: keyof typeof FORMATS; now: Instant },
): ExchangeExport {
  const format = FORMATS[file];
  const { exchange } = AGREED.has(format) ? exchangeInput(record, exchangeId) : weighedInput(record, exchangeId);
  const { body: schedule } = scheduleOf(record, exchangeId, scheduleId);
  if (format === 'ics' && schedule.startsOn === undefined) {
    throw new UserError('a calendar needs the day that D stands for', {
      cure: 'say in the schedule which day D is',
      code: 'exchange-start',
    });
  }
  const check = checkSchedule(exchange, stepsOf(exchange, schedule));
  return { format, body: exportSchedule(exchange, check, format, { firstDay: schedule.startsOn, stamp: new Date(now) }) };
}
