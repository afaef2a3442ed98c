import type { Exchange, ExchangeCheck } from '@parley/methods';
import { UserError } from '@parley/model';
import { xlsxTable } from '../office/xlsx-table.ts';
import { docxAnnex } from './docx-annex.ts';
import { checkResult } from './exchange-results.ts';
import { icsCalendar } from './ics-calendar.ts';
import { scheduleCsv, scheduleTable } from './schedule-rows.ts';

export type ScheduleFormat = 'ics' | 'csv' | 'xlsx' | 'json' | 'docx';

/** What else a format needs to know. */
interface ScheduleExportOptions {
  /** The day that D stands for; a calendar needs it. */
  readonly firstDay?: string | undefined;
  /** When it is made. */
  readonly stamp: Date;
}

/**
 * A schedule that was checked, as a file: a calendar, a spreadsheet, JSON with the whole exchange, or an annex table.
 * Throws a UserError for a calendar without the day that D stands for.
 */
export function exportSchedule(
  exchange: Exchange,
  check: ExchangeCheck,
  format: ScheduleFormat,
  { firstDay, stamp }: ScheduleExportOptions,
): string | Uint8Array {
  switch (format) {
    case 'ics':
      if (firstDay === undefined)
        throw new UserError('a calendar needs the day that D stands for', { cure: 'give it: --start 2025-01-19' });
      return icsCalendar(exchange, check, { firstDay, stamp });
    case 'csv':
      return scheduleCsv(exchange, check);
    case 'xlsx':
      return xlsxTable(scheduleTable(exchange, check), 'schedule');
    case 'docx':
      return docxAnnex(exchange, check);
    case 'json':
      return `${JSON.stringify({ ...exchangeJson(exchange), schedule: scheduleJson(check), check: checkResult(exchange, check) }, null, 2)}\n`;
  }
}

/** The exchange in the form that `readExchange` takes. */
function exchangeJson({ counter, phases, items, ...exchange }: Exchange): Record<string, unknown> {
  return {
    ...exchange,
    items: items.map(({ earliestDay, ...item }) => ({ ...item, earliest: earliestDay })),
    phases: phases.map(({ fromDay, toDay, ...phase }) => ({ ...phase, from: fromDay, to: toDay })),
    ...(counter === null ? {} : { counter }),
  };
}

function scheduleJson({ steps }: ExchangeCheck): unknown[] {
  return steps.map(({ startDay, deliver, pay }) => ({
    day: `D+${startDay}`,
    deliver: Object.fromEntries(deliver.map(({ item, count }) => [item, count])),
    pay,
  }));
}
